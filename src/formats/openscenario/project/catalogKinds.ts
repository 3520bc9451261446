/**
 * The kinds of catalogs (CatalogLocations; the same in 1.0 to 1.3) and what their entries are. The
 * location's element names the folder, the entry's element says what the entry is.
 */
export const catalogKinds: Readonly<Record<string, string>> = {
  VehicleCatalog: 'Vehicle',
  ControllerCatalog: 'Controller',
  PedestrianCatalog: 'Pedestrian',
  MiscObjectCatalog: 'MiscObject',
  EnvironmentCatalog: 'Environment',
  ManeuverCatalog: 'Maneuver',
  TrajectoryCatalog: 'Trajectory',
  RouteCatalog: 'Route',
};

/**
 * What a CatalogReference may stand for, by the element that it stands in (class reference of 1.3:
 * ScenarioObject holds an EntityObject, and so on).
 */
export const kindsByUse: Readonly<Record<string, readonly string[]>> = {
  ScenarioObject: ['Vehicle', 'Pedestrian', 'MiscObject'],
  ScenarioObjectTemplate: ['Vehicle', 'Pedestrian', 'MiscObject'],
  Trailer: ['Vehicle'],
  ObjectController: ['Controller'],
  AssignControllerAction: ['Controller'],
  ControllerDistributionEntry: ['Controller'],
  ManeuverGroup: ['Maneuver'],
  EnvironmentAction: ['Environment'],
  AssignRouteAction: ['Route'],
  RouteRef: ['Route'],
  FollowTrajectoryAction: ['Trajectory'],
  TrajectoryRef: ['Trajectory'],
};

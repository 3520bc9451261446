/** Catalogs, the places where they are looked for, and references into them. */
export const catalogs = `
type Catalog
  @name?: String, 1 since 1.3
  sequence
    Vehicle*
    Controller*
    Pedestrian*
    MiscObject*
    Environment*
    Maneuver*
    Trajectory*
    Route*

type CatalogReference
  @catalogName @entryName: String
  sequence: ParameterAssignments?

type ParameterAssignments
  sequence: ParameterAssignment*

type ParameterAssignment
  @parameterRef @value: String

type CatalogLocations
  all
    VehicleCatalog?: VehicleCatalogLocation
    ControllerCatalog?: ControllerCatalogLocation
    PedestrianCatalog?: PedestrianCatalogLocation
    MiscObjectCatalog?: MiscObjectCatalogLocation
    EnvironmentCatalog?: EnvironmentCatalogLocation
    ManeuverCatalog?: ManeuverCatalogLocation
    TrajectoryCatalog?: TrajectoryCatalogLocation
    RouteCatalog?: RouteCatalogLocation

type VehicleCatalogLocation
  all: Directory

type ControllerCatalogLocation
  all: Directory

type PedestrianCatalogLocation
  all: Directory

type MiscObjectCatalogLocation
  all: Directory

type EnvironmentCatalogLocation
  all: Directory

type ManeuverCatalogLocation
  all: Directory

type TrajectoryCatalogLocation
  all: Directory

type RouteCatalogLocation
  all: Directory

type Directory
  @path: String
`;

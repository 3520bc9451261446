/**
 * Every error above structure in the real valid files, by rule and code. Each was read beside its file
 * and judged true, for the reason given. Lines are those of the findings.
 */
export const judgedTrue: readonly {
  readonly rule: string;
  readonly code: string;
  readonly why: string;
  readonly places: Readonly<Record<string, readonly number[]>>;
}[] = [
  {
    rule: 'catalogs.assigned_parameters_declared',
    code: 'unknown-parameter',
    why: 'The entries declare parameters of other names (another case of letters), or none at all.',
    places: {
      'esmini+esmini/EnvironmentSimulator/Unittest/xosc/controller_conflict_1_1.xosc': [
        117, 118, 119,
      ],
      'esmini+esmini/EnvironmentSimulator/Unittest/xosc/controller_conflict_1_3.xosc': [
        119, 120, 121,
      ],
      'esmini+esmini/EnvironmentSimulator/Unittest/xosc/distance_with_trailers.xosc': [30, 37],
    },
  },
  {
    rule: 'data_type.value_in_range',
    code: 'out-of-range',
    why: 'A clutch is overridden by 2.0, where the class reference ends at 1; air has a pressure of 10000 Pa.',
    places: {
      'esmini+esmini/EnvironmentSimulator/Unittest/xosc/VehiclePropertyTest.xosc': [158],
      'esmini+esmini/EnvironmentSimulator/Unittest/xosc/environment_test.xosc': [65],
      'esmini+esmini/EnvironmentSimulator/Unittest/xosc/override_action.xosc': [64],
      'esmini+esmini/EnvironmentSimulator/Unittest/xosc/override_action_with_group_type.xosc': [64],
      'esmini+esmini/resources/xosc/Catalogs/Environments/EnvironmentCatalog.xosc': [41, 51],
    },
  },
  {
    rule: 'distributions.constraints_kept',
    code: 'constraint-broken',
    why: 'The first value of the range is the bound that the scenario excludes.',
    places: {
      'RA-Consulting-GmbH+openscenario.api.test/cpp/applications/openScenarioTester/res/alks/Variations/ALKS_Scenario_4.3_1_FollowLeadVehicleComfortable_Variation.xosc':
        [33],
      'RA-Consulting-GmbH+openscenario.api.test/cpp/applications/openScenarioTester/res/alks/Variations/ALKS_Scenario_4.3_2_FollowLeadVehicleEmergencyBrake_Variation_Reference.xosc':
        [38],
    },
  },
  {
    rule: 'parameters.constraints_kept',
    code: 'constraint-broken',
    why: 'Written to break every kind of constraint, as its name says.',
    places: {
      'RA-Consulting-GmbH+openscenario.api.test/cpp/applications/openScenarioTester/res/ALKS_Scenario_4.2_1_FullyBlockingTarget_ParameterValidationError.xosc':
        [
          7, 12, 17, 22, 27, 32, 37, 42, 47, 52, 57, 62, 67, 72, 77, 82, 87, 92, 102, 117, 127, 142,
          157, 162, 167, 172, 177, 182, 187, 192, 197, 202, 207, 212,
        ],
    },
  },
  {
    rule: 'parameters.constraints_sound',
    code: 'ill-typed-value',
    why: 'Written with wrong types, as its name says.',
    places: {
      'RA-Consulting-GmbH+openscenario.api.test/cpp/applications/openScenarioTester/res/ALKS_Scenario_4.2_1_FullyBlockingTarget_ParameterValidationWrongDataTypes.xosc':
        [9, 14, 19, 24, 29, 34],
    },
  },
  {
    rule: 'parameters.parameter_declaration_parameter_type_inference',
    code: 'ill-typed-value',
    why: 'Written with wrong types, as its name says; and a double whose value is the word time.',
    places: {
      'RA-Consulting-GmbH+openscenario.api.test/cpp/applications/openScenarioTester/res/ALKS_Scenario_4.2_1_FullyBlockingTarget_ParameterValidationWrongDataTypes.xosc':
        [37, 42, 47, 52, 57, 62],
      'esmini+esmini/resources/xosc/Catalogs/Controllers/ControllerCatalog.xosc': [95],
    },
  },
  {
    rule: 'parameters.resolvable_parameter_reference',
    code: 'unknown-parameter',
    why: 'No file declares the parameter: one simulator takes its name for a criterion of its own.',
    places: {
      'carla-simulator+scenario_runner/srunner/examples/CyclistCrossing.xosc': [320],
      'carla-simulator+scenario_runner/srunner/examples/FollowLeadingVehicle.xosc': [237],
      'carla-simulator+scenario_runner/srunner/examples/InitAddEntityAction.xosc': [288],
      'carla-simulator+scenario_runner/srunner/examples/InitDeleteEntityAction.xosc': [281],
      'carla-simulator+scenario_runner/srunner/examples/IntersectionCollisionAvoidance.xosc': [241],
      'carla-simulator+scenario_runner/srunner/examples/LaneChangeSimple.xosc': [256],
      'carla-simulator+scenario_runner/srunner/examples/PedestrianCrossingFront.xosc': [290],
      'carla-simulator+scenario_runner/srunner/examples/Slalom.xosc': [241],
      'carla-simulator+scenario_runner/srunner/examples/StoryAddEntityAction.xosc': [318],
      'carla-simulator+scenario_runner/srunner/examples/StoryDeleteEntityAction.xosc': [334],
      'carla-simulator+scenario_runner/srunner/examples/SyncArrivalIntersection.xosc': [250],
      'carla-simulator+scenario_runner/srunner/examples/VehicleLateralDistance.xosc': [255],
    },
  },
  {
    rule: 'parameters.valid_parameter_declaration_in_catalogs',
    code: 'undeclared',
    why: 'The entry uses a parameter that neither it nor any other declares.',
    places: {
      'esmini+esmini/resources/xosc/Catalogs/Maneuvers/HWManeuvers.xosc': [84],
    },
  },
  {
    rule: 'positioning.road_lane_offset_in_bounds',
    code: 'behind-road',
    why: 'The roads end at 93.7 m and 304.2 m; the positions lie at 100 m and 455 m.',
    places: {
      'esmini+esmini/EnvironmentSimulator/Unittest/xosc/relative_pos_over_intersection.xosc': [
        72, 128,
      ],
      'esmini+esmini/resources/xosc/ltap-od-relative-speed.xosc': [141],
    },
  },
  {
    rule: 'reference_control.unique_element_names_on_same_level',
    code: 'duplicate-name',
    why: 'Each has the name of an earlier sibling.',
    places: {
      'esmini+esmini/EnvironmentSimulator/Unittest/xosc/lat_dist_entity.xosc': [211],
      'esmini+esmini/EnvironmentSimulator/Unittest/xosc/lat_dist_road_test.xosc': [288],
      'esmini+esmini/EnvironmentSimulator/Unittest/xosc/parameter_overwrite.xosc': [6],
      'esmini+esmini/EnvironmentSimulator/code-examples/mixed_control/mixed_control.xosc': [137],
      'esmini+esmini/resources/xosc/Catalogs/Vehicles/VehicleCatalog.xosc': [66],
      'esmini+esmini/resources/xosc/acc-test.xosc': [262],
      'esmini+esmini/resources/xosc/car_walk.xosc': [
        325, 364, 403, 442, 481, 520, 559, 598, 637, 676, 715,
      ],
      'esmini+esmini/resources/xosc/follow_reference.xosc': [9],
      'esmini+esmini/resources/xosc/light_state.xosc': [523],
      'esmini+esmini/resources/xosc/traffic_lights.xosc': [399],
    },
  },
  {
    rule: 'routing.trajectory_timing_exists_if_requested',
    code: 'time-missing',
    why: 'The trajectory is to be followed in its time, and vertices have none.',
    places: {
      'esmini+esmini/EnvironmentSimulator/Unittest/xosc/angle_condition.xosc': [58, 113, 163],
      'esmini+esmini/EnvironmentSimulator/Unittest/xosc/trajectory_heading.xosc': [498],
      'esmini+esmini/EnvironmentSimulator/Unittest/xosc/trajectory_speed.xosc': [600],
    },
  },
];

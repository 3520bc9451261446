/** The road network that a scenario takes place in, and its traffic signals. */
export const roadNetwork = `
type RoadNetwork
  sequence
    LogicFile?: File
    SceneGraphFile?: File
    TrafficSignals?
    UsedArea?, since 1.1

type UsedArea, since 1.1
  sequence: Position{2..}

type TrafficSignals
  sequence: TrafficSignalController*

type TrafficSignalController
  @delay?: Double
  @name @reference?: String
  sequence: Phase*

type Phase
  @duration: Double
  @name: String
  sequence
    TrafficSignalState*
    TrafficeSignalGroupState?: TrafficSignalGroupState, since 1.2, until 1.2
    TrafficSignalGroupState?, since 1.3

type TrafficSignalState
  @state @trafficSignalId: String

type TrafficSignalGroupState, since 1.2
  @state: String
`;

/** Actions of a single entity that are not about its controller, its route or its looks. */
export const privateActions = `
type PrivateAction
  choice, may be empty until 1.2
    LongitudinalAction
    LateralAction
    VisibilityAction
    SynchronizeAction
    ActivateControllerAction, deprecated 1.1 → ControllerAction/ActivateControllerAction
    ControllerAction
    TeleportAction
    RoutingAction
    AppearanceAction, since 1.2
    TrailerAction, since 1.3

type TeleportAction
  sequence: Position

type VisibilityAction
  @graphics @sensors @traffic: Boolean
  sequence, since 1.2: SensorReferenceSet?

type SensorReferenceSet, since 1.2
  sequence: SensorReference+

type SensorReference, since 1.2
  @name: String

type TrailerAction, since 1.3
  choice: ConnectTrailerAction DisconnectTrailerAction

type ConnectTrailerAction, since 1.3
  @trailerRef: String

type DisconnectTrailerAction, since 1.3
`;

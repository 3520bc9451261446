/** Time of day, weather and the state of the road. */
export const environment = `
type Environment
  @name: String
  all
    ParameterDeclarations?
    TimeOfDay, ? since 1.1
    Weather, ? since 1.1
    RoadCondition, ? since 1.1

type TimeOfDay
  @animation: Boolean
  @dateTime: DateTime

type Weather
  @cloudState: CloudState, ? since 1.1, deprecated 1.2 → @fractionalCloudCover
  @atmosphericPressure? @temperature?: Double, since 1.1
  @fractionalCloudCover?: FractionalCloudCover, since 1.2
  all
    Sun, ? since 1.1
    Fog, ? since 1.1
    Precipitation, ? since 1.1
    Wind?, since 1.1
    DomeImage?, since 1.2

type Sun
  @azimuth @elevation: Double
  @intensity: Double, ? since 1.2, deprecated 1.2 → @illuminance
  @illuminance?: Double, since 1.2

type Fog
  @visualRange: Double
  all: BoundingBox?

type Precipitation
  @intensity: Double, ? since 1.1, deprecated 1.1 → @precipitationIntensity
  @precipitationType: PrecipitationType
  @precipitationIntensity?: Double, since 1.1

type Wind, since 1.1
  @direction @speed: Double

type DomeImage, since 1.2
  @azimuthOffset?: Double
  sequence
    DomeFile: File

type RoadCondition
  @frictionScaleFactor: Double
  @wetness?: Wetness, since 1.2
  sequence: Properties?
`;

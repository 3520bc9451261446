/** Documents that vary the parameters of a scenario. */
export const distributions = `
type ParameterValueDistribution, since 1.1
  sequence
    ScenarioFile: File
    group DistributionDefinition

group DistributionDefinition, since 1.1
  choice: Deterministic Stochastic

type Deterministic, since 1.1
  sequence
    group DeterministicParameterDistribution*

group DeterministicParameterDistribution, since 1.1
  choice: DeterministicMultiParameterDistribution DeterministicSingleParameterDistribution

type DeterministicMultiParameterDistribution, since 1.1
  sequence
    group DeterministicMultiParameterDistributionType

group DeterministicMultiParameterDistributionType, since 1.1
  sequence: ValueSetDistribution

type ValueSetDistribution, since 1.1
  sequence: ParameterValueSet+

type ParameterValueSet, since 1.1
  sequence: ParameterAssignment+

type DeterministicSingleParameterDistribution, since 1.1
  @parameterName: String
  sequence
    group DeterministicSingleParameterDistributionType

group DeterministicSingleParameterDistributionType, since 1.1
  choice: DistributionSet DistributionRange UserDefinedDistribution

type DistributionSet, since 1.1
  sequence
    Element+: DistributionSetElement

type DistributionSetElement, since 1.1
  @value: String

type DistributionRange, since 1.1
  @stepWidth: Double
  all: Range

type Stochastic, since 1.1
  @numberOfTestRuns: UnsignedInt
  @randomSeed?: Double
  sequence: StochasticDistribution+

type StochasticDistribution, since 1.1
  @parameterName: String
  sequence
    group StochasticDistributionType

group StochasticDistributionType, since 1.1
  choice
    ProbabilityDistributionSet
    NormalDistribution
    LogNormalDistribution, since 1.3
    UniformDistribution
    PoissonDistribution
    Histogram
    UserDefinedDistribution

type ProbabilityDistributionSet, since 1.1
  sequence
    Element+: ProbabilityDistributionSetElement

type ProbabilityDistributionSetElement, since 1.1
  @value: String
  @weight: Double

type NormalDistribution, since 1.1
  @expectedValue @variance: Double
  sequence: Range?

type LogNormalDistribution, since 1.3
  @expectedValue @variance: Double
  sequence: Range?

type UniformDistribution, since 1.1
  sequence: Range

type PoissonDistribution, since 1.1
  @expectedValue: Double
  sequence: Range?

type Histogram, since 1.1
  sequence
    Bin+: HistogramBin

type HistogramBin, since 1.1
  @weight: Double
  sequence: Range

type Range, since 1.1
  @lowerLimit @upperLimit: Double

type UserDefinedDistribution, since 1.1
  @type: String
  text
`;

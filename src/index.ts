/**
 * Keruen's public face, in the order in which its numbers flow. What the command line and the page use, a library
 * user has.
 */
export { type Issue, type IssueKind, type IssuePlace, formatIssue } from './errors.js'
export { PROGRAM } from './version.js'
export * from './vocabulary.js'

// dataset: what the world looks like
export type * from './dataset/dataset.js'
export { readDataset, validateDataset } from './dataset/reading/read-dataset.js'
export { membersOn, rolesOn } from './dataset/blocs.js'
export { appliedTariffs } from './dataset/applied-tariffs.js'
export { getParameter } from './dataset/parameters.js'
export { packageKind } from './dataset/reading/read-descriptor.js'
export { nearestNames } from './dataset/nearest.js'

// dataset/sectors: a many-sector baseline that a user brings
export type * from './dataset/sectors/sector-dataset.js'
export { readSectorDataset, validateSectorDataset } from './dataset/sectors/read-sector-dataset.js'
export type { SectorInputs } from './dataset/sectors/sector-inputs.js'
export { buildSectorPackage, SECTOR_PACKAGE_FILES } from './dataset/sectors/build-sector-package.js'
export { type SectorCoverage, sectorCoverage } from './dataset/sectors/coverage.js'

// measures: a package applied to a dataset
export type * from './measures/measure.js'
export { applyPackage, type PackageEffect, type PackageOptions } from './measures/apply.js'
export { annualCost } from './measures/cost.js'

// network: cost and time between every pair, routes, traffic
export { type ContractedCosts, type Contraction, contractGraph } from './network/least-cost/contraction.js'
export { weighContraction } from './network/least-cost/contracted-costs.js'
export { leastCostsBetween, type NodeGroup } from './network/least-cost/sweeps.js'
export {
  type ContractedNetwork,
  contractNetwork,
  economyCostMatrix,
  leastCostMatrix,
} from './network/least-cost/place-costs.js'
export { networkSlider } from './network/comparison/network-change.js'
export {
  buildChoiceSet,
  type BuiltChoiceSet,
  type ChoiceSetOptions,
} from './network/choice-set/build-choice-set.js'
export { avoidedTerritories, type ChoiceSet, networkHash } from './network/choice-set/choice-set.js'
export { decodeChoiceSet, encodeChoiceSet } from './network/choice-set/choice-set-codec.js'
export { packChoiceSet } from './network/choice-set/packed-choice-set.js'
export type { NetworkSituation } from './network/route-choice/network-state.js'
export type { NetworkBaseline } from './network/comparison/network-baseline.js'
export { compareNetworks, type NetworkChange } from './network/comparison/network-change.js'
export {
  type ElementCosts,
  type ElementIndex,
  elementCosts,
  indexElements,
} from './network/elements/elements.js'
export { loadingAt } from './network/elements/loadings.js'
export { type RangeLookup, rangeLookup } from './network/elements/element-ranges.js'
export { corridorJourneys, type JourneyLeg } from './network/journeys/corridor.js'
export { endWait } from './network/journeys/end-waits.js'
export { type JourneyStep, journeySteps, type StepKind } from './network/journeys/journey-steps.js'
export {
  type FoundRoute,
  findRoutes,
  keepsOutOfTransit,
  ROUTE_CRITERIA,
  type RouteCriterion,
  type RouteRequest,
} from './network/journeys/find-routes.js'
export {
  type JourneyScore,
  scoreJourney,
  type ScoreParameters,
  scoreParameters,
} from './network/journeys/scoreboard.js'

// network/file: a network as GeoJSON, and what is wrong with one
export { checkNetwork } from './network/file/check-network.js'
export type { CheckOptions, Locate, NetworkFindings, NetworkRow } from './network/file/findings.js'
export {
  checkNetworkGeojson,
  type NetworkReading,
  readNetworkGeojson,
  type ReadNetworkOptions,
} from './network/file/read-geojson.js'
export { networkToGeojson, type WriteNetworkOptions } from './network/file/write-geojson.js'
export { type NetworkSummary, summariseNetwork } from './network/file/summary.js'

// gravity: elasticities from flows and costs
export type * from './gravity/fit/estimation-data.js'
export type * from './gravity/fit/estimate.js'
export { estimateOls } from './gravity/fit/ols.js'
export { estimatePpml } from './gravity/fit/ppml.js'
export {
  type Combination,
  parseCombination,
  parseRestriction,
  type Restriction,
} from './gravity/inference/restriction.js'
export {
  type MultilateralResistances,
  multilateralResistances,
  type ResistanceInput,
  resistanceLevels,
} from './gravity/inference/multilateral-resistance.js'
export { type LevelComponents, levelComponents } from './gravity/fit/components.js'
export {
  type BiasCorrection,
  biasCorrection,
  correctedCoefficients,
} from './gravity/inference/bias-correction.js'
export type { ThreeWayFit } from './gravity/inference/three-way-panel.js'
export {
  type BilateralRows,
  borderByPeriod,
  byPeriod,
  homeLevels,
  internationalBorder,
  outputAndExpenditure,
  phaseIn,
  remoteness,
  type RemotenessRows,
  shifted,
  type Sizes,
  symmetricPairs,
} from './gravity/design/policy.js'
export {
  type DerivedEstimate,
  type EstimatedSlopes,
  linearCombination,
  relativeChange,
  waldTest,
  type WaldTest,
} from './gravity/inference/wald.js'

// gravity, from a table and a formula
export {
  estimateGravity,
  type FittedGravity,
  type GravityOptions,
} from './gravity/estimate-gravity.js'
export { type CorrectedEstimate, correctBias } from './gravity/inference/correct-bias.js'
export { buildDesign, type Design, type LabelledGrouping } from './gravity/design/design.js'
export {
  columnsNeeded,
  type FieldNames,
  type FormulaModel,
  type GravityModel,
  modelOfFormula,
  type ParsedModel,
  parseModel,
} from './gravity/formula/model.js'
export { isMissingNumber, numberOfText } from './gravity/design/table.js'
export type { NumberColumn, Table, TableColumn, TextColumn } from './gravity/design/table.js'

// gravity, kept in a file
export {
  type EstimateFacts,
  readSavedEstimate,
  savedCombination,
  type SavedEstimate,
  savedEstimate,
} from './gravity/saved-estimate.js'

// equilibrium: changes of trade costs to trade, prices and real income
export { EQUILIBRIUM_MODELS, solveEquilibrium } from './equilibrium/solver.js'
export type * from './equilibrium/closure.js'
export type * from './equilibrium/result.js'
export type * from './equilibrium/one-sector/world.js'
export type * from './equilibrium/many-sector/world.js'
export { manySectorBase } from './equilibrium/many-sector/base.js'
export { normaliseInputShares } from './equilibrium/many-sector/input-shares.js'
export { firstOrderWelfare, type FirstOrderWelfare } from './equilibrium/many-sector/welfare.js'
export { realIncomeHat } from './equilibrium/welfare.js'
export { tradeTotals, type TradeTotals } from './equilibrium/trade-totals.js'
export { type Diversion, tradeDiversion } from './equilibrium/diversion.js'
export { oneSectorSlider } from './equilibrium/one-sector/slider.js'
export {
  costElasticity,
  costGradient,
  type RealSpendingDerivatives,
  realSpendingDerivatives,
  tariffElasticity,
  worldAfter,
} from './equilibrium/one-sector/derivatives.js'

// replication: published tables computed anew
export type { Replication, ReplicationRow } from './replication/replication.js'
export { replicate, REPLICATIONS, type ReplicationEntry } from './replication/index.js'

// agreement: what each player adds
export { shapleyValues } from './agreement/shapley.js'

// indicators: a bloc in the world
export { roundedToSum } from './numeric/rounded-to-sum.js'
export { type BlocFigures, blocFigures, type Indicator } from './indicators/bloc-shares.js'
export { type TurnoverBridge, turnoverBridge } from './indicators/bloc-turnover.js'
export { blocShares, type ShareByDefinition } from './indicators/definitions.js'
export { checkClaims, type ClaimCheck, type ClaimVerdict, definitionsOf } from './indicators/claims.js'
export {
  type PartnerConcentration,
  partnerConcentration,
  type PartnerShare,
} from './indicators/partner-concentration.js'

// scenario: what a person writes, and the one pipeline
export type { FreightRates, Scenario } from './scenario/scenario.js'
export type { EstimateTexts } from './scenario/text/resolve-estimates.js'
export { estimateFiles, writtenTitle } from './scenario/text/written-parts.js'
export { parseScenario } from './scenario/text/parse.js'
export * from './model.js'
export type { SolvedScenario } from './scenario/result/solved-scenario.js'
export { assembleResult } from './scenario/result/assemble-result.js'
export { closingsAlone, scenarioOfClosing, scenarioOfToday } from './scenario/stages/closing.js'
export {
  isCoast,
  type RankedClosing,
  rankClosings,
  type RankingOptions,
} from './scenario/runs/exposure-ranking.js'
export {
  type CutOffPair,
  type EconomyExposure,
  type Exposure,
  exposureOf,
  type PairExposure,
} from './scenario/runs/exposure.js'
export { TASKS } from './scenario/stages/tasks.js'
export type { Delegate, Task } from './ensemble/share-out.js'
export type * from './scenario/result/result.js'
export type { Centre } from './scenario/stages/capacity-stage.js'
export type { CentralCountry, CentralResult } from './scenario/result/central-result.js'
export { resultHash } from './scenario/result/hash.js'
export { scenarioToYaml } from './scenario/text/write.js'

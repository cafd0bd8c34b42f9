/** The part of the public face that answers a scenario once it is read: by itself, so that a page need not wait for YAML's reader. */
export { KeruenError } from './errors.js'
export { unpackChoiceSet } from './network/packed-choice-set.js'
export { type CentralRunOptions, centralRunner } from './scenario/central-run.js'
export { contributionsOf } from './scenario/contributions.js'
export { elementUsers, type PairUse } from './scenario/element-users.js'
export { type RunOptions, type RunProgress, run, solveScenario } from './scenario/pipeline.js'
export { prepareBaseline } from './scenario/prepare-baseline.js'
export { type ResolveOptions, resolveScenario, SCENARIO_DEFAULTS } from './scenario/resolve-scenario.js'

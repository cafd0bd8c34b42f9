/** The part of the public face that answers a scenario once it is read: by itself, so that a page need not wait for YAML's reader. */
export { KeruenError } from './errors.js'
export { unpackChoiceSet } from './network/choice-set/packed-choice-set.js'
export { elementUsers, type PairUse } from './scenario/result/element-users.js'
export { type CentralRunOptions, centralRunner } from './scenario/runs/central-run.js'
export { contributionsOf } from './scenario/runs/contributions.js'
export { type RunOptions, type RunProgress, run, solveScenario } from './scenario/runs/pipeline.js'
export { prepareBaseline } from './scenario/stages/prepare-baseline.js'
export { type ResolveOptions, resolveScenario, SCENARIO_DEFAULTS } from './scenario/text/resolve-scenario.js'

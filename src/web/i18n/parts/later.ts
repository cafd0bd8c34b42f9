/** Parts that come with what is opened later: the why panel, the bloc and method pages. */
export { bloc } from './bloc.js'
export { blocWords } from './bloc-words.js'
export { glossary } from './glossary.js'
export { method } from './method.js'
export { methodLimits } from './method-limits.js'
export { why } from './why.js'
export { whyWords } from './why-words.js'

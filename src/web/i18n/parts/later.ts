import { bloc } from './bloc.js'
import { blocWords } from './bloc-words.js'
import { glossary } from './glossary.js'
import { method } from './method.js'
import { methodLimits } from './method-limits.js'
import { notices } from './notices.js'
import { why } from './why.js'
import { whyWords } from './why-words.js'

/** Parts that come with what is opened later: the why panel, the bloc and method pages. */
export const LATER = {
  bloc,
  blocWords,
  glossary,
  method,
  methodLimits,
  notices,
  why,
  whyWords,
}

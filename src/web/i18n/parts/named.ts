import { ready } from './ready.js'
import { readyMeasures } from './ready-measures.js'

/** Words of the ready scenarios: they come with the names of places when the page is read in another language than English. */
export const NAMED = { ready, readyMeasures }

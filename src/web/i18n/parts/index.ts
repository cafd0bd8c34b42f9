import { addMeasure } from './add-measure.js'
import { answer } from './answer.js'
import { assumptions } from './assumptions.js'
import { compare } from './compare.js'
import { data } from './data.js'
import { exporting } from './export.js'
import { guide } from './guide.js'
import { levers } from './levers.js'
import { map } from './map.js'
import { outcomes } from './outcomes.js'
import { rates } from './rates.js'
import { server } from './server.js'
import { sharing } from './sharing.js'
import { shell } from './shell.js'
import { today } from './today.js'

/** Parts that are there from the first look on. */
export const FIRST = {
  addMeasure,
  answer,
  assumptions,
  compare,
  data,
  exporting,
  guide,
  levers,
  map,
  outcomes,
  rates,
  server,
  sharing,
  shell,
  today,
}

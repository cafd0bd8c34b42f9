/** The part of the public face that needs no model: lists of words, and quantities as people write them. */
export { LANGUAGES, QUALITIES, REGIONS } from './dataset/dataset.js'
export { FREIGHT_RATES } from './scenario/scenario.js'
export {
  type Dimension,
  formatChange,
  formatQuantity,
  parseChangeFactor,
  parseQuantity,
} from './scenario/text/units.js'

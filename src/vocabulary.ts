/** The part of the public face that needs no model: lists of words, and quantities as people write them. */
export { LANGUAGES, QUALITIES, REGIONS } from './dataset/dataset.js'
export {
  type Dimension,
  formatChange,
  formatQuantity,
  parseChangeFactor,
  parseQuantity,
} from './scenario/text/units.js'

/** Values that stand in many places of a result. */

/** Central value and the 5th and 95th percentile over the parameter range; not a forecast interval. */
export interface Range {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** The 5th and 95th percentile over the parameter range, of a value that stands beside. */
export interface Bounds {
  readonly low: number
  readonly high: number
}

export interface BeforeAfter {
  readonly before: number
  readonly after: number
}

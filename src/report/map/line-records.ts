/** A line of the map as a record: where it runs, and what it stands for. */
import type { LinkStatus, Place } from '../../dataset/dataset.js'

export type Point = readonly [number, number]

export interface LineShape {
  readonly id: string
  /** `ferry`: across an inner sea; `sea`: a course of the open sea, which is drawn where its traffic changes. */
  readonly kind: 'land' | 'ferry' | 'sea'
  readonly rail: boolean
  /** Only vessels of the open network sail here, no ferry of a corridor. */
  readonly seaOnly: boolean
  readonly from: Place
  readonly to: Place
  readonly status: LinkStatus
  /** Links of all modes that it stands for. */
  readonly links: readonly string[]
  /** Path data, and points along it every few pixels. */
  readonly path: string
  readonly samples: readonly Point[]
}

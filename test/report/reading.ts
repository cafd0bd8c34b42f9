/** What a reader meets in a report's page, and how tests look for it. */
import { expect } from 'vitest'
import { renderReport } from '../../src/report/index.js'
import type { Result } from '../../src/scenario/result/result.js'
import { atlas, fixtureDataset } from './fixture.js'

/** The report of a result on the small world. */
export const page = (result: Result, dataset = fixtureDataset()) =>
  renderReport(result, dataset, atlas, { scenarioYaml: 'keruen: 1\n' })

/** What a reader sees: no tags, no styles, entities read. */
export function visibleText(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[^\S\u00a0]+/g, ' ')
}

/** Things that only a fault writes. */
export function faults(html: string): string[] {
  return visibleText(html).match(/\bNaN\b|\bundefined\b|\bInfinity\b|\[object|\bnull\b/g) ?? []
}

/** As toContain and its opposite, without printing a whole page when they fail. */
export function expectIn(text: string, wanted: string): void {
  expect(text.includes(wanted), wanted).toBe(true)
}

export function expectNo(text: string, unwanted: string | RegExp): void {
  const at = typeof unwanted === 'string' ? text.indexOf(unwanted) : text.search(unwanted)
  expect(at === -1 ? '' : text.slice(Math.max(0, at - 60), at + 60)).toBe('')
}

/** Checks that every element of a traffic point is one of the network. */
import { type IssueList, shown } from './issue-list.js'
import type { Table } from './read-table.js'

/** Adds an issue for every part of `elements` that names nothing. O(parts). */
export function checkTrafficPoints(tables: ReadonlyMap<string, Table>, found: IssueList): void {
  const points = tables.get('traffic-points')
  const [places, links, crossings] = ['network-places', 'network-links', 'network-crossings'].map(name =>
    tables.get(name),
  )
  if (points === undefined || !places || !links || !crossings) return
  const known = new Set<string>()
  const kinds = places.text('kind')
  places.text('id').forEach((id, k) => {
    if (kinds[k] === 'strait') known.add(`strait:${id}`)
  })
  for (const id of links.text('id')) known.add(`link:${id}`)
  const modes = crossings.text('mode')
  crossings.text('place_id').forEach((id, k) => {
    known.add(`crossing:${id}:${modes[k]}`)
  })
  points.text('elements').forEach((cell, k) => {
    for (const part of cell.split(';')) {
      if (part === '' || known.has(part)) continue
      found.add({
        code: 'dataset.unknown-element',
        at: { file: points.path, line: points.line(k), field: 'elements' },
        expected: 'crossing:PLACE:MODE, link:ID or strait:PLACE of the network',
        found: shown(part),
      })
    }
  })
}

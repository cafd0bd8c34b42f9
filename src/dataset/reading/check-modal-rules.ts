/** Checks that no two rules of one precision fit the same pair of countries. */
import { endOf, regionMembers } from './assemble-modal-rules.js'
import type { IssueList } from './issue-list.js'
import type { Table } from './read-table.js'

/** @param countries the table of countries, where it is there. */
export function checkModalRules(table: Table, countries: Table | undefined, found: IssueList): void {
  if (countries === undefined) return
  const region = countries.text('region')
  const membersOf = regionMembers(
    countries.text('iso3').map((iso3, k) => ({ iso3, region: region[k] as never })),
  )
  const [id, a, b] = ['id', 'ends_a', 'ends_b'].map(table.text)
  const ruleOf = new Map<string, string>()
  for (let k = 0; k < table.length; k++) {
    const ends = [endOf(a![k]!, membersOf), endOf(b![k]!, membersOf)] as const
    const precision = ends.filter(end => end.isByCountry).length
    const others = new Set<string>()
    for (const one of ends[0].countries) {
      for (const other of ends[1].countries) {
        const key = `${precision} ${[one, other].sort().join(' – ')}`
        const known = ruleOf.get(key)
        if (known !== undefined && known !== id![k]) others.add(known)
        ruleOf.set(key, id![k]!)
      }
    }
    for (const other of others) {
      found.add({
        code: 'dataset.coverage',
        at: { file: table.path, line: table.line(k), field: 'ends_a, ends_b' },
        expected: 'each pair of countries in one rule, or in one for regions and one that names countries',
        found: `pairs that "${other}" has too`,
      })
    }
  }
}

/** Checks that no pair of countries stands in two rows of bulk. @param countries the table of countries, where it is there. */
export function checkBulkChains(table: Table, countries: Table | undefined, found: IssueList): void {
  if (countries === undefined) return
  const region = countries.text('region')
  const membersOf = regionMembers(
    countries.text('iso3').map((iso3, k) => ({ iso3, region: region[k] as never })),
  )
  const [id, from, to] = ['id', 'exporters', 'importers'].map(table.text)
  const rowOf = new Map<string, string>()
  for (let k = 0; k < table.length; k++) {
    const others = new Set<string>()
    for (const exporter of endOf(from![k]!, membersOf).countries) {
      for (const importer of endOf(to![k]!, membersOf).countries) {
        const known = rowOf.get(`${exporter} ${importer}`)
        if (known !== undefined) others.add(known)
        rowOf.set(`${exporter} ${importer}`, id![k]!)
      }
    }
    for (const other of others) {
      found.add({
        code: 'dataset.coverage',
        at: { file: table.path, line: table.line(k), field: 'exporters, importers' },
        expected: 'each pair of countries in one row',
        found: `pairs that "${other}" has too`,
      })
    }
  }
}

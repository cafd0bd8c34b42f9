/** Levers that act on the network: crossing, terminal, link, corridor, open, close. */
import { changesGauge } from '../../measures/gauge.js'
import type { CloseMeasure, LinkMeasure } from '../../measures/measure.js'
import type { Path } from './path.js'
import { resolveChanges } from './resolve-change.js'
import { type Context, placeCandidates, resolveCountries, resolveIds } from './resolve-names.js'
import type { WrittenMeasure } from './schema.js'
import type { Dimension } from './units.js'

export function resolveCrossing(context: Context, written: WrittenMeasure<'crossing'>, path: Path) {
  const { mode, from, to } = written
  const own = [...path, 'crossing']
  const placeIds = resolveCrossingPlaces(context, written, own)
  const resolved = resolveChanges(context, written, path, {
    hours: ['hours'],
    fee: ['cost-per-teu'],
    capacity: ['capacity'],
  })
  const sides = { from, to }
  const known = (['from', 'to'] as const).map(key => {
    const code = sides[key]
    return (
      code === undefined || resolveIds(context, code, [...path, key], 'country', countryCandidates(context))
    )
  })
  if (placeIds === undefined || resolved === undefined || known.includes(undefined)) return undefined
  const filters = {
    ...(mode === undefined ? {} : { mode }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
  return { lever: { kind: 'crossing', placeIds, ...filters, ...resolved.changes } }
}

function countryCandidates({ dataset }: Context) {
  return dataset.countries.map(({ iso3, names }) => ({ id: iso3, label: names.en }))
}

function resolveCrossingPlaces(
  context: Context,
  { crossing, mode }: WrittenMeasure<'crossing'>,
  path: Path,
): string[] | undefined {
  const rows = context.dataset.network.crossings
  const withRows = new Set(rows.map(({ placeId }) => placeId))
  if (typeof crossing === 'string' || Array.isArray(crossing)) {
    return resolveIds(
      context,
      crossing,
      path,
      'place',
      placeCandidates(context.dataset, id => withRows.has(id)),
    )
  }
  const { among, between } = crossing
  if ((among === undefined) === (between === undefined)) {
    const found = among === undefined ? 'neither' : 'both'
    const mend = 'write { among: sco } or { between: [CHN, KAZ] }'
    context.report(path, { code: 'scenario.one-choice', expected: 'either among or between', found, mend })
    return undefined
  }
  const sides =
    among === undefined
      ? between!.map((side, index) => resolveCountries(context, side, [...path, 'between', index]))
      : [resolveCountries(context, among, [...path, 'among'])]
  const [left, right = left] = sides
  if (left === undefined || right === undefined || sides.includes(undefined)) return undefined
  const chosen = rows.filter(
    row =>
      (mode === undefined || row.mode === mode) &&
      ((left.includes(row.fromCountry) && right.includes(row.toCountry)) ||
        (right.includes(row.fromCountry) && left.includes(row.toCountry))),
  )
  if (chosen.length === 0) {
    const expected = 'countries that share a border crossing of this mode'
    context.report(path, { code: 'scenario.no-crossing', expected, found: 'none between these' })
    return undefined
  }
  return [...new Set(chosen.map(({ placeId }) => placeId))].sort()
}

export function resolveTerminal(context: Context, written: WrittenMeasure<'terminal'>, path: Path) {
  const withRows = new Set(context.dataset.network.terminals.map(({ placeId }) => placeId))
  const candidates = placeCandidates(context.dataset, id => withRows.has(id))
  const placeIds = resolveIds(context, written.terminal, [...path, 'terminal'], 'place', candidates)
  const resolved = resolveChanges(context, written, path, {
    hours: ['hours'],
    cost: ['cost-per-teu'],
    capacity: ['capacity'],
  })
  if (placeIds === undefined || resolved === undefined) return undefined
  const modes = written.modes === undefined ? {} : { modes: [...written.modes].sort() }
  return { lever: { kind: 'terminal', placeIds, ...modes, ...resolved.changes } }
}

export function resolveOneGauge(context: Context, { oneGauge }: WrittenMeasure<'oneGauge'>, path: Path) {
  const { crossings, terminals } = context.dataset.network
  const places = new Set([...crossings, ...terminals].filter(changesGauge).map(row => row.placeId))
  const candidates = placeCandidates(context.dataset, id => places.has(id))
  const placeIds = resolveIds(context, oneGauge, [...path, 'oneGauge'], 'place-of-gauge-change', candidates)
  return placeIds === undefined ? undefined : { lever: { kind: 'gauge', placeIds } }
}

const LINK_CHANGES = {
  speed: ['speed'],
  cost: ['cost-per-teu-km', 'cost-per-teu'],
  capacity: ['capacity'],
} as const satisfies Record<string, readonly Dimension[]>

export function resolveLink(context: Context, written: WrittenMeasure<'link'>, path: Path) {
  const linkIds = resolveLinkIds(context, written.link, [...path, 'link'])
  const changes = resolveLinkChanges(context, written, path)
  if (linkIds === undefined || changes === undefined) return undefined
  return { lever: { kind: 'link', linkIds, ...changes } }
}

function resolveLinkChanges(
  context: Context,
  written: WrittenMeasure<'link'> | WrittenMeasure<'corridor'>,
  path: Path,
) {
  const resolved = resolveChanges(context, written, path, LINK_CHANGES)
  if (resolved === undefined) return undefined
  const costUnit = resolved.units.cost as LinkMeasure['costUnit']
  return { ...resolved.changes, ...(costUnit === undefined ? {} : { costUnit }) }
}

function resolveLinkIds(
  context: Context,
  written: string | readonly string[],
  path: Path,
): string[] | undefined {
  return resolveIds(context, written, path, 'link', linkCandidates(context))
}

function linkCandidates({ dataset }: Context) {
  return dataset.network.links.map(({ id, from, to }) => ({ id, label: `${from}--${to}` }))
}

export function resolveCorridor(context: Context, written: WrittenMeasure<'corridor'>, path: Path) {
  const corridor = findCorridor(context, written.corridor, [...path, 'corridor'])
  const changes = resolveLinkChanges(context, written, path)
  const countries =
    written.countries === undefined
      ? []
      : resolveCountries(context, written.countries, [...path, 'countries'])
  if (corridor === undefined || changes === undefined || countries === undefined) return undefined
  const modes = written.modes ?? corridor.modes
  const links = corridorLinks(context, corridor).filter(
    link =>
      modes.includes(link.mode) &&
      (countries.length === 0 || (link.country !== undefined && countries.includes(link.country))),
  )
  if (links.length === 0) {
    const expected = `links of ${corridor.id} that lie in these countries and have these modes`
    context.report(path, { code: 'scenario.no-link', expected, found: 'none' })
    return undefined
  }
  const filters = [corridor.name, ...countries, ...(written.modes ?? [])].join(', ')
  return { lever: { kind: 'link', linkIds: links.map(({ id }) => id), ...changes }, subject: filters }
}

function findCorridor(context: Context, id: string, path: Path) {
  const { corridors } = context.dataset.network
  const candidates = corridors.map(each => ({ id: each.id, label: each.name }))
  const known = resolveIds(context, id, path, 'corridor', candidates)
  return known === undefined ? undefined : corridors.find(each => each.id === id)
}

/** Links between neighbours of the corridor, by its own modes, in the order of the dataset. */
function corridorLinks(
  { dataset }: Context,
  corridor: { places: readonly string[]; modes: readonly string[] },
) {
  const steps = new Set<string>()
  for (let index = 1; index < corridor.places.length; index++) {
    steps.add(`${corridor.places[index - 1]} ${corridor.places[index]}`)
    steps.add(`${corridor.places[index]} ${corridor.places[index - 1]}`)
  }
  return dataset.network.links.filter(
    link => steps.has(`${link.from} ${link.to}`) && corridor.modes.includes(link.mode),
  )
}

export function resolveOpen(context: Context, { open }: WrittenMeasure<'open'>, path: Path) {
  const own = [...path, 'open']
  if (typeof open === 'string' || Array.isArray(open)) {
    const linkIds = resolveLinkIds(context, open, own)
    return linkIds === undefined ? undefined : { lever: { kind: 'open', linkIds } }
  }
  const corridor = findCorridor(context, open.corridor, [...own, 'corridor'])
  if (corridor === undefined) return undefined
  const linkIds = corridorLinks(context, corridor)
    .filter(link => link.status !== 'open')
    .map(({ id }) => id)
  if (linkIds.length === 0) {
    context.report(own, {
      code: 'measure.already-open',
      expected: 'a corridor with planned or suspended links',
      found: `${corridor.id}, whose links are all open`,
      mend: 'leave it out',
    })
    return undefined
  }
  return { lever: { kind: 'open', linkIds }, subject: `Opens ${corridor.name}` }
}

export function resolveClose(context: Context, { close }: WrittenMeasure<'close'>, path: Path) {
  const own = [...path, 'close']
  const { dataset } = context
  const places = placeCandidates(dataset)
  const isLink = new Set(dataset.network.links.map(({ id }) => id))
  if (typeof close === 'string' || Array.isArray(close)) {
    const known = resolveIds(context, close, own, 'place-or-link', [...places, ...linkCandidates(context)])
    if (known === undefined) return undefined
    return {
      lever: closing(
        known.filter(id => isLink.has(id)),
        known.filter(id => !isLink.has(id)),
      ),
    }
  }
  const kinds = new Map(dataset.network.places.map(({ id, kind }) => [id, kind]))
  const ofKind = (kind: string) => placeCandidates(dataset, id => kinds.get(id) === kind)
  const choose = (
    key: 'strait' | 'link' | 'crossing' | 'place',
    candidates: readonly { id: string }[],
    what: string,
  ) => {
    const written = close[key]
    return written === undefined ? [] : resolveIds(context, written, [...own, key], what, candidates)
  }
  const links = choose('link', linkCandidates(context), 'link')
  const chosen = [
    choose('strait', ofKind('strait'), 'strait'),
    choose('crossing', ofKind('border'), 'place'),
    choose('place', places, 'place'),
  ]
  if (links === undefined || chosen.includes(undefined)) return undefined
  const placeIds = [...new Set(chosen.flatMap(ids => ids ?? []))]
  if (links.length + placeIds.length > 0) return { lever: closing(links, placeIds) }
  const mend = 'write { strait: suez } or close: an id'
  context.report(own, { code: 'scenario.no-effect', expected: 'something to close', found: 'nothing', mend })
  return undefined
}

function closing(
  linkIds: readonly string[],
  placeIds: readonly string[],
): Pick<CloseMeasure, 'kind' | 'linkIds' | 'placeIds'> {
  return { kind: 'close', linkIds, placeIds }
}

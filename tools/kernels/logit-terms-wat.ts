/** The text of the kernels that make terms: on anchors, or on references of every node. See `logit-wat.ts`. */
import {
  ANCHORS,
  FIRST_TERM,
  LARGEST_EXPONENT,
  NEST,
  POWERED_AFTER,
  REFERENCE,
  SEA_REFERENCE,
  SMALLEST_BASE,
  SMALLEST_PART,
} from '../../src/network/route-choice/logit/kernels.js'
import {
  addresses,
  advance,
  firstTerm,
  forNodes,
  forRoutes,
  INDICES,
  inRow,
  lines,
  ofRoute,
  pair,
  rowOf,
  scalar,
  scalars,
  splat,
} from './logit-pieces.js'
import {
  add,
  both,
  ELEMENTARY_LOCALS,
  exponential,
  flag,
  forEach,
  func,
  get,
  int,
  load,
  mul,
  plus,
  set,
  store,
  sub,
  times,
  vectors,
  when,
} from './wat.js'

/** Sets a local to `expWithin` of the plain form, of a number that it writes to `raw`. */
const expWithin = (target: string, value: string, least = -LARGEST_EXPONENT) =>
  lines(
    set('raw', value),
    set('x', `(f64x2.pmin (f64x2.pmax ${get('raw')} ${both(least)}) ${both(LARGEST_EXPONENT)})`),
    exponential('x', 'x'),
    set(target, `(v128.and ${get('x')} (f64x2.gt ${get('raw')} ${both(least)}))`),
  )

/** Hours and USD of the anchors in their order: of all routes, then of those at sea. */
const ANCHOR_NAMES = ['allHours', 'allUsd', 'seaHours', 'seaUsd']
const anchorAt = (place: number) => `offset=${8 * place} ${get('terms')}`

export function anchors(): string {
  const take = (name: string) =>
    when(
      `(f64.lt ${get('h')} ${get(`${name}Hours`)})`,
      lines(set(`${name}Hours`, get('h')), set(`${name}Usd`, scalar('usd'))),
    )
  const reference = (name: string) =>
    add(splat(get(`${name}Usd`)), mul(load(pair('value')), splat(get(`${name}Hours`))))
  return func(
    'anchors',
    addresses('count', 'bytes', 'available', 'maritime', 'hours', 'usd', 'value', 'terms'),
    { ...INDICES, ...scalars('h', ...ANCHOR_NAMES) },
    lines(
      ...ANCHOR_NAMES.map(name => set(name, '(f64.const inf)')),
      forRoutes(
        when(
          flag('available', 'r'),
          lines(set('h', scalar('hours')), take('all'), when(flag('maritime', 'r'), take('sea'))),
        ),
      ),
      ...ANCHOR_NAMES.map((name, place) => `(f64.store ${anchorAt(place)} ${get(name)})`),
      forNodes(
        store(inRow('terms', REFERENCE), reference('all')),
        store(inRow('terms', SEA_REFERENCE), reference('sea')),
      ),
    ),
  )
}

/** Of the terms of another state those that stand before the routes' are taken over, then those of routes that do not differ. */
const copyHead = () =>
  lines(
    set('head', plus(int(8 * ANCHORS), times(get('bytes'), FIRST_TERM))),
    forEach('n', 'head', 16, store(pair('terms'), load(pair('other')))),
  )
const forTerms = (write: string) =>
  lines(
    set('to', firstTerm('terms')),
    set('from', firstTerm('other')),
    forRoutes(
      when(
        flag('available', 'r'),
        when(
          `(i32.or (i32.eqz ${get('other')}) ${flag('differs', 'r')})`,
          write,
          forNodes(store(pair('to'), load(pair('from')))),
        ),
      ),
      advance('to', 'from'),
    ),
  )

/**
 * Writes the row of terms at `to`, those of a factor times e to the power `money` and to `slope` times the values of time: by
 * exponentials of the first nodes, and of the others where they are no powers of those.
 */
function termsOnAnchor(): string {
  const ofTime = (name: string, offset: number) =>
    expWithin(name, mul(`(v128.load offset=${offset} ${pair('value')})`, get('slope')), SMALLEST_PART)
  const unlessNothing = (name: string) =>
    set(name, `(v128.and ${get(name)} (f64x2.gt ${get(name)} ${both(SMALLEST_BASE)}))`)
  const square = (name: string) => set(name, mul(get(name), get(name)))
  const bytesOfGroup = 8 * POWERED_AFTER
  return lines(
    expWithin('even', splat(get('money')), SMALLEST_PART),
    when(
      `(i32.and (i32.ne ${get('other')} ${int(0)}) (i32.eqz (f64.gt ${get('money')} (f64.const ${SMALLEST_PART}))))`,
      set('even', both('nan')),
    ),
    set('factor', mul(get('factor'), get('even'))),
    forEach(
      'n',
      'bytes',
      bytesOfGroup,
      lines(
        when(
          `(i32.and (i32.ne ${get('n')} ${int(0)}) (i32.ne ${get('squarings')} ${int(0)}))`,
          lines(
            unlessNothing('even'),
            unlessNothing('odd'),
            forEach('k', 'squarings', 1, lines(square('even'), square('odd'))),
          ),
          lines(ofTime('even', 0), ofTime('odd', 16)),
        ),
        store(pair('to'), mul(get('factor'), get('even'))),
        when(
          `(i32.lt_u ${plus(get('n'), int(16))} ${get('bytes')})`,
          `(v128.store offset=16 ${pair('to')} ${mul(get('factor'), get('odd'))})`,
        ),
      ),
    ),
  )
}

export function terms(): string {
  const beyond = (place: number, value: string) => `(f64.sub (f64.load ${anchorAt(place)}) ${value})`
  const onAnchor = (place: number, hours: string, usd: string, per: string) =>
    lines(
      set('money', `(f64.mul ${beyond(place + 1, usd)} ${get(per)})`),
      set('slope', splat(`(f64.mul ${beyond(place, hours)} ${get(per)})`)),
    )
  const nest = lines(
    set('to', rowOf('terms', NEST)),
    set('factor', both(1)),
    onAnchor(0, `(f64.load ${anchorAt(2)})`, `(f64.load ${anchorAt(3)})`, 'perLand'),
    termsOnAnchor(),
  )
  const anew = lines(
    set('factor', ofRoute('overlap')),
    when(
      flag('maritime', 'r'),
      onAnchor(2, scalar('hours'), scalar('usd'), 'perSea'),
      onAnchor(0, scalar('hours'), scalar('usd'), 'perLand'),
    ),
    termsOnAnchor(),
  )
  return func(
    'terms',
    {
      ...addresses('count', 'bytes', 'available', 'maritime', 'hours', 'usd', 'overlap', 'value'),
      squarings: 'i32',
      ...scalars('perLand', 'perSea'),
      ...addresses('terms', 'other', 'differs'),
    },
    {
      ...INDICES,
      ...addresses('k', 'to', 'from', 'head'),
      money: 'f64',
      ...vectors('raw', 'x', 'slope', 'factor', 'even', 'odd'),
      ...ELEMENTARY_LOCALS,
    },
    lines(
      when(get('other'), copyHead(), when(`(f64.lt (f64.load ${anchorAt(2)}) (f64.const inf))`, nest)),
      forTerms(anew),
    ),
  )
}

export function references(): string {
  const cost = add(ofRoute('usd'), mul(get('v'), ofRoute('hours')))
  return func(
    'references',
    addresses('count', 'bytes', 'available', 'maritime', 'hours', 'usd', 'value', 'terms'),
    { ...INDICES, ...vectors('v', 'best', 'sea', 'cost') },
    forNodes(
      set('best', both('inf')),
      set('sea', both('inf')),
      set('v', load(pair('value'))),
      forRoutes(
        when(
          flag('available', 'r'),
          lines(
            set('cost', cost),
            set('best', `(f64x2.pmin ${get('best')} ${get('cost')})`),
            when(flag('maritime', 'r'), set('sea', `(f64x2.pmin ${get('sea')} ${get('cost')})`)),
          ),
        ),
      ),
      store(inRow('terms', REFERENCE), get('best')),
      store(inRow('terms', SEA_REFERENCE), get('sea')),
    ),
  )
}

export function termsByNode(): string {
  const above = sub(load(pair('reference')), add(get('u'), mul(load(pair('value')), get('h'))))
  const anew = lines(
    set('h', ofRoute('hours')),
    set('u', ofRoute('usd')),
    set('factor', ofRoute('overlap')),
    when(
      flag('maritime', 'r'),
      lines(set('reference', rowOf('terms', SEA_REFERENCE)), set('per', splat(get('perSea')))),
      lines(set('reference', rowOf('terms', REFERENCE)), set('per', splat(get('perLand')))),
    ),
    forNodes(expWithin('x', mul(above, get('per'))), store(pair('to'), mul(get('factor'), get('x')))),
  )
  const nest = forNodes(
    expWithin(
      'x',
      mul(sub(load(inRow('terms', REFERENCE)), load(inRow('terms', SEA_REFERENCE))), splat(get('perLand'))),
    ),
    store(inRow('terms', NEST), get('x')),
  )
  return func(
    'termsByNode',
    {
      ...addresses('count', 'bytes', 'available', 'maritime', 'hours', 'usd', 'overlap', 'value'),
      ...scalars('perLand', 'perSea'),
      ...addresses('terms', 'other', 'differs'),
    },
    {
      ...INDICES,
      ...addresses('to', 'from', 'head', 'reference'),
      ...vectors('raw', 'x', 'h', 'u', 'factor', 'per'),
      ...ELEMENTARY_LOCALS,
    },
    lines(when(get('other'), copyHead(), nest), forTerms(anew)),
  )
}

/**
 * The text of the kernels of route choice: what `src/network/route-choice/logit/plain-kernels.ts` does, two nodes an instruction. No sum
 * is reordered and nothing is fused, so the bits are those of the plain form.
 *
 * Addresses are in bytes; `bytes` is the length of a row of nodes, `n` the place within it, `r` the route.
 */
import {
  LAND,
  LARGEST_SUM,
  LOG_SUM,
  NEST,
  REFERENCE,
  SEA,
  SEA_SUM,
  SEA_TERM,
  SEA_TERM_PER_SUM,
  SMALLEST_SUM,
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
  scalars,
  splat,
  zero,
} from './logit-pieces.js'
import { anchors, references, terms, termsByNode } from './logit-terms-wat.js'
import {
  add,
  addTo,
  both,
  div,
  ELEMENTARY_LOCALS,
  exponential,
  flag,
  forEach,
  func,
  get,
  int,
  load,
  logarithm,
  mul,
  plus,
  set,
  store,
  sub,
  times,
  vectors,
  when,
} from './wat.js'

export function logitWat(): string {
  const functions = [
    ...[anchors(), terms(), references(), termsByNode()],
    ...[sums(), finish(), shares(), costs(), hours(), displaced()],
  ]
  return `(module\n  (import "env" "memory" (memory 1))\n${functions.join('\n')}\n)\n`
}

function sums(): string {
  /** Two vectors of nodes go together, so that half as many branches are taken. */
  const halves = ['', 'Odd']
  const addTerm = (of: 'land' | 'sea' | 'partLand' | 'partSea') =>
    lines(...halves.map((half, k) => addTo(of + half, `(v128.load offset=${16 * k} ${get('from')})`)))
  const byMaritime = (land: Parameters<typeof addTerm>[0], sea: Parameters<typeof addTerm>[0]) =>
    when(flag('maritime', 'r'), addTerm(sea), addTerm(land))
  const write = (array: string, half: number, land: string, sea: string) => {
    const to = (row: number, value: string) => `(v128.store offset=${16 * half} ${pair(array, row)} ${value})`
    return lines(
      to(LAND, land),
      to(SEA_SUM, sea),
      ...[LOG_SUM, SEA, SEA_TERM, SEA_TERM_PER_SUM].map(row => to(row, both(0))),
    )
  }
  const writeHalf = (k: number) => {
    const [land, sea, partLand, partSea] = ['land', 'sea', 'partLand', 'partSea'].map(of =>
      get(of + halves[k]),
    ) as [string, string, string, string]
    return lines(
      write('byNode', k, add(land, partLand), add(sea, partSea)),
      when(get('part'), write('partByNode', k, partLand, partSea)),
    )
  }
  const names = ['land', 'sea', 'partLand', 'partSea'].flatMap(of => halves.map(half => of + half))
  return func(
    'sums',
    addresses('count', 'bytes', 'available', 'maritime', 'terms', 'byNode', 'part', 'partByNode'),
    { ...INDICES, from: 'i32', ...vectors(...names) },
    forEach(
      'n',
      'bytes',
      32,
      lines(
        zero(...names),
        set('from', plus(firstTerm('terms'), get('n'))),
        forRoutes(
          when(
            flag('available', 'r'),
            when(
              get('part'),
              when(flag('part', 'r'), byMaritime('partLand', 'partSea'), byMaritime('land', 'sea')),
              byMaritime('land', 'sea'),
            ),
          ),
          advance('from'),
        ),
        writeHalf(0),
        when(`(i32.lt_u ${plus(get('n'), int(16))} ${get('bytes')})`, writeHalf(1)),
      ),
    ),
  )
}

/** Keeps in `ok` whether all sums so far were within the range of `SMALLEST_SUM` … `LARGEST_SUM`. */
const watch = (sum: string) =>
  set(
    'ok',
    `(v128.and ${get('ok')} (v128.and (f64x2.gt ${get(sum)} ${both(SMALLEST_SUM)}) (f64x2.lt ${get(sum)} ${both(LARGEST_SUM)})))`,
  )

function finish(): string {
  const nest = lines(
    set('sum', load(pair('byNode', SEA_SUM))),
    watch('sum'),
    when(
      `(i32.lt_s ${get('roots')} ${int(0)})`,
      lines(
        logarithm('x', 'sum'),
        set('x', div(mul(get('x'), splat(get('seaDispersion'))), get('mu'))),
        exponential('x', 'x'),
      ),
      lines(set('x', get('sum')), forEach('k', 'roots', 1, set('x', `(f64x2.sqrt ${get('x')})`))),
    ),
    set('seaTerm', mul(load(inRow('terms', NEST)), get('x'))),
    set('perSum', div(get('seaTerm'), get('sum'))),
    store(pair('byNode', SEA_TERM), get('seaTerm')),
    store(pair('byNode', SEA_TERM_PER_SUM), get('perSum')),
  )
  return func(
    'finish',
    {
      ...addresses('hasSea', 'bytes', 'terms', 'byNode', 'roots'),
      ...scalars('dispersion', 'seaDispersion'),
    },
    {
      ...addresses('n', 'k'),
      ...vectors('ok', 'x', 'mu', 'sum', 'seaTerm', 'perSum', 'perTotal'),
      ...ELEMENTARY_LOCALS,
    },
    lines(
      set('mu', splat(get('dispersion'))),
      set('ok', '(v128.const i64x2 -1 -1)'),
      forNodes(
        when(get('hasSea'), nest),
        set('sum', add(load(pair('byNode', LAND)), get('seaTerm'))),
        watch('sum'),
        logarithm('x', 'sum'),
        set('perTotal', div(both(1), get('sum'))),
        store(pair('byNode', LOG_SUM), sub(load(inRow('terms', REFERENCE)), mul(get('mu'), get('x')))),
        store(pair('byNode', LAND), get('perTotal')),
        store(pair('byNode', SEA), mul(get('perSum'), get('perTotal'))),
      ),
      `(i64x2.all_true ${get('ok')})`,
    ),
    '(result i32)',
  )
}

/** Writes the mean of the two nodes of a vector, which are weighed already, as that of their bin. */
const toBin = (value: string) => {
  const ofBin = (array: string) => plus(get(array), `(i32.shr_u ${get('n')} ${int(1)})`)
  const sum = `(f64.add (f64x2.extract_lane 0 ${get(value)}) (f64x2.extract_lane 1 ${get(value)}))`
  return `(f64.store ${ofBin('out')} (f64.div ${sum} (f64.load ${ofBin('bins')})))`
}

/** Writes from a term to its part of the mean, by node: by land, then by sea. */
const weigh = () =>
  forNodes(
    ...[LAND, SEA].map((row, k) =>
      store(pair('scale', k), mul(load(pair('weights')), load(pair('byNode', row)))),
    ),
  )

function shares(): string {
  return func(
    'shares',
    addresses('count', 'bytes', 'available', 'maritime', 'terms', 'byNode', 'weights', 'scale', 'out'),
    { ...INDICES, ...addresses('from', 'by'), ...vectors('sum') },
    lines(
      weigh(),
      set('from', firstTerm('terms')),
      forRoutes(
        zero('sum'),
        when(
          flag('available', 'r'),
          lines(
            set('by', get('scale')),
            when(flag('maritime', 'r'), advance('by')),
            forNodes(addTo('sum', mul(load(pair('by')), load(pair('from'))))),
          ),
        ),
        `(f64.store ${plus(get('out'), times(get('r'), 8))} (f64.add (f64x2.extract_lane 0 ${get('sum')}) (f64x2.extract_lane 1 ${get('sum')})))`,
        advance('from'),
      ),
    ),
  )
}

function costs(): string {
  return func(
    'costs',
    addresses('bytes', 'byNode', 'least', 'weights', 'bins', 'out'),
    { n: 'i32', ...vectors('cost') },
    forNodes(
      set('cost', `(f64x2.max ${load(pair('byNode', LOG_SUM))} ${load(pair('least', LOG_SUM))})`),
      set('cost', mul(load(pair('weights')), get('cost'))),
      toBin('cost'),
    ),
  )
}

function hours(): string {
  const ofArray = (array: string) => `(f64.load ${plus(get(array), times(get('r'), 8))})`
  return func(
    'hours',
    addresses(
      ...['count', 'bytes', 'available', 'maritime', 'hours', 'less', 'terms', 'byNode'],
      ...['weights', 'bins', 'sums', 'out'],
    ),
    { ...INDICES, ...addresses('from', 'to'), more: 'f64', ...vectors('factor', 'mean') },
    lines(
      forNodes(store(pair('sums'), both(0)), store(pair('sums', 1), both(0))),
      set('from', firstTerm('terms')),
      forRoutes(
        set('more', ofArray('hours')),
        when(get('less'), set('more', `(f64.sub ${get('more')} ${ofArray('less')})`)),
        when(
          `(i32.and ${flag('available', 'r')} (f64.ne ${get('more')} (f64.const 0)))`,
          lines(
            set('factor', `(f64x2.splat ${get('more')})`),
            set('to', get('sums')),
            when(flag('maritime', 'r'), advance('to')),
            forNodes(store(pair('to'), add(load(pair('to')), mul(get('factor'), load(pair('from')))))),
          ),
        ),
        advance('from'),
      ),
      forNodes(
        set('mean', mul(mul(load(pair('weights')), load(pair('byNode', LAND))), load(pair('sums')))),
        addTo('mean', mul(mul(load(pair('weights')), load(pair('byNode', SEA))), load(pair('sums', 1)))),
        toBin('mean'),
      ),
    ),
  )
}

function displaced(): string {
  const scale = (state: string) =>
    `(select ${get(`${state}Sea`)} ${get(`${state}Land`)} ${flag('maritime', 'r')})`
  const share = (state: string) =>
    lines(
      set(`${state}Share`, mul(load(get(`${state}From`)), scale(state))),
      set(`${state}Part`, mul(get(`${state}Share`), ofRoute(`${state}Hours`))),
      addTo(`${state}Mean`, get(`${state}Part`)),
    )
  const scales = (state: string) =>
    lines(
      set(`${state}Land`, load(pair(`${state}ByNode`, LAND))),
      set(`${state}Sea`, load(pair(`${state}ByNode`, SEA))),
      set(`${state}From`, plus(firstTerm(`${state}Terms`), get('n'))),
    )
  const addWhere = (share_: string, more: string) =>
    set(
      'more',
      `(v128.bitselect ${add(get('more'), more)} ${get('more')} (f64x2.gt ${get(share_)} ${both(0)}))`,
    )
  return func(
    'displaced',
    addresses(
      ...['count', 'bytes', 'oldAvailable', 'nextAvailable', 'maritime', 'oldHours', 'nextHours'],
      ...['oldTerms', 'nextTerms', 'oldByNode', 'nextByNode', 'onlyLoses', 'isLoss'],
      ...['weights', 'bins', 'out'],
    ),
    {
      ...INDICES,
      ...addresses('oldFrom', 'nextFrom'),
      ...vectors(...['old', 'next'].flatMap(s => ['Land', 'Sea', 'Share', 'Part', 'Mean'].map(of => s + of))),
      ...vectors('more', 'closedShare', 'closedHours', 'openedShare', 'openedHours'),
    },
    forNodes(
      zero('oldMean', 'nextMean', 'more', 'closedShare', 'closedHours', 'openedShare', 'openedHours'),
      scales('old'),
      scales('next'),
      forRoutes(
        when(flag('oldAvailable', 'r'), share('old')),
        when(flag('nextAvailable', 'r'), share('next')),
        when(
          flag('oldAvailable', 'r'),
          when(
            flag('nextAvailable', 'r'),
            addTo('more', mul(get('oldShare'), sub(ofRoute('nextHours'), ofRoute('oldHours')))),
            lines(addTo('closedShare', get('oldShare')), addTo('closedHours', get('oldPart'))),
          ),
          when(
            flag('nextAvailable', 'r'),
            lines(addTo('openedShare', get('nextShare')), addTo('openedHours', get('nextPart'))),
          ),
        ),
        advance('oldFrom', 'nextFrom'),
      ),
      addWhere(
        'closedShare',
        `(f64x2.max ${both(0)} ${sub(mul(get('closedShare'), get('nextMean')), get('closedHours'))})`,
      ),
      when(
        `(i32.eqz ${get('onlyLoses')})`,
        addWhere(
          'openedShare',
          `(f64x2.min ${both(0)} ${sub(get('openedHours'), mul(get('openedShare'), get('oldMean')))})`,
        ),
      ),
      when(get('isLoss'), set('more', `(f64x2.max ${both(0)} ${get('more')})`)),
      set('more', mul(load(pair('weights')), get('more'))),
      toBin('more'),
    ),
  )
}

/**
 * The text of the kernels of route choice: what `src/network/route-choice/logit/plain-kernels.ts` does, two nodes an instruction. No sum
 * is reordered and nothing is fused, so the bits are those of the plain form.
 *
 * Addresses are in bytes; `bytes` is the length of a row of nodes, `n` the place within it, `r` the route.
 */
import {
  LAND,
  LARGEST_EXPONENT,
  LARGEST_SUM,
  LOG_SUM,
  SEA,
  SEA_SUM,
  SEA_TERM,
  SEA_TERM_PER_SUM,
  SMALLEST_SUM,
} from '../../src/network/route-choice/logit/kernels.js'
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
  loadBoth,
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
  const functions = [references(), terms(), sums(), finish(), shares(), costs(), hours(), displaced()]
  return `(module\n  (import "env" "memory" (memory 1))\n${functions.join('\n')}\n)\n`
}

const addresses = (...names: string[]) =>
  Object.fromEntries(names.map(name => [name, 'i32'])) as Record<string, 'i32'>
const INDICES = addresses('r', 'n')

const lines = (...parts: string[]) => parts.join('\n      ')
const forNodes = (...body: string[]) => forEach('n', 'bytes', 16, lines(...body))
const forRoutes = (...body: string[]) => forEach('r', 'count', 1, lines(...body))
const zero = (...names: string[]) => lines(...names.map(name => set(name, both(0))))

/** Address of a pair of nodes in a row of an array. */
const pair = (array: string, row = 0) =>
  Array.from({ length: row }).reduce<string>(sum => plus(sum, get('bytes')), plus(get(array), get('n')))
/** The number of the route, twice. */
const ofRoute = (array: string) => loadBoth(plus(get(array), times(get('r'), 8)))
const advance = (...names: string[]) => lines(...names.map(name => set(name, plus(get(name), get('bytes')))))
/** Address of the first term, behind the two rows of references. */
const firstTerm = (array: string) => plus(get(array), times(get('bytes'), 2))
/** Sets a local to `expWithin` of the plain form, of a number that it writes to `raw`. */
const expWithin = (target: string, value: string) =>
  lines(
    set('raw', value),
    set('x', `(f64x2.pmin (f64x2.pmax ${get('raw')} ${both(-LARGEST_EXPONENT)}) ${both(LARGEST_EXPONENT)})`),
    exponential('x', 'x'),
    set(target, `(v128.and ${get('x')} (f64x2.gt ${get('raw')} ${both(-LARGEST_EXPONENT)}))`),
  )

function references(): string {
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
      store(pair('terms'), get('best')),
      store(pair('terms', 1), get('sea')),
    ),
  )
}

function terms(): string {
  const above = sub(load(pair('reference')), add(get('u'), mul(load(pair('value')), get('h'))))
  const anew = lines(
    set('h', ofRoute('hours')),
    set('u', ofRoute('usd')),
    set('factor', ofRoute('overlap')),
    when(
      flag('maritime', 'r'),
      lines(set('reference', plus(get('terms'), get('bytes'))), set('per', `(f64x2.splat ${get('perSea')})`)),
      lines(set('reference', get('terms')), set('per', `(f64x2.splat ${get('perLand')})`)),
    ),
    forNodes(expWithin('x', mul(above, get('per'))), store(pair('to'), mul(get('factor'), get('x')))),
  )
  const takenOver = forNodes(store(pair('to'), load(pair('from'))))
  return func(
    'terms',
    {
      ...addresses('count', 'bytes', 'available', 'maritime', 'hours', 'usd', 'overlap', 'value'),
      perLand: 'f64',
      perSea: 'f64',
      ...addresses('terms', 'other', 'differs'),
    },
    {
      ...INDICES,
      ...addresses('to', 'from', 'reference'),
      ...vectors('raw', 'x', 'h', 'u', 'factor', 'per'),
      ...ELEMENTARY_LOCALS,
    },
    lines(
      when(
        get('other'),
        forNodes(store(pair('terms'), load(pair('other'))), store(pair('terms', 1), load(pair('other', 1)))),
      ),
      set('to', firstTerm('terms')),
      set('from', firstTerm('other')),
      forRoutes(
        when(flag('available', 'r'), when(get('other'), when(flag('differs', 'r'), anew, takenOver), anew)),
        advance('to', 'from'),
      ),
    ),
  )
}

function sums(): string {
  const addTerm = (land: string, sea: string) =>
    when(flag('maritime', 'r'), addTo(sea, load(get('from'))), addTo(land, load(get('from'))))
  const write = (array: string, land: string, sea: string) =>
    lines(
      store(pair(array, LAND), land),
      store(pair(array, SEA_SUM), sea),
      ...[LOG_SUM, SEA, SEA_TERM, SEA_TERM_PER_SUM].map(row => store(pair(array, row), both(0))),
    )
  return func(
    'sums',
    addresses('count', 'bytes', 'available', 'maritime', 'terms', 'byNode', 'part', 'partByNode'),
    { ...INDICES, from: 'i32', ...vectors('land', 'sea', 'partLand', 'partSea') },
    forNodes(
      zero('land', 'sea', 'partLand', 'partSea'),
      set('from', plus(firstTerm('terms'), get('n'))),
      forRoutes(
        when(
          flag('available', 'r'),
          when(
            get('part'),
            when(flag('part', 'r'), addTerm('partLand', 'partSea'), addTerm('land', 'sea')),
            addTerm('land', 'sea'),
          ),
        ),
        advance('from'),
      ),
      write('byNode', add(get('land'), get('partLand')), add(get('sea'), get('partSea'))),
      when(get('part'), write('partByNode', get('partLand'), get('partSea'))),
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
    logarithm('x', 'sum'),
    set('x', add(sub(load(pair('terms')), load(pair('terms', 1))), mul(get('seaMu'), get('x')))),
    expWithin('seaTerm', div(get('x'), get('mu'))),
    set('perSum', div(get('seaTerm'), get('sum'))),
    store(pair('byNode', SEA_TERM), get('seaTerm')),
    store(pair('byNode', SEA_TERM_PER_SUM), get('perSum')),
  )
  return func(
    'finish',
    { ...addresses('hasSea', 'bytes', 'terms', 'byNode'), dispersion: 'f64', seaDispersion: 'f64' },
    {
      n: 'i32',
      ...vectors('ok', 'raw', 'x', 'mu', 'seaMu', 'sum', 'seaTerm', 'perSum', 'perTotal'),
      ...ELEMENTARY_LOCALS,
    },
    lines(
      set('mu', `(f64x2.splat ${get('dispersion')})`),
      set('seaMu', `(f64x2.splat ${get('seaDispersion')})`),
      set('ok', '(v128.const i64x2 -1 -1)'),
      forNodes(
        when(get('hasSea'), nest),
        set('sum', add(load(pair('byNode', LAND)), get('seaTerm'))),
        watch('sum'),
        logarithm('x', 'sum'),
        set('perTotal', div(both(1), get('sum'))),
        store(pair('byNode', LOG_SUM), sub(load(pair('terms')), mul(get('mu'), get('x')))),
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

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { keruen } from './run-keruen.js'

interface Leg {
  readonly hours: number
  readonly usd_per_teu: number
  readonly length_km: number
  readonly from: string
  readonly to: string
  readonly mode: string
  readonly quality: string
}
interface Route {
  readonly hours: number
  readonly usd_per_teu: number
  readonly length_km: number
  readonly legs: readonly Leg[]
}

async function json<Value>(args: readonly string[]): Promise<Value> {
  const { code, stdout, stderr } = await keruen([...args, '--json'])
  expect(stderr).toBe('')
  expect(code).toBe(0)
  return JSON.parse(stdout) as Value
}

const sum = (legs: readonly Leg[], of: 'hours' | 'usd_per_teu' | 'length_km') =>
  legs.reduce((total, leg) => total + leg[of], 0)

interface Ranged {
  readonly usd_per_teu: number
  readonly usd_per_teu_low: number
  readonly usd_per_teu_high: number
  readonly hours_low: number
  readonly hours_high: number
  readonly without_range: { readonly hours: number; readonly usd_per_teu: number }
}

describe('ranges', () => {
  test('json: money and hours of a route, of its legs and of every corridor lie in their ranges', async () => {
    const routes = await json<(Route & Ranged & { legs: (Leg & Ranged)[] })[]>(['route', 'xian', 'istanbul'])
    const corridors = await json<(Ranged & { id: string; days: number })[]>(['corridor'])
    expect(corridors.length).toBeGreaterThan(50)
    const within = (row: Ranged, hours: number) => {
      expect(row.usd_per_teu_low).toBeLessThanOrEqual(row.usd_per_teu)
      expect(row.usd_per_teu_high).toBeGreaterThanOrEqual(row.usd_per_teu)
      expect(row.hours_low).toBeLessThanOrEqual(hours + 1e-9)
      expect(row.hours_high).toBeGreaterThanOrEqual(hours - 1e-9)
    }
    for (const corridor of corridors) within(corridor, 24 * corridor.days)
    for (const route of routes) {
      within(route, route.hours)
      for (const leg of route.legs) within(leg, leg.hours)
    }
  })

  test('a journey of which a part carries none says so, and a network of one’s own has none', async () => {
    const volga = await keruen(['corridor', 'volga-don'])
    expect(volga.stdout).toMatch(/inland waterway–sea .*no range/)
    expect(volga.stdout).toMatch(/No range is known for 100 USD/)
    const whole = await keruen(['corridor', 'titr-aktau-poti'])
    expect(whole.stdout).toMatch(/USD per TEU +3443 +\d+–\d+/)
    expect(whole.stdout).not.toMatch(/no range/i)
    const folder = mkdtempSync(join(tmpdir(), 'keruen-'))
    try {
      const file = join(folder, 'own.geojson')
      expect((await keruen(['network', 'export', '--out', file])).code).toBe(0)
      const own = await keruen(['corridor', 'titr-aktau-poti', '--network', file])
      expect(own.stdout).toMatch(/USD per TEU +3443 +no range/)
      const asJson = await json<Ranged>(['corridor', 'titr-aktau-poti', '--network', file])
      expect(asJson.without_range.usd_per_teu).toBe(asJson.usd_per_teu)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('route', () => {
  test('json: an array, best first, each with the sums of its legs', async () => {
    const routes = await json<Route[]>([
      'route',
      'Chongqing',
      'duisburg',
      '--by',
      'time',
      '--alternatives',
      '4',
    ])
    expect(routes).toHaveLength(4)
    routes.forEach(({ hours, usd_per_teu, length_km, legs }, k) => {
      expect(hours).toBeCloseTo(sum(legs, 'hours'), 9)
      expect(usd_per_teu).toBeCloseTo(sum(legs, 'usd_per_teu'), 9)
      expect(length_km).toBeCloseTo(sum(legs, 'length_km'), 9)
      expect(hours).toBeGreaterThanOrEqual(routes[Math.max(0, k - 1)]!.hours - 1e-6)
      for (const leg of legs) expect(['measured', 'published', 'derived', 'estimated']).toContain(leg.quality)
    })
  })

  test('names in any case and without accents, a country for its largest gateway, filters', async () => {
    const [byName] = await json<Route[]>([
      'route',
      'ALMATY',
      'constanta',
      '--modes',
      'rail,ferry',
      '--avoid',
      'RUS',
    ])
    expect(new Set(byName!.legs.flatMap(leg => leg.mode.split('–')))).toEqual(new Set(['rail', 'ferry']))
    const both = await json<Route[]>([
      'route',
      'xian',
      'duisburg',
      '--modes',
      'rail,ferry',
      '--avoid',
      'RUS, IRN',
    ])
    for (const leg of both[0]!.legs)
      expect(['RUS', 'IRN']).not.toContain((leg as { country?: string }).country)
    const { stdout } = await keruen(['route', 'Kazakhstan', 'TUR'])
    expect(stdout).toContain('largest gateway of KAZ')
    expect(stdout).toContain('kg CO2e')
  })

  test('goes from terminal to terminal, and tells what loading at its ends adds', async () => {
    interface Loaded extends Route {
      end_loading: { place: string; mode: string; end: string; hours: number; usd_per_teu: number }[]
    }
    const [sea] = await json<Loaded[]>(['route', 'shanghai', 'rotterdam', '--modes', 'sea'])
    expect(sea!.end_loading).toMatchObject([
      { place: 'shanghai', mode: 'sea', end: 'origin', hours: 48, usd_per_teu: 105 },
      { place: 'rotterdam', mode: 'sea', end: 'destination', hours: 48, usd_per_teu: 200 },
    ])
    expect(sea!.legs.reduce((sum, leg) => sum + leg.hours, 0)).toBeCloseTo(sea!.hours, 9)
    const [lorry] = await json<Loaded[]>(['route', 'almaty', 'bishkek', '--modes', 'road'])
    expect(lorry!.end_loading).toEqual([])
    const { stdout } = await keruen(['route', 'urumqi', 'almaty', '--modes', 'rail'])
    expect(stdout).toMatch(
      /Loading and unloading come on top .*Urumqi \(rail\) 36 h \(12–60\) and 25 USD; Almaty/,
    )
  })

  test('after a scenario: the Cape is longer', async () => {
    const today = await json<Route[]>(['route', 'shanghai', 'rotterdam', '--modes', 'sea'])
    const closed = await json<Route[]>([
      'route',
      'shanghai',
      'rotterdam',
      '--modes',
      'sea',
      '--scenario',
      'suez-closed',
    ])
    expect(closed[0]!.hours - today[0]!.hours).toBeGreaterThan(8 * 24)
    expect(closed[0]!.legs.map(leg => leg.from)).not.toContain('suez')
  })

  test.each([
    [['route', 'almatty', 'tashkent'], /ORIGIN: .*almatty.*almaty.*route\.unknown-place/],
    [['route', 'almaty', 'almaty'], /another place than the origin.*route\.same-place/],
    [['route', 'almaty', 'tashkent', '--modes', 'rail,zeppelin'], /zeppelin/],
    [['route', 'almaty', 'tashkent', '--by', 'beauty'], /generalized, cost, time, length/],
    [['route', 'almaty', 'tashkent', '--avoid', 'KAZ'], /--avoid: .*almaty.*route\.avoided-end/],
    [['route', 'almaty', 'tashkent', '--modes', 'sea'], /none under --modes sea.*route\.no-way/],
    [
      ['route', 'singapore', 'moscow', '--modes', 'road', '--avoid', 'CHN'],
      /none under --modes road --avoid CHN; borders that are closed to transit.*left out.*route\.no-way/,
    ],
    [['route', 'almaty', 'tashkent', '--alternatives', '0'], /from 1 to 50/],
    [['route', 'almaty', 'tashkent', '--value-of-time', '-3'], /zero or more/],
    [['route', 'almaty'], /missing required argument/],
  ])('%j is refused', async (args, message) => {
    const { code, stdout, stderr } = await keruen(args)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})

describe('corridor', () => {
  test('json: id, length, days, cost and legs that add up', async () => {
    const one = await json<Route & { id: string; days: number }>(['corridor', 'titr-aktau-poti'])
    expect(one.id).toBe('titr-aktau-poti')
    expect(24 * one.days).toBeCloseTo(sum(one.legs, 'hours'), 9)
    expect(one.usd_per_teu).toBeCloseTo(sum(one.legs, 'usd_per_teu'), 9)
    expect(one.length_km).toBeCloseTo(sum(one.legs, 'length_km'), 9)
    expect(one.legs[0]!.from).toBe('xian')
    expect(one.legs.at(-1)!.to).toBe('poti')
  })

  test('the scoreboard has a row for every corridor, in every format', async () => {
    const all = await json<{ id: string; open: boolean; days: number }[]>(['corridor'])
    expect(all).toHaveLength(54)
    for (const { id, days } of all) expect(days, id).toBeGreaterThan(0)
    expect(all.find(({ id }) => id === 'cku')!.open).toBe(false)
    const { stdout } = await keruen(['corridor', '--csv'])
    expect(stdout.trim().split('\n')).toHaveLength(55)
  })

  test('after a package the corridor is faster', async () => {
    const [today, after] = await Promise.all([
      json<{ days: number }>(['corridor', 'titr-aktau-poti']),
      json<{ days: number }>(['corridor', 'titr-aktau-poti', '--scenario', 'middle-corridor']),
    ])
    expect(after.days).toBeLessThan(today.days)
  })

  test('a misspelt one names the nearest', async () => {
    const { code, stderr } = await keruen(['corridor', 'titr-aktau-pothi'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/titr-aktau-poti.*corridor\.unknown/)
  })
})

describe('exposure', () => {
  interface ExposureJson {
    readonly closed: readonly { id: string; kind: string }[]
    readonly teu: number
    readonly passing_musd: number
    readonly joint_real_income_change_musd: { value: number; low: number; high: number }
    readonly economies: readonly {
      iso3: string
      member: boolean
      passing_share: number
      added_days: number
      real_income_change_percent: { value: number }
      idle_income_musd: number
    }[]
    readonly cut_off: readonly { exporter: string; importer: string; cut: readonly string[] }[]
  }

  test('of a scenario: who it falls on, in time, cost and income', async () => {
    const exposure = await json<ExposureJson>(['exposure', 'suez-closed', '--draws', '20'])
    expect(exposure.closed).toEqual([{ kind: 'strait', id: 'suez', name: 'Suez Canal' }])
    expect(exposure.economies.filter(row => row.member)).toHaveLength(10)
    const { value, low, high } = exposure.joint_real_income_change_musd
    expect(value).toBeLessThan(0)
    expect(low).toBeLessThanOrEqual(high)
    for (const { iso3, passing_share } of exposure.economies) {
      expect(passing_share, iso3).toBeGreaterThanOrEqual(0)
      expect(passing_share, iso3).toBeLessThanOrEqual(1)
    }
    const china = exposure.economies.find(row => row.iso3 === 'CHN')!
    expect(china.added_days).toBeGreaterThan(5)
    expect(china.added_days).toBeLessThan(20)
  })

  test('of a scenario with other measures: its closings alone, and it says so', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'keruen-exposure-'))
    const file = join(folder, 'mixed.yaml')
    const measures =
      '  - close: { strait: suez }\n  - link: rail-beyneu--mangystau\n    speed: { change: +30% }\n'
    writeFileSync(file, `keruen: 1\ntitle: Mixed\nmeasures:\n${measures}`)
    const both = await json<ExposureJson & { measures_left_out: readonly string[] }>([
      'exposure',
      file,
      '--draws',
      '0',
    ])
    const alone = await json<ExposureJson>(['exposure', 'suez-closed', '--draws', '0'])
    rmSync(folder, { recursive: true })
    expect(both.measures_left_out).toHaveLength(1)
    expect(both.joint_real_income_change_musd).toEqual(alone.joint_real_income_change_musd)
    expect(both.economies).toEqual(alone.economies)
  })

  test('with rates that answer demand it falls on them harder, of a scenario as of one thing', async () => {
    const of = async (...args: string[]) => {
      const told = await json<ExposureJson>(['exposure', ...args, '--draws', '0'])
      return told.joint_real_income_change_musd.value
    }
    const answer = ['--freight-rates', 'answer-demand']
    const harder = await of('novorossiysk-closed', ...answer)
    expect(harder).toBeLessThan(1.003 * (await of('novorossiysk-closed')))
    expect(await of('novorossiysk', ...answer)).toBe(harder)
  })

  test('of one crossing by its id: the country behind it loses most', async () => {
    const exposure = await json<ExposureJson>(['exposure', 'sadakhlo-ayrum', '--draws', '0'])
    const most = exposure.economies.reduce((a, b) =>
      a.real_income_change_percent.value < b.real_income_change_percent.value ? a : b,
    )
    expect(most.iso3).toBe('ARM')
    expect(most.passing_share).toBeGreaterThan(0.5)
  })

  test('of the port of an oil exporter: what stands idle is told, of that country alone', async () => {
    const exposure = await json<ExposureJson>(['exposure', 'novorossiysk', '--draws', '0'])
    const idle = exposure.economies.filter(row => row.idle_income_musd > 0)
    expect(idle.map(({ iso3 }) => iso3)).toEqual(['KAZ'])
    const { stdout } = await keruen(['exposure', 'novorossiysk', '--draws', '0'])
    const told = Math.round(idle[0].idle_income_musd).toLocaleString('en')
    expect(stdout).toContain(`finds no other buyer, million USD: Kazakhstan ${told}.`)
  })

  test.each([
    [['exposure', 'middle-corridor'], /closes-nothing/],
    [['exposure', 'khorgos-altinkol'], /khorgos-altynkol.*files\.no-scenario/],
    [['exposure', 'suez-closed', '--bloc', 'eaeu'], /exposure\.bloc-of-scenario/],
    [
      ['exposure', '--freight-rates', 'answer-demand'],
      /ranking holds rates as stated.*exposure\.rates-of-ranking/,
    ],
    [['exposure', 'suez', '--freight-rates', 'float'], /as-stated, answer-demand/],
    [['exposure', '--bloc', 'nato'], /a bloc of the dataset.*bloc\.unknown/],
  ])('%j is refused', async (args, message) => {
    const { code, stdout, stderr } = await keruen(args)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})

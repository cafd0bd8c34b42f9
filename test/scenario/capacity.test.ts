import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Dataset } from '../../src/dataset/dataset.js'
import { prepareBaseline } from '../../src/index.js'
import type { ChoiceSet } from '../../src/network/choice-set/choice-set.js'
import { resultJson } from '../../src/report/index.js'
import type { Result } from '../../src/scenario/result/result.js'
import { run } from '../../src/scenario/runs/pipeline.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset, projectRoot } from '../embedded.js'

const dataset = embeddedDataset()
let choiceSet: ChoiceSet
beforeAll(async () => {
  choiceSet = await embeddedChoiceSet()
})

/** The dataset as if no source stated a capacity. */
const unlimited: Dataset = {
  ...dataset,
  network: {
    ...dataset.network,
    links: dataset.network.links.map(({ capacityKteu: _, ...link }) => link),
    crossings: dataset.network.crossings.map(({ capacityKteu: _, ...crossing }) => crossing),
  },
}

const scenarioOf = (measures: string, more = '') =>
  parseScenario(
    `keruen: 1\ntitle: A capacity\nmeasures:\n${measures.replace(/^/gm, '  ')}\ndraws: 0\n${more}`,
    { file: 'capacity.yaml', dataset },
  )
const ready = (name: string) => {
  const file = join(projectRoot, 'scenarios', `${name}.yaml`)
  return { ...parseScenario(readFileSync(file, 'utf8'), { file, dataset }), draws: 0 }
}
const FERRY = 'ferry-kuryk--alat'
const ferry = (capacity: string) => scenarioOf(`- link: ${FERRY}\n  capacity: ${capacity}`)
const find = (result: Result, id: string) => result.capacities.find(row => row.id === id)!

/** Nobody above a limit, and no queue where there is room, to a thousandth. */
function expectComplementary({ capacities }: Result): void {
  for (const { teu, limitTeu, queueHours } of capacities) {
    const tolerance = Math.max(1, 1e-3 * limitTeu.after)
    expect(teu.after).toBeLessThanOrEqual(limitTeu.after + tolerance)
    if (queueHours > 0) expect(teu.after).toBeGreaterThanOrEqual(limitTeu.after - tolerance)
  }
}

test('where no capacity is exceeded the result has the same bits as without any', async () => {
  const limited = await run(dataset, ready('paperless-borders'), { choiceSet })
  const free = await run(unlimited, ready('paperless-borders'), { choiceSet })
  expect(limited.capacities.length).toBeGreaterThan(0)
  expect(free.capacities).toEqual([])
  expect(limited.capacities.every(row => row.queueHours === 0 && row.usedShare.after <= 1)).toBe(true)
  const bare = { capacities: [], links: [] }
  expect(resultJson({ ...limited, ...bare })).toBe(resultJson({ ...free, ...bare }))
  expect(limited.notices.filter(({ code }) => code.startsWith('network.'))).toEqual([])
})

describe('a capacity that a measure states', () => {
  test('below today’s traffic: a queue turns the rest away, and the less may pass the more is lost', async () => {
    const results: Result[] = []
    for (const kteu of [2, 8, 20, 10_000]) {
      results.push(await run(dataset, ferry(`{ to: ${kteu} kTEU }`), { choiceSet }))
    }
    const [narrow, , , wide] = results
    results.forEach(expectComplementary)
    const queues = results.map(result => find(result, FERRY).queueHours)
    const gains = results.map(result => result.bloc.realIncomeChangeMusd.value)
    for (let k = 1; k < results.length; k++) {
      expect(queues[k]).toBeLessThan(queues[k - 1])
      expect(gains[k]).toBeGreaterThan(gains[k - 1])
    }
    expect(queues[3]).toBe(0)
    expect(gains[3]).toBeCloseTo(0, 6)
    expect(find(narrow, FERRY)).toMatchObject({
      kind: 'link',
      statedTeu: { before: null, after: 2000 },
      limitTeu: { before: null, after: 2000 },
      usedShare: { before: null },
      quality: null,
    })
    expect(narrow.links.find(link => link.id === FERRY)!.capacityTeu).toEqual({ before: null, after: 2000 })
    expect(narrow.measures[0].touchedPairs).toBeGreaterThan(100)
    expect(narrow.notices.map(notice => [notice.code, notice.subject])).toEqual([
      ['network.queue', FERRY],
      ['network.capacity-stated', undefined],
    ])
    expect(wide.notices).toEqual([])
  })

  test('the queue is in the hours and range of the corridor that passes it', async () => {
    const result = await run(dataset, ferry('{ to: 10 kTEU }'), { choiceSet })
    const { queueHours } = find(result, FERRY)
    const corridor = result.corridors.find(({ legs }) => legs.some(({ id }) => id === FERRY))!
    const { days, daysRange, legs } = corridor
    const leg = legs.find(({ id }) => id === FERRY)!
    expect(leg.hours.after - leg.hours.before).toBeCloseTo(queueHours, 9)
    for (const [after, before] of [
      [days.after, days.before],
      [daysRange.after!.low, daysRange.before!.low],
      [daysRange.after!.high, daysRange.before!.high],
    ]) {
      expect(after! - before!).toBeCloseTo(queueHours / 24, 9)
    }
    // A queue is no slower ship.
    const { before, after } = corridor.score
    expect(after!.speedWithoutDelayKmh).toBeCloseTo(before!.speedWithoutDelayKmh, 9)
    expect(after!.speedWithDelayKmh).toBeLessThan(before!.speedWithDelayKmh)
  })

  test('the same bits from a prepared baseline', async () => {
    const baseline = prepareBaseline(dataset, choiceSet)
    const prepared = await run(dataset, ferry('{ to: 10 kTEU }'), { choiceSet, baseline })
    expect(resultJson(prepared)).toBe(resultJson(await run(dataset, ferry('{ to: 10 kTEU }'), { choiceSet })))
  })

  test('contributions add up to the whole, queues included', async () => {
    const measures = `- link: ${FERRY}\n  capacity: { to: 10 kTEU }\n- link: ferry-aktau--alat\n  cost: { change: -10% }`
    const result = await run(dataset, scenarioOf(measures, 'attribution: true\n'), { choiceSet })
    const parts = result.contributions!.map(part => part.realIncomeChangeMusd)
    expect(parts[0]).toBeLessThan(0)
    expect(parts[0] + parts[1]).toBeCloseTo(result.bloc.realIncomeChangeMusd.value, 6)
  })

  test('draws hold the queue: their number moves no central value', async () => {
    const scenario = ferry('{ to: 10 kTEU }')
    const none = await run(dataset, scenario, { choiceSet })
    const some = await run(dataset, { ...scenario, draws: 4 }, { choiceSet })
    expect(find(some, FERRY).queueHours).toBeCloseTo(find(none, FERRY).queueHours, 6)
    const { value, low, high } = some.bloc.realIncomeChangeMusd
    expect(low).toBeLessThan(value)
    expect(high).toBeGreaterThan(low)
  })
})

describe('a capacity of terminals', () => {
  const port = (more: string) => scenarioOf(`- terminal: aktau\n${more}`)

  test('holds all ways of changing mode at the place together', async () => {
    const result = await run(dataset, port('  capacity: { to: 50 kTEU }'), { choiceSet })
    expectComplementary(result)
    const row = find(result, 'aktau')
    expect(row).toMatchObject({
      kind: 'terminal',
      statedTeu: { before: null, after: 50_000 },
      usedShare: { before: null },
      quality: null,
    })
    expect(row.queueHours).toBeGreaterThan(0)
    expect(row.teu.before).toBeGreaterThan(50_000)
    expect(row.label).toBe('Aktau port')
    // All of its ways wait alike, and so does the corridor that changes mode there.
    const waits = result.waits.filter(wait => wait.placeId === 'aktau' && wait.kind === 'terminal')
    expect(waits.length).toBeGreaterThan(1)
    for (const { hours } of waits) expect(hours.after - hours.before).toBeCloseTo(row.queueHours, 9)
    const passing = waits.reduce((sum, { teu }) => sum + teu.after, 0)
    expect(passing / row.teu.after).toBeCloseTo(1, 2)
    const corridor = result.corridors.find(({ legs }) => legs.some(({ id }) => id === 'aktau'))!
    expect(corridor.days.after! - corridor.days.before!).toBeCloseTo(row.queueHours / 24, 9)
    expect(result.bloc.realIncomeChangeMusd.value).toBeLessThan(0)
    expect(result.measures[0].touchedPairs).toBeGreaterThan(50)
  })

  test('of two modes holds these alone; with room for all nothing moves', async () => {
    const one = await run(dataset, port('  modes: [rail, ferry]\n  capacity: { to: 50 kTEU }'), { choiceSet })
    expectComplementary(one)
    expect(one.capacities.find(({ kind }) => kind === 'terminal')!.id).toMatch(
      /^aktau (rail–ferry|ferry–rail)$/,
    )
    const wide = await run(dataset, port('  capacity: { to: 90000 kTEU }'), { choiceSet })
    expect(find(wide, 'aktau').queueHours).toBe(0)
    expect(wide.bloc.realIncomeChangeMusd.value).toBeCloseTo(0, 6)
  })

  test('a change needs one that is stated; a second measure may change what the first states', async () => {
    const relative = '  capacity: { change: +50% }'
    expect(() => port(relative)).toThrow(
      /measures\[0\]\.capacity: expected a terminal with a stated capacity/,
    )
    const after = await run(dataset, port(`  capacity: { to: 80 kTEU }\n- terminal: aktau\n${relative}`), {
      choiceSet,
    })
    expect(find(after, 'aktau').limitTeu.after).toBeCloseTo(120_000, 6)
  })
})

test('a capacity that too few can avoid is a failure that names the place, with no numbers', async () => {
  const closing = scenarioOf(`- crossing: khorgos-altynkol\n  mode: rail\n  capacity: { to: 1 TEU }`)
  await expect(run(dataset, closing, { choiceSet })).rejects.toMatchObject({
    kind: 'failure',
    code: 'network.capacity-not-converged',
    issues: [{ at: { field: 'khorgos-altynkol CHN→KAZ rail' } }],
  })
})

test('where the only road closes what was bound to the lorry comes to the trains, and a queue turns away what they have no room for', async () => {
  const result = await run(dataset, scenarioOf('- close: { link: road-hami--urumqi }'), { choiceSet })
  expectComplementary(result)
  expect(result.capacities.some(row => row.queueHours > 0 && /CHN→KAZ rail/.test(row.id))).toBe(true)
  expect(result.bloc.realIncomeChangeMusd.value).toBeLessThan(0)
})

describe('Suez closed', () => {
  test('lorries fill Sheikh Hussein, and the members lose more than without a limit: no queue where there is room', async () => {
    const free = await run(unlimited, ready('suez-closed'), { choiceSet })
    const limited = await run(dataset, ready('suez-closed'), { choiceSet })
    expectComplementary(limited)
    const queued = limited.capacities.filter(row => row.queueHours > 0)
    expect(new Set(queued.map(row => row.id))).toEqual(
      new Set(['sheikh-hussein ISR→JOR road', 'sheikh-hussein JOR→ISR road']),
    )
    for (const row of queued) expect(row.queueHours).toBeLessThan(800)
    expect(limited.bloc.realIncomeChangeMusd.value).toBeLessThan(free.bloc.realIncomeChangeMusd.value)
  }, 120_000)
})

describe('Khorgos closed', () => {
  const ALASHANKOU = 'alashankou-dostyk CHN→KAZ rail'
  let free: Result
  let limited: Result
  beforeAll(async () => {
    free = await run(unlimited, ready('khorgos-closed'), { choiceSet })
    limited = await run(dataset, ready('khorgos-closed'), { choiceSet })
  }, 120_000)
  const growth = ({ waits }: Result): number => {
    const { before, after } = waits.find(
      ({ placeId, label }) => placeId === 'alashankou-dostyk' && /^CHN.* rail$/.test(label),
    )!.teu
    return after / before - 1
  }

  test('trains fill the other crossing to Kazakhstan, which grows less than without a limit', () => {
    expectComplementary(limited)
    const queued = limited.capacities.filter(row => row.queueHours > 0)
    expect(queued.map(row => row.id)).toEqual([ALASHANKOU])
    expect(queued[0]!.queueHours).toBeLessThan(120)
    expect(growth(limited)).toBeGreaterThan(0.05)
    expect(growth(limited)).toBeLessThan(growth(free))
    expect(limited.bloc.realIncomeChangeMusd.value).toBeLessThan(free.bloc.realIncomeChangeMusd.value)
  })

  test('room for half as many trains again takes the queue away and costs the members less', async () => {
    const { measures } = scenarioOf(
      `- crossing: alashankou-dostyk\n  mode: rail\n  capacity: { change: +50% }`,
    )
    const closed = ready('khorgos-closed')
    const roomy = await run(
      dataset,
      { ...closed, measures: [...closed.measures, ...measures] },
      { choiceSet },
    )
    expectComplementary(roomy)
    expect(find(roomy, ALASHANKOU).queueHours).toBeLessThan(find(limited, ALASHANKOU).queueHours)
    expect(find(roomy, ALASHANKOU).limitTeu.after / find(limited, ALASHANKOU).limitTeu.after).toBeCloseTo(
      1.5,
      9,
    )
    expect(roomy.bloc.realIncomeChangeMusd.value).toBeGreaterThan(limited.bloc.realIncomeChangeMusd.value)
  }, 60_000)
})

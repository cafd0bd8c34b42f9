import { readFileSync } from 'node:fs'
import { test } from 'vitest'
import { parseScenario } from '../../src/scenario/parse.js'
import { run } from '../../src/scenario/pipeline.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset } from '../embedded.js'
const dataset = embeddedDataset()
const bare = { ...dataset, network: { ...dataset.network, links: dataset.network.links.map(({ capacityKteu: _, ...l }) => l), crossings: dataset.network.crossings.map(({ capacityKteu: _, ...l }) => l) } }
test('probe', { timeout: 400000 }, async () => {
  const choiceSet = await embeddedChoiceSet()
  const out: string[] = []
  for (const name of ['suez-closed']) for (let k = 0; k < 2; k++) for (const [w, d] of [['free', bare], ['capacity', dataset]] as const) {
    const scenario = { ...parseScenario(readFileSync(`scenarios/${name}.yaml`, 'utf8'), { file: 's', dataset: d }), draws: 0 }
    const t0 = performance.now()
    const r = await run(d, scenario, { choiceSet })
    const ms = performance.now() - t0
    out.push(`${name} ${w} ${Math.round(ms)} ms income ${r.bloc.realIncomeChangeMusd.value.toFixed(1)} turnover ${r.bloc.turnoverChangeMusd.value.toFixed(1)}`)
    const teu = (f: (p: string) => boolean, from: string) => { const rows = r.waits.filter(x => x.kind === 'crossing' && f(x.placeId) && x.label.startsWith(from) && x.label.endsWith('rail')); return `${Math.round(rows.reduce((s, x) => s + x.teu.before, 0))} -> ${Math.round(rows.reduce((s, x) => s + x.teu.after, 0))}` }
    out.push('  kaz gates both', teu(p => /khorgos-alt|alashankou/.test(p), ''), 'CHN out', teu(p => /khorgos-alt|alashankou/.test(p), 'CHN'), 'all China land rail gates', teu(p => /khorgos-alt|alashankou|erenhot|manzhouli|suifenhe/.test(p), ''), 'CHN out', teu(p => /khorgos-alt|alashankou|erenhot|manzhouli|suifenhe/.test(p), 'CHN'))
    for (const c of r.capacities) out.push(`  ${c.id} limit ${Math.round(c.limitTeu.after)} teu ${Math.round(c.teu.before)} ${Math.round(c.teu.after)} queue ${c.queueHours.toFixed(2)}`)
    for (const iso of ['KAZ', 'KGZ', 'UZB', 'CHN', 'RUS']) { const c = r.countries.find(x => x.iso3 === iso)!; out.push(`  ${iso} ${c.realIncomeChangePercent.value.toFixed(4)}`) }
  }
  console.log(out.join('\n'))
})

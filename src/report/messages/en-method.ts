/** English words of the method, of its limits, and of what the report does not cover. */

export const method = {
  title: 'Method',
  lead: 'Six steps, each a pure function of the one before. The symbols: i sells to j; a hat is new over old; θ is the elasticity of trade to its cost.',
  where: (functions: string) => `Computed by ${functions}`,
  steps: [
    {
      id: 'routes',
      title: 'From the network to routes',
      text: 'For every pair of countries a stored set of distinct routes over rail, road, ferry and sea is priced before and after. Cargo chooses among them by money and by time; the value of a day differs from box to box (a lognormal distribution), and a correction keeps routes that share most of their way from counting twice. Sea lanes share one nest: to cargo they hardly differ. As much cargo is bound to the lorry as published trade by mode says, and part of the rest takes no train over a border; it leaves its mode only at a price.',
      symbols:
        'share of route r = exp(−(money_{r} + v · days_{r}) ÷ μ) × overlap_{r} ÷ Σ_{s} of the same, averaged over the values of time v',
      where:
        'nestedLogit in src/network/route-choice/logit/nested-logit.ts, overlapFactors in src/network/choice-set/overlap.ts',
    },
    {
      id: 'avoidance',
      title: 'Cargo that avoids a territory',
      text: 'A stated share of cargo avoids a territory at any price, and the rest asks a premium to pass it. Both depend on the pair and on the year, are estimated from corridor totals, and never apply where the territory is the pair’s own end.',
      symbols: 'cost of a pair = share · cost without the territory + (1 − share) · cost with the premium',
      where:
        'ruleOfPair in src/network/route-choice/lanes.ts, groupWeights in src/network/route-choice/route-choice.ts',
    },
    {
      id: 'costs',
      title: 'From time and money to the cost of trade',
      text: 'Freight, time and waits become a share of the value of what moves. Train, lorry and border measures act on general cargo; oil, gas and other bulk keep their chains, and what flies keeps its cost. Tariffs fall on general cargo too and multiply.',
      symbols:
        'τ̂_{ij} = 1 + (1 − bulk_{ij}) · ((1 + (1 − air_{ij}) (g_{ij} − 1)) · (1 + t′) ÷ (1 + t) − 1) ;  g_{ij} = (value + C′ + V′) ÷ (value + C + V), with C money and time by route choice, V the further value of the days',
      where:
        'generalCargoHat, joinFlown and icebergHat in src/costs/iceberg.ts, bulkBySea in src/network/traffic/bulk.ts',
    },
    {
      id: 'equilibrium',
      title: 'General equilibrium',
      text: 'Every country sells what it earns and buys at the lowest cost of supply, so trade, wages and prices move together. One sector of goods; tariff revenue returns to the country that collects it.',
      symbols:
        'λ′_{ij} = λ_{ij} (ŵ_{i} τ̂_{ij})^{−θ} ÷ Σ_{k} λ_{kj} (ŵ_{k} τ̂_{kj})^{−θ} ;  ŵ_{i} Y_{i} = Σ_{j} λ′_{ij} E′_{j} ÷ (1 + t′_{ij}) ;  E′_{j} = ŵ_{j} Y_{j} + D_{j} + R′_{j}',
      where:
        'solveOneSector in src/equilibrium/one-sector/solve.ts; Dekle, Eaton and Kortum (2008), with tariff revenue',
    },
    {
      id: 'income',
      title: 'Real income of the whole economy',
      text: 'What a country can buy of goods, weighted by the part of goods in its economy. Where an oil field stands idle because its way out is closed, its country saves less before it buys less (ΔD), which is lost income too. The measure for goods alone is in the results under its own name.',
      symbols:
        'real income, new over old = (Ê ÷ P̂)^{goods absorption ÷ gross domestic product} · (1 − ΔD ÷ gross domestic product)',
      where: 'realIncomeHat in src/equilibrium/welfare.ts',
    },
    {
      id: 'ranges',
      title: 'Ranges',
      text: 'Every parameter with a stated range is drawn anew, all together, from numbers that depend only on the seed; the whole of the above is run for each draw. Waits, speeds and charges of the network are drawn too, each kind as a whole: cargo chooses its routes anew with all of a kind at either end of their ranges, and a draw lies in between. Bars run from the 5th to the 95th percentile.',
      symbols: 'L′ = L · Π_{k} ( 1 + |x_k| (L_k ÷ L − 1) ),  L = τ̂ − 1',
      where:
        'drawnParameters in src/scenario/stages/draws.ts, moveToFigures in src/costs/figure-ends.ts, parameterRange in src/ensemble/summary.ts',
    },
  ],
  /** In place of the step `equilibrium` with model `many-sector`. */
  manySectors: {
    id: 'equilibrium',
    title: 'General equilibrium of many sectors',
    text: 'Every country sells what it earns and buys each sector’s goods at the lowest cost of supply; spending keeps its shares over sectors. General cargo, bulk and services answer to their own changes of cost, with an elasticity and a tariff for each sector. No intermediate goods: the baseline has no input–output coefficients, so flows are gross.',
    symbols:
      'λ′_{ijs} = λ_{ijs} (ŵ_{i} τ̂_{ijs})^{−θ_s} ÷ Σ_{k} λ_{kjs} (ŵ_{k} τ̂_{kjs})^{−θ_s} ;  ŵ_{i} Y_{i} = Σ_{s} Σ_{j} λ′_{ijs} α_{js} E′_{j} ÷ (1 + t′_{ijs})',
    where:
      'solveManySector in src/equilibrium/many-sector/solve.ts; Caliendo and Parro (2015), without intermediates',
  },
  balances: {
    'world-share': 'Trade balances stay a fixed share of world income.',
    multiplicative:
      'Every country spends the same multiple of its income as before, times one factor for all.',
    zero: 'The world is first solved without trade balances, and the package is judged from there.',
  },
  parameters: 'Parameters of this run',
  parameter: 'Parameter',
  value: 'Value',
  range: 'Range',
  unit: 'Unit',
  quality: 'Quality',
  source: 'Source',
  limitsTitle: 'What this cannot tell',
  limits: [
    [
      'Who builds it, and whether they do.',
      'The package is taken as done. Nothing here says that it will be financed, agreed or finished.',
    ],
    [
      'Queues and full trains.',
      'A capacity holds traffic back only at the few links and crossings where one is stated; everywhere else more traffic makes nothing slower. Freight rates stay as stated, unless the scenario lets them answer demand, as they do within a year.',
    ],
    [
      'Who leaves the lorry for the train.',
      'How much cargo is bound to the lorry is read off the trade of today and does not follow the package: a railway wins it only where it becomes far cheaper.',
    ],
    [
      'What others do in answer.',
      'Rival corridors keep their prices; no government answers with measures of its own.',
    ],
    [
      'The way there.',
      'Before and after are two resting states. Investment, growth, learning and the years between are not in it.',
    ],
    ['Goods only.', 'Trade in services, and people who cross borders, are not in it.'],
    ['Emissions, noise, safety.', 'No cost or benefit outside trade is counted.'],
    ['A forecast.', 'The result is a counterfactual: the economy of the data year with one thing different.'],
  ] as readonly (readonly [string, string])[],
  oneSectorLimit: [
    'One sector.',
    'Who inside a country gains or loses, and which industry, cannot be read from one sector of goods.',
  ] as readonly [string, string],
  manySectorsLimit: [
    'Sectors without links.',
    'A cheaper input makes no other product cheaper here: no input–output coefficients are in hand. Who inside a country gains cannot be read from it either.',
  ] as readonly [string, string],
  prioritiesTitle: 'Stated priorities of the region that this report does not cover',
  priorities: [
    ['Joint ventures and investment', 'no capital flows, no ownership'],
    ['Tourism', 'no flows of people'],
    ['Digital trade', 'paperless borders are in it; digital services and electronic commerce are not'],
    ['Settlement in national currencies', 'no money, no exchange rates beyond relative wages'],
    ['Energy and pipelines', 'bulk moves as today or has no way; no pipeline measure'],
    ['Industrial parks and technology', 'no change in productivity'],
  ] as readonly (readonly [string, string])[],
}

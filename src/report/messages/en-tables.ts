/** English headings, captions and notes of tables and charts. */

export const tables = {
  members: {
    title: 'Members',
    chartTitle: 'Real income by member',
    chartUnit: (year: number) =>
      `change in percent of the whole economy’s real income, a year, against ${year}`,
    tableTitle: 'What each member would see change',
    name: 'Member',
    income: 'Real income, %',
    incomeMusd: 'Real income, M USD',
    goods: 'Goods only, ŵ/P̂, %',
    exports: 'Exports, %',
    imports: 'Imports, %',
    turnover: 'Turnover with members, M USD',
    transit: 'Transit, TEU',
    revenue: 'Transit revenue, M USD',
    all: 'All members',
    bar: 'Range and central value',
    hollow:
      'A hollow mark: a tenth or more of the member’s trade rests on estimates. “about 0”: zero lies within the range, or nothing in it reaches 0.01.',
    tableNote:
      'Changes against today, a year. Exports and imports are of goods, with all partners. Transit is general cargo that passes through without beginning or ending there; its revenue is not part of real income.',
    othersTitle: 'Outside the bloc',
    othersNote: 'The economies outside the bloc whose real income would change most, in percent.',
    othersNone:
      'No economy outside the bloc would see a change of real income of 0.01 % or more that can be told from zero.',
    name2: 'Economy',
    above: (names: string) =>
      `For ${names} the change is above 5 %. The formula for the whole economy is made for changes of a few percent; read these as directions.`,
    source: (title: string) => `Source: Keruen, on ${title}.`,
  },
  transit: {
    title: 'Transit through each country',
    unit: 'change in containers (TEU) a year, general cargo',
    none: 'No country’s transit would change by an amount that can be told from zero.',
    name: 'Country',
    before: 'Today, TEU',
  },
  corridors: {
    title: 'Corridors',
    tableTitle: 'Named corridors, today and with the package',
    name: 'Corridor',
    days: 'Days',
    usd: 'USD per TEU',
    teu: 'TEU a year',
    before: 'today',
    after: 'scenario',
    quality: 'Quality',
    note: 'Time and cost of moving and waiting from the first to the last place, without waits at the two ends. Traffic is general cargo of both directions at the narrowest point. Changed corridors first. No range is computed for this table.',
    tail: (n: number) => `${n} more ${n === 1 ? 'corridor that changes' : 'corridors that change'}`,
    more: (n: number) => `${n} ${n === 1 ? 'corridor' : 'corridors'} without change`,
    none: 'The dataset names no corridor.',
  },
  measures: {
    title: 'What the package does and costs',
    name: 'Measure',
    owners: 'Who can do it',
    rows: 'Rows changed',
    pairs: 'Country pairs touched',
    capital: 'Capital',
    annual: 'Cost a year',
    year: 'From',
    all: 'Together',
    note: 'The yearly cost is the capital spread over its life at the discount rate, with upkeep. It stands beside the gain in real income and is never taken off it: who pays and who gains differ, and most costs are rough. “–”: not stated, and then not in the sum.',
    none: 'The package has no measure.',
    unstated: '–',
  },
  influence: {
    title: 'How sure it is',
    chartTitle: 'What causes the range',
    unit: 'real income of all members, M USD a year, with one assumption at a time at its low and its high',
    name: 'Assumption',
    spread: 'Low and high',
    share: 'Share of the range',
    swing: 'At low, at high',
    note: 'Share: the squared swing of one assumption over the sum of all. The dot is the central result.',
    none: 'No parameter range moves the result.',
    off: 'Ranges were turned off for this run (draws = 0).',
  },
  sensitivity: {
    title: 'The same question under other assumptions',
    name: 'Assumption',
    income: 'Real income, all members, M USD',
    turnover: 'Turnover among members, M USD',
    leader: 'Largest gain',
    headline: 'As in this report',
    note: 'Each row is one run at central values with one thing different, so it has no range of its own.',
    avoidance:
      'Part of the cargo avoids some territories at any price; that share was smaller in 2021. Whether avoidance is a cost or a preference cannot be told from traffic, so both are shown.',
  },
  quality: {
    title: 'How good the data is',
    tableTitle: 'Trade of each member: measured and estimated',
    name: 'Member',
    share: 'Measured or published, share of trade by value',
    weakest: 'Weakest quality that carries a tenth',
    cautions: 'Read with care',
    none: 'none',
    words: {
      measured: 'measured',
      published: 'published',
      derived: 'derived',
      estimated: 'estimated',
    } as Readonly<Record<string, string>>,
    care: 'read with care',
    careNote: '* Read with care: see “How good the data is”.',
    /** What is known of an economy's data, by the dataset's id. */
    economyNotes: {
      'sco-2023': {
        IRN: 'only recorded trade, about a quarter of the remembered total of the World Trade Organization: oil sold under other flags is not in it, so read its results as a lower bound',
        KGZ: 'goods declared to Kyrgyzstan that only pass through are moved to Russia, which is an assumption; its imports without it are twice its domestic product',
        TJK: 'its recorded imports exceed those of its published balance of payments',
      },
    } as Readonly<Record<string, Readonly<Record<string, string>>>>,
    cautionWords: {
      'trade-adjusted':
        'its recorded trade is adjusted by more than a tenth, for bullion and for goods that only pass through',
      'trade-not-adjusted':
        'its recorded trade holds bullion or goods that only pass through; this run leaves it as recorded',
      'goods-spending-above-gdp':
        'it spends more on goods than its domestic product: gross flows, so effects are amplified',
      'domestic-sales-estimated': 'sales at home are estimated',
    } as Readonly<Record<string, string>>,
  },
  sources: {
    title: 'Sources and credits',
    name: 'Source',
    licence: 'Licence',
    credit: 'Credit and what was changed',
    dataset: (title: string, version: string, hash: string) =>
      `${title}, version ${version}, checksum ${hash}.`,
    shapes:
      'Shapes of countries: Natural Earth, modified by Visionscarto (BSD-3-Clause). Letters: Source Sans 3 (OFL-1.1), a part of it embedded here.',
    none: 'The dataset names no source.',
  },
  scenario: {
    title: 'The scenario itself',
    note: 'Saved beside this report as scenario.yaml. Run it again with the same version and dataset, and the same numbers come out.',
    hash: 'Scenario hash',
    program: 'Program',
    seed: 'Seed',
    draws: 'Draws',
    members: (bloc: string, date: string) => `Members of ${bloc} on ${date}`,
    convergence: 'Solver',
    convergenceText: (passes: string, residual: string) =>
      `${passes} passes; largest error in market clearing ${residual}`,
  },
  notices: {
    title: 'Notices of this run',
    none: 'None.',
  },
}

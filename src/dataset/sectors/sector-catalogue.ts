/** What is known about the sectors and the elasticities of the OECD's tables, in words. */
import type { OutputRow } from '../reading/write-table.js'
import type { CargoKind } from './sector-dataset.js'

type SectorEntry = readonly [id: string, name: string, cargo: CargoKind, reason: string]

const BOXED = 'packed goods: by box, lorry or covered wagon'
const FARM = 'counted as general, although grain and timber partly travel as bulk'

/** Industries of ISIC Rev. 4 in the OECD's grouping, services added up. */
export const SECTOR_CATALOGUE: readonly SectorEntry[] = [
  ['A01', 'Crop and animal production, hunting', 'general', FARM],
  ['A02', 'Forestry and logging', 'general', FARM],
  ['A03', 'Fishing and aquaculture', 'general', 'refrigerated goods: by box or lorry'],
  ['B05', 'Coal and lignite', 'bulk', 'block trains and bulk carriers'],
  ['B06', 'Crude petroleum and natural gas', 'bulk', 'pipelines and tankers'],
  ['B07', 'Metal ores', 'bulk', 'open wagons and bulk carriers'],
  ['B08', 'Stone, sand, salt and other mining and quarrying', 'bulk', 'open wagons and bulk carriers'],
  ['B09', 'Mining support services', 'none', 'a service: nothing is carried'],
  ['C10T12', 'Food products, beverages and tobacco', 'general', BOXED],
  ['C13T15', 'Textiles, wearing apparel, leather and footwear', 'general', BOXED],
  ['C16', 'Wood and products of wood and cork', 'general', BOXED],
  ['C17_18', 'Paper products and printing', 'general', BOXED],
  ['C19', 'Coke and refined petroleum products', 'bulk', 'pipelines, tank wagons and tankers'],
  [
    'C20',
    'Chemicals and chemical products',
    'general',
    'counted as general, although fertilizer partly travels as bulk',
  ],
  ['C21', 'Pharmaceutical products', 'general', BOXED],
  ['C22', 'Rubber and plastics products', 'general', BOXED],
  [
    'C23',
    'Other non-metallic mineral products',
    'general',
    'counted as general, although cement partly travels as bulk',
  ],
  ['C24A', 'Basic iron and steel', 'general', 'coils, bars and tubes: by wagon or box'],
  [
    'C24B',
    'Basic precious and other non-ferrous metals',
    'general',
    'cathodes, ingots and bars: by box or wagon; bullion by air',
  ],
  ['C25', 'Fabricated metal products', 'general', BOXED],
  ['C26', 'Computer, electronic and optical products', 'general', BOXED],
  ['C27', 'Electrical equipment', 'general', BOXED],
  ['C28', 'Machinery and equipment not elsewhere classified', 'general', BOXED],
  ['C29', 'Motor vehicles, trailers and semi-trailers', 'general', 'by car carrier, wagon, lorry or box'],
  ['C301', 'Ships and boats', 'general', 'counted as general, although ships move themselves'],
  [
    'C302T309',
    'Railway, air and other transport equipment',
    'general',
    'by wagon or box; aircraft move themselves',
  ],
  ['C31T33', 'Furniture, other manufacturing, repair and installation of machinery', 'general', BOXED],
  ['SERVICES', 'Services and construction, added up', 'none', 'nothing is carried'],
]

/** Whose trade elasticities the compiled table holds, by its column. */
export const ELASTICITY_CATALOGUE: Readonly<
  Record<string, { readonly name: string; readonly method: string; readonly note: string }>
> = {
  BSY: {
    name: 'Bagwell, Staiger and Yurukoglu (2021), Quantitative analysis of multiparty tariff negotiations, Econometrica',
    method: 'Within a model of world trade, 49 product groups, table II',
    note: '',
  },
  CP: {
    name: 'Caliendo and Parro (2015), Estimates of the trade and welfare effects of NAFTA, Review of Economic Studies',
    method: 'Ratios of trade and tariffs around triples of countries, 1993, 99 % sample, table 1',
    note: 'Ranges from 1.1 (transport equipment) to 64.85 (coke and refined petroleum), which small samples explain',
  },
  FGO: {
    name: 'Fontagné, Guimbard and Orefice (2022), Tariff-based product-level trade elasticities, Journal of International Economics',
    method:
      'Applied bilateral tariffs, HS six-digit products, all available pairs, 2001 to 2016; averages by industry, table 8',
    note: 'Services carry the value of "other community, social and personal services"',
  },
  GYY: {
    name: 'Giri, Yi and Yilmazkuday (2021), Gains from trade: does sectoral heterogeneity matter?, Journal of International Economics',
    method: 'Simulated moments of prices and trade, 19 industries of manufacturing, table 2',
    note: 'Manufacturing only, without petroleum, electronics and machinery',
  },
  IS: {
    name: 'In sample: estimated on the OECD tables of 2011 to 2022 by the compiler of the table (Lashkaripour)',
    method: 'Ratios of trade and tariffs around triples of countries, 15 industries, neighbours pooled',
    note: 'Agriculture and mining share one estimate, basic and fabricated metals another',
  },
  LL: {
    name: 'Lashkaripour and Lugovskyy (2023), Profits, scale economies, and the gains from trade and industrial policy, American Economic Review',
    method: 'Demand of importers by firm and product, 14 industries, table 3',
    note: '0.636 for coke and refined petroleum: trade there would hardly answer to cost',
  },
  Shap: {
    name: 'Shapiro (2016), Trade costs, CO2, and the environment, American Economic Journal: Economic Policy',
    method: 'Shipping costs, instrumented, 13 industries, table 2',
    note: 'From 1.55 (chemicals) to 14.3 (textiles and apparel)',
  },
  U4: {
    name: 'Uniform, after Simonovska and Waugh (2014), The elasticity of trade: estimates and evidence, Journal of International Economics',
    method: 'One value, 4, for all sectors',
    note: 'No difference between sectors',
  },
}

export const DEFAULT_ELASTICITY = 'FGO'

/** Why that source; tests hold the claims against the table. */
export const DEFAULT_ELASTICITY_REASON =
  'It is estimated from what this model changes, applied bilateral tariffs, on all pairs and products; apart from the uniform value it alone fills in no sector, and its values stay between 2.9 and 10.6 where others reach 0.6 or 65. Results differ by source: run more than one.'

/** The compiler puts this value where a source has no estimate. */
export const FALL_BACK = 4

/** A source of one value for all sectors fills nothing in. */
export const UNIFORM_SOURCE = 'U4'

export const SECTOR_SOURCES: readonly OutputRow[] = [
  {
    id: 'oecd-icio',
    title: 'OECD Inter-Country Input-Output tables, extended edition 2023, year 2022',
    address: 'https://www.oecd.org/en/data/datasets/inter-country-input-output-tables.html',
    licence: 'CC BY 4.0, to be verified',
    licence_address: 'https://www.oecd.org/en/about/terms-conditions.html',
    attribution: 'OECD (2023), OECD Inter-Country Input-Output Database',
    changes:
      'Uses added up to one flow per pair and industry and services added up, by the compiler; Hong Kong joined to China here',
    note: 'Published before July 2024, when terms similar to CC BY 4.0 applied by the open-access policy of the OECD',
  },
  {
    id: 'global-tariff-database',
    title: 'Teti (2024), Global Tariff Database',
    licence: 'unknown: do not pass on; the file stays with whoever brings it',
    attribution: 'Teti, F. (2024), 30+ years of trade policy: evidence from 160 countries',
    changes:
      'Averaged by industry by the compiler; those on what is no cargo set aside in recorded_tariff, averages with Hong Kong weighted by value here',
  },
  {
    id: 'us-tariff',
    title: 'ahmadlp/us-tariff: the compilation of both, and of the elasticities',
    address: 'https://github.com/ahmadlp/us-tariff',
    licence: 'none stated',
    attribution: 'Lashkaripour, A.',
    changes: 'Read as a table of exporter, importer, sector, value and tariff',
  },
  {
    id: 'elasticity-literature',
    title: 'Published estimates of trade elasticities, named in elasticity-sources',
    licence: 'single facts; no licence needed',
    attribution: 'named in elasticity-sources',
    changes:
      'Brought to the industries of the OECD by the compiler; averages where an industry joins several',
    note: 'Read through the compilation; the papers themselves were not opened',
  },
  {
    id: 'keruen',
    title: 'Keruen: names of industries in words, kinds of cargo, choice of the default elasticity',
    licence: 'CC BY 4.0',
    licence_address: 'https://creativecommons.org/licenses/by/4.0/',
    attribution: 'Keruen contributors',
    changes: 'Own work and judgement',
  },
]

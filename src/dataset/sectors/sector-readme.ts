/** The page that lies in the folder of a many-sector package. */
import {
  DEFAULT_ELASTICITY,
  DEFAULT_ELASTICITY_REASON,
  ELASTICITY_CATALOGUE,
  SECTOR_CATALOGUE,
} from './sector-catalogue.js'

/** What the package is, what was changed, what it cannot tell and under which terms it stands; Markdown. */
export function sectorReadme(): string {
  const cargo = (kind: string) =>
    SECTOR_CATALOGUE.filter(([, , each]) => each === kind)
      .map(([id]) => id)
      .join(', ')
  return `# Trade, tariffs and elasticities by sector, 2022

Made by \`keruen data build sectors\` from files that you brought. \`keruen data check\` looks at it again.

## What was done
- **Hong Kong is joined to China**, as in the embedded dataset: flows are added, trade between the two becomes home sales
  without tariff, tariffs are averaged with the flows as weights. \`sector-joined.csv\` keeps what Hong Kong brought in.
- **A tariff on what is no cargo is set to zero**: no customs duty is levied on services, yet the compilation has rates
  on them (India 16 %). They are kept in the column \`recorded_tariff\`.
- **Cargo** (\`sectors.csv\` gives the reasons): bulk are ${cargo('bulk')}; none are ${cargo('none')}; all others are
  general cargo. The embedded dataset counts energy alone as bulk.
- **Elasticities**: rows of quality \`estimated\` are no estimates of their source but filled in by the compiler with 4.
  Default: ${DEFAULT_ELASTICITY}, ${ELASTICITY_CATALOGUE[DEFAULT_ELASTICITY]!.name}. ${DEFAULT_ELASTICITY_REASON}
- Nothing else was changed; no cell was filled or balanced here.

## What it cannot tell
- No input–output coefficients: the model it serves has no intermediate goods.
- The OECD balances world trade its own way, without re-exports: China's goods to Kazakhstan are 4.6 bn USD here,
  16.4 bn by customs.
- A country in the column \`contains\` of \`economies.csv\` has no row of its own and cannot be reported apart; the rest of
  the world has no tariffs of its own, zero stands for not known.
- Tariffs are averages by industry, one for several industries at times. Those on food, beverages and tobacco are near
  100 % in Saudi Arabia and the United States; those of Russia on China and India are below 1 %, although Kazakhstan and
  Belarus, with the same common tariff, have 6 % and more; inside customs unions they are not all zero.

## Terms
The flows are the OECD's (CC BY 4.0, to be verified). The licence of the tariffs is not known and the compilation states
none: **keep this folder to yourself.** \`sources.csv\` has the particulars. Country names follow the United Nations.
`
}

/**
 * Draws docs/images/growth.svg from what `npm run bench -- --json equilibrium many-sector > FILE` wrote, and prints the
 * rows of docs/performance.md: `node scripts/performance-chart.mjs FILE`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { scaleLog } from 'd3-scale'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { machine, reports } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const points = reports.flatMap(report => report.rows.filter(row => row.size !== undefined))

/** A line for each question: what grows, and what is held. */
const SERIES = [
  {
    name: 'one sector',
    grows: 'economies',
    wanted: ({ sectors }) => sectors === 1,
    colour: '#00637A',
  },
  {
    name: '20 sectors',
    grows: 'economies',
    wanted: ({ sectors }) => sectors === 20,
    colour: '#9C4510',
  },
  {
    name: '40 economies',
    grows: 'sectors',
    wanted: ({ economies, sectors }) => economies === 40 && sectors !== 1,
    colour: '#803D75',
  },
]

const WIDTH = 760
const HEIGHT = 420
const FRAME = { left: 64, right: 24, top: 46, bottom: 48 }

writeFileSync(join(root, 'docs', 'images', 'growth.svg'), chart())
for (const report of reports) {
  console.log(`\n${report.name}\n\n| case | median, ms | bar, ms |\n| --- | ---: | ---: |`)
  for (const { label, medianMs, limitMs } of report.rows) {
    console.log(`| ${label.trim()} | ${rounded(medianMs)} | ${limitMs ?? ''} |`)
  }
  if (report.ratio !== undefined) console.log(`\nratio ${rounded(report.ratio)}`)
}
console.log(`\nNode ${machine.node}, ${machine.cores} × ${machine.processor}`)

function chart() {
  const lines = SERIES.map(series => ({
    ...series,
    points: points
      .filter(({ size }) => series.wanted(size))
      .map(({ size, medianMs }) => [size[series.grows], medianMs])
      .sort(([a], [b]) => a - b),
  }))
  const all = lines.flatMap(line => line.points)
  const x = scaleLog([4, 500], [FRAME.left, WIDTH - FRAME.right])
  const low = Math.min(...all.map(([, ms]) => ms)) / 1.6
  const high = Math.max(...all.map(([, ms]) => ms)) * 1.6
  const y = scaleLog([low, high], [HEIGHT - FRAME.bottom, FRAME.top])
  const across = [5, 10, 20, 40, 80, 160, 400].map(
    size =>
      `<text x="${x(size).toFixed(1)}" y="${HEIGHT - FRAME.bottom + 20}" text-anchor="middle">${size}</text>`,
  )
  const up = [0.1, 0.3, 1, 3, 10, 30, 100]
    .filter(ms => ms >= low && ms <= high)
    .map(
      ms =>
        `<path d="M${FRAME.left} ${y(ms).toFixed(1)}H${WIDTH - FRAME.right}" stroke="#DBDFDA"/><text x="${FRAME.left - 8}" y="${(y(ms) + 4).toFixed(1)}" text-anchor="end">${ms}</text>`,
    )
  const drawn = lines.map(({ name, grows, colour, points: at }) => {
    const place = ([size, ms]) => [x(size).toFixed(1), y(ms).toFixed(1)]
    const path = at.map(point => place(point).join(' ')).join('L')
    const dots = at.map(point => {
      const [cx, cy] = place(point)
      return `<circle cx="${cx}" cy="${cy}" r="3.5" fill="${colour}"/>`
    })
    const [endX, endY] = place(at.at(-1))
    return `<path d="M${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}<text x="${endX - 6}" y="${endY - 10}" text-anchor="end" fill="${colour}" font-weight="600">${name}, more ${grows}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Source Sans 3, Segoe UI, sans-serif" font-size="13" fill="#475358" role="img"><title>Milliseconds of one equilibrium by the number of economies and of sectors, both axes logarithmic</title><rect width="${WIDTH}" height="${HEIGHT}" fill="#FFFFFF"/><text x="16" y="26" fill="#1A2326" font-weight="600" font-size="15">One equilibrium: milliseconds by economies or sectors</text>${up.join('')}${across.join('')}<text x="${WIDTH - FRAME.right}" y="${HEIGHT - 8}" text-anchor="end">number of economies or sectors</text>${drawn.join('')}</svg>
`
}

function rounded(value) {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toPrecision(2)
}

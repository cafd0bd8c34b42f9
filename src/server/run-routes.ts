/** `/api/runs`: runs with more draws than a page waits for, and their files. */
import { accepts } from 'hono/accepts'
import type { Language } from '../index.js'
import { LANGUAGES } from '../vocabulary.js'
import { json, type LabContext, whole } from './answers.js'
import { readScenarioBody } from './body.js'
import { HttpFault } from './faults.js'
import { LIMITS } from './limits.js'
import type { CheckedScenario } from './model.js'
import type { Parts, Routes } from './routes.js'
import type { QueuedRun, RunQueue } from './run-queue.js'

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
  yaml: 'application/yaml; charset=utf-8',
}

/**
 * The report carries its style in itself and no script. In a sandbox it is a page of no site, so that it could do nothing here
 * even if a word of a scenario had found its way through.
 */
const REPORT_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ')

/** Name of a scenario that gives itself none. */
const FILE = 'scenario.yaml'

export function runRoutes({ queue, model }: Parts): Routes {
  return {
    '/api/runs': {
      GET: c => json(c, 200, { runs: queue.list().map(summary) }),
      POST: async c => {
        const text = await readScenarioBody(c.env.incoming)
        const scenario = await model.check(text, FILE)
        boundDraws(scenario)
        const run = queue.submit({ text, file: FILE, language: reportLanguage(c) }, scenario)
        c.header('Location', `/api/runs/${run.id}`)
        return json(c, 202, summary(run))
      },
    },
    '/api/runs/:id': {
      GET: c => json(c, 200, summary(find(queue, c))),
      DELETE: c => {
        queue.remove(find(queue, c).id)
        return c.body(null, 204)
      },
    },
    '/api/runs/:id/:file': { GET: c => answerFile(c, find(queue, c)) },
  }
}

function answerFile(c: LabContext, { finished }: QueuedRun): Response {
  const name = c.req.param('file') ?? ''
  const bytes = finished?.files.get(name)
  if (bytes === undefined) {
    throw new HttpFault(404, {
      code: 'lab.no-file',
      expected:
        finished === undefined ? 'a run that is done' : `one of ${[...finished.files.keys()].join(', ')}`,
      found: finished === undefined ? 'one that is not' : 'another',
    })
  }
  if (name === 'report.html') c.header('Content-Security-Policy', REPORT_POLICY)
  else c.header('Content-Disposition', `attachment; filename="${name}"`)
  return whole(c, 200, bytes, TYPES[name.split('.').at(-1)!] ?? 'application/octet-stream')
}

function summary({ id, scenario, state, progress, issues, finished }: QueuedRun): unknown {
  return {
    id,
    ...scenario,
    state,
    progress: progress ?? null,
    ...(state === 'failed' ? { issues } : {}),
    ...(finished === undefined
      ? {}
      : { hash: finished.hash, bloc: finished.bloc, files: [...finished.files.keys()] }),
  }
}

/** Of those in which there are reports, the first that the asker reads; English where there is none. */
function reportLanguage(c: LabContext): Language {
  const asked = accepts(c, {
    header: 'Accept-Language',
    supports: [...LANGUAGES],
    default: 'en',
    match: (tags, { supports, default: otherwise }) =>
      [...tags]
        .sort((a, b) => b.q - a.q)
        .map(({ type }) => type.split('-')[0]!.toLowerCase())
        .find(language => supports.includes(language)) ?? otherwise,
  })
  return asked as Language
}

function boundDraws({ draws }: CheckedScenario): void {
  if (draws <= LIMITS.draws) return
  throw new HttpFault(422, {
    code: 'lab.too-many-draws',
    at: { field: 'draws' },
    expected: `at most ${LIMITS.draws}`,
    found: String(draws),
    mend: 'Ask for fewer, or use keruen run',
  })
}

function find(queue: RunQueue, c: LabContext): QueuedRun {
  const run = queue.find(c.req.param('id') ?? '')
  if (run !== undefined) return run
  throw new HttpFault(404, {
    code: 'lab.no-run',
    expected: `one of the runs of this session, of which the last ${LIMITS.keptRuns} are kept`,
    found: 'none of that number',
  })
}

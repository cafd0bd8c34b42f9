/** Which address gives what. Every answer is whole before it is sent; none is a stream. */
import { Hono } from 'hono'
import { PROGRAM } from '../index.js'
import { isApi, json, type LabEnv, text } from './answers.js'
import { answerOf, HttpFault } from './faults.js'
import { LIMITS } from './limits.js'
import type { Parts, Routes } from './routes.js'
import { runRoutes } from './run-routes.js'
import { scenarioRoutes } from './scenario-routes.js'
import { answerAsset } from './site-answer.js'

export function createApp(parts: Parts): Hono<LabEnv> {
  const app = new Hono<LabEnv>()
  addRoutes(app, {
    '/api/status': { GET: c => json(c, 200, status(parts)) },
    ...scenarioRoutes(parts),
    ...runRoutes(parts),
  })
  app.all('*', c => {
    const { method, path } = c.req
    const asset = parts.site.get(path)
    if (asset === undefined) throw unknownPath(path)
    if (method !== 'GET' && method !== 'HEAD') throw wrongMethod(method, ['GET', 'HEAD'])
    return answerAsset(c, asset)
  })
  app.onError((error, c) => {
    const { status, headers, body } = answerOf(error, parts.log)
    for (const [name, value] of Object.entries(headers)) c.header(name, value)
    if (isApi(c.req.path)) return json(c, status, body)
    return text(c, status, `${status} ${body.issues[0]?.code ?? ''}\n`)
  })
  return app
}

function addRoutes(app: Hono<LabEnv>, routes: Routes): void {
  for (const [path, route] of Object.entries(routes)) {
    for (const [method, handler] of Object.entries(route)) app.on(method, path, handler)
    const methods = Object.keys(route)
    app.all(path, c => {
      throw wrongMethod(c.req.method, methods.includes('GET') ? ['HEAD', ...methods] : methods)
    })
  }
}

function status({ queue }: Parts): unknown {
  const runs = queue.list()
  const count = (state: string) => runs.filter(run => run.state === state).length
  return {
    ...PROGRAM,
    limits: {
      scenarioBytes: LIMITS.scenarioBytes,
      savedScenarios: LIMITS.savedScenarios,
      draws: LIMITS.draws,
      runSeconds: LIMITS.runMs / 1000,
      runsAtOnce: LIMITS.runsAtOnce,
      waitingRuns: LIMITS.waitingRuns,
      keptRuns: LIMITS.keptRuns,
    },
    runs: { running: count('running'), waiting: count('waiting') },
  }
}

function wrongMethod(method: string, allowed: readonly string[]): HttpFault {
  const list = [...allowed].sort().join(', ')
  const issue = { code: 'lab.wrong-method', expected: list, found: method }
  return new HttpFault(405, issue, { Allow: list })
}

function unknownPath(path: string): HttpFault {
  return new HttpFault(404, { code: 'lab.unknown-path', expected: 'an address of the lab', found: path })
}

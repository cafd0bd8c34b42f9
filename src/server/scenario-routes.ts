/** `/api/scenarios`: what was saved here. */
import { json, type LabContext, whole } from './answers.js'
import { readScenarioBody } from './body.js'
import { HttpFault } from './faults.js'
import type { Parts, Routes } from './routes.js'
import { isScenarioId } from './scenario-store.js'
import { isKnown, tagOf } from './site-answer.js'

export function scenarioRoutes({ store, model }: Parts): Routes {
  return {
    '/api/scenarios': { GET: async c => json(c, 200, { scenarios: await store.list() }) },
    '/api/scenarios/:id': {
      GET: async c => {
        const text = await store.read(idOf(c))
        if (text === undefined) throw noScenario()
        const tag = tagOf(text)
        c.header('ETag', tag)
        if (isKnown(c, tag)) return c.body(null, 304)
        return whole(c, 200, text, 'application/yaml; charset=utf-8')
      },
      PUT: async c => {
        const id = idOf(c)
        const text = await readScenarioBody(c.env.incoming)
        const { name, title } = await model.check(text, `${id}.yaml`)
        const outcome = await store.write(id, text, c.req.header('if-none-match') === '*')
        return json(c, outcome === 'created' ? 201 : 200, { id, name, title })
      },
      DELETE: async c => {
        if (!(await store.remove(idOf(c)))) throw noScenario()
        return c.body(null, 204)
      },
    },
  }
}

function idOf(c: LabContext): string {
  const id = c.req.param('id') ?? ''
  if (isScenarioId(id)) return id
  throw new HttpFault(c.req.method === 'PUT' ? 422 : 404, {
    code: 'lab.bad-name',
    expected: 'a name of small letters and digits with single hyphens between, at most 64 characters',
    found: 'another',
    mend: 'Write it like middle-corridor-2',
  })
}

function noScenario(): HttpFault {
  return new HttpFault(404, {
    code: 'lab.no-scenario',
    expected: 'a saved scenario',
    found: 'none of that name',
  })
}

import { readyScenarios } from '../../platform/node/scenarios.js'
import { formatText } from '../text-table.js'

/** `keruen scenarios`: the ready scenarios, by the name that `keruen run` takes. */
export async function scenariosCommand(options: { readonly json?: boolean }): Promise<void> {
  const scenarios = await readyScenarios()
  process.stdout.write(
    options.json
      ? `${JSON.stringify(scenarios, null, 2)}\n`
      : `${formatText({
          columns: [{ title: 'name' }, { title: 'title' }],
          rows: scenarios.map(({ name, title }) => [name, title]),
        })}\n\nkeruen run NAME computes one of them; keruen run FILE a scenario of your own.\n`,
  )
}

/** What axe finds wrong with a page. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** A line for each violation. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const { violations: all } = await (globalThis as unknown as { axe: typeof axe }).axe.run()
    return all.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`),
    }))
  })
  return found.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node}`))
}

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, skipReason } from '../browser/chromium.js'
import { type Lab, openLab } from './site.js'
import { chooseReady, ranges } from './steps.js'

let lab: Lab
beforeAll(async () => {
  if (chromiumPath !== undefined) lab = await openLab()
})
afterAll(() => lab?.close())

type Point = readonly [number, number]

/** Two fingers that go, step by step, from one pair of points to another, and stay there; returns what lifts them. */
async function twoFingers(
  page: Page,
  from: readonly [Point, Point],
  to: readonly [Point, Point],
): Promise<() => Promise<void>> {
  const client = await page.context().newCDPSession(page)
  const touches = (part: number) =>
    [0, 1].map(id => {
      const [[fromX, fromY], [toX, toY]] = [from[id]!, to[id]!]
      return { id, x: fromX + part * (toX - fromX), y: fromY + part * (toY - fromY) }
    })
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: ReturnType<typeof touches>) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints })
  // one finger always comes first
  await send('touchStart', touches(0).slice(0, 1))
  await send('touchStart', touches(0))
  for (let step = 1; step <= 12; step++) await send('touchMove', touches(step / 12))
  return async () => {
    await send('touchEnd', [])
  }
}

/** Until the drawing is laid out for where the fingers have brought it; a frame hands their moves over. */
async function laidOut(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
  })
  await page.waitForFunction(() => !document.querySelector('svg.map > g')!.hasAttribute('transform'))
}

/** Where a country in the middle of the map is drawn. */
const shape = async (page: Page) => (await page.locator('.m-targets [data-country="UZB"]').boundingBox())!

const SCREENS = [
  ['phone', { width: 390, height: 844 }],
  ['tablet', { width: 1024, height: 768 }],
] as const

describe.skipIf(chromiumPath === undefined)(`the map under the hand${skipReason}`, () => {
  for (const [name, viewport] of SCREENS) {
    for (const [way, dx, dy] of [
      ['across', 1, 0],
      ['up and down', 0, 1],
    ] as const) {
      test(`two fingers that part ${way} zoom the map about their middle, and the map alone, ${name}`, async () => {
        const { page, faults } = await lab.open('', { viewport, hasTouch: true, isMobile: true })
        await page.waitForSelector('.m-targets [data-country="UZB"]')
        const box = (await page.locator('.map-frame').boundingBox())!
        // beside the middle of the map, so that a zoom about that would be found out
        const middle: Point = [box.x + 0.55 * box.width, box.y + 0.48 * box.height]
        const apart = (by: number): [Point, Point] => [
          [middle[0] - by * dx, middle[1] - by * dy],
          [middle[0] + by * dx, middle[1] + by * dy],
        ]
        const before = await shape(page)
        const lift = await twoFingers(page, apart(40), apart(60))
        await laidOut(page)
        const after = await shape(page)
        expect(Math.abs(after.width - 1.5 * before.width)).toBeLessThan(3)
        // what lies between the fingers stays there
        expect(Math.abs(after.x - middle[0] - 1.5 * (before.x - middle[0]))).toBeLessThan(3)
        expect(Math.abs(after.y - middle[1] - 1.5 * (before.y - middle[1]))).toBeLessThan(3)
        await lift()
        // neither the page is zoomed or scrolled, nor has a finger clicked
        expect(await page.evaluate(() => [visualViewport!.scale, scrollY])).toEqual([1, 0])
        expect(await page.locator('.why').count()).toBe(0)

        await (await twoFingers(page, apart(60), apart(40)))()
        await laidOut(page)
        expect(Math.abs((await shape(page)).width - before.width)).toBeLessThan(3)
        expect(faults).toEqual([])
        await page.context().close()
      })
    }
  }

  test('two fingers that go the same way take the map along', async () => {
    const { page } = await lab.open('', { viewport: SCREENS[0][1], hasTouch: true, isMobile: true })
    await page.waitForSelector('.m-targets [data-country="UZB"]')
    const box = (await page.locator('.map-frame').boundingBox())!
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    const pair = (dx: number, dy: number): [Point, Point] => [
      [x - 40 + dx, y - 30 + dy],
      [x + 40 + dx, y - 30 + dy],
    ]
    const before = await shape(page)
    await twoFingers(page, pair(0, 0), pair(24, 48))
    await laidOut(page)
    const after = await shape(page)
    expect(Math.abs(after.width - before.width)).toBeLessThan(2)
    expect([after.x - before.x, after.y - before.y].map(Math.round)).toEqual([24, 48])
    await page.context().close()
  })

  test('with Suez closed the courses at sea are coloured, told and can be chosen', async () => {
    const { page, faults } = await lab.open()
    const losses = () => page.locator('svg.map path.m-loss:not(.m-dash)').count()
    expect(await losses()).toBe(0)
    await chooseReady(page, 'suez-closed')
    await ranges(page)
    expect(await losses()).toBeGreaterThan(0)
    expect(await page.locator('#map-description').textContent()).toMatch(/lost on .*Suez Canal/)
    await page.locator('.map-tools .button').first().click()
    await page.waitForSelector('.map-table')
    expect(await page.locator('.map-table').textContent()).toContain('Suez Canal')
    expect(faults).toEqual([])
    await page.context().close()
  })
})

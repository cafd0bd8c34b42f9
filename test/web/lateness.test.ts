import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Answer, answer, fault, scenario } from '../../src/web/state/lab.js'
import { isLate, watchLateness } from '../../src/web/state/lateness.js'

const written = (title: string) => ({ keruen: 1, title }) as const
const answered = (of: ReturnType<typeof written>) => {
  answer.value = { written: of, central: undefined, full: undefined } as unknown as Answer
}
const [first, second, third] = [written('one'), written('two'), written('three')]

beforeEach(() => {
  vi.useFakeTimers()
  scenario.value = first
  fault.value = undefined
  answered(first)
})
afterEach(() => vi.useRealTimers())

test('an answer that takes long is told to be on its way, until it is there', () => {
  watchLateness()
  vi.advanceTimersByTime(10_000)
  expect(isLate.value).toBe(false)
  scenario.value = second
  vi.advanceTimersByTime(500)
  expect(isLate.value).toBe(false)
  vi.advanceTimersByTime(200)
  expect(isLate.value).toBe(true)
  answered(second)
  expect(isLate.value).toBe(false)
})

test('under a hand that drags every answer counts, also one of a moment ago', () => {
  watchLateness()
  for (const next of [second, third, second, third]) {
    scenario.value = next
    vi.advanceTimersByTime(400)
    answered(next === second ? first : second)
    expect(isLate.value).toBe(false)
  }
})

test('a scenario without an answer is no late one', () => {
  watchLateness()
  scenario.value = second
  fault.value = { kind: 'failure', issues: [] } as unknown as NonNullable<typeof fault.value>
  vi.advanceTimersByTime(10_000)
  expect(isLate.value).toBe(false)
})

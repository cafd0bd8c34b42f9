import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Result } from '../../src/scenario/result/result.js'
import { TODAY, type WrittenScenario } from '../../src/web/scenario/written.js'
import {
  answerTheRest,
  compared,
  compareScenario,
  followAnswers,
  LETTERS,
  leaveComparison,
} from '../../src/web/state/compare.js'
import { type Answer, answer, scenario } from '../../src/web/state/lab.js'

const scenarioOf = (title: string): WrittenScenario => ({ ...TODAY, title })
const answerTo = (written: WrittenScenario): Answer => ({
  written,
  central: undefined as never,
  full: undefined,
})

let stop: () => void
beforeEach(() => {
  compared.value = []
  answer.value = answerTo(TODAY)
  stop = followAnswers()
})
afterEach(() => stop())

test('scenarios take the first free letter, four at most', () => {
  const five = ['one', 'two', 'three', 'four', 'five'].map(scenarioOf)
  expect(five.map(compareScenario)).toEqual([true, true, true, true, false])
  expect(compared.value.map(({ letter }) => letter)).toEqual([...LETTERS])
  leaveComparison('B')
  expect(compareScenario(five[4]!)).toBe(true)
  expect(compared.value.map(({ letter, written }) => [letter, written.title])).toEqual([
    ['A', 'one'],
    ['B', 'five'],
    ['C', 'three'],
    ['D', 'four'],
  ])
})

test('the same scenario is there once', () => {
  const one = scenarioOf('one')
  expect(compareScenario(one)).toBe(true)
  expect(compareScenario(one)).toBe(true)
  expect(compared.value).toHaveLength(1)
})

test('each keeps the newest answer that was given to it', () => {
  const [one, two] = [scenarioOf('one'), scenarioOf('two')]
  compareScenario(one)
  compareScenario(two)
  expect(compared.value.map(each => each.answer)).toEqual([undefined, undefined])
  const first = answerTo(one)
  answer.value = first
  answer.value = answerTo(scenarioOf('another'))
  const second = answerTo(two)
  answer.value = second
  expect(compared.value.map(each => each.answer)).toEqual([first, second])
  const later = answerTo(one)
  answer.value = later
  expect(compared.value[0]!.answer).toBe(later)
})

test('a scenario that is answered when it is put there has its answer', () => {
  const one = scenarioOf('one')
  const known = answerTo(one)
  answer.value = known
  compareScenario(one)
  expect(compared.value[0]!.answer).toBe(known)
})

test('scenarios that were left without their answer are asked for one after the other', () => {
  const asked: { title: string | undefined; take: (result: Result) => void }[] = []
  const end = answerTheRest((written, take) => asked.push({ title: written.title, take }))
  const [one, two, inHand] = ['one', 'two', 'in hand'].map(scenarioOf)
  compareScenario(one!)
  compareScenario(two!)
  expect(asked).toEqual([])
  const result = { uncertainty: { draws: 200 } } as Result
  scenario.value = inHand!
  answer.value = { written: inHand!, central: result, full: result }
  expect(asked.map(({ title }) => title)).toEqual(['one'])
  asked[0]!.take(result)
  expect(compared.value[0]!.answer!.full).toBe(result)
  expect(asked.map(({ title }) => title)).toEqual(['one', 'two'])
  leaveComparison('B')
  asked[1]!.take(result)
  expect(compared.value.map(({ letter }) => letter)).toEqual(['A'])
  end()
})

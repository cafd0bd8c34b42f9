import { beforeEach, expect, test } from 'vitest'
import { TODAY, type WrittenScenario } from '../../src/web/scenario/written.js'
import { canRedo, canUndo, changeScenario, redo, undo } from '../../src/web/state/history.js'
import { scenario } from '../../src/web/state/lab.js'

const of = (title: string): WrittenScenario => ({ ...TODAY, title })
const title = () => scenario.value.title

beforeEach(() => {
  while (canUndo.value) undo()
  changeScenario(of('start'))
})

test('changes are taken back and made again one by one', () => {
  for (const each of ['one', 'two', 'three']) changeScenario(of(each))
  undo()
  undo()
  expect(title()).toBe('one')
  expect(canRedo.value).toBe(true)
  redo()
  expect(title()).toBe('two')
  changeScenario(of('other'))
  expect(canRedo.value).toBe(false)
  undo()
  expect(title()).toBe('two')
})

test('all changes of a gesture are one step, and the next gesture is another', () => {
  const drag = {}
  for (const each of ['1', '2', '3']) changeScenario(of(each), { gesture: drag })
  changeScenario(of('4'), { gesture: {} })
  undo()
  expect(title()).toBe('3')
  undo()
  expect(title()).toBe('start')
  redo()
  expect(title()).toBe('3')
})

test('a gesture does not go on after it was taken back', () => {
  const drag = {}
  changeScenario(of('1'), { gesture: drag })
  undo()
  changeScenario(of('2'), { gesture: drag })
  undo()
  expect(title()).toBe('start')
})

test('nothing happens where there is nothing to take back, nor with the same scenario', () => {
  while (canUndo.value) undo()
  const first = scenario.value
  undo()
  expect(scenario.value).toBe(first)
  changeScenario(first)
  expect(canUndo.value).toBe(false)
})

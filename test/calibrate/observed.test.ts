import { csvParse } from 'd3-dsv'
import { describe, expect, test } from 'vitest'
import { table, withBlock } from '../../tools/calibrate/markdown.js'
import { observedTraffic } from '../../tools/data/observed.js'
import type { InputRow } from '../../tools/data/replication.js'

function observed(rows: readonly string[]) {
  const text = `point,metric,period,value,unit,note,quality,source,address\n${rows.join('\n')}\n`
  return observedTraffic(csvParse(text) as unknown as InputRow[])
}

describe('observed traffic', () => {
  const at = observed([
    'North,containers,2023,100,TEU,,estimated,memory,',
    'North,containers,2023,110,TEU,with empties,published,a railway,',
    'Middle,containers,2023,20,TEU,,published,one,',
    'Middle,containers,2023,12,TEU,transit only,published,other,',
    'Twice,containers,2023,1,TEU,a,published,one,',
    'Twice,containers,2023,2,TEU,b,published,other,',
  ])

  test('a published figure goes before a remembered one', () => {
    expect(at('North', '2023')).toMatchObject({ value: 110, quality: 'published' })
  })

  test('a note narrows what was counted', () => {
    expect(at('Middle', '2023').value).toBe(20)
  })

  test.each([
    ['North', '2022', 'containers', 0],
    ['North', '2023', 'trains', 0],
    ['Twice', '2023', 'containers', 0],
  ])('%s %s %s: neither one nor guessed', (point, period, metric, count) => {
    expect(() => at(point, period, metric)).toThrow(
      `${count} rows fit ${point}, ${metric}, ${period}; one is needed`,
    )
  })
})

test('a figure that is no number is told', () => {
  expect(() => observed(['Empty,containers,2023,many,TEU,,published,one,'])('Empty', '2023')).toThrow(
    'Empty, containers, 2023: expected a number, found "many"',
  )
})

describe('pages', () => {
  test('a block is replaced between its marks, and only there', () => {
    const page = 'a\n<!-- data:calibrate x -->\nold\n<!-- end -->\nb\n'
    const next = withBlock(page, 'x', table(['k', 'v'], [['one', '1']]))
    expect(next).toBe(
      'a\n<!-- data:calibrate x -->\n| k | v |\n| --- | ---: |\n| one | 1 |\n<!-- end -->\nb\n',
    )
    expect(withBlock(next, 'x', 'old')).toBe(page)
  })

  test('a page without the marks is refused', () => {
    expect(() => withBlock('a', 'x', 'new')).toThrow('no place for x')
    expect(() => withBlock('<!-- data:calibrate x -->', 'x', 'new')).toThrow('no place for x')
  })
})

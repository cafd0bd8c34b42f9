import { describe, expect, test } from 'vitest'
import { shareOut } from '../../src/ensemble/share-out.js'

const jobs = Array.from({ length: 23 }, (_, k) => k)
const square = (job: number): number => job * job
const turn = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 0))
const expected = jobs.map(square)

describe('what job k gives stands at k', () => {
  test('with nobody else', async () => {
    expect(await shareOut(jobs, square)).toEqual(expected)
    expect(await shareOut([], square)).toEqual([])
  })

  test('with a helper, which gets some of the jobs; only the last it was sent are done twice', async () => {
    const [mine, theirs]: [number[], number[]] = [[], []]
    const done = await shareOut(
      jobs,
      async job => {
        await turn()
        mine.push(job)
        return square(job)
      },
      async job => {
        await turn()
        theirs.push(job)
        return square(job)
      },
    )
    expect(done).toEqual(expected)
    expect(theirs.length).toBeGreaterThan(0)
    const all = [...mine, ...theirs].sort((a, b) => a - b)
    expect([...new Set(all)]).toEqual(jobs)
    expect(all.length - jobs.length).toBeLessThanOrEqual(2)
  })

  test('with something to do before the first job, while the helper is at work', async () => {
    const order: string[] = []
    const done = await shareOut(
      jobs.slice(0, 2),
      job => {
        order.push('here')
        return square(job)
      },
      async job => {
        order.push('there')
        return square(job)
      },
      async () => {
        order.push('first')
        await turn()
      },
    )
    expect(done).toEqual(expected.slice(0, 2))
    expect(order).toEqual(['there', 'there', 'first'])
  })

  test('with a helper that never answers', async () => {
    const silent = (): Promise<number> => new Promise(() => {})
    expect(await shareOut(jobs, square, silent)).toEqual(expected)
  })
})

test('a lost helper costs a retry and never a result', async () => {
  let asked = 0
  const done = await shareOut(
    jobs,
    async job => {
      await turn()
      return square(job)
    },
    async job => {
      await turn()
      if (++asked > 3) throw new Error('gone')
      return square(job)
    },
  )
  expect(done).toEqual(expected)
  expect(asked).toBeLessThanOrEqual(7) // four were on their way
})

test('a job that fails here ends the work with its error, wherever it was tried before', async () => {
  const fail = (job: number): number => {
    if (job === 7) throw new Error(`job ${job}`)
    return square(job)
  }
  await expect(shareOut(jobs, fail)).rejects.toThrow('job 7')
  await expect(shareOut(jobs, fail, async job => fail(job))).rejects.toThrow('job 7')
})

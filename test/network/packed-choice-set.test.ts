import { describe, expect, test } from 'vitest'
import { packChoiceSet, unpackChoiceSet } from '../../src/network/choice-set/packed-choice-set.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset } from '../embedded.js'
import { smallNetwork } from './small-network.js'

const { choiceSet, network } = smallNetwork()
const packed = packChoiceSet(choiceSet, network)

describe('a packed choice set', () => {
  test('comes back bit for bit', () => {
    expect(unpackChoiceSet(packed, network)).toEqual(choiceSet)
  })

  test('also the one of the embedded network', async () => {
    const embedded = await embeddedChoiceSet()
    const { network: tables } = embeddedDataset()
    const back = unpackChoiceSet(packChoiceSet(embedded, tables), tables)
    expect(Object.keys(back).sort()).toEqual(Object.keys(embedded).sort())
    expect(back.networkHash).toBe(embedded.networkHash)
    expect(back.gateways).toEqual(embedded.gateways)
    for (const name of ['pairOrigin', 'pairDestination', 'routeStart', 'elementStart', 'elements'] as const)
      expect(Buffer.from(back[name].buffer).equals(Buffer.from(embedded[name].slice().buffer)), name).toBe(
        true,
      )
    for (const name of ['overlap', 'maritime'] as const)
      expect(Buffer.from(back[name].buffer).equals(Buffer.from(embedded[name].slice().buffer)), name).toBe(
        true,
      )
  })

  test.each([
    ['cut short', packed.subarray(0, packed.length - 1)],
    ['cut in its header', packed.subarray(0, 40)],
    ['longer than it was', Uint8Array.from([...packed, 0])],
    ['empty', new Uint8Array(0)],
    ['altered', packed.map((byte, at) => (at === packed.length - 2 ? 0xfe : byte))],
  ])('%s is refused', (_, bytes) => {
    expect(() => unpackChoiceSet(bytes, network)).toThrowError(
      expect.objectContaining({ code: 'network.not-a-choice-set' }),
    )
  })

  test('of another network is refused', () => {
    const other = { ...network, links: network.links.slice(1) }
    expect(() => unpackChoiceSet(packed, other)).toThrowError(/another network/)
  })
})

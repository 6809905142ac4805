import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createManualClock } from '../../../../src/node/clock.ts'
import { Counts } from '../../../../src/node/network/libp2p/counts.ts'
import { GOSSIP_LIMITS, GossipAllowance } from '../../../../src/node/network/libp2p/gossip-allowance.ts'
import type { GossipRpc } from '../../../../src/node/network/libp2p/gossip-inside.ts'

const VOTE: GossipRpc = { messages: [{ topic: 'votes', data: new Uint8Array(200) }] }
const UNWANTED: GossipRpc = { messages: [], control: { ihave: [], idontwant: [{}] } }
const EMPTY: GossipRpc = { subscriptions: [], messages: [], control: { ihave: [], idontwant: [] } }

function allowing(known: readonly string[] = []) {
  const clock = createManualClock()
  const counts = new Counts()
  const offences: string[] = []
  const allowance = new GossipAllowance({
    clock,
    counts,
    hostOf: () => undefined,
    knows: (peer) => known.includes(peer),
    offend: (peer, offence) => offences.push(`${peer} ${offence}`),
  })
  /** @returns how many of them were listened to */
  const send = (peer: string, times: number, packet: GossipRpc, bytes = 250) =>
    Array.from({ length: times }).filter(() => allowance.admits(peer, bytes) && allowance.hears(peer, packet))
      .length
  return { clock, counts, offences, send }
}

describe('the allowance of gossip', () => {
  test('hears at once what a large network says in forty seconds', () => {
    const { counts, offences, send } = allowing()
    const heard = Array.from({ length: 40 }, () => [send('peer', 300, VOTE), send('peer', 60, UNWANTED)])
    assert.deepEqual(
      heard,
      Array.from({ length: 40 }, () => [300, 60]),
    )
    assert.deepEqual([counts.flooded, offences], [0, []])
  })

  test('hears the share of each, and of those the owner named all, however many others send too much', () => {
    const { clock, counts, offences, send } = allowing(['friend'])
    const crowd = Array.from({ length: 20 }, (_, one) => `stranger ${one}`)
    for (const stranger of crowd) send(stranger, GOSSIP_LIMITS.own.messages.burst, VOTE)
    assert.ok(counts.flooded > 0)
    assert.deepEqual(offences, [])
    const { burst, perSecond } = GOSSIP_LIMITS.share.messages
    assert.equal(send('honest', burst, VOTE), burst)
    clock.advance(1_000)
    for (const stranger of crowd) send(stranger, GOSSIP_LIMITS.own.messages.perSecond, VOTE)
    assert.equal(send('honest', perSecond, VOTE), perSecond)
    assert.equal(send('friend', 3 * burst, VOTE), 3 * burst)
  })

  test('bounds what all strangers may send beyond their shares', () => {
    const { send } = allowing()
    const { common, own, share } = GOSSIP_LIMITS
    let heard = 0
    for (let one = 0; one < 20; one++) heard += send(`stranger ${one}`, own.messages.burst, VOTE)
    assert.equal(heard, common.messages.burst + 20 * share.messages.burst)
  })

  test('blames whoever sends more than any node, and soon whoever says nothing', () => {
    const { offences, send } = allowing()
    const { control, empty, own, patience } = GOSSIP_LIMITS
    assert.equal(send('loud', own.messages.burst + 1, VOTE), own.messages.burst)
    assert.equal(send('empty', 300, EMPTY), control.burst / empty)
    assert.deepEqual(offences, ['loud flood', 'empty flood'])
    assert.equal(send('empty', patience, EMPTY), 0)
    assert.deepEqual(offences, ['loud flood', 'empty flood', 'empty flood'])
  })

  test('takes what cannot be decoded for empty', () => {
    const { offences, send } = allowing()
    const { control, empty } = GOSSIP_LIMITS
    const none = undefined as unknown as GossipRpc
    assert.throws(() => send('odd', 1, none))
    assert.equal(send('odd', control.burst / empty, EMPTY), control.burst / empty - 1)
    assert.deepEqual(offences, ['odd flood'])
  })

  test('counts the bytes of a packet, whatever they say', () => {
    const { offences, send } = allowing()
    const { bytes } = GOSSIP_LIMITS.own
    assert.equal(send('peer', 17, UNWANTED, 1 << 20), bytes.burst >> 20)
    assert.deepEqual(offences, ['peer flood'])
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createManualClock } from '../../../src/node/clock.ts'
import { BlockService } from '../../../src/node/consensus/block-service.ts'
import { DEFAULT_LIMITS } from '../../../src/node/limits.ts'

const { consensus } = DEFAULT_LIMITS

/** A service whose blocks have 100 bytes, of which a peer gets 250 in a while. */
function open() {
  const clock = createManualClock()
  const sent: string[] = []
  const reading = { now: 0, most: 0, all: 0 }
  const network = { send: (to: string, bytes: Uint8Array) => void sent.push(`${to} ${bytes[0]}`) }
  const read = async (height: number) => {
    reading.all += 1
    reading.now += 1
    reading.most = Math.max(reading.most, reading.now)
    await Promise.resolve()
    reading.now -= 1
    return height < 100 ? new Uint8Array(100).fill(height) : undefined
  }
  const service = new BlockService({ network, clock, read }, { consensus, servedBytes: 250 })
  return { service, clock, sent, reading }
}

test('gives each peer its share, and what is beyond it again after a while', async () => {
  const { service, clock, sent, reading } = open()
  await Promise.all([1, 2, 3, 4, 5].map((height) => service.serve('a', height)))
  await service.serve('b', 1)
  assert.deepEqual(sent, ['a 1', 'a 2', 'a 3', 'b 1'])
  assert.equal(reading.all, 4, 'what is not sent is not read')
  service.send('a', new Uint8Array(10))
  assert.equal(sent.length, 4)
  clock.advance(consensus.tick)
  await service.serve('a', 4)
  assert.deepEqual(sent.slice(4), ['a 4'])
})

test('reads one block at a time, whoever asks, and goes on after one that is not there', async () => {
  const { service, sent, reading } = open()
  await Promise.all([100, 1, 2].flatMap((height) => ['a', 'b'].map((peer) => service.serve(peer, height))))
  assert.deepEqual(sent, ['a 1', 'b 1', 'a 2', 'b 2'])
  assert.equal(reading.most, 1)
})

test('has room for so many requests', async () => {
  const { service, reading } = open()
  await Promise.all(Array.from({ length: 5_000 }, () => service.serve('a', 100)))
  assert.ok(reading.all <= 1_025)
})

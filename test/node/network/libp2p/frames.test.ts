import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { FrameError, FrameReader, frameOf } from '../../../../src/node/network/libp2p/frames.ts'
import { concat, le32 } from '../../../../src/protocol/bytes.ts'

test('frames come out as they went in, however the stream cuts them', () => {
  const frames = fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 10 })
  fc.assert(
    fc.property(frames, fc.array(fc.nat(20), { minLength: 1 }), (sent, cuts) => {
      const stream = concat(...sent.map(frameOf))
      const reader = new FrameReader(50)
      const read: Uint8Array[] = []
      for (let at = 0, turn = 0; at < stream.length; turn++) {
        const length = 1 + cuts[turn % cuts.length]!
        read.push(...reader.push(stream.subarray(at, at + length)))
        at += length
      }
      assert.deepEqual(
        read.map((frame) => [...frame]),
        sent.map((frame) => [...frame]),
      )
    }),
  )
})

test('a frame longer than agreed is refused by its length alone', () => {
  const reader = new FrameReader(8)
  assert.deepEqual([...reader.push(frameOf(new Uint8Array(8)))], [new Uint8Array(8)])
  assert.throws(() => [...reader.push(le32(9))], FrameError)
  assert.throws(() => [...new FrameReader(8).push(le32(0xffff_ffff))], FrameError)
})

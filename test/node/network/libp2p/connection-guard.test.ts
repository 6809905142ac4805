import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  type ConnectionEncrypter,
  type MessageStream,
  StreamMessageEvent,
  type StreamMuxer,
  type StreamMuxerFactory,
} from '@libp2p/interface'
import { createManualClock } from '../../../../src/node/clock.ts'
import {
  CONNECTION_LIMITS,
  ConnectionGuard,
  MAX_WINDOW,
} from '../../../../src/node/network/libp2p/connection-guard.ts'
import { concat } from '../../../../src/protocol/bytes.ts'
import { yamuxFrame } from './attacker.ts'

/** A connection that keeps what is written to it as long as the test likes. */
class Line extends EventTarget {
  writeBufferLength = 0
  ended: string | undefined

  abort(error: Error): void {
    this.ended = error.message
  }
}

const EMPTY = yamuxFrame(0, 0, 1, 0)
const PING = yamuxFrame(2, 1, 0, 7)

async function guarded(known = false) {
  const clock = createManualClock()
  const offences: string[] = []
  const guard = new ConnectionGuard({
    clock,
    offend: (peer, offence) => offences.push(`${peer} ${offence}`),
    knows: () => known,
    hostOf: () => undefined,
  })
  const [line, below] = [new Line(), new Line()]
  const secured = async () => ({ connection: line, remotePeer: { toString: () => 'stranger' } })
  const encrypter = { protocol: 'plain', secureInbound: secured, secureOutbound: secured }
  const { secureInbound } = guard.encrypter(() => encrypter as unknown as ConnectionEncrypter)({})
  await secureInbound(below as unknown as MessageStream)
  let passed = 0
  const factory = {
    protocol: 'muxer',
    createStreamMuxer: () => {
      line.addEventListener('message', (event) => {
        passed += (event as StreamMessageEvent).data.byteLength
      })
      return {} as StreamMuxer
    },
  }
  guard
    .muxer(() => factory as StreamMuxerFactory)()
    .createStreamMuxer(line as unknown as MessageStream)
  return {
    clock,
    guard,
    line,
    below,
    offences,
    passed: () => passed,
    hear: (...pieces: Uint8Array[]) => {
      for (const piece of pieces) line.dispatchEvent(new StreamMessageEvent(piece))
    },
  }
}

function times(count: number, frame: Uint8Array): Uint8Array {
  return concat(...Array.from({ length: count }, () => frame))
}

describe('the guard of a connection', () => {
  test('passes on what is in order, wherever its pieces end, and lets data be what it likes', async () => {
    const { line, offences, passed, hear } = await guarded()
    const data = times(5_000, PING)
    const frames = concat(yamuxFrame(0, 1, 1, data.length), data, PING, yamuxFrame(0, 0, 1, MAX_WINDOW))
    for (let at = 0; at < frames.length; at += 7) hear(frames.subarray(at, at + 7))
    assert.deepEqual([line.ended, offences, passed()], [undefined, [], frames.length])
  })

  test('allows pings and streams as time goes by', async () => {
    const { clock, line, hear } = await guarded()
    hear(times(CONNECTION_LIMITS.pings.burst, PING))
    clock.advance(1_000)
    hear(times(CONNECTION_LIMITS.pings.perSecond, PING))
    assert.equal(line.ended, undefined)
    hear(PING)
    assert.equal(line.ended, 'too many pings')
  })

  test('keeps from Yamux what came with one frame too many', async () => {
    const { line, offences, passed, hear } = await guarded()
    hear(times(CONNECTION_LIMITS.streams.burst + 1, yamuxFrame(1, 1, 1, 0)), EMPTY)
    assert.deepEqual([line.ended, offences], ['too many streams opened', ['stranger flood']])
    assert.equal(passed(), EMPTY.length)
  })

  const { burst, perSecond } = CONNECTION_LIMITS.bytes
  const DATA = concat(yamuxFrame(0, 0, 1, MAX_WINDOW - 12), new Uint8Array(MAX_WINDOW - 12))
  const pieces = (bytes: number) => Array.from({ length: bytes / MAX_WINDOW }, () => DATA)

  test('bounds bytes that nobody asked for, and not the others', async () => {
    const { clock, guard, line, offences, hear } = await guarded()
    hear(...pieces(burst))
    guard.asked('stranger', 2 * MAX_WINDOW)
    hear(DATA, DATA)
    clock.advance(1_000)
    hear(...pieces(perSecond))
    assert.equal(line.ended, undefined)
    hear(EMPTY)
    assert.deepEqual([line.ended, offences], ['too many bytes', ['stranger flood']])
  })

  test('takes more bytes of a peer that the owner named', async () => {
    const { line, hear } = await guarded(true)
    hear(...pieces(CONNECTION_LIMITS.known * burst))
    assert.equal(line.ended, undefined)
    hear(EMPTY)
    assert.equal(line.ended, 'too many bytes')
  })

  test('hears a while whoever reads nothing, and longer whoever reads', async () => {
    const { line, offences, hear } = await guarded()
    line.writeBufferLength = 12
    hear(times(CONNECTION_LIMITS.unheard, EMPTY))
    line.dispatchEvent(new Event('drain'))
    hear(times(CONNECTION_LIMITS.unheard, EMPTY))
    assert.equal(line.ended, undefined)
    hear(EMPTY)
    assert.deepEqual([line.ended, offences], ['it says much and reads nothing', ['stranger flood']])
  })

  test('lets go whoever has too much waiting, encrypted or not, and does not blame it', async () => {
    const { line, below, offences, hear } = await guarded()
    line.writeBufferLength = CONNECTION_LIMITS.waiting / 2
    below.writeBufferLength = CONNECTION_LIMITS.waiting / 2
    hear(EMPTY)
    assert.equal(line.ended, undefined)
    below.writeBufferLength += 1
    hear(EMPTY)
    assert.deepEqual([line.ended, offences], ['it reads too slowly', []])
  })
})

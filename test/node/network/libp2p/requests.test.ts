import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createAdjustableClock, createManualClock } from '../../../../src/node/clock.ts'
import { CONNECTION_LIMITS } from '../../../../src/node/network/libp2p/connection-guard.ts'
import { type Host, openHost, until } from './hosts.ts'

const OPTIONS = { maxPart: 1 << 20, patience: 10_000, signal: new AbortController().signal }
const QUESTION = Uint8Array.of(1, 2)

async function openPair(t: Parameters<typeof openHost>[0]): Promise<[Host, Host]> {
  const a = await openHost(t)
  const b = await openHost(t, { bootstrap: a.addresses })
  await until('they are neighbours', () => a.connections.length === 1 && b.connections.length === 1)
  return [a, b]
}

async function lengthsOf(answer: AsyncIterable<Uint8Array>): Promise<number[]> {
  const lengths: number[] = []
  for await (const part of answer) lengths.push(part.length)
  return lengths
}

describe('a question over a stream', () => {
  test('is answered in parts, both ways, several at a time', async (t) => {
    const [a, b] = await openPair(t)
    for (const host of [a, b]) {
      host.requests.serve('blocks', async function* (from, question) {
        assert.ok([a.peerId, b.peerId].includes(from))
        for (let part = 0; part < 20; part++) yield new Uint8Array(question.length + part * 40_000)
      })
    }
    const expected = Array.from({ length: 20 }, (_, part) => 2 + part * 40_000)
    const answers = await Promise.all([
      lengthsOf(a.requests.ask(b.peerId, 'blocks', QUESTION, OPTIONS)),
      lengthsOf(a.requests.ask(b.peerId, 'blocks', QUESTION, OPTIONS)),
      lengthsOf(b.requests.ask(a.peerId, 'blocks', QUESTION, OPTIONS)),
    ])
    assert.deepEqual(answers, [expected, expected, expected])
  })

  test('may be answered with more bytes than a neighbour may send unasked', async (t) => {
    const a = await openHost(t)
    const b = await openHost(t, { bootstrap: a.addresses }, { clock: createManualClock() })
    await until('they are neighbours', () => a.connections.length === 1 && b.connections.length === 1)
    const parts = CONNECTION_LIMITS.bytes.burst / OPTIONS.maxPart + 8
    const part = new Uint8Array(OPTIONS.maxPart)
    a.requests.serve('blocks', async function* () {
      for (let sent = 0; sent < parts; sent++) yield part
    })
    const lengths = await lengthsOf(b.requests.ask(a.peerId, 'blocks', QUESTION, OPTIONS))
    assert.equal(lengths.length, parts)
  })

  test('has no answer where nobody answers, or nobody is', async (t) => {
    const [a, b] = await openPair(t)
    await assert.rejects(lengthsOf(a.requests.ask(b.peerId, 'headers', QUESTION, OPTIONS)), {
      code: 'refused',
    })
    await assert.rejects(lengthsOf(a.requests.ask('nobody', 'headers', QUESTION, OPTIONS)), {
      code: 'not_connected',
    })
  })

  test('ends with what went wrong: a failure, a part too long, silence, an end to patience', async (t) => {
    const [a, b] = await openPair(t)
    const ask = (options: Partial<typeof OPTIONS>) =>
      lengthsOf(a.requests.ask(b.peerId, 'blocks', QUESTION, { ...OPTIONS, ...options }))
    b.requests.serve('blocks', () => {
      throw new Error('of no concern to others')
    })
    await assert.rejects(ask({}), { code: 'failed' })
    b.requests.serve('blocks', async function* () {
      yield new Uint8Array(101)
    })
    await assert.rejects(ask({ maxPart: 100 }), { code: 'oversize' })
    assert.deepEqual(await ask({ maxPart: 101 }), [101])
    const waiting = Promise.withResolvers<void>()
    b.requests.serve('blocks', async function* () {
      yield new Uint8Array(1)
      await waiting.promise
    })
    await assert.rejects(ask({ patience: 200 }), { code: 'timeout' })
    const ending = new AbortController()
    const asked = assert.rejects(ask({ signal: ending.signal }), { message: 'enough' })
    ending.abort(new Error('enough'))
    await asked
    waiting.resolve()
  })

  test('brings no more than a few parts to whoever takes none, and ends when it stops', async (t) => {
    const [a, b] = await openPair(t)
    let made = 0
    const ended = Promise.withResolvers<void>()
    b.requests.serve('snapshot', async function* (_, __, signal) {
      signal.addEventListener('abort', () => ended.resolve())
      for (;;) {
        made += 1
        yield new Uint8Array(1_000)
      }
    })
    const parts = a.requests.ask(b.peerId, 'snapshot', QUESTION, OPTIONS)[Symbol.asyncIterator]()
    for (let part = 0; part < 10; part++) await parts.next()
    // The tenth is taken; nine have been asked for anew, and two are ahead.
    await until('what is ahead has been made', () => made >= 11)
    assert.ok(made <= 12, `${made} parts were made`)
    await parts.return!()
    await ended.promise
    assert.ok(made <= 12, `${made} parts were made`)
  })

  test('is refused where too many are being answered already', async (t) => {
    const [a, b] = await openPair(t)
    const waiting = Promise.withResolvers<void>()
    b.requests.serve('blocks', async function* () {
      yield new Uint8Array(1)
      await waiting.promise
    })
    let refused = 0
    const asked = Array.from({ length: 12 }, () =>
      lengthsOf(a.requests.ask(b.peerId, 'blocks', QUESTION, OPTIONS)).then(
        () => 'answered',
        () => {
          refused++
          return 'refused'
        },
      ),
    )
    await until('all but four are refused', () => refused === 8)
    waiting.resolve()
    const outcomes = await Promise.all(asked)
    assert.equal(outcomes.filter((outcome) => outcome === 'answered').length, 4)
  })

  test('ends when its answer is taken a little at a time', async (t) => {
    const clock = createAdjustableClock()
    const server = await openHost(t, {}, { clock })
    const slow = await openHost(t, { bootstrap: server.addresses })
    await until('they are neighbours', () => slow.connections.length === 1)
    server.requests.serve('blocks', async function* () {
      for (;;) yield new Uint8Array(100)
    })
    let parts = 0
    const reading = async () => {
      for await (const _ of slow.requests.ask(server.peerId, 'blocks', QUESTION, OPTIONS)) {
        parts += 1
        clock.advance(10_000)
      }
    }
    await assert.rejects(reading(), { code: 'failed' })
    assert.ok(parts >= 6 && parts <= 10, `${parts} parts`)
  })

  test('has a place when all are held by others who read nothing', async (t) => {
    const clock = createAdjustableClock()
    const late = await openHost(t)
    const server = await openHost(t, { bootstrap: late.addresses }, { clock })
    const crowd = await Promise.all(
      Array.from({ length: 6 }, () => openHost(t, { bootstrap: server.addresses })),
    )
    let answering = 0
    server.requests.serve('headers', async function* (_, __, signal) {
      answering += 1
      signal.addEventListener('abort', () => (answering -= 1), { once: true })
      yield new Uint8Array(1)
      for (;;) yield new Uint8Array(1_000)
    })
    await until('all are there', () => server.connections.length >= 7)
    const patient = { ...OPTIONS, patience: 600_000 }
    const held: AsyncIterator<Uint8Array>[] = []
    for (const one of crowd) {
      await until('it is a neighbour', () => one.connections.length > 0)
      for (let ask = 0; ask < 4; ask++) {
        const parts = one.requests.ask(server.peerId, 'headers', QUESTION, patient)[Symbol.asyncIterator]()
        await parts.next()
        held.push(parts)
      }
    }
    assert.equal(answering, 24)
    const first = async (host: Host) => {
      const parts = host.requests.ask(server.peerId, 'headers', QUESTION, OPTIONS)[Symbol.asyncIterator]()
      held.push(parts)
      return (await parts.next()).value?.length
    }
    await until('the late one is a neighbour', () => late.connections.length > 0)
    await assert.rejects(first(late), { code: 'refused' })
    clock.advance(5_000)
    assert.equal(await first(late), 1)
    await until('another made room', () => answering === 24)
    for (const parts of held) await parts.return?.()
  })
})

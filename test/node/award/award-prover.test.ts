/** Who works out the delay of an award: when, where, and until when. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { AwardProver, type AwardProverModules } from '../../../src/node/award/award-prover.ts'
import { delaysIn, type WorkOutDelay, workOutDelay } from '../../../src/node/award/work-out-delay.ts'
import { createManualClock } from '../../../src/node/clock.ts'
import { toHex, utf8 } from '../../../src/protocol/bytes.ts'
import { verifyDelay } from '../../../src/protocol/crypto/delay/delay.ts'
import { hash } from '../../../src/protocol/crypto/hash.ts'
import { delaySeed } from '../../../src/protocol/stake/award-draw.ts'
import type { AwardDraw, AwardState } from '../../../src/protocol/stake/state.ts'
import { recordingLogger } from '../support.ts'
import { sharedWorkers } from '../world.ts'

const chainId = hash('test chain')
const poster = hash('test poster')
const steps = 4_096
const workers = sharedWorkers({ after: (end) => after(() => void end()) })

function waiting(
  period: number,
  beacon: Uint8Array | undefined = hash('test beacon'),
): { award: AwardState } {
  const draw: AwardDraw = {
    ...{ period, frozenAt: 60, amount: 1_000n, eligible: [], seedHeight: 63, beacon },
  }
  return { award: { open: 0n, draw, history: new Uint8Array(32) } }
}
const NOTHING: { award: AwardState } = { award: { open: 0n, draw: undefined, history: new Uint8Array(32) } }

/** A delay that is worked out when the test says so. */
function byHand() {
  const tasks: {
    seed: string
    signal: AbortSignal
    end: (proof: Uint8Array) => void
    fail: (e: Error) => void
    tell: (done: number, total: number) => void
  }[] = []
  const workOut: WorkOutDelay = ({ seed }, { signal, onProgress = () => {} }) =>
    new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason))
      tasks.push({ seed: toHex(seed), signal, end: resolve, fail: reject, tell: onProgress })
    })
  return { tasks, workOut }
}

function prover(modules: Pick<AwardProverModules, 'workOut'>) {
  const ending = new AbortController()
  const clock = createManualClock()
  const logger = recordingLogger()
  const options = {
    chainId,
    params: { awardDelaySquarings: steps },
    limits: { retryDelay: 1_000 },
    signal: ending.signal,
  }
  return { prover: new AwardProver(options, { clock, logger, ...modules }), ending, clock, logger }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('the delay of an award', () => {
  test('is worked out in a thread, and its proof is what the chain asks for', async (t) => {
    const made = Promise.withResolvers<Uint8Array>()
    const workOut: WorkOutDelay = async (task, options) => {
      const proof = await workOutDelay(task, options)
      made.resolve(proof)
      return proof
    }
    const { prover: one, ending } = prover({ workOut })
    t.after(() => ending.abort())
    const state = waiting(1)
    one.watch(state)
    const proof = await made.promise
    await turn()
    assert.deepEqual(one.proofFor(state, poster), { type: 'award', period: 1, proof, poster })
    const { period, eligible, beacon } = state.award.draw!
    verifyDelay({ seed: delaySeed(chainId, { period, eligible, beacon: beacon! }), steps, proof })
  })

  test('leaves the event loop alone, tells how far it is, and ends when it is told to', async () => {
    const ending = new AbortController()
    const reason = new Error('enough')
    const heard = Promise.withResolvers<void>()
    const work = workOutDelay(
      { seed: utf8('seed'), steps: 2 ** 32 },
      {
        signal: ending.signal,
        onProgress: (done, total) => {
          assert.ok(done > 0 && done < total)
          heard.resolve()
        },
      },
    )
    // That this is heard at all shows that the work is elsewhere.
    await heard.promise
    ending.abort(reason)
    await assert.rejects(work, reason)
    await assert.rejects(workOutDelay({ seed: utf8('seed'), steps }, { signal: ending.signal }), reason)
  })

  test('is worked out in one of the worker threads where it is short', async () => {
    const { signal } = new AbortController()
    const task = { seed: utf8('seed'), steps }
    verifyDelay({ ...task, proof: await delaysIn(workers)(task, { signal }) })
  })

  test('that the thread cannot work out is an error', async () => {
    const { signal } = new AbortController()
    await assert.rejects(workOutDelay({ seed: utf8('seed'), steps: 0 }, { signal }), /steps/)
  })
})

describe('the prover', () => {
  test('says how far it is with the draw that waits, and has the proof in the end', async () => {
    const { tasks, workOut } = byHand()
    const { prover: one } = prover({ workOut })
    assert.equal(one.progressOf(waiting(1)), undefined, 'it has not begun')
    one.watch(waiting(1))
    assert.deepEqual(one.progressOf(waiting(1)), { type: 'working', percent: 0 })
    tasks[0]!.tell(419, 1_000)
    assert.deepEqual(one.progressOf(waiting(1)), { type: 'working', percent: 41 })
    assert.equal(one.progressOf(waiting(2)), undefined, 'of another period')
    assert.equal(one.progressOf(NOTHING), undefined)
    tasks[0]!.end(utf8('proof'))
    await turn()
    assert.deepEqual(one.progressOf(waiting(1)), { type: 'proven', proof: utf8('proof') })
  })

  test('waits for the seed, and works it out once', async () => {
    const { tasks, workOut } = byHand()
    const { prover: one } = prover({ workOut })
    one.watch(NOTHING)
    one.watch({ award: { ...waiting(1).award, draw: { ...waiting(1).award.draw!, beacon: undefined } } })
    assert.equal(tasks.length, 0)
    one.watch(waiting(1))
    one.watch(waiting(1))
    assert.equal(tasks.length, 1)
    assert.equal(one.proofFor(waiting(1), poster), undefined)
    tasks[0]!.end(utf8('proof'))
    await turn()
    assert.deepEqual(one.proofFor(waiting(1), poster)?.proof, utf8('proof'))
    assert.equal(one.proofFor(NOTHING, poster), undefined, 'nobody asks for it any more')
    assert.equal(one.proofFor(waiting(2), poster), undefined, 'of another period')
  })

  test('stops when somebody else was faster, and goes on to the next period', async () => {
    const { tasks, workOut } = byHand()
    const { prover: one } = prover({ workOut })
    one.watch(waiting(1))
    one.watch(NOTHING)
    assert.ok(tasks[0]!.signal.aborted)
    one.watch(waiting(2))
    assert.equal(tasks.length, 2)
    assert.notEqual(tasks[0]!.seed, tasks[1]!.seed)
    one.watch(waiting(3))
    assert.deepEqual(
      tasks.map(({ signal }) => signal.aborted),
      [true, true, false],
    )
  })

  test('tries again after a while when its thread ends', async () => {
    const { tasks, workOut } = byHand()
    const { prover: one, clock, logger } = prover({ workOut })
    one.watch(waiting(1))
    tasks[0]!.fail(new Error('out of memory'))
    await turn()
    assert.equal(tasks.length, 1)
    clock.advance(1_000)
    await turn()
    assert.equal(tasks.length, 2)
    tasks[1]!.end(utf8('proof'))
    await turn()
    assert.ok(one.proofFor(waiting(1), poster))
    assert.ok(logger.lines.some((line) => line.includes('was not worked out')))
  })

  test('ends with its node', () => {
    const { tasks, workOut } = byHand()
    const { prover: one, ending } = prover({ workOut })
    one.watch(waiting(1))
    ending.abort(new Error('the node is closing'))
    assert.ok(tasks[0]!.signal.aborted)
    one.watch(waiting(2))
    assert.equal(tasks.length, 1)
  })
})

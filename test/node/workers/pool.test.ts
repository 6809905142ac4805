/** The worker pool: order, limits, crashes and ends. */
import assert from 'node:assert/strict'
import { availableParallelism } from 'node:os'
import { describe, type TestContext, test } from 'node:test'
import { type AdjustableClock, createManualClock } from '../../../src/node/clock.ts'
import { createNodeWorkers } from '../../../src/node/workers/node-workers.ts'
import { WorkerPool } from '../../../src/node/workers/pool.ts'
import { WorkerError } from '../../../src/node/workers/worker-error.ts'
import { ProtocolError } from '../../../src/protocol/errors.ts'
import { recordingLogger } from '../support.ts'
import type { TestJobs } from './test-worker.ts'

const LIMITS = { workers: 1, workerHeap: 64, workerQueue: 8, workerIdle: 1_000, workerPatience: 100 }

function createPool(t: TestContext, limits = LIMITS, clock: AdjustableClock = createManualClock()) {
  const controller = new AbortController()
  t.after(() => controller.abort(new Error('the test is over')))
  const logger = recordingLogger()
  const pool = new WorkerPool<TestJobs>(
    {
      entry: new URL('./test-worker.ts', import.meta.url),
      order: ['urgent', 'echo', 'wait'],
      limits,
      signal: controller.signal,
    },
    { clock, logger },
  )
  return { pool, clock, controller, logger }
}

/** A job that keeps its thread until it is let go. */
function busy(pool: WorkerPool<TestJobs>) {
  const flag = new Int32Array(new SharedArrayBuffer(4))
  const done = pool.run('wait', flag.buffer)
  return {
    done,
    release: () => {
      Atomics.store(flag, 0, 1)
      Atomics.notify(flag, 0)
      return done
    },
  }
}

/** Lets everything happen that waits for no thread. */
const turn = () => new Promise(setImmediate)

const failsWith = (code: string) => (error: unknown) => error instanceof WorkerError && error.code === code

test('threads start with the first job and give back what it returns', async (t) => {
  const { pool } = createPool(t)
  assert.equal(pool.size, 0)
  const input = { amount: 5n, bytes: Uint8Array.of(1, 2), text: 'x' }
  assert.deepEqual(await pool.run('echo', input), input)
  assert.equal(pool.size, 1)
})

test('jobs run side by side up to the number of threads, once one had to wait', async (t) => {
  const { pool, clock } = createPool(t, { ...LIMITS, workers: 2 })
  const all = [busy(pool), busy(pool), busy(pool)]
  assert.equal(pool.size, 1)
  clock.advance(LIMITS.workerPatience)
  await turn()
  assert.deepEqual([pool.size, pool.waiting], [2, 1])
  clock.advance(LIMITS.workerPatience)
  await turn()
  assert.equal(pool.size, 2)
  for (const job of all) await job.release()
})

test('jobs that follow each other closely need no second thread', async (t) => {
  const { pool, clock } = createPool(t, { ...LIMITS, workers: 2 })
  const both = [pool.run('echo', 1), pool.run('echo', 2)]
  await Promise.all(both)
  clock.advance(LIMITS.workerPatience)
  await turn()
  assert.equal(pool.size, 1)
})

test('the most urgent waiting job goes first, equals in their order', async (t) => {
  const { pool } = createPool(t)
  const first = busy(pool)
  const order: string[] = []
  const note = (text: unknown) => order.push(String(text))
  const all = [
    pool.run('echo', 'a').then(note),
    pool.run('echo', 'b').then(note),
    pool.run('urgent', 'c').then(note),
  ]
  assert.equal(pool.waiting, 3)
  await first.release()
  await Promise.all(all)
  assert.deepEqual(order, ['c', 'a', 'b'])
})

test('too many waiting jobs are refused', async (t) => {
  const { pool } = createPool(t)
  const first = busy(pool)
  const waiting = Array.from({ length: LIMITS.workerQueue }, () => pool.run('echo', 1))
  await assert.rejects(pool.run('echo', 1), failsWith('queue_full'))
  await first.release()
  await Promise.all(waiting)
})

describe('errors', () => {
  test('of the protocol keep class, code and details', async (t) => {
    const { pool } = createPool(t)
    await assert.rejects(pool.run('refuse', undefined as never), (error) => {
      assert.ok(error instanceof ProtocolError)
      assert.deepEqual(
        [error.code, error.message, error.details],
        ['invalid_proof', 'it does not hold', { index: 3 }],
      )
      return true
    })
  })

  test('of the program are failed jobs, and the thread goes on', async (t) => {
    const { pool } = createPool(t)
    await assert.rejects(pool.run('break', undefined as never), failsWith('job_failed'))
    await assert.rejects(pool.run('no such job' as 'echo', 1), failsWith('job_failed'))
    await assert.rejects(
      pool.run('echo', () => {}),
      failsWith('job_failed'),
    )
    assert.equal(await pool.run('echo', 1), 1)
    assert.equal(pool.size, 1)
  })

  for (const kind of ['crash', 'throwLater'] as const) {
    test(`a thread that dies (${kind}) takes only its own job with it`, async (t) => {
      const { pool, logger } = createPool(t)
      const dying = pool.run(kind, undefined as never)
      const waiting = pool.run('echo', 'still here')
      await assert.rejects(dying, failsWith('worker_crashed'))
      assert.equal(await waiting, 'still here')
      assert.equal(pool.size, 1)
      assert.match(logger.lines[0]!, /crashed/)
    })
  }
})

describe('a signal', () => {
  test('takes a waiting job out', async (t) => {
    const { pool } = createPool(t)
    const first = busy(pool)
    const controller = new AbortController()
    const waiting = pool.run('echo', 1, controller.signal)
    controller.abort(new Error('not needed'))
    await assert.rejects(waiting, /not needed/)
    assert.equal(pool.waiting, 0)
    await first.release()
  })

  test('frees the caller of a running job, and the thread is good afterwards', async (t) => {
    const { pool } = createPool(t)
    const controller = new AbortController()
    const flag = new Int32Array(new SharedArrayBuffer(4))
    const running = pool.run('wait', flag.buffer, controller.signal)
    controller.abort(new Error('not needed'))
    await assert.rejects(running, /not needed/)
    Atomics.store(flag, 0, 1)
    Atomics.notify(flag, 0)
    assert.equal(await pool.run('echo', 1), 1)
  })

  test('ends the pool: running, waiting and later jobs are rejected', async (t) => {
    const { pool, controller } = createPool(t)
    const jobs = [busy(pool).done, pool.run('echo', 1)]
    controller.abort(new Error('closing'))
    jobs.push(pool.run('echo', 2) as Promise<never>)
    for (const job of jobs) await assert.rejects(job, /closing/)
    assert.equal(pool.size, 0)
  })
})

describe('idle threads', () => {
  test('end after a while without work, and come back', async (t) => {
    const { pool, clock } = createPool(t)
    await pool.run('echo', 1)
    clock.advance(LIMITS.workerIdle)
    await turn()
    assert.equal(pool.size, 1, 'it had work since the last look')
    clock.advance(LIMITS.workerIdle)
    await turn()
    assert.equal(pool.size, 0)
    assert.equal(await pool.run('echo', 2), 2)
  })

  test('do not count as idle while they work', async (t) => {
    const { pool, clock } = createPool(t)
    const first = busy(pool)
    for (let i = 0; i < 5; i++) {
      clock.advance(LIMITS.workerIdle)
      await turn()
    }
    assert.equal(pool.size, 1)
    await first.release()
  })
})

function createNodePool(t: TestContext, limits = LIMITS) {
  const controller = new AbortController()
  t.after(() => controller.abort(new Error('the test is over')))
  const modules = { clock: createManualClock(), logger: recordingLogger() }
  return createNodeWorkers({ limits, signal: controller.signal }, modules)
}

test('the node has a thread for each core, and no more than it may have', (t) => {
  assert.equal(createNodePool(t, { ...LIMITS, workers: 1_000 }).threads, availableParallelism())
  assert.equal(createNodePool(t, { ...LIMITS, workers: 1 }).threads, 1)
})

test('the node has a thread entry of its own', async (t) => {
  const workers = createNodePool(t)
  const job = { chainId: new Uint8Array(32), params: {} as never, items: [] }
  assert.deepEqual(await workers.run('verify', job), { ids: new Uint8Array(0), refused: [] })
})

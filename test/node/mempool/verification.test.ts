/** How transactions that come in are put together for the threads. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createManualClock } from '../../../src/node/clock.ts'
import { NodeError } from '../../../src/node/errors.ts'
import { Verification } from '../../../src/node/mempool/verification.ts'
import type { NodeWorkers } from '../../../src/node/workers/node-workers.ts'
import type { VerifyJob, VerifyResult } from '../../../src/node/workers/verify.ts'
import { WorkerError } from '../../../src/node/workers/worker-error.ts'
import { NETWORKS } from '../../../src/protocol/network.ts'

/** Two are a large batch. */
const LIMITS = { mempoolPending: 100, mempoolBatch: 4, verifyPart: 1 }

/** Threads that do nothing until they are told what becomes of a batch. */
function openVerification(threads: number) {
  const batches: {
    readonly names: readonly number[]
    finish(): void
    refuse(index: number): void
    fail(error: Error): void
  }[] = []
  const run = (_: string, { items }: VerifyJob) => {
    const { promise, resolve, reject } = Promise.withResolvers<VerifyResult>()
    const names = items.map(({ transaction }) => transaction[0]!)
    const ids = Uint8Array.from(names.flatMap((name) => new Array<number>(32).fill(name)))
    batches.push({
      names,
      finish: () => resolve({ ids, refused: [] }),
      refuse: (index) =>
        resolve({
          ids,
          refused: [{ index, code: 'payload_mismatch', message: 'not this one', details: { index: 1 } }],
        }),
      fail: reject,
    })
    return promise
  }
  const workers = { threads, run } as unknown as NodeWorkers
  const network = { chainId: new Uint8Array(32), params: NETWORKS.dev }
  const clock = createManualClock()
  const verification = new Verification(network, { workers, clock }, LIMITS)
  const verify = (name: number) =>
    verification.verify({ transaction: Uint8Array.of(name), coins: new Uint8Array(0) })
  return { verification, verify, batches, clock, names: () => batches.map((batch) => batch.names) }
}

const turn = () => new Promise(setImmediate)

test('one alone is checked at once and gets its id', async () => {
  const { verify, batches, names } = openVerification(1)
  const id = verify(7)
  await turn()
  assert.deepEqual(names(), [[7]])
  batches[0]!.finish()
  assert.deepEqual(await id, new Uint8Array(32).fill(7))
})

test('what comes while all threads are at work gathers, and is shared among those that become free', async () => {
  const { verification, verify, batches, names } = openVerification(2)
  const all = Array.from({ length: 12 }, (_, name) => verify(name))
  await turn()
  assert.deepEqual(names(), [
    [0, 1, 2, 3],
    [4, 5, 6, 7],
  ])
  assert.equal(verification.pending, 12)
  batches[1]!.finish()
  await turn()
  assert.deepEqual(names().slice(2), [[8, 9, 10, 11]])
  for (const { finish } of batches) finish()
  const ids = await Promise.all(all)
  assert.deepEqual(
    ids.map((id) => id[0]),
    all.map((_, name) => name),
  )
  assert.equal(verification.pending, 0)
})

test('what is not enough for a thread of its own waits for the one at work', async () => {
  const { verify, batches, names } = openVerification(2)
  void verify(0)
  await turn()
  void verify(1)
  await turn()
  assert.deepEqual(names(), [[0]])
  void verify(2)
  batches[0]!.finish()
  await turn()
  assert.deepEqual(names().slice(1), [[1, 2]])
  void verify(3)
  void verify(4)
  await turn()
  assert.deepEqual(names().slice(2), [[3, 4]], 'enough')
})

test('after a batch the next one gathers in proportion to the time it took', async () => {
  const { verify, batches, clock, names } = openVerification(2)
  void verify(0)
  await turn()
  clock.advance(2)
  batches[0]!.finish()
  await turn()
  void verify(1)
  clock.advance(15)
  await turn()
  assert.deepEqual(names(), [[0]], 'eight times as long')
  clock.advance(1)
  await turn()
  assert.deepEqual(names().slice(1), [[1]])
  clock.advance(50)
  batches[1]!.finish()
  await turn()
  void verify(2)
  await turn()
  clock.advance(99)
  await turn()
  assert.deepEqual(names().slice(2), [], 'a tenth of a second at most')
  clock.advance(1)
  await turn()
  assert.deepEqual(names().slice(2), [[2]])
  clock.advance(100)
  batches[2]!.finish()
  await turn()
  void verify(3)
  await turn()
  assert.deepEqual(names().slice(3), [[3]], 'and not at all after one that took so long')
})

test('a large batch does not wait for the rest to end', async () => {
  const { verify, batches, clock, names } = openVerification(2)
  void verify(0)
  await turn()
  clock.advance(50)
  batches[0]!.finish()
  await turn()
  void verify(1)
  await turn()
  assert.deepEqual(names(), [[0]])
  void verify(2)
  await turn()
  assert.deepEqual(names().slice(1), [[1, 2]])
})

test('a batch that is lost takes no other with it, and a refused transaction none of its batch', async () => {
  const { verify, batches } = openVerification(2)
  const first = [verify(0), verify(1)]
  await turn()
  const later = [2, 3, 4, 5, 6, 7].map(verify)
  const results = Promise.allSettled([...first, ...later])
  await turn()
  batches[0]!.fail(new WorkerError('worker_crashed', 'verify', 'gone'))
  await turn()
  batches[1]!.refuse(1)
  await turn()
  batches[2]!.fail(new WorkerError('queue_full', 'verify', 'too much'))
  const codes = (await results).map((one) => (one.status === 'fulfilled' ? 'held' : one.reason.code))
  assert.deepEqual(codes, [
    'worker_crashed',
    'worker_crashed',
    'held',
    'payload_mismatch',
    'held',
    'held',
    'mempool_full',
    'mempool_full',
  ])
})

test('too many that wait are refused', async () => {
  const { verify } = openVerification(1)
  for (let name = 0; name < LIMITS.mempoolPending; name++) void verify(name)
  await assert.rejects(verify(200), (error) => error instanceof NodeError && error.code === 'mempool_full')
})

/** A node that prunes follows and makes empty blocks without a worker thread; what is long still goes to one. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { systemClock } from '../../../src/node/clock.ts'
import { installNativeBls } from '../../../src/node/crypto/native-bls.ts'
import { DEFAULT_LIMITS } from '../../../src/node/limits.ts'
import { createNodeWorkers } from '../../../src/node/workers/node-workers.ts'
import { NO_CERTIFICATE } from '../../../src/protocol/certificate.ts'
import { ProtocolError } from '../../../src/protocol/errors.ts'
import { chainIdOf } from '../../../src/protocol/genesis.ts'
import { type Hooks, recordingLogger } from '../support.ts'
import { makeBlock } from '../sync/maker.ts'
import { createWorld, openTestNode, payment, sharedWorkers } from '../world.ts'

const native = await installNativeBls()
const skip = native === 'portable' && 'pairings are slow without the native library: all goes to threads'

/** Milliseconds without work after which a thread ends. */
const IDLE = 1_000

/** Of a node that prunes: with no thread yet. */
function sparingWorkers(t: Hooks) {
  const ending = new AbortController()
  t.after(() => ending.abort(new Error('the test is over')))
  const limits = { ...DEFAULT_LIMITS, workerIdle: IDLE }
  const modules = { clock: systemClock, logger: recordingLogger() }
  return createNodeWorkers({ limits, signal: ending.signal, sparing: true }, modules)
}

describe('workers of a node that is to stay small', { skip }, () => {
  test('make and follow empty blocks without a thread, and start one for payments', async (t) => {
    const world = createWorld({ validators: 4 })
    const workers = sparingWorkers(t)
    const { chain } = await openTestNode(t, world, workers)
    // Genesis took one.
    while (workers.size > 0) await new Promise((resolve) => setTimeout(resolve, 10))
    for (let made = 0; made < 5; made++) await makeBlock(chain, workers, world.keys)
    assert.equal(workers.size, 0)
    const { bytes } = await payment(world, sharedWorkers(t), [0, 1])
    await makeBlock(chain, workers, world.keys, { transactions: [bytes] })
    assert.equal(workers.size, 1)
    assert.equal(chain.height, 6)
  })

  test('refuse what is wrong as threads do', async (t) => {
    const world = createWorld({ validators: 4 })
    const { chain } = await openTestNode(t, world, sharedWorkers(t))
    const job = {
      certificate: NO_CERTIFICATE,
      params: chain.params.stake,
      chainId: chainIdOf(world.genesis),
      validators: chain.state.validators,
      height: 1,
      blockId: chain.state.blockId,
    }
    const workers = sparingWorkers(t)
    const refusals = await Promise.allSettled([
      workers.run('certify', job),
      sharedWorkers(t).run('certify', job),
    ])
    const [here, there] = refusals.map((one) => one.status === 'rejected' && one.reason)
    assert.ok(here instanceof ProtocolError)
    assert.deepEqual({ ...here, message: here.message }, { ...there, message: there.message })
    assert.equal(workers.size, 0)
  })

  test('do nothing for who has gone', async (t) => {
    const world = createWorld()
    const workers = sparingWorkers(t)
    const gone = new Error('gone')
    const job = { secret: world.keys[0]!.secret, message: new Uint8Array(32) }
    await assert.rejects(workers.run('sign', job, AbortSignal.abort(gone)), gone)
  })
})

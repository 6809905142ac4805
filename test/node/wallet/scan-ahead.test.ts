/** Scanning ahead: order, bounds, and ends, on threads that do as the test says. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SeenBlock, SeenPlace } from '../../../src/node/wallet/chain-view.ts'
import { type ScanRequest, scanAhead } from '../../../src/node/wallet/scan-ahead.ts'
import type { NodeWorkers } from '../../../src/node/workers/node-workers.ts'
import type { ScanJob } from '../../../src/node/workers/scan.ts'
import type { SiftJob } from '../../../src/node/workers/sift.ts'

const LIMITS = { scanWork: 4, scanJobs: 1, scanAhead: 2, scanBlocks: 100 }
const REQUEST: ScanRequest = {
  viewKeys: [Uint8Array.of(1), Uint8Array.of(2)],
  from: 1,
  until: 6,
  kind: 'siftLater',
}

/**
 * A chain with two transactions of two outputs in each block. A head is height and position; transaction 0 of an even height
 * is the first account's, transaction 1 of height 3 is both accounts'.
 */
function openScan(hold?: Promise<void>) {
  const state = { read: 0, sifting: 0, most: 0 }
  const chain = {
    blocks: async function* (from: number, until: number): AsyncGenerator<SeenBlock> {
      for (let height = from; height <= until; height++) {
        state.read = height
        const transactions = [0, 1].map((position) => ({
          id: `${height}/${position}`,
          inputs: [],
          outputs: 2,
          head: Uint8Array.of(height, position),
        }))
        yield { height, time: height, transactions }
      }
    },
    outputs: async (places: readonly SeenPlace[]) =>
      places.map(({ height, position }) => ({
        origin: { type: 'transaction' as const, inputs: new Uint8Array(0) },
        outputs: [0, 1].map((output) => ({
          id: `${height}/${position}/${output}`,
          core: Uint8Array.of(height, position),
        })),
      })),
  }
  const sift = async ({ heads, viewKeys }: SiftJob, signal: AbortSignal) => {
    state.sifting++
    state.most = Math.max(state.most, state.sifting)
    await hold
    await new Promise(setImmediate)
    state.sifting--
    signal.throwIfAborted()
    const found = []
    for (let transaction = 0; 2 * transaction < heads.length; transaction++) {
      const [height, position] = heads.subarray(2 * transaction)
      for (const viewKey of viewKeys.keys()) {
        const first = viewKey === 0 && position === 0 && height! % 2 === 0
        if (first || (height === 3 && position === 1)) found.push({ viewKey, transaction })
      }
    }
    return found
  }
  const scan = async ({ transactions }: ScanJob) =>
    transactions.map(({ outputs }) => [{ type: 'found', output: 1, spendKey: outputs[0]!.core }])
  const run = (kind: string, job: never, signal: AbortSignal) =>
    kind === 'scan' ? scan(job) : sift(job, signal)
  const workers = { threads: 2, run } as unknown as NodeWorkers
  return { state, modules: { chain, workers, limits: LIMITS } }
}

const never = new AbortController().signal

test('steps come in order, with what each block holds for each account', async () => {
  const { modules } = openScan()
  const heights: number[] = []
  const found: string[] = []
  for await (const { blocks, hits } of scanAhead(REQUEST, modules, never)) {
    heights.push(...blocks.map(({ height }) => height))
    for (const [account, ofAccount] of hits.entries()) {
      for (const [at, ofBlock] of ofAccount.entries()) {
        for (const [position, { outputIds, hits: opened }] of ofBlock) {
          found.push(`${account}: ${blocks[at]!.height}/${position} ${outputIds[opened[0]!.output]}`)
        }
      }
    }
  }
  assert.deepEqual(heights, [1, 2, 3, 4, 5, 6])
  assert.deepEqual(found.toSorted(), [
    '0: 2/0 2/0/1',
    '0: 3/1 3/1/1',
    '0: 4/0 4/0/1',
    '0: 6/0 6/0/1',
    '1: 3/1 3/1/1',
  ])
})

test('only so many steps are read and scanned at once', async () => {
  const { state, modules } = openScan()
  const steps = scanAhead(REQUEST, modules, never)
  // each block is a step here: four outputs for two accounts
  await steps.next()
  assert.equal(state.read, 2)
  await steps.next()
  assert.equal(state.read, 3)
  await steps.return()
  assert.ok(state.most <= 4, 'two steps of two jobs')
})

test('whoever stops ends what is under way', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const { modules } = openScan(promise)
  const controller = new AbortController()
  const next = scanAhead(REQUEST, modules, controller.signal).next()
  controller.abort(new Error('closing'))
  resolve()
  await assert.rejects(next, /closing/)
})

test('a step that fails is told to whoever waits for it', async () => {
  const { modules } = openScan()
  const broken = { ...modules.chain, outputs: () => Promise.reject(new Error('gone')) }
  const steps = scanAhead(REQUEST, { ...modules, chain: broken }, never)
  assert.equal((await steps.next()).value!.blocks[0]!.height, 1)
  await assert.rejects(steps.next(), /gone/)
  assert.deepEqual(await steps.next(), { value: undefined, done: true })
})

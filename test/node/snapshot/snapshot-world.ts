/** A chain with coins, deposits and money on its way out, a snapshot in the middle of it, and peers that serve it. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { readBlockRecord } from '../../../src/node/chain/block-record.ts'
import { type CertifiedBlock, certifiedBlockAt } from '../../../src/node/chain/certified-block.ts'
import type { Chain } from '../../../src/node/chain/chain.ts'
import { entriesOf } from '../../../src/node/chain/find-stake.ts'
import { systemClock } from '../../../src/node/clock.ts'
import { openEventLog } from '../../../src/node/events.ts'
import { DEFAULT_LIMITS, type NodeLimits } from '../../../src/node/limits.ts'
import type { MemoryConnection } from '../../../src/node/network/memory-network.ts'
import type { Answerer } from '../../../src/node/network/requests.ts'
import { be64 } from '../../../src/node/ordered-keys.ts'
import { type CertifiedHeaders, certifiedHeaders } from '../../../src/node/snapshot/certified-headers.ts'
import { makeSnapshot } from '../../../src/node/snapshot/make-snapshot.ts'
import { decodeQuestion, type SnapshotQuestion } from '../../../src/node/snapshot/messages.ts'
import { openWithSnapshot } from '../../../src/node/snapshot/open-with-snapshot.ts'
import { openShelf, type SnapshotShelf } from '../../../src/node/snapshot/shelf.ts'
import type { SnapshotProgress } from '../../../src/node/snapshot/snapshot-progress.ts'
import { serveSnapshots } from '../../../src/node/snapshot/snapshot-service.ts'
import { openStore } from '../../../src/node/store.ts'
import type { NodeWorkers } from '../../../src/node/workers/node-workers.ts'
import { encodeHeader } from '../../../src/protocol/block.ts'
import { decodeAll } from '../../../src/protocol/codec.ts'
import { hash } from '../../../src/protocol/crypto/hash.ts'
import { NETWORKS } from '../../../src/protocol/network.ts'
import { validatorId } from '../../../src/protocol/stake/registry.ts'
import type { UnsignedOperation } from '../../../src/protocol/stake/sign.ts'
import { Purse } from '../chain/purse.ts'
import { owner, ownerSecret } from '../stake-world.ts'
import { type Hooks, recordingLogger, seededRandom, temporaryDirectory } from '../support.ts'
import { createWorld, openTestNode, operation, type TestNode } from '../world.ts'

/** Epochs of six blocks; votes answer for two epochs. */
export const world = createWorld({
  amounts: Array.from({ length: 30 }, () => 3_000_000n),
  params: {
    payloadRetention: 64,
    stake: {
      ...NETWORKS.dev.stake,
      ...{ epochBlocks: 6, lateBlocks: 3, halvingBlocks: 600, unbondingEpochs: 2, minDeposit: 10_000n },
    },
  },
  seed: 'snapshot',
})

/** Rows of a chunk in these tests. */
export const CHUNK_ROWS = 4
const validator = validatorId(world.keys[0]!.publicKey)

/** Heights of the two snapshots, and where the chain ends. */
export const FIRST = 14
export const SECOND = 20

export type SnapshotWorld = {
  readonly archive: TestNode
  /** Of both heights. */
  readonly shelf: SnapshotShelf
  readonly blocks: readonly CertifiedBlock[]
  readonly headers: CertifiedHeaders
  /** The encoded payments of each height. */
  readonly payments: ReadonlyMap<number, readonly Uint8Array[]>
}

export async function prepareWorld(t: Hooks, workers: NodeWorkers): Promise<SnapshotWorld> {
  const directory = await temporaryDirectory(t)
  const archive = await openTestNode(t, world, workers, { directory })
  const shelf = await openShelf(join(directory, 'snapshots'), 2)
  const purse = new Purse(world, workers, 8)
  const payments = new Map<number, readonly Uint8Array[]>()
  const { chain } = archive
  const stake = async (coins: number[], unsigned: UnsignedOperation) => {
    const { bytes } = await operation(world, workers, coins, unsigned, { signer: ownerSecret })
    const admission = await archive.mempool.submit(bytes)
    if (!admission.accepted) throw admission.error
  }
  while (chain.height < SECOND) {
    const height = chain.height + 1
    for (const at of [0, 1, 2])
      if (height === 2 + at)
        await stake([2 * at, 2 * at + 1], {
          type: 'deposit',
          validator,
          owner,
          amount: 100_000n + BigInt(at),
        })
    if (height === 9) await stake([6, 7], await firstUnbond(chain))
    payments.set(height, await purse.block(archive, height % 3 === 0 ? [] : [2, 1].slice(0, height % 3)))
    if (height === FIRST || height === SECOND) await putSnapshot(archive, shelf, workers)
  }
  const blocks: CertifiedBlock[] = []
  for (let height = 1; height <= chain.height; height++)
    blocks.push((await certifiedBlockAt(chain.tables, height))!)
  return { archive, shelf, blocks, payments, headers: headersOf(chain) }
}

async function firstUnbond({ tables }: Chain): Promise<UnsignedOperation> {
  const [deposit] = await entriesOf(tables, owner, { limit: 1 })
  assert.equal(deposit?.kind, 'deposit')
  return { type: 'unbond', deposit: deposit!.id, shares: 1_000n }
}

/** Puts a snapshot of the head on a shelf. */
export async function putSnapshot(
  { chain, store }: Pick<TestNode, 'chain' | 'store'>,
  shelf: SnapshotShelf,
  workers: NodeWorkers,
): Promise<void> {
  const { state, unspentOutputs, tables } = chain
  const view = store.view()
  const work = { head: { state, unspentOutputs }, view, tables, chunkRows: CHUNK_ROWS }
  await makeSnapshot(work, shelf, workers, new AbortController().signal)
  await view.close()
}

/** The headers of a chain, as whoever has followed them from genesis has them; up to a height if one is given. */
export function headersOf({ tables, height: last, state }: Chain, height = last): CertifiedHeaders {
  const read = async (from: number, count: number) => {
    const records = await tables.blocks.entries({ gte: be64(from), lte: be64(height), limit: count })
    return records.map(([, value]) => {
      const { header, certificate } = decodeAll(value, readBlockRecord)
      return { header: encodeHeader(header), certificate: certificate! }
    })
  }
  return certifiedHeaders({ height, read }, hash('genesis beacon', state.chainId))
}

/** Serves a shelf, and writes down what was asked. `twist` changes parts of the answers. */
export function servePeer(
  connection: MemoryConnection,
  shelf: SnapshotShelf,
  twist?: (
    question: SnapshotQuestion,
    part: Uint8Array,
  ) => Uint8Array | undefined | Promise<Uint8Array | undefined>,
): { readonly asked: SnapshotQuestion[] } {
  const asked: SnapshotQuestion[] = []
  let honest: Answerer | undefined
  const catchIt = (_: string, answerer: Answerer) => {
    honest = answerer
    return () => {}
  }
  serveSnapshots({ serve: catchIt }, shelf, DEFAULT_LIMITS)
  connection.requests.serve('snapshot', async function* (from, bytes, signal) {
    const question = decodeQuestion(bytes)
    asked.push(question)
    for await (const part of honest!(from, bytes, signal)) {
      const twisted = twist ? await twist(question, part) : part
      if (twisted) yield twisted
    }
  })
  return { asked }
}

export type SyncOptions = {
  readonly network: MemoryConnection
  readonly headers: CertifiedHeaders | undefined
  readonly workers: NodeWorkers
  readonly limits?: Partial<NodeLimits>
  readonly signal?: AbortSignal
  readonly onProgress?: (change: Partial<SnapshotProgress>) => void
}

/** Opens a chain in a directory, beginning it with a snapshot, and closes it again. @returns where it stands, and who lied. */
export async function sync(directory: string, options: SyncOptions) {
  const { network, headers, workers, onProgress = () => {} } = options
  const limits = {
    ...DEFAULT_LIMITS,
    ...{ retryDelay: 1, snapshotTries: 12 },
    ...options.limits,
  }
  const logger = recordingLogger()
  const liars: string[] = []
  const store = await openStore(join(directory, 'db'), { logger })
  try {
    const events = await openEventLog(store, seededRandom('events'), limits)
    const misbehaved = (peer: string, reason: string) => void liars.push(`${peer}: ${reason}`)
    const followHeaders = headers && (async () => headers)
    const modules = { store, events, workers, logger, network, misbehaved, clock: systemClock }
    const signal = options.signal ?? new AbortController().signal
    const chain = await openWithSnapshot(
      world.genesis,
      { ...modules, followHeaders, onProgress },
      limits,
      signal,
    )
    return { height: chain.height, pruned: chain.pruned, liars, lines: logger.lines }
  } finally {
    await store.close()
  }
}

/**
 * Snapshots: what a coin takes, and what making, checking and fetching one takes, on a store with made-up coins under a header
 * that commits to them. And the memory of a node that prunes and has nothing to do.
 */
import { join } from 'node:path'
import { openChain } from '../src/node/chain/open-chain.ts'
import { encodeCoin } from '../src/node/chain/tables.ts'
import { systemClock } from '../src/node/clock.ts'
import { openEventLog } from '../src/node/events.ts'
import { DEFAULT_LIMITS } from '../src/node/limits.ts'
import { silentLogger } from '../src/node/logger.ts'
import { MemoryNetwork } from '../src/node/network/memory-network.ts'
import type { CertifiedHeaders } from '../src/node/snapshot/certified-headers.ts'
import { digestChunk } from '../src/node/snapshot/chunk.ts'
import { makeSnapshot } from '../src/node/snapshot/make-snapshot.ts'
import { chunkCount, decodeManifest, encodeManifest, manifestId } from '../src/node/snapshot/manifest.ts'
import { decodeQuestion, encodeOffer } from '../src/node/snapshot/messages.ts'
import { openShelf, type ShelfItem, type SnapshotShelf } from '../src/node/snapshot/shelf.ts'
import { syncSnapshot } from '../src/node/snapshot/sync-snapshot.ts'
import { openStore, type Store } from '../src/node/store.ts'
import type { NodeWorkers } from '../src/node/workers/node-workers.ts'
import { blockId, decodeHeader } from '../src/protocol/block.ts'
import { concat } from '../src/protocol/bytes.ts'
import { NO_CERTIFICATE } from '../src/protocol/certificate.ts'
import {
  addScalars,
  encodePoint,
  encodeScalar,
  multiplyScalars,
  type Scalar,
  scalarFrom,
} from '../src/protocol/crypto/group.ts'
import { deriveScalar } from '../src/protocol/crypto/hash.ts'
import { LtHash } from '../src/protocol/crypto/lthash.ts'
import { commit } from '../src/protocol/crypto/pedersen.ts'
import { stateCommitment } from '../src/protocol/ledger.ts'
import { CORE_LENGTH } from '../src/protocol/output.ts'
import { heldStake } from '../src/protocol/stake/state.ts'
import { validatorSetHash } from '../src/protocol/validators.ts'
import { seededRandom, temporaryDirectory } from '../test/node/support.ts'
import { createWorld, sharedWorkers } from '../test/node/world.ts'
import { type Row, summary } from './harness.ts'
import { hooks } from './hooks.ts'
import { idleRows } from './network/idle.ts'

const COINS = 100_000
const RUNS = 3
/** Coins that figures are given for. */
const PER = 10_000
/** Commitments that the coins share: each to one base unit. */
const COMMITMENTS = 256
const world = createWorld({ amounts: [] })
const signal = new AbortController().signal

/** A snapshot ready to be served, and the headers that certify it. */
type Ready = { readonly manifest: Uint8Array; readonly item: ShelfItem; readonly headers: CertifiedHeaders }

export async function benchSnapshot(progress: (line: string) => void): Promise<Row[]> {
  const ends = hooks()
  try {
    const workers = sharedWorkers(ends)
    const directory = await temporaryDirectory(ends)
    const store = await openStore(join(directory, 'db'), { logger: silentLogger })
    ends.after(() => store.close())
    progress(`making ${COINS} coins …`)
    const { blinding } = await fillCoins(store, workers)
    const shelf = await openShelf(join(directory, 'snapshots'), 1)
    const making: number[] = []
    let ready: Ready | undefined
    for (let run = 0; run < RUNS; run++) {
      progress('making a snapshot …')
      const start = performance.now()
      ready = await makeReady(store, shelf, blinding, workers)
      making.push(performance.now() - start)
    }
    const { manifest, item, headers } = ready!
    const chunk = (await shelf.chunk(item, 0))!
    digestChunk('coins', chunk)
    const checking = Array.from({ length: RUNS }, () => timed(() => digestChunk('coins', chunk)))
    const fetching: number[] = []
    for (let run = 0; run < RUNS; run++) {
      progress('fetching it …')
      fetching.push(await fetchOnce(await temporaryDirectory(ends), manifest, item, headers, shelf, workers))
    }
    const rows = chunk.length / (32 + CORE_LENGTH)
    const perCoins = (times: readonly number[], coins: number) => times.map((time) => (time / coins) * PER)
    const size = (manifest.length + COINS * (32 + CORE_LENGTH)) / COINS
    return [
      { ...summary('a coin in a snapshot', [size], 'bytes'), group: 'Snapshots' },
      { ...summary('make, 10,000 coins', perCoins(making, COINS), 'ms'), group: 'Snapshots' },
      {
        ...summary('check chunks, 10,000 coins', perCoins(checking, rows), 'ms', 'one thread'),
        group: 'Snapshots',
      },
      {
        ...summary('fetch, check and store, 10,000 coins', perCoins(fetching, COINS), 'ms', 'one peer'),
        group: 'Snapshots',
      },
      ...(await idleRows(ends, await temporaryDirectory(ends), progress)),
    ]
  } finally {
    await ends.run()
  }
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** Coins of one base unit each, in place of those of genesis. @returns the sum of their blindings. */
async function fillCoins(store: Store, workers: NodeWorkers): Promise<{ blinding: Scalar }> {
  const events = await openEventLog(store, seededRandom('events'), DEFAULT_LIMITS)
  const { tables } = await openChain(world.genesis, { store, events, workers }, DEFAULT_LIMITS)
  const blindings = Array.from({ length: COMMITMENTS }, (_, i) =>
    deriveScalar('bench blinding', Uint8Array.of(i)),
  )
  const commitments = blindings.map((one) => encodePoint(commit(1n, one)))
  const random = seededRandom('coins')
  for (let made = 0; made < COINS; made += PER) {
    const ids = random(32 * PER)
    const rest = crypto.getRandomValues(new Uint8Array(CORE_LENGTH))
    await store.commit(
      Array.from({ length: PER }, (_, at) => {
        const id = ids.slice(32 * at, 32 * at + 32)
        const commitment = commitments[at % COMMITMENTS]!
        const core = concat(rest.subarray(0, 32), commitment, rest.subarray(64))
        return tables.coins.put(id, encodeCoin({ id, core, height: 0 }))
      }),
    )
  }
  let blinding = scalarFrom(0n)
  for (let at = 0; at < COMMITMENTS; at++) {
    let uses = 0
    for (let made = 0; made < COINS; made += PER) uses += Math.ceil((PER - at) / COMMITMENTS)
    blinding = addScalars(blinding, multiplyScalars(blindings[at]!, scalarFrom(BigInt(uses))))
  }
  return { blinding }
}

/** Makes a snapshot, and a header that commits to what is in it. */
async function makeReady(
  store: Store,
  shelf: SnapshotShelf,
  blinding: Scalar,
  workers: NodeWorkers,
): Promise<Ready> {
  const events = await openEventLog(store, seededRandom('events'), DEFAULT_LIMITS)
  const { state, tables } = await openChain(world.genesis, { store, events, workers }, DEFAULT_LIMITS)
  const view = store.view()
  await makeSnapshot({ head: { state, unspentOutputs: COINS }, view, tables }, shelf, workers, signal)
  await view.close()
  const [item] = shelf.items
  const made = decodeManifest((await shelf.manifest(item!))!)
  const unspent = new LtHash()
  for (const { sum } of made.coins) unspent.join(sum)
  const supply = {
    issued: BigInt(COINS) + heldStake(state.stake),
    burnt: 0n,
    blinding: encodeScalar(blinding),
    commitments: encodePoint(commit(BigInt(COINS), blinding)),
  }
  const full = { ...state, height: 1, unspent: unspent.toBytes(), supply }
  const { header: first } = await workers.run('genesis', world.genesis)
  const header = {
    ...decodeHeader(first),
    height: 1,
    stateCommitment: stateCommitment(full),
    validatorSetHash: validatorSetHash(state.validators),
  }
  const head = { state: { ...full, blockId: blockId(header), time: header.time }, unspentOutputs: COINS }
  const headers: CertifiedHeaders = {
    height: 1,
    read: async (from) => (from === 1 ? [{ header, certificate: NO_CERTIFICATE }] : []),
    beaconAt: async () => state.beacon,
  }
  return { manifest: encodeManifest({ ...made, head }), item: item!, headers }
}

/** Milliseconds from the first question to a chain that stands at the snapshot. */
async function fetchOnce(
  directory: string,
  manifest: Uint8Array,
  item: ShelfItem,
  headers: CertifiedHeaders,
  shelf: SnapshotShelf,
  workers: NodeWorkers,
): Promise<number> {
  const store = await openStore(join(directory, 'db'), { logger: silentLogger })
  const events = await openEventLog(store, seededRandom('events'), DEFAULT_LIMITS)
  await openChain(world.genesis, { store, events, workers }, DEFAULT_LIMITS)
  const network = new MemoryNetwork(systemClock)
  const [own, peer] = [network.join('own'), network.join('peer')]
  peer.requests.serve('snapshot', async function* (_, bytes) {
    const question = decodeQuestion(bytes)
    if (question.type === 'offers') yield encodeOffer({ height: 1, id: manifestId(manifest) })
    else if (question.type === 'chunk') yield (await shelf.chunk(item, question.number))!
    else for (let at = 0; at < manifest.length; at += 1 << 18) yield manifest.subarray(at, at + (1 << 18))
  })
  let chunks = 0
  const misbehaved = (_: string, reason: string) => {
    throw new Error(reason)
  }
  const modules = {
    store,
    workers,
    clock: systemClock,
    logger: silentLogger,
    network: own,
    misbehaved,
    headers,
  }
  const onProgress = () => chunks++
  const start = performance.now()
  const done = await syncSnapshot(world.genesis.params, { ...modules, onProgress }, DEFAULT_LIMITS, signal)
  const time = performance.now() - start
  if (!done || chunks !== chunkCount(decodeManifest(manifest)))
    throw new Error('the snapshot was not fetched')
  await store.close()
  return time
}

/**
 * Reads blocks and scans them for accounts, ahead of those who write down what comes of it: while one step is written, the
 * threads have work on the next. Steps come in the order of their blocks, and there are only so many at once.
 */
import { concat } from '../../protocol/bytes.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import type { BlockHits, OpenedTransaction } from './block-effects.ts'
import type { SeenBlock, SeenOutputs, SeenPlace, WalletChain } from './chain-view.ts'
import type { WalletLimits } from './limits.ts'

export type ScanModules = {
  readonly chain: Pick<WalletChain, 'blocks' | 'outputs'>
  readonly workers: NodeWorkers
  readonly limits: Pick<WalletLimits, 'scanWork' | 'scanJobs' | 'scanAhead' | 'scanBlocks'>
}

export type ScanRequest = {
  /** Of the accounts, as `encodeViewKey` gives them. */
  readonly viewKeys: readonly Uint8Array[]
  /** Heights of the first and the last block. */
  readonly from: number
  readonly until: number
  /** `siftLater` for accounts that are far behind. */
  readonly kind: 'sift' | 'siftLater'
}

/** Blocks in a row, and for each account what each of them holds for it. */
export type ScannedBlocks = {
  readonly blocks: readonly SeenBlock[]
  readonly hits: readonly (readonly BlockHits[])[]
}

/** A transaction of a step, whose block is number `at` of it. */
type ScanPlace = SeenPlace & { readonly at: number }

/**
 * Scans from the first block to the last. Whoever stops earlier calls `return`, which ends what is under way.
 * @throws what reading or scanning throws, or the reason of the signal.
 */
export async function* scanAhead(
  request: ScanRequest,
  modules: ScanModules,
  signal: AbortSignal,
): AsyncGenerator<ScannedBlocks, void, void> {
  const needless = new AbortController()
  const either = AbortSignal.any([signal, needless.signal])
  const underWay: Promise<ScannedBlocks>[] = []
  try {
    for await (const blocks of readSteps(request, modules)) {
      either.throwIfAborted()
      const step = scanStep(blocks, request, modules, either)
      // whoever waits for it is told; the others ended with the first that failed
      step.catch(() => {})
      underWay.push(step)
      if (underWay.length >= modules.limits.scanAhead) yield await underWay.shift()!
    }
    for (const step of underWay) yield await step
  } finally {
    needless.abort(new Error('nobody waits for these blocks any more'))
  }
}

/** The blocks in groups that give every thread some jobs. */
async function* readSteps(
  { from, until, viewKeys }: ScanRequest,
  { chain, limits, workers }: ScanModules,
): AsyncGenerator<SeenBlock[], void, void> {
  const enough = limits.scanWork * limits.scanJobs * workers.threads
  let blocks: SeenBlock[] = []
  let work = 0
  for await (const block of chain.blocks(from, until)) {
    blocks.push(block)
    work += block.transactions.reduce((sum, { outputs }) => sum + outputs, 0) * viewKeys.length
    if (work < enough && blocks.length < limits.scanBlocks && block.height < until) continue
    yield blocks
    blocks = []
    work = 0
  }
}

async function scanStep(
  blocks: readonly SeenBlock[],
  request: ScanRequest,
  modules: ScanModules,
  signal: AbortSignal,
): Promise<ScannedBlocks> {
  const places = blocks.flatMap(({ height, transactions }, at) =>
    transactions.map((transaction, position): ScanPlace => ({ at, height, position, transaction })),
  )
  const candidates = await siftPlaces(places, request, modules, signal)
  const hits = request.viewKeys.map(() => blocks.map(() => new Map<number, OpenedTransaction>()))
  const opening: Promise<void>[] = []
  for (const [account, own] of candidates.entries()) {
    for (const job of inJobs(own, modules.limits.scanWork)) {
      // one after the other, so that what is read does not come all at once
      const seen = await modules.chain.outputs(job)
      const opened = open(seen, request.viewKeys[account]!, modules, signal).then((transactions) => {
        for (const [index, transaction] of transactions.entries()) {
          const { at, position } = job[index]!
          if (transaction.hits.length > 0) hits[account]![at]!.set(position, transaction)
        }
      })
      opened.catch(() => {})
      opening.push(opened)
    }
  }
  await Promise.all(opening)
  return { blocks, hits }
}

/** For each account the transactions that may hold something for it. The mint is one for all. */
async function siftPlaces(
  places: readonly ScanPlace[],
  { viewKeys, kind }: ScanRequest,
  { workers, limits }: ScanModules,
  signal: AbortSignal,
): Promise<ScanPlace[][]> {
  const candidates = viewKeys.map(() => places.filter(({ transaction }) => !transaction.head))
  const sifted = places.filter(({ transaction }) => transaction.head)
  const jobs = inJobs(sifted, limits.scanWork / viewKeys.length).map(async (job) => {
    const heads = concat(...job.map(({ transaction }) => transaction.head!))
    for (const { viewKey, transaction } of await workers.run(kind, { viewKeys, heads }, signal)) {
      candidates[viewKey]!.push(job[transaction]!)
    }
  })
  await Promise.all(jobs)
  return candidates
}

/** What transactions hold for an account. */
async function open(
  seen: readonly SeenOutputs[],
  viewKey: Uint8Array,
  { workers }: Pick<ScanModules, 'workers'>,
  signal: AbortSignal,
): Promise<OpenedTransaction[]> {
  const transactions = seen.map(({ origin, outputs }) => ({
    origin,
    outputs: outputs.map(({ core, payload }) => ({ core, payload })),
  }))
  const found = await workers.run('scan', { viewKey, transactions }, signal)
  return found.map((hits, index) => ({ hits, outputIds: seen[index]!.outputs.map(({ id }) => id) }))
}

/** Transactions in groups of about so many outputs, and at least one each. */
function inJobs(places: readonly ScanPlace[], outputs: number): ScanPlace[][] {
  const jobs: ScanPlace[][] = []
  let room = 0
  for (const place of places) {
    if (room <= 0) {
      jobs.push([])
      room = outputs
    }
    jobs.at(-1)!.push(place)
    room -= place.transaction.outputs
  }
  return jobs
}

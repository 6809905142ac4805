/** Headers and blocks for those who catch up: read from the disk a part at a time, as fast as each peer is allowed to read. */
import type { PeerId } from '../../protocol/consensus/replica.ts'
import { encodeHeaderRun } from '../../protocol/header-run.ts'
import { epochOf, lastHeight } from '../../protocol/stake/schedule.ts'
import type { Chain } from '../chain/chain.ts'
import { type RawRecord, rawBlocks, rawRecords } from '../chain/raw-blocks.ts'
import type { Clock } from '../clock.ts'
import type { Requests } from '../network/requests.ts'
import { be32 } from '../ordered-keys.ts'
import { Allowance } from './allowance.ts'
import type { SyncLimits } from './limits.ts'
import { BLOCKS_A_PART, decodeRange, encodeBlocks, HEADERS_A_PART, type HeightRange } from './wire.ts'

export type SyncServiceModules = {
  readonly chain: Pick<Chain, 'tables' | 'params'>
  readonly requests: Requests
  readonly clock: Clock
}

/** Blocks whose records are read at once. */
const READ_AT_ONCE = 64

/** Serves until the signal is aborted. */
export function serveSync(modules: SyncServiceModules, limits: SyncLimits, signal: AbortSignal): void {
  const { requests, clock } = modules
  const allowance = new Allowance(clock, limits)
  const answering = (most: number, parts: (range: HeightRange) => AsyncGenerator<Uint8Array>) =>
    async function* (from: PeerId, question: Uint8Array, ended: AbortSignal): AsyncGenerator<Uint8Array> {
      const range = decodeRange(question)
      if (!allowance.enter(from)) throw new Error('as many answers as there may be')
      try {
        for await (const part of parts({ ...range, count: Math.min(range.count, most) })) {
          await allowance.take(from, part.length, AbortSignal.any([ended, signal]))
          yield part
        }
      } finally {
        allowance.leave(from)
      }
    }
  const leave = [
    requests.serve(
      'headers',
      answering(limits.headersServed, (range) => headerParts(modules, range)),
    ),
    requests.serve(
      'blocks',
      answering(limits.blocksServed, (range) => blockParts(modules, range)),
    ),
  ]
  signal.addEventListener(
    'abort',
    () => {
      for (const end of leave) end()
    },
    { once: true },
  )
}

async function* headerParts(
  { chain }: Pick<SyncServiceModules, 'chain'>,
  { from, count }: HeightRange,
): AsyncGenerator<Uint8Array> {
  const { tables, params } = chain
  const end = from + count
  for (let at = Math.max(1, from); at < end; ) {
    // Of the ends of epochs one at most: their proofs are long.
    const last = Math.min(
      end - 1,
      at + HEADERS_A_PART - 1,
      lastHeight(epochOf(at, params.stake), params.stake),
    )
    const records = await rawRecords(tables, at, last - at + 1)
    const certificate = records.at(-1)?.certificate
    if (!certificate) return
    const reached = at + records.length - 1
    const proofs: Uint8Array[] = []
    if (reached === lastHeight(epochOf(at, params.stake), params.stake)) {
      const proof = await tables.epochProofs.get(be32(epochOf(at, params.stake)))
      if (!proof) return
      proofs.push(proof)
    }
    yield encodeHeaderRun(
      records.map(({ header }) => header),
      certificate,
      proofs,
    )
    at = reached + 1
  }
}

async function* blockParts(
  { chain }: Pick<SyncServiceModules, 'chain'>,
  { from, count }: HeightRange,
): AsyncGenerator<Uint8Array> {
  const end = from + count
  let ready: RawRecord[] = []
  for (let at = Math.max(1, from); at < end; ) {
    if (ready.length === 0) ready = await rawRecords(chain.tables, at, Math.min(READ_AT_ONCE, end - at))
    const taken = ready.splice(0, fitting(ready))
    const blocks = await rawBlocks(chain.tables, taken)
    if (blocks.length > 0) yield encodeBlocks(blocks)
    if (blocks.length < taken.length || taken.length === 0) return
    at += taken.length
  }
}

/** How many of the first go into one part; one does whatever its length. */
function fitting(records: readonly RawRecord[]): number {
  let bytes = 0
  let count = 0
  for (const { size } of records) {
    bytes += 4 + size
    if (count > 0 && bytes > BLOCKS_A_PART) break
    count += 1
  }
  return count
}

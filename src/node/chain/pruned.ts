/**
 * How far the blocks of this node have been cut down to header and certificate, because it prunes or because it began with
 * a snapshot. Genesis is always whole.
 */
import { utf8 } from '../../protocol/bytes.ts'
import { decodeAll, type Reader, Writer } from '../../protocol/codec.ts'
import { readHeight } from '../../protocol/consensus/messages.ts'
import type { Batch } from '../batch.ts'
import { NodeError } from '../errors.ts'
import { StoreError } from '../store-error.ts'
import type { ChainTables } from './tables.ts'

export type Pruned = {
  /** From this height on blocks are whole; 0 on a node that has them all. */
  readonly earliest: number
  /** Below this height nothing is left to cut. Not above `earliest`: between them is the block that is being cut. */
  readonly swept: number
}

export const NOT_PRUNED: Pruned = { earliest: 0, swept: 1 }

const PRUNED_KEY = utf8('pruned')

type Marked = Pick<ChainTables, 'meta'>

export async function readPruned({ meta }: Marked): Promise<Pruned> {
  const value = await meta.get(PRUNED_KEY)
  return value ? decodeAll(value, readMark) : NOT_PRUNED
}

export function writePruned(batch: Batch, { meta }: Marked, { earliest, swept }: Pruned): void {
  batch.put(meta, PRUNED_KEY, new Writer().u64(earliest).u64(swept).finish())
}

/** Whether the block of that height is whole. */
function isKept(height: number, { earliest }: Pick<Pruned, 'earliest'>): boolean {
  return height >= earliest || height === 0
}

/** @throws NodeError `block_pruned` unless the blocks from `from` to `until`, both included, are whole. */
export function assertKept(from: number, until: number, { earliest }: Pick<Pruned, 'earliest'>): void {
  const first = Math.max(from, 1)
  if (first < earliest && first <= until)
    throw new NodeError('block_pruned', { height: first, earliestHeight: earliest })
}

/** @throws StoreError `pruned` unless all blocks are whole: what is gone does not come back. */
export function assertArchive({ earliest }: Pick<Pruned, 'earliest'>): void {
  if (earliest > 0)
    throw new StoreError('pruned', `the blocks below height ${earliest} are not there any more`, { earliest })
}

/** Why something of the block of that height is missing: a NodeError `block_pruned`, or a StoreError `corrupt`. */
export async function whyMissing(tables: Marked, height: number, what: string): Promise<Error> {
  const { earliest } = await readPruned(tables)
  return isKept(height, { earliest })
    ? new StoreError('corrupt', what)
    : new NodeError('block_pruned', { height, earliestHeight: earliest })
}

function readMark(reader: Reader): Pruned {
  return { earliest: readHeight(reader), swept: readHeight(reader) }
}

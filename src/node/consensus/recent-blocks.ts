/** The last blocks that went through this node, proposed or final, for neighbours that lack transactions of them. */
import { toHex } from '../../protocol/bytes.ts'
import { type BlockParts, splitBlock } from './brief-block.ts'

type Kept = { readonly block: Uint8Array; parts?: BlockParts }

/** Enough for the head and a few rounds of the next height. Each may be as long as a block can be. */
const KEPT = 4

export class RecentBlocks {
  /** By id, hex; the newest last. */
  readonly #kept = new Map<string, Kept>()

  /** @param block encoded, whole and as its id says */
  keep(blockId: Uint8Array, block: Uint8Array): void {
    const name = toHex(blockId)
    const kept = this.#kept.get(name) ?? { block }
    this.#kept.delete(name)
    this.#kept.set(name, kept)
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value!)
  }

  /** The encoded block. */
  get(blockId: Uint8Array): Uint8Array | undefined {
    return this.#kept.get(toHex(blockId))?.block
  }

  /** The encoded transactions at these positions; undefined when the block, or one of them, is not there. */
  transactionsAt(blockId: Uint8Array, positions: readonly number[]): Uint8Array[] | undefined {
    const kept = this.#kept.get(toHex(blockId))
    if (!kept) return undefined
    kept.parts ??= splitBlock(kept.block)
    const { transactions } = kept.parts
    const found = positions.flatMap((position) => transactions[position] ?? [])
    return found.length === positions.length ? found : undefined
  }
}

/**
 * Blocks on their way: ranges of heights in a row, from the one that is applied next on. Each range is fetched by one peer at a
 * time; what one has given stays when another goes on with the rest.
 */
import type { PeerId } from '../../protocol/consensus/replica.ts'
import type { CertifiedHeader } from './header-store.ts'
import type { SyncLimits } from './limits.ts'

/** A block that begins with the header that was verified; the rest of it is as good as who sent it. */
export type FetchedBlock = { readonly bytes: Uint8Array; readonly peer: PeerId }

export type BlockRange = {
  headers: readonly CertifiedHeader[]
  /** Of the first heights of the range, in their order. */
  readonly blocks: FetchedBlock[]
  /** Who is asked for the rest, and since when. */
  loading: { readonly peer: PeerId; readonly since: number; readonly abort: AbortController } | undefined
  /** Those who did not serve it, or not fast enough. */
  readonly tried: Set<PeerId>
}

/** A block that may be applied, with what was verified of it. */
export type ReadyBlock = FetchedBlock & { readonly header: CertifiedHeader }

export type WindowLimits = Pick<SyncLimits, 'ranges' | 'peerRanges' | 'windowBytes'>

export class Window {
  readonly #limits: WindowLimits
  readonly #ranges: BlockRange[] = []
  #bytes = 0

  constructor(limits: WindowLimits) {
    this.#limits = limits
  }

  /** Bytes of the blocks that wait. */
  get bytes(): number {
    return this.#bytes
  }

  get ranges(): readonly BlockRange[] {
    return this.#ranges
  }

  /** The height behind the last range; undefined when there is none. */
  get end(): number | undefined {
    return this.#ranges.at(-1)?.headers.at(-1)?.height
  }

  get isFull(): boolean {
    return this.#ranges.length >= this.#limits.ranges
  }

  push(headers: readonly CertifiedHeader[]): void {
    this.#ranges.push({ headers, blocks: [], loading: undefined, tried: new Set() })
  }

  /** The next range that somebody should be asked for; with much waiting only the one that holds everything up. */
  next(): BlockRange | undefined {
    const wanted = this.#ranges.find((range) => !range.loading && !isWhole(range))
    return wanted && this.mayGrow(wanted) ? wanted : undefined
  }

  /** Whether more of a range may be taken in. */
  mayGrow(range: BlockRange): boolean {
    return this.#bytes < this.#limits.windowBytes || range === this.first
  }

  /** The range that holds everything up. */
  get first(): BlockRange | undefined {
    return this.#ranges.find((range) => !isWhole(range))
  }

  /** Ranges that a peer is asked for. */
  loads(peer: PeerId): number {
    return this.#ranges.filter(({ loading }) => loading?.peer === peer).length
  }

  add(range: BlockRange, block: FetchedBlock): void {
    range.blocks.push(block)
    this.#bytes += block.bytes.length
  }

  /** The blocks that may be applied next, in a row. */
  ready(count: number, bytes: number): ReadyBlock[] {
    const ready: ReadyBlock[] = []
    let length = 0
    for (const { headers, blocks } of this.#ranges) {
      for (const [index, block] of blocks.entries()) {
        length += block.bytes.length
        if (ready.length === count || (ready.length > 0 && length > bytes)) return ready
        ready.push({ ...block, header: headers[index]! })
      }
      if (blocks.length < headers.length) break
    }
    return ready
  }

  /** Everything up to a height is there. */
  drop(height: number): void {
    for (;;) {
      const [first] = this.#ranges
      if (!first || first.headers[0]!.height > height) return
      const left = first.headers.filter((header) => header.height > height)
      const gone = first.blocks.splice(0, first.headers.length - left.length)
      for (const { bytes } of gone) this.#bytes -= bytes.length
      if (left.length > 0) {
        first.headers = left
        return
      }
      first.loading?.abort.abort(new Error('the blocks are there'))
      this.#ranges.shift()
    }
  }

  /** Forgets what a peer has given, and all behind it in the same ranges; ends its answers. */
  forget(peer: PeerId): void {
    for (const range of this.#ranges) {
      if (range.loading?.peer === peer) range.loading.abort.abort(new Error('a peer that lied'))
      const at = range.blocks.findIndex((block) => block.peer === peer)
      if (at < 0) continue
      for (const { bytes } of range.blocks.splice(at)) this.#bytes -= bytes.length
    }
  }

  /** Ends all answers and forgets everything. */
  clear(): void {
    for (const { loading } of this.#ranges) loading?.abort.abort(new Error('nobody waits for blocks'))
    this.#ranges.length = 0
    this.#bytes = 0
  }
}

export function isWhole({ headers, blocks }: BlockRange): boolean {
  return blocks.length >= headers.length
}

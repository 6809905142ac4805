/**
 * Certified headers whose blocks are not there yet, and the trail at their end. They are on disk as soon as they have been
 * verified: whatever happens, they need not be asked for again.
 */

import { equalBytes, utf8 } from '../../protocol/bytes.ts'
import { type Certificate, readCertificate } from '../../protocol/certificate.ts'
import { decodeAll, type Reader, Writer } from '../../protocol/codec.ts'
import { BLS_PUBLIC_KEY_LENGTH } from '../../protocol/crypto/bls.ts'
import { unlessRefused } from '../../protocol/errors.ts'
import { MAX_HEADER_LENGTH } from '../../protocol/header-run.ts'
import { epochOf } from '../../protocol/stake/schedule.ts'
import type { Member, Voter } from '../../protocol/stake/state.ts'
import { type Trail, trailOf } from '../../protocol/trail.ts'
import type { Batch } from '../batch.ts'
import type { Chain } from '../chain/chain.ts'
import { emptyTable } from '../empty-table.ts'
import type { Logger } from '../logger.ts'
import { be32, be64 } from '../ordered-keys.ts'
import type { Store } from '../store.ts'
import { StoreError } from '../store-error.ts'
import type { Table } from '../table.ts'
import type { FollowResult } from '../workers/follow.ts'

/** A header whose certificate has been verified. */
export type CertifiedHeader = {
  readonly height: number
  /** Encoded. */
  readonly header: Uint8Array
  readonly certificate: Certificate
}

export type HeaderStoreModules = { readonly store: Store; readonly chain: Chain }

const TRAIL_KEY = utf8('trail')

export class HeaderStore {
  readonly #modules: HeaderStoreModules
  /** Height → header and its certificate. */
  readonly #headers: Table
  readonly #meta: Table
  #trail: Trail
  /** The last addition: one comes after the other. */
  #adding: Promise<unknown> = Promise.resolve()

  /** Use {@link openHeaderStore}. */
  constructor(modules: HeaderStoreModules, headers: Table, meta: Table, trail: Trail) {
    this.#modules = modules
    this.#headers = headers
    this.#meta = meta
    this.#trail = trail
  }

  /** The end of what has been verified: the last header, or the head of the chain. */
  get trail(): Trail {
    const { state } = this.#modules.chain
    return this.#trail.height > state.height ? this.#trail : trailOf(state)
  }

  get height(): number {
    return Math.max(this.#trail.height, this.#modules.chain.height)
  }

  /**
   * Adds headers that were found to follow {@link trail}.
   * @returns false, and adds nothing, where the trail has gone on meanwhile
   * @throws StoreError
   */
  add(found: FollowResult): Promise<boolean> {
    const adding = this.#adding.then(() => this.#add(found))
    this.#adding = adding.catch(() => {})
    return adding
  }

  async #add({ trail, headers, certificates, epochProofs }: FollowResult): Promise<boolean> {
    const { store, chain } = this.#modules
    const first = trail.height - headers.length + 1
    if (first !== this.height + 1) return false
    let epoch = epochOf(first, chain.params.stake)
    await store.transact((batch) => {
      for (const [index, header] of headers.entries()) {
        const row = new Writer().sized(header).bytes(certificates[index]!).finish()
        batch.put(this.#headers, be64(first + index), row)
      }
      for (const proof of epochProofs) batch.put(chain.tables.epochProofs, be32(epoch++), proof)
      batch.put(this.#meta, TRAIL_KEY, encodeTrail(trail))
      batch.onCommit(() => {
        this.#trail = trail
      })
    })
    return true
  }

  /** The headers from a height on, at most `count`. @throws StoreError `corrupt` when one that was verified is missing. */
  async read(from: number, count: number): Promise<CertifiedHeader[]> {
    const most = Math.min(count, this.height - from + 1)
    const rows = await this.#headers.entries({ gte: be64(from), lt: be64(from + most) })
    if (rows.length !== most) throw new StoreError('corrupt', 'a header that was verified is missing')
    return rows.map(([, row], index) => ({ height: from + index, ...decodeAll(row, readRow) }))
  }

  /** In the batch that adds their blocks to the chain. */
  remove(batch: Batch, heights: Iterable<number>): void {
    for (const height of heights) batch.delete(this.#headers, be64(height))
  }

  /** Forgets headers of blocks that came another way. @throws StoreError */
  sweep(): Promise<void> {
    const { store, chain } = this.#modules
    return emptyTable(store, this.#headers, { lte: be64(chain.height) })
  }

  /** Forgets all headers: they are fetched and verified again. @throws StoreError */
  async reset(): Promise<void> {
    const { store, chain } = this.#modules
    this.#trail = trailOf(chain.state)
    await store.commit([this.#meta.delete(TRAIL_KEY)])
    await emptyTable(store, this.#headers)
  }

  /** Whether the rows are those between the head and the trail. @throws StoreError */
  async fits(): Promise<boolean> {
    const { height } = this.#modules.chain
    const [first, last] = [await this.#headers.firstKey(), await this.#headers.firstKey({ reverse: true })]
    if (this.#trail.height <= height) return first === undefined
    if (!first || !last) return false
    return equalBytes(first, be64(height + 1)) && equalBytes(last, be64(this.#trail.height))
  }
}

/** What it holds and does not fit together is forgotten: nothing is lost by that but the time to fetch it again. */
export async function openHeaderStore(
  modules: HeaderStoreModules & { readonly logger: Logger },
): Promise<HeaderStore> {
  const { store, chain, logger } = modules
  const [headers, meta] = [store.table('sync-header'), store.table('sync')]
  const stored = await meta.get(TRAIL_KEY)
  const { chainId } = chain.state
  const trail = stored && unlessRefused(() => decodeAll(stored, (reader) => readTrail(reader, chainId)))
  const opened = new HeaderStore(modules, headers, meta, trail ?? trailOf(chain.state))
  await opened.sweep()
  if (!(await opened.fits()) || (stored && !trail)) {
    logger.warn(
      { height: chain.height },
      'headers that were verified do not fit together, and are fetched again',
    )
    await opened.reset()
  }
  return opened
}

function readRow(reader: Reader): Omit<CertifiedHeader, 'height'> {
  return { header: reader.sized(MAX_HEADER_LENGTH), certificate: readCertificate(reader) }
}

function encodeTrail({ height, blockId, time, previousTime, epoch }: Trail): Uint8Array {
  const { number, members, previous } = epoch
  const writer = new Writer().u64(height).bytes(blockId).u64(time).u64(previousTime).u32(number)
  writer.u32(members.length)
  for (const member of members) writeVoter(writer, member).u64(member.stake)
  writer.u32(previous.length)
  for (const voter of previous) writeVoter(writer, voter)
  return writer.finish()
}

function readTrail(reader: Reader, chainId: Uint8Array): Trail {
  const height = Number(reader.u64())
  const blockId = reader.bytes(32)
  const time = Number(reader.u64())
  const previousTime = Number(reader.u64())
  const number = reader.u32()
  const members = Array.from(
    { length: reader.u32() },
    (): Member => ({ ...readVoter(reader), stake: reader.u64() }),
  )
  const previous = Array.from({ length: reader.u32() }, () => readVoter(reader))
  return { chainId, height, blockId, time, previousTime, epoch: { number, members, previous } }
}

function writeVoter(writer: Writer, { id, publicKey, weight }: Voter): Writer {
  return writer.bytes(id).bytes(publicKey).u64(weight)
}

function readVoter(reader: Reader): Voter {
  return { id: reader.bytes(32), publicKey: reader.bytes(BLS_PUBLIC_KEY_LENGTH), weight: reader.u64() }
}

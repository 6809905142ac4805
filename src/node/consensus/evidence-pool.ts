/**
 * Contradictions of validators that this node has seen and no final block has punished yet. They stay on disk until one has, or
 * until the stake no longer answers: whoever saw one tells it in the next block that it leads.
 */
import { concat, toHex } from '../../protocol/bytes.ts'
import { decodeAll, Writer } from '../../protocol/codec.ts'
import type { Evidence } from '../../protocol/consensus/messages.ts'
import { BLS_PUBLIC_KEY_LENGTH } from '../../protocol/crypto/bls.ts'
import { readEvidence, writeEvidence } from '../../protocol/stake/evidence.ts'
import type { NodeLimits } from '../limits.ts'
import type { Store } from '../store.ts'
import { StoreError } from '../store-error.ts'
import type { Table } from '../table.ts'

/** What a contradiction is punished by. */
export type Charge = {
  /** That signed it. */
  readonly key: Uint8Array
  readonly epoch: number
  /** Millionths of the weight that it voted with. */
  readonly share: number
}

/** Rows of a key on disk, by their last byte. */
const PLACES = [0, 1, 2]

type Row = Charge & { readonly evidence: Evidence }

export class EvidencePool {
  readonly #store: Store
  readonly #table: Table
  readonly #limits: Pick<NodeLimits, 'evidenceKept'>
  /** By the key that signed, in hex: one to three. What is here is on disk, or on its way there. */
  readonly #rows: Map<string, readonly Row[]>

  private constructor(
    store: Store,
    table: Table,
    limits: Pick<NodeLimits, 'evidenceKept'>,
    rows: Map<string, readonly Row[]>,
  ) {
    this.#store = store
    this.#table = table
    this.#limits = limits
    this.#rows = rows
  }

  /** @throws StoreError `corrupt` when a record cannot be read. */
  static async open(store: Store, limits: Pick<NodeLimits, 'evidenceKept'>): Promise<EvidencePool> {
    const table = store.table('evidence')
    const rows = new Map<string, readonly Row[]>()
    for await (const [place, value] of table.range()) {
      try {
        const key = place.slice(0, BLS_PUBLIC_KEY_LENGTH)
        const row = decodeAll(value, (reader) => {
          const [epoch, share] = [reader.u32(), reader.u32()]
          return { key, epoch, share, evidence: readEvidence(reader) }
        })
        rows.set(toHex(key), [...(rows.get(toHex(key)) ?? []), row])
      } catch (error) {
        throw new StoreError('corrupt', 'the evidence on disk cannot be read', {}, error)
      }
    }
    return new EvidencePool(store, table, limits, rows)
  }

  /** In the order in which their keys came, those from before a restart first. */
  get all(): readonly Evidence[] {
    return [...this.#rows.values()].flatMap((rows) => rows.map(({ evidence }) => evidence))
  }

  /** Whether the charge adds nothing to what is kept of its key: it is neither earlier nor later than that, nor weighs more. */
  covers({ key, epoch, share }: Charge): boolean {
    const rows = this.#rows.get(toHex(key)) ?? []
    const [from, to] = [rows.some((row) => row.epoch <= epoch), rows.some((row) => row.epoch >= epoch)]
    return from && to && rows.some((row) => row.share >= share)
  }

  /**
   * Keeps a contradiction that adds something: of each key those that {@link mostOf} names, and no more keys than there is room
   * for. Resolves when it is on disk.
   * @returns whether it is kept
   */
  async add(evidence: Evidence, charge: Charge): Promise<boolean> {
    const name = toHex(charge.key)
    const known = this.#rows.get(name)
    if (this.covers(charge) || (!known && this.#rows.size >= this.#limits.evidenceKept)) return false
    await this.#keep(charge.key, mostOf([...(known ?? []), { ...charge, evidence }]))
    return true
  }

  /** Forgets what has been punished, or cannot be any more. @param isOpen whether somebody would be punished for it now */
  async prune(isOpen: (evidence: Evidence) => Promise<boolean>): Promise<void> {
    for (const row of [...this.#rows.values()].flat()) {
      if (await isOpen(row.evidence)) continue
      // Others may have come meanwhile.
      const now = this.#rows.get(toHex(row.key)) ?? []
      if (now.includes(row))
        await this.#keep(
          row.key,
          now.filter((one) => one !== row),
        )
    }
  }

  /** In place of what is kept of a key. */
  async #keep(key: Uint8Array, rows: readonly Row[]): Promise<void> {
    if (rows.length > 0) this.#rows.set(toHex(key), rows)
    else this.#rows.delete(toHex(key))
    const writes = PLACES.map((place) => {
      const [at, row] = [concat(key, Uint8Array.of(place)), rows[place]]
      if (!row) return this.#table.delete(at)
      const writer = new Writer().u32(row.epoch).u32(row.share)
      return this.#table.put(at, writeEvidence(writer, row.evidence).finish())
    })
    await this.#store.commit(writes)
  }
}

/**
 * The earliest, the one that weighs most and the latest, which are often the same: the first two are punished like all together,
 * and the last is still answered for when they are not any more.
 */
function mostOf(rows: readonly Row[]): Row[] {
  const by = (compare: (one: Row, other: Row) => number) => rows.toSorted(compare)[0]!
  const earliest = by((one, other) => one.epoch - other.epoch || other.share - one.share)
  const heaviest = by((one, other) => other.share - one.share || one.epoch - other.epoch)
  const latest = by((one, other) => other.epoch - one.epoch || other.share - one.share)
  const most = new Set([earliest])
  if (heaviest.share > earliest.share) most.add(heaviest)
  if (![...most].some(({ epoch }) => epoch === latest.epoch)) most.add(latest)
  return [...most]
}

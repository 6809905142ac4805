/**
 * The vector generators of Bulletproofs, G_j[i] and H_j[i] for party j and bit i, as dalek's `bulletproofs` derives
 * them: the i-th 64 bytes of SHAKE256("GeneratorsChain" ‖ "G" or "H" ‖ LE32 j), mapped to the group.
 */
import { shake256 } from '@noble/hashes/sha3.js'
import { le32, utf8 } from '../bytes.ts'
import { hashToGroup, type Point, precompute } from './group.ts'

/** A chain hands out its points in order, so that a proof over 8 bits does not pay for 64. */
class Chain {
  readonly #reader
  readonly #points: Point[] = []

  constructor(tag: 'G' | 'H', party: number) {
    this.#reader = shake256
      .create({})
      .update(utf8(`GeneratorsChain${tag}`))
      .update(le32(party))
  }

  take(count: number): readonly Point[] {
    while (this.#points.length < count) this.#points.push(precompute(hashToGroup(this.#reader.xof(64))))
    return this.#points.length === count ? this.#points : this.#points.slice(0, count)
  }
}

/** Constants, kept once computed. */
const chains: Record<'G' | 'H', Chain[]> = { G: [], H: [] }

function take(tag: 'G' | 'H', parties: number, count: number): Point[] {
  const points: Point[] = []
  for (let party = 0; party < parties; party++) {
    chains[tag][party] ??= new Chain(tag, party)
    points.push(...chains[tag][party]!.take(count))
  }
  return points
}

/** Generators of a proof over `parties` values of `bits` bits: party by party, each list `parties · bits` long. */
export function bulletproofGenerators(parties: number, bits: number): { G: Point[]; H: Point[] } {
  return { G: take('G', parties, bits), H: take('H', parties, bits) }
}

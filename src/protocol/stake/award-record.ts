/** What is kept of an award for all time: everything that checking the draw once more takes. */
import { decodeAll, Writer } from '../codec.ts'
import { BLS_PUBLIC_KEY_LENGTH } from '../crypto/bls.ts'
import { hash } from '../crypto/hash.ts'
import { ProtocolError } from '../errors.ts'
import { merkleRoot } from '../merkle.ts'
import type { Eligible } from './state.ts'

/**
 * - `paid`: the winner got `prize`;
 * - `forfeited`: the winner contradicted itself between freeze and draw; the amount went into the next period's pool;
 * - `expired`: nobody posted a proof before the next freeze; the amount went into that;
 * - `empty`: nobody was eligible; the amount stayed in the pool.
 */
export type AwardOutcome = 'paid' | 'forfeited' | 'expired' | 'empty'

export type AwardRecord = {
  readonly period: number
  readonly outcome: AwardOutcome
  /** Height of the freeze, the amount frozen, and who was eligible, by key. */
  readonly frozenAt: number
  readonly amount: bigint
  readonly eligible: readonly Eligible[]
  /** The block whose beacon is the seed, that beacon, and squarings: 32 bytes; undefined where it did not come to that. */
  readonly seedHeight: number
  readonly beacon: Uint8Array | undefined
  readonly squarings: number
  /** The delay's proof; undefined where nobody posted one. */
  readonly proof: Uint8Array | undefined
  /** Position of the winner among the eligible. */
  readonly winner: number | undefined
  readonly prize: bigint
  readonly bounty: bigint
}

/** A root over the eligible, so that each can show that it was one without all the others. */
export function eligibleRoot(eligible: readonly Eligible[]): Uint8Array {
  return merkleRoot(eligible.map(({ id, key, operator }) => hash('eligible', id, key, operator)))
}

/** The hash chain over all awards: each record hashed onto the ones before it. */
export function nextHistory(history: Uint8Array, record: AwardRecord): Uint8Array {
  return hash('award history', history, encodeAwardRecord(record))
}

const OUTCOMES: readonly AwardOutcome[] = ['paid', 'forfeited', 'expired', 'empty']
const NONE = 0xffff_ffff
const MAX_PROOF_LENGTH = 4_096
const MAX_ELIGIBLE = 4_096

export function encodeAwardRecord(record: AwardRecord): Uint8Array {
  const writer = new Writer()
    .u32(record.period)
    .u8(OUTCOMES.indexOf(record.outcome))
    .u64(record.frozenAt)
    .u64(record.amount)
    .u32(record.eligible.length)
  for (const { id, key, operator } of record.eligible) writer.bytes(id).bytes(key).bytes(operator)
  return writer
    .u64(record.seedHeight)
    .sized(record.beacon ?? new Uint8Array(0))
    .u64(record.squarings)
    .sized(record.proof ?? new Uint8Array(0))
    .u32(record.winner ?? NONE)
    .u64(record.prize)
    .u64(record.bounty)
    .finish()
}

/** @throws ProtocolError `invalid_encoding`. */
export function decodeAwardRecord(bytes: Uint8Array): AwardRecord {
  return decodeAll(bytes, (reader) => {
    const period = reader.u32()
    const outcome = OUTCOMES[reader.u8()]
    if (outcome === undefined) throw new ProtocolError('invalid_encoding', 'an award of an unknown outcome')
    const frozenAt = Number(reader.u64())
    const amount = reader.u64()
    const size = reader.u32()
    if (size > MAX_ELIGIBLE)
      throw new ProtocolError('invalid_encoding', 'more eligible than a set has validators')
    const eligible = Array.from({ length: size }, () => ({
      id: reader.bytes(32),
      key: reader.bytes(BLS_PUBLIC_KEY_LENGTH),
      operator: reader.bytes(32),
    }))
    const seedHeight = Number(reader.u64())
    const beacon = reader.sized(32)
    const squarings = Number(reader.u64())
    const proof = reader.sized(MAX_PROOF_LENGTH)
    const winner = reader.u32()
    return {
      ...{ period, outcome, frozenAt, amount, eligible, seedHeight, squarings },
      beacon: beacon.length === 0 ? undefined : beacon,
      proof: proof.length === 0 ? undefined : proof,
      winner: winner === NONE ? undefined : winner,
      prize: reader.u64(),
      bounty: reader.u64(),
    }
  })
}

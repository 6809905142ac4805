/**
 * The certificate that makes a block final: one aggregate BLS signature of validators that hold more than two thirds of
 * the weight, and a bitmap that says which. One pairing check, whatever their number.
 */
import { le32, le64 } from './bytes.ts'
import type { Reader, Writer } from './codec.ts'
import { BLS_SIGNATURE_LENGTH, blsAggregate, blsVerifyAggregate } from './crypto/bls.ts'
import { hash } from './crypto/hash.ts'
import { ProtocolError } from './errors.ts'
import { isQuorum, type ValidatorSet } from './validators.ts'

export type Certificate = {
  readonly round: number
  /** Bit i (least significant first) stands for validator i. */
  readonly bitmap: Uint8Array
  /** Aggregate signature, 96 bytes. */
  readonly signature: Uint8Array
}

/** A bitmap has a bit for as many. */
export const MAX_VALIDATORS = 4_096

/** Stands in the header after genesis, which nobody votes on. */
export const NO_CERTIFICATE: Certificate = {
  round: 0,
  bitmap: new Uint8Array(0),
  signature: new Uint8Array(BLS_SIGNATURE_LENGTH),
}

/** What a validator signs to make a block final. */
export function precommitMessage(
  chainId: Uint8Array,
  height: number,
  round: number,
  blockId: Uint8Array,
): Uint8Array {
  return hash('precommit', chainId, le64(height), le32(round), blockId)
}

/** Joins votes (signatures by position in the set) into a certificate. They have been verified one by one. */
export function makeCertificate(
  round: number,
  set: ValidatorSet,
  votes: ReadonlyMap<number, Uint8Array>,
): Certificate {
  const bitmap = new Uint8Array(Math.ceil(set.length / 8))
  for (const index of votes.keys()) bitmap[index >> 3]! |= 1 << (index & 7)
  return { round, bitmap, signature: blsAggregate([...votes.values()]) }
}

/** @throws ProtocolError `invalid_certificate` unless a quorum of `set` signed exactly this block. */
export function checkCertificate(
  certificate: Certificate,
  set: ValidatorSet,
  chainId: Uint8Array,
  height: number,
  blockId: Uint8Array,
): void {
  const { round, bitmap, signature } = certificate
  if (bitmap.length !== Math.ceil(set.length / 8)) throw invalid('a bitmap of another length')
  const padding = bitmap.length * 8 - set.length
  if (padding > 0 && bitmap.at(-1)! >> (8 - padding) !== 0) throw invalid('a bit beyond the last validator')
  const signers = set.filter((_, index) => (bitmap[index >> 3]! >> (index & 7)) & 1)
  const weight = signers.reduce((sum, validator) => sum + validator.weight, 0n)
  if (!isQuorum(weight, set)) throw invalid('not more than two thirds of the weight signed')
  const keys = signers.map(({ publicKey }) => publicKey)
  if (!blsVerifyAggregate(keys, precommitMessage(chainId, height, round, blockId), signature)) {
    throw invalid('the aggregate signature does not hold')
  }
}

export function writeCertificate(writer: Writer, { round, bitmap, signature }: Certificate): Writer {
  return writer.u32(round).sized(bitmap).bytes(signature)
}

export function readCertificate(reader: Reader): Certificate {
  return {
    round: reader.u32(),
    bitmap: reader.sized(MAX_VALIDATORS / 8),
    signature: reader.bytes(BLS_SIGNATURE_LENGTH),
  }
}

function invalid(why: string): ProtocolError {
  return new ProtocolError('invalid_certificate', why)
}

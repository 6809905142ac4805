/**
 * The certificate that makes a block final: one aggregate BLS signature of validators that hold more than two thirds of
 * the weight, and a bitmap that says which. One pairing check, whatever their number. With it goes the claim of silence
 * under which the votes were counted, so that whoever follows headers weighs as the voters did.
 */
import { equalBytes, le32, le64 } from './bytes.ts'
import type { Reader, Writer } from './codec.ts'
import { BLS_SIGNATURE_LENGTH, type BlsJointlySigned, blsAggregate, blsVerifyJoint } from './crypto/bls.ts'
import { hash } from './crypto/hash.ts'
import { ProtocolError } from './errors.ts'
import { hasBit, isBitmapOf } from './stake/bitmap.ts'
import {
  isQuorumUnder,
  isValidClaim,
  NO_CLAIM,
  type Silence,
  voteTarget,
  weightsUnder,
} from './stake/leak.ts'
import type { StakeParams } from './stake/params.ts'
import type { ValidatorSet } from './validators.ts'

export type Certificate = {
  /** Of the precommits. */
  readonly round: number
  /** Who was claimed silent in that round, a bitmap like the other; without bytes for nobody. */
  readonly claim: Uint8Array
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
  claim: NO_CLAIM,
  bitmap: new Uint8Array(0),
  signature: new Uint8Array(BLS_SIGNATURE_LENGTH),
}

/** What a certificate says of silence: by what its votes were weighed, and what the block that carries it takes. */
export function silenceOf({ claim, round }: Pick<Certificate, 'claim' | 'round'>): Silence {
  return { claim, round }
}

/** What a validator signs to make a block final. @param target of the vote: `voteTarget` of the block and the claim. */
export function precommitMessage(
  chainId: Uint8Array,
  height: number,
  round: number,
  target: Uint8Array,
): Uint8Array {
  return hash('precommit', chainId, le64(height), le32(round), target)
}

/** Joins votes (signatures by position in the set) into a certificate. They have been verified one by one. */
export function makeCertificate(
  { round, claim }: Silence,
  set: ValidatorSet,
  votes: ReadonlyMap<number, Uint8Array>,
): Certificate {
  const bitmap = new Uint8Array(Math.ceil(set.length / 8))
  for (const index of votes.keys()) bitmap[index >> 3]! |= 1 << (index & 7)
  return { round, claim, bitmap, signature: blsAggregate([...votes.values()]) }
}

/**
 * @param set those who vote on the block, with their weights without the claim.
 * @throws ProtocolError `invalid_certificate` unless a quorum of `set` signed exactly this block and this claim.
 */
export function checkCertificate(...input: Parameters<typeof certificateCheck>): void {
  if (!blsVerifyJoint(certificateCheck(...input))) throw invalid('the aggregate signature does not hold')
}

/**
 * The signature that makes the certificate hold, for whoever verifies those of many certificates together.
 * @throws ProtocolError `invalid_certificate` where it cannot hold whatever was signed.
 */
export function certificateCheck(
  certificate: Certificate,
  set: ValidatorSet,
  chainId: Uint8Array,
  height: number,
  blockId: Uint8Array,
  params: Pick<StakeParams, 'leak'>,
): BlsJointlySigned {
  const { round, claim, bitmap, signature } = certificate
  if (!isBitmapOf(bitmap, set.length)) throw invalid('signers that the set does not have')
  if (!isValidClaim({ claim, round }, set.length, params)) throw invalid('a claim that may not be made')
  if (!isQuorumUnder(weightsUnder(set, { claim, round }, params), bitmap))
    throw invalid('not more than two thirds of the weight signed')
  const publicKeys = set.filter((_, index) => hasBit(bitmap, index)).map(({ publicKey }) => publicKey)
  const message = precommitMessage(chainId, height, round, voteTarget(blockId, claim))
  return { publicKeys, message, signature }
}

/** Whether it is what stands in the header after genesis. */
export function isNoCertificate({ round, claim, bitmap, signature }: Certificate): boolean {
  return (
    round === 0 &&
    claim.length === 0 &&
    bitmap.length === 0 &&
    equalBytes(signature, NO_CERTIFICATE.signature)
  )
}

export function writeCertificate(writer: Writer, { round, claim, bitmap, signature }: Certificate): Writer {
  return writer.u32(round).sized(claim).sized(bitmap).bytes(signature)
}

export function readCertificate(reader: Reader): Certificate {
  return {
    round: reader.round(),
    claim: reader.sized(MAX_VALIDATORS / 8),
    bitmap: reader.sized(MAX_VALIDATORS / 8),
    signature: reader.bytes(BLS_SIGNATURE_LENGTH),
  }
}

function invalid(why: string): ProtocolError {
  return new ProtocolError('invalid_certificate', why)
}

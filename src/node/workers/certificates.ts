/** Jobs `aggregate`, `joinVotes` and `certify`: votes joined, and the certificate that makes a block final checked. */
import { type Certificate, checkCertificate, makeCertificate } from '../../protocol/certificate.ts'
import { blsAggregate } from '../../protocol/crypto/bls.ts'
import type { Silence } from '../../protocol/stake/leak.ts'
import type { StakeParams } from '../../protocol/stake/params.ts'
import type { ValidatorSet } from '../../protocol/validators.ts'

export type AggregateJob = {
  /** Round and claim of the votes. */
  readonly silence: Silence
  readonly validators: ValidatorSet
  /** Signatures by position in the set. */
  readonly votes: ReadonlyMap<number, Uint8Array>
}

export function aggregate({ silence, validators, votes }: AggregateJob): Certificate {
  return makeCertificate(silence, validators, votes)
}

/** One signature of each group of signatures on one message; they have been verified. */
export function joinVotes(groups: readonly (readonly Uint8Array[])[]): Uint8Array[] {
  return groups.map(blsAggregate)
}

export type CertifyJob = {
  readonly certificate: Certificate
  readonly params: Pick<StakeParams, 'leak'>
  readonly chainId: Uint8Array
  /** Who decides on the block, as `decidedBy` says. */
  readonly validators: ValidatorSet
  readonly height: number
  readonly blockId: Uint8Array
}

/** @throws ProtocolError `invalid_certificate` unless the block is final. */
export function certify({ certificate, params, chainId, validators, height, blockId }: CertifyJob): void {
  checkCertificate(certificate, validators, chainId, height, blockId, params)
}

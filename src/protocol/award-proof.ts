/**
 * Ties the chain of hashes over all awards to a block: everything that the block's state commitment is the hash of. Whoever
 * trusts the block, or the validators that signed it, knows with it what the chain wrote down of every award.
 */
import { blockId, type Header } from './block.ts'
import { equalBytes } from './bytes.ts'
import { type Certificate, checkCertificate } from './certificate.ts'
import { ProtocolError } from './errors.ts'
import { commitmentOf } from './ledger.ts'
import { certifyingSet } from './stake/block.ts'
import { decodeStakeRest, stakeHashOf } from './stake/encode.ts'
import type { StakeParams } from './stake/params.ts'
import type { AwardDraw } from './stake/state.ts'
import type { Supply } from './supply.ts'
import { validatorSetHash } from './validators.ts'

export type AwardProof = {
  readonly header: Header
  /** Of that header's block. */
  readonly certificate: Certificate | undefined
  /** LtHash of the unspent set, 2,048 bytes. */
  readonly unspent: Uint8Array
  readonly supply: Supply
  /** `stakeParts` of the stake after the block. */
  readonly stake: Uint8Array
  readonly records: readonly Uint8Array[]
}

/** What is trusted; each is optional, and without any the proof shows only that it agrees with itself. */
export type AwardAnchor = {
  /** Id of the proof's block. */
  readonly block?: Uint8Array | undefined
  /** `validatorSetHash` of the validators that are trusted to have signed it. */
  readonly validators?: Uint8Array | undefined
}

export type ProvenHistory = {
  readonly height: number
  readonly block: Uint8Array
  /** The chain of hashes over the records of all awards that are over, zeros before the first. */
  readonly history: Uint8Array
  readonly draw: AwardDraw | undefined
  /** Whether validators were claimed silent by those who signed: then wait for a block without a claim (docs/threats.md). */
  readonly claimed: boolean
}

/** @throws ProtocolError `invalid_award` saying what does not hold, `invalid_certificate`, `invalid_encoding`. */
export function verifyAwardProof(
  { header, certificate, unspent, supply, stake, records }: AwardProof,
  chainId: Uint8Array,
  params: StakeParams,
  anchor: AwardAnchor = {},
): ProvenHistory {
  const { height } = header
  const block = blockId(header)
  if (!equalBytes(header.chainId, chainId)) throw invalid('the block is of another chain')
  if (anchor.block && !equalBytes(anchor.block, block)) throw invalid('the proof is of another block')
  if (!equalBytes(header.stateCommitment, commitmentOf(unspent, supply, stakeHashOf(stake, records))))
    throw invalid('the state is not the one that the block commits to')
  const state = decodeStakeRest(stake)
  if (anchor.validators) {
    // with a claim in its parent's certificate the block is voted on by other weights than the header names
    if (header.certificate.claim.length > 0)
      throw invalid('a claim of silence came before the block: take the proof of a later one')
    const set = certifyingSet(state, height + 1, params)
    if (!equalBytes(anchor.validators, header.validatorSetHash)) throw invalid('other validators')
    if (!equalBytes(validatorSetHash(set), header.validatorSetHash))
      throw invalid('the state has other validators than the block names')
    if (!certificate) throw invalid('the block has no certificate')
    checkCertificate(certificate, set, chainId, height, block, params)
  }
  const { draw, history } = state.award
  return { height, block, history, draw, claimed: (certificate?.claim.length ?? 0) > 0 }
}

function invalid(why: string): ProtocolError {
  return new ProtocolError('invalid_award', why)
}

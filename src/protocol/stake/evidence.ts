/**
 * Evidence that a validator contradicted itself: two signed votes, or two signed proposals, of one kind, height and round for
 * different blocks. It speaks for itself: whoever has the validator set of that height can check it.
 */
import type { Reader, Writer } from '../codec.ts'
import {
  type Evidence,
  proposalMessage,
  readProposalHeader,
  readVote,
  sameBlock,
  sameProposal,
  type Vote,
  voteMessage,
  writeProposalHeader,
  writeVote,
} from '../consensus/messages.ts'
import type { BlsSigned } from '../crypto/bls.ts'
import { ProtocolError } from '../errors.ts'
import { totalWeight, type ValidatorSet } from '../validators.ts'
import { MILLION } from './params.ts'

export type { Evidence } from '../consensus/messages.ts'

/** What judging evidence takes. */
export type Court = {
  readonly chainId: Uint8Array
  /**
   * The validators of a height; undefined for one that is to come, or whose stake no longer answers. All nodes must agree on
   * that, since evidence is judged by it: one that has lost a set stops rather than answer.
   */
  readonly setAt: (height: number) => ValidatorSet | undefined
  /** Whether all signatures hold. */
  readonly verify: (signed: readonly BlsSigned[]) => boolean
}

export type Verdict = {
  readonly key: Uint8Array
  readonly height: number
  /** Millionths of the weight that it voted with, whatever of that has been taken out since. */
  readonly share: number
}

/** Who is guilty. @throws ProtocolError `invalid_evidence` when nobody is shown to be. */
export function judge(evidence: Evidence, { chainId, setAt, verify }: Court): Verdict {
  checkContradiction(evidence)
  const { first } = evidence
  const { height } = first
  const set = setAt(height)
  const guilty = set?.[first.validator]
  if (!set || !guilty) throw invalid('no such validator at that height, or too long ago')
  const { publicKey: key } = guilty
  if (!verify(evidenceSignatures(evidence, key, chainId))) throw invalid('a signature does not hold')
  return { key, height, share: shareOf(set, first.validator) }
}

/** Millionths of a set's weight that the validator at a position has. */
export function shareOf(set: ValidatorSet, position: number): number {
  return Number((set[position]!.weight * MILLION) / totalWeight(set))
}

/**
 * What holds of evidence whatever the validators are and whether the signatures hold.
 * @throws ProtocolError `invalid_evidence` unless the two messages would contradict each other.
 */
export function checkContradiction(evidence: Evidence): void {
  const { first, second } = evidence
  if (first.height !== second.height || first.round !== second.round || first.validator !== second.validator)
    throw invalid('two messages that have nothing to do with each other')
  if (doAgree(evidence)) throw invalid('two messages that agree')
  if (evidence.type === 'votes' && evidence.first.kind !== evidence.second.kind)
    throw invalid('a prevote and a precommit do not contradict each other')
}

function doAgree(evidence: Evidence): boolean {
  if (evidence.type === 'proposals') return sameProposal(evidence.first, evidence.second)
  return sameBlock(evidence.first.blockId, evidence.second.blockId)
}

/** The two signatures that evidence stands on. */
export function evidenceSignatures(
  evidence: Evidence,
  publicKey: Uint8Array,
  chainId: Uint8Array,
): [BlsSigned, BlsSigned] {
  const signed = (message: Uint8Array, { signature }: { signature: Uint8Array }) => ({
    publicKey,
    message,
    signature,
  })
  if (evidence.type === 'votes') {
    const { first, second } = evidence
    return [signed(voteMessage(chainId, first), first), signed(voteMessage(chainId, second), second)]
  }
  const { first, second } = evidence
  return [signed(proposalMessage(chainId, first), first), signed(proposalMessage(chainId, second), second)]
}

export function writeEvidence(writer: Writer, evidence: Evidence): Writer {
  if (evidence.type === 'votes') return writeVote(writeVote(writer.u8(0), evidence.first), evidence.second)
  return writeProposalHeader(writeProposalHeader(writer.u8(1), evidence.first), evidence.second)
}

export function readEvidence(reader: Reader): Evidence {
  const type = reader.u8()
  if (type > 1) throw new ProtocolError('invalid_encoding', 'evidence of an unknown kind')
  if (type === 0) {
    const first: Vote = readVote(reader)
    return { type: 'votes', first, second: readVote(reader) }
  }
  const first = readProposalHeader(reader)
  return { type: 'proposals', first, second: readProposalHeader(reader) }
}

function invalid(why: string): ProtocolError {
  return new ProtocolError('invalid_evidence', why)
}

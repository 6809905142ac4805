/**
 * Messages of consensus as neighbours exchange them: those that replicas know, and what stands for them on the way. The first
 * byte of each tells its kind, and so which way it goes through the network.
 */
import { type Certificate, readCertificate, writeCertificate } from '../../protocol/certificate.ts'
import { decodeAll, Writer } from '../../protocol/codec.ts'
import {
  type ConsensusMessage,
  decodeMessage,
  type Evidence,
  encodeMessage,
  type ProposalHeader,
  readHeight,
  readProposalHeader,
  writeProposalHeader,
} from '../../protocol/consensus/messages.ts'
import type { NetworkParams } from '../../protocol/network.ts'
import { readEvidence, writeEvidence } from '../../protocol/stake/evidence.ts'
import { type BriefBlock, readBrief, writeBrief } from './brief-block.ts'
import { maxBlockLength } from './message-length.ts'

/** A proposal whose block is in brief. */
export type BriefProposal = {
  readonly type: 'brief proposal'
  readonly proposal: ProposalHeader
  readonly brief: BriefBlock
}

/** A final block in brief, for who has its transactions. */
export type BriefCertified = {
  readonly type: 'brief certified'
  readonly height: number
  readonly certificate: Certificate
  readonly brief: BriefBlock
}

/** A contradiction of a validator. */
export type EvidenceMessage = { readonly type: 'evidence'; readonly evidence: Evidence }

export type WireMessage = ConsensusMessage | BriefProposal | BriefCertified | EvidenceMessage

/** First bytes; those below are the replica's messages. */
const BRIEF_PROPOSAL = 5
const BRIEF_CERTIFIED = 6
const EVIDENCE = 7

export function encodeWire(message: WireMessage): Uint8Array {
  switch (message.type) {
    case 'brief proposal':
      return writeBrief(
        writeProposalHeader(new Writer().u8(BRIEF_PROPOSAL), message.proposal),
        message.brief,
      ).finish()
    case 'brief certified': {
      const writer = new Writer().u8(BRIEF_CERTIFIED).u64(message.height)
      return writeBrief(writeCertificate(writer, message.certificate), message.brief).finish()
    }
    case 'evidence':
      return writeEvidence(new Writer().u8(EVIDENCE), message.evidence).finish()
    default:
      return encodeMessage(message)
  }
}

/** @throws ProtocolError `invalid_encoding`; nothing longer than what a network's blocks can be is copied. */
export function decodeWire(
  bytes: Uint8Array,
  params: Pick<NetworkParams, 'maxBlockTransactions'>,
): WireMessage {
  const [type] = bytes
  if (type === undefined || type < BRIEF_PROPOSAL || type > EVIDENCE) {
    return decodeMessage(bytes, maxBlockLength(params))
  }
  return decodeAll(bytes, (reader): WireMessage => {
    reader.u8()
    if (type === EVIDENCE) return { type: 'evidence', evidence: readEvidence(reader) }
    if (type === BRIEF_PROPOSAL) {
      const proposal = readProposalHeader(reader)
      return { type: 'brief proposal', proposal, brief: readBrief(reader, params.maxBlockTransactions) }
    }
    const height = readHeight(reader)
    const certificate = readCertificate(reader)
    const brief = readBrief(reader, params.maxBlockTransactions)
    return { type: 'brief certified', height, certificate, brief }
  })
}

/** The height that a message is of. Evidence may be of any. */
export function heightOfWire(message: Exclude<WireMessage, EvidenceMessage>): number {
  if (message.type === 'vote') return message.vote.height
  return 'proposal' in message ? message.proposal.height : message.height
}

/** Blocks as the contract shows them: in the event that tells of them and in answers. */
import { blockId } from '../../protocol/block.ts'
import { toHex } from '../../protocol/bytes.ts'
import type { BlockInfo } from '../api/chain.ts'
import type { NewEvent } from '../events.ts'
import type { BlockRecord } from './block-record.ts'

/** The `BlockEvent` of topic `chain.block`. */
export function blockEvent(
  id: Uint8Array,
  { header, transactionIds }: Pick<BlockRecord, 'header' | 'transactionIds'>,
): NewEvent['event'] {
  return {
    id: toHex(id),
    height: header.height,
    time: new Date(header.time).toISOString(),
    leader: toHex(header.leader),
    transactions: transactionIds.map(toHex),
  }
}

export function blockInfo(record: BlockRecord): BlockInfo {
  const { header, certificate, transactionIds, outputs, size } = record
  return {
    id: toHex(blockId(header)),
    height: header.height,
    time: header.time,
    leader: toHex(header.leader),
    transactions: transactionIds.map(toHex),
    previous: toHex(header.previous),
    round: header.round,
    vrf: toHex(header.vrf),
    transactionRoot: toHex(header.transactionRoot),
    outputRoot: toHex(header.outputRoot),
    stateCommitment: toHex(header.stateCommitment),
    validatorSetHash: toHex(header.validatorSetHash),
    outputs,
    bytes: size,
    certificate: certificate && {
      round: certificate.round,
      signers: toHex(certificate.bitmap),
      ...(certificate.claim.length > 0 && { silent: toHex(certificate.claim) }),
      signature: toHex(certificate.signature),
    },
  }
}

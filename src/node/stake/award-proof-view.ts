/** What ties the history of awards to the last final block, as the node's interface gives it. */
import { encodeHeader } from '../../protocol/block.ts'
import { toHex } from '../../protocol/bytes.ts'
import { writeCertificate } from '../../protocol/certificate.ts'
import { Writer } from '../../protocol/codec.ts'
import { stakeParts } from '../../protocol/stake/encode.ts'
import type { AwardProofInfo } from '../api/stake.ts'
import type { Chain } from '../chain/chain.ts'
import { blockAt } from '../chain/find.ts'

export async function readAwardProof({ state, tables }: Chain): Promise<AwardProofInfo> {
  const { height, blockId, unspent, supply, stake } = state
  const { header, certificate } = await blockAt(tables, height)
  const { rest, records } = stakeParts(stake)
  return {
    height,
    blockId: toHex(blockId),
    history: toHex(stake.award.history),
    header: toHex(encodeHeader(header)),
    certificate: certificate && toHex(writeCertificate(new Writer(), certificate).finish()),
    unspent: toHex(unspent),
    issued: supply.issued,
    burnt: supply.burnt,
    blinding: toHex(supply.blinding),
    commitments: toHex(supply.commitments),
    stake: toHex(rest),
    records: records.map(toHex),
  }
}

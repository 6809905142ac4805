/** Awards and their proofs as the contract has them, in the protocol's own types. */

import type { AwardProof as ProtocolProof } from '../../protocol/award-proof.ts'
import { readHeader } from '../../protocol/block.ts'
import { fromHex } from '../../protocol/bytes.ts'
import { readCertificate } from '../../protocol/certificate.ts'
import { decodeAll } from '../../protocol/codec.ts'
import type { AwardRecord as ProtocolRecord } from '../../protocol/stake/award-record.ts'
import type { AwardProof, AwardRecord } from '../../sdk/generated/contract.ts'

export function recordOf(record: AwardRecord): ProtocolRecord {
  const { period, outcome, frozenAt, seedHeight, squarings, winner, beacon, proof } = record
  return {
    ...{ period, outcome, frozenAt, seedHeight, squarings, winner },
    amount: BigInt(record.amount),
    prize: BigInt(record.prize),
    bounty: BigInt(record.bounty),
    eligible: record.eligible.map(({ validatorId, validatorKey, operator }) => ({
      id: fromHex(validatorId),
      key: fromHex(validatorKey),
      operator: fromHex(operator),
    })),
    beacon: beacon === undefined ? undefined : fromHex(beacon),
    proof: proof === undefined ? undefined : fromHex(proof),
  }
}

/** @throws ProtocolError `invalid_encoding`. */
export function proofOf({
  header,
  certificate,
  unspent,
  stake,
  records,
  ...supply
}: AwardProof): ProtocolProof {
  return {
    header: decodeAll(fromHex(header), readHeader),
    certificate: certificate === undefined ? undefined : decodeAll(fromHex(certificate), readCertificate),
    unspent: fromHex(unspent),
    supply: {
      issued: BigInt(supply.issued),
      burnt: BigInt(supply.burnt),
      blinding: fromHex(supply.blinding),
      commitments: fromHex(supply.commitments),
    },
    stake: fromHex(stake),
    records: records.map((record) => fromHex(record)),
  }
}

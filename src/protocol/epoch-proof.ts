/**
 * Who votes in the next epoch, shown to whoever has headers alone: the last block of an epoch commits to a state that says so,
 * and what that commitment is a hash of is small beside the state. Only the hash of the unspent set goes along, not the set,
 * and of the records of validators only their hashes.
 */
import { equalBytes } from './bytes.ts'
import { decodeAll, Writer } from './codec.ts'
import { HASH_LENGTH } from './crypto/hash.ts'
import { LTHASH_LENGTH } from './crypto/lthash.ts'
import { ProtocolError } from './errors.ts'
import { commitmentOf, type LedgerState } from './ledger.ts'
import { decodeStakeRest, stakeHashOf, stakeParts } from './stake/encode.ts'
import type { StakeParams } from './stake/params.ts'
import type { EpochSets } from './stake/state.ts'

/** The proof, for the state after the last block of an epoch. */
export function encodeEpochProof({ unspent, supply, stake }: LedgerState): Uint8Array {
  const { issued, burnt, blinding, commitments } = supply
  const { rest, records } = stakeParts(stake)
  const writer = new Writer().bytes(unspent).u64(issued).u64(burnt).bytes(blinding).bytes(commitments)
  writer.sized(rest).u32(records.length)
  for (const one of records) writer.bytes(one)
  return writer.finish()
}

/** Bytes of a proof, at most. */
export function maxEpochProof({ maxRecords, maxValidators }: StakeParams): number {
  const recent = 8 * (44 + maxValidators / 8)
  return 8_192 + recent + maxRecords * (HASH_LENGTH + 112) + maxValidators * (108 + 88)
}

/**
 * The sets of the next epoch.
 * @param commitment the state commitment of the epoch's last header
 * @throws ProtocolError `invalid_encoding`, or `invalid_block` when the proof is of another state.
 */
export function openEpochProof(bytes: Uint8Array, commitment: Uint8Array): EpochSets {
  return decodeAll(bytes, (reader) => {
    const unspent = reader.bytes(LTHASH_LENGTH)
    const [issued, burnt] = [reader.u64(), reader.u64()]
    const [blinding, commitments] = [reader.bytes(32), reader.bytes(32)]
    const rest = reader.sized(bytes.length)
    const count = reader.u32()
    if (count * HASH_LENGTH > bytes.length) throw new ProtocolError('invalid_encoding', 'bytes end too early')
    const recordHashes = Array.from({ length: count }, () => reader.bytes(HASH_LENGTH))
    const supply = { issued, burnt, blinding, commitments }
    if (!equalBytes(commitmentOf(unspent, supply, stakeHashOf(rest, recordHashes)), commitment))
      throw new ProtocolError('invalid_block', 'the validators of another state')
    const { number, members, previous } = decodeStakeRest(rest).epoch
    return { number, members, previous }
  })
}

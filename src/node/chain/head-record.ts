/** The ledger state after the last block, as it stands in the store. */
import { type Reader, Writer } from '../../protocol/codec.ts'
import { LTHASH_LENGTH } from '../../protocol/crypto/lthash.ts'
import type { LedgerState } from '../../protocol/ledger.ts'
import { stakeBytes, unpackState } from '../workers/state.ts'

/** The state, and how many coins are unspent. */
export type Head = { readonly state: LedgerState; readonly unspentOutputs: number }

/** Bytes of the largest stake that any network's parameters allow. */
const MAX_STAKE_LENGTH = 1 << 26

export function encodeHead({ state, unspentOutputs }: Head): Uint8Array {
  const { supply, stake } = state
  return new Writer()
    .bytes(state.chainId)
    .u64(state.height)
    .bytes(state.blockId)
    .u64(state.time)
    .u64(state.previousTime)
    .bytes(state.beacon)
    .sized(stakeBytes(stake))
    .bytes(state.unspent)
    .u64(supply.issued)
    .u64(supply.burnt)
    .bytes(supply.blinding)
    .bytes(supply.commitments)
    .u64(unspentOutputs)
    .finish()
}

export function readHead(reader: Reader): Head {
  const packed = {
    chainId: reader.bytes(32),
    height: Number(reader.u64()),
    blockId: reader.bytes(32),
    time: Number(reader.u64()),
    previousTime: Number(reader.u64()),
    beacon: reader.bytes(32),
    stake: reader.sized(MAX_STAKE_LENGTH),
    unspent: reader.bytes(LTHASH_LENGTH),
    supply: {
      issued: reader.u64(),
      burnt: reader.u64(),
      blinding: reader.bytes(32),
      commitments: reader.bytes(32),
    },
  }
  return { state: unpackState(packed), unspentOutputs: Number(reader.u64()) }
}

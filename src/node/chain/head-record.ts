/** The ledger state after the last block, as it stands in the store. */
import { type Reader, Writer } from '../../protocol/codec.ts'
import { BLS_PUBLIC_KEY_LENGTH } from '../../protocol/crypto/bls.ts'
import { LTHASH_LENGTH } from '../../protocol/crypto/lthash.ts'
import type { LedgerState } from '../../protocol/ledger.ts'

/** The state, and how many coins are unspent. */
export type Head = { readonly state: LedgerState; readonly unspentOutputs: number }

export function encodeHead({ state, unspentOutputs }: Head): Uint8Array {
  const { supply, validators } = state
  const writer = new Writer()
    .bytes(state.chainId)
    .u64(state.height)
    .bytes(state.blockId)
    .u64(state.time)
    .bytes(state.beacon)
    .u32(validators.length)
  for (const { publicKey, weight } of validators) writer.bytes(publicKey).u64(weight)
  return writer
    .bytes(state.unspent)
    .u64(supply.issued)
    .u64(supply.burnt)
    .bytes(supply.blinding)
    .bytes(supply.commitments)
    .u64(unspentOutputs)
    .finish()
}

export function readHead(reader: Reader): Head {
  const state = {
    chainId: reader.bytes(32),
    height: Number(reader.u64()),
    blockId: reader.bytes(32),
    time: Number(reader.u64()),
    beacon: reader.bytes(32),
    validators: Array.from({ length: reader.u32() }, () => ({
      publicKey: reader.bytes(BLS_PUBLIC_KEY_LENGTH),
      weight: reader.u64(),
    })),
    unspent: reader.bytes(LTHASH_LENGTH),
    supply: {
      issued: reader.u64(),
      burnt: reader.u64(),
      blinding: reader.bytes(32),
      commitments: reader.bytes(32),
    },
  }
  return { state, unspentOutputs: Number(reader.u64()) }
}

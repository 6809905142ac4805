/** Jobs `mint` and `genesis`: the first coins of a development network, and the state that a genesis starts with. */
import { addressFromBytes } from '../../protocol/address.ts'
import { encodeHeader } from '../../protocol/block.ts'
import { encodeScalar } from '../../protocol/crypto/group.ts'
import { systemRandom } from '../../protocol/crypto/random.ts'
import { makeOutput } from '../../protocol/enote.ts'
import { type Genesis, genesisState, type Mint } from '../../protocol/genesis.ts'
import { ANCHOR_LENGTH, encodeCore } from '../../protocol/output.ts'
import type { EntryChange } from '../../protocol/stake/table.ts'
import type { EncodedCoin } from './coins.ts'
import { type PackedState, packState } from './state.ts'

export type MintJob = {
  /** S then V, 64 bytes. */
  readonly address: Uint8Array
  /** Base units of each coin. */
  readonly amounts: readonly bigint[]
  /** `genesisContext` of the genesis to be. */
  readonly context: Uint8Array
}

export function mint({ address, amounts, context }: MintJob): Mint[] {
  const receiver = addressFromBytes(address)
  return amounts.map((amount) => {
    const anchor = systemRandom(ANCHOR_LENGTH)
    const made = makeOutput({ address: receiver, amount, payload: { kind: 'none' }, context, anchor })
    return { core: made.core, payload: made.payload, amount, blinding: encodeScalar(made.blinding) }
  })
}

export type GenesisResult = {
  /** Encoded header of block 0. */
  readonly header: Uint8Array
  readonly state: PackedState
  readonly coins: readonly EncodedCoin[]
  readonly entries: readonly EntryChange[]
}

/** @throws ProtocolError when a coin does not open to its amount. */
export function genesis(description: Genesis): GenesisResult {
  const { header, state, coins, entries } = genesisState(description)
  return {
    header: encodeHeader(header),
    state: packState(state),
    entries,
    coins: coins.map((coin) => ({ ...coin, core: encodeCore(coin.core) })),
  }
}

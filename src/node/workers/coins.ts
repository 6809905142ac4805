/** Coins on their way into a job, and out of it. */
import { concat, toHex } from '../../protocol/bytes.ts'
import { decodeAll } from '../../protocol/codec.ts'
import type { Coin, FindCoin } from '../../protocol/ledger.ts'
import { CORE_LENGTH, readCore } from '../../protocol/output.ts'
import { be64, fromBe64 } from '../ordered-keys.ts'
import { unpack } from './packed.ts'

/** An unspent output with its core encoded. */
export type EncodedCoin = Omit<Coin, 'core'> & { readonly core: Uint8Array }

/** Id, height and core. */
const PACKED_LENGTH = 32 + 8 + CORE_LENGTH

/** Coins as one byte string, for {@link finder}. */
export function packCoins(coins: readonly EncodedCoin[]): Uint8Array {
  return concat(...coins.flatMap(({ id, height, core }) => [id, be64(height), core]))
}

/** Looks coins up among those that came with a job. */
export function finder(packed: Uint8Array): FindCoin {
  const coins = new Map(unpack(packed, PACKED_LENGTH).map((coin) => [toHex(coin.subarray(0, 32)), coin]))
  return (id) => {
    const coin = coins.get(toHex(id))
    return (
      coin && {
        id,
        height: Number(fromBe64(coin, 32)),
        core: decodeAll(coin.subarray(40), readCore, 'shared'),
      }
    )
  }
}

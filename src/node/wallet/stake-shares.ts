/**
 * What an account held of each validator's pool in which epoch: written down where it changes, so that what an epoch paid can
 * be told apart by whose it was. An account that was restored knows it from then on.
 */
import { concat, fromHex, toHex } from '../../protocol/bytes.ts'
import { decodeAll, Writer } from '../../protocol/codec.ts'
import { readAmount128, writeAmount128 } from '../../protocol/stake/wide.ts'
import { be32, fromBe32 } from '../ordered-keys.ts'
import type { Rewarded } from '../stake/event-view.ts'
import type { Table } from '../table.ts'
import { accountKey, idKey, under } from './tables.ts'

/** Of one stake, from an epoch on. */
type Held = { readonly stakeId: string; readonly epoch: number; readonly shares: bigint }

/** Account, stake and epoch. */
export function sharesKey(accountId: string, stakeId: string, epoch: number): Uint8Array {
  return concat(idKey(accountId, stakeId), be32(epoch))
}

/** @param validator id, hex. */
export function encodeShares(validator: string, shares: bigint): Uint8Array {
  return writeAmount128(new Writer().bytes(fromHex(validator)), shares).finish()
}

export class AccountShares {
  readonly #held = new Map<string, Held[]>()

  readonly operated: ReadonlySet<string>

  /** @param operated ids of the validators whose operator the account is, hex. */
  constructor(operated: ReadonlySet<string>) {
    this.operated = operated
  }

  /** Whether the account has or had stake with a validator. @param validator id, hex. */
  has(validator: string): boolean {
    return this.#held.has(validator) || this.operated.has(validator)
  }

  async read(table: Table, accountId: string): Promise<this> {
    for (const [key, value] of await table.entries(under(accountKey(accountId)))) {
      const [validator, shares] = decodeAll(value, (reader) => [
        toHex(reader.bytes(32)),
        readAmount128(reader),
      ])
      const of = this.#held.get(validator) ?? []
      of.push({ stakeId: toHex(key.subarray(8, 40)), epoch: fromBe32(key, 40), shares })
      this.#held.set(validator, of)
    }
    return this
  }

  /**
   * Base units of what an epoch paid that are the account's: of its deposits, and of what it operates. Deposits count that were
   * there from before the epoch to its end: the price of others includes what it had earned so far.
   */
  earned({ validator, epoch, reward, fees, commission, shares, ownShares }: Rewarded): bigint {
    const id = toHex(validator)
    const operates = this.operated.has(id)
    const deposits = this.#sharesIn(id, epoch)
    if (shares === 0n) return 0n
    const part = ((reward + fees - commission) * (deposits + (operates ? ownShares : 0n))) / shares
    return part + (operates ? commission : 0n)
  }

  #sharesIn(validator: string, epoch: number): bigint {
    const stakes = new Map<string, { before: bigint; after: bigint }>()
    for (const held of this.#held.get(validator) ?? []) {
      const { before, after } = stakes.get(held.stakeId) ?? { before: 0n, after: 0n }
      stakes.set(held.stakeId, {
        before: held.epoch < epoch ? held.shares : before,
        after: held.epoch <= epoch ? held.shares : after,
      })
    }
    let sum = 0n
    for (const { before, after } of stakes.values()) sum += before < after ? before : after
    return sum
  }
}

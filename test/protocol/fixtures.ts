/** A small world for protocol tests: two accounts, a chain of its own, coins that exist without blocks. */
import { type Address, formatAddress } from '../../src/protocol/address.ts'
import {
  type BuildRequest,
  buildTransaction,
  type SpendableCoin,
} from '../../src/protocol/build-transaction.ts'
import { le32, utf8 } from '../../src/protocol/bytes.ts'
import { hash } from '../../src/protocol/crypto/hash.ts'
import { findOutput, makeOutput, spendSecret } from '../../src/protocol/enote.ts'
import { type AccountKeys, accountKeys, subaddress } from '../../src/protocol/keys.ts'
import { NETWORKS } from '../../src/protocol/network.ts'
import { type OutputCore, outputId } from '../../src/protocol/output.ts'
import type { Payload } from '../../src/protocol/payload.ts'

export const params = NETWORKS.dev
export const chainId = hash('test chain')
export const alice = accountKeys(hash('test seed', utf8('alice')))
export const bob = accountKeys(hash('test seed', utf8('bob')))

export { formatAddress }

/** Bytes that are the same in every run: a counter hashed. */
export function seededRandom(seed: string): (length: number) => Uint8Array {
  let counter = 0
  return (length) => {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, () =>
      hash('test random', utf8(seed), le32(counter++)),
    )
    return Uint8Array.from(blocks.flatMap((block) => [...block])).slice(0, length)
  }
}

export type OwnedCoin = SpendableCoin & { readonly core: OutputCore }

/** A coin of `keys` that exists without a transaction. */
export function coinOf(keys: AccountKeys, amount: bigint, name: string): OwnedCoin {
  const random = seededRandom(name)
  const context = random(32)
  const made = makeOutput({
    address: subaddress(keys, 0),
    amount,
    payload: { kind: 'none' },
    context,
    anchor: random(16),
  })
  const found = findOutput(keys, context, made.core)
  if (!found) throw new Error('a coin its owner does not find')
  return {
    id: outputId(context, 0, made.core),
    core: made.core,
    amount,
    blinding: found.blinding,
    secret: spendSecret(keys, 0, found.extension),
  }
}

/** A transaction of Alice's to Bob: the ordinary shape unless said otherwise. */
export function pay(
  amount: bigint,
  options: { to?: Address; payload?: Payload; seed?: string; coins?: OwnedCoin[]; outputs?: number } = {},
) {
  const random = seededRandom(options.seed ?? `pay ${amount}`)
  const coins = options.coins ?? [coinOf(alice, 5_000_000n, 'one'), coinOf(alice, 0n, 'two')]
  const request: BuildRequest = {
    chainId,
    params,
    keys: alice,
    coins,
    recipients: [
      {
        address: options.to ?? subaddress(bob, 0),
        amount,
        payload: options.payload ?? { kind: 'none' },
        anchor: random(16),
      },
    ],
    outputs: options.outputs ?? 2,
    random,
  }
  const built = buildTransaction(request)
  const byId = new Map(coins.map((coin) => [coin.id, coin.core]))
  return { ...built, coins: built.transaction.inputs.map((id) => byId.get(id)!) }
}

/** A small world for protocol tests: two accounts, a chain of its own, coins that exist without blocks. */
import { type Address, formatAddress } from '../../src/protocol/address.ts'
import {
  type BuildRequest,
  buildTransaction,
  type SpendableCoin,
} from '../../src/protocol/build-transaction.ts'
import { le32, toHex, utf8 } from '../../src/protocol/bytes.ts'
import { blsPublicKey } from '../../src/protocol/crypto/bls.ts'
import { BASE, encodePoint } from '../../src/protocol/crypto/group.ts'
import { hash } from '../../src/protocol/crypto/hash.ts'
import { findOutput, makeOutput, spendSecret } from '../../src/protocol/enote.ts'
import { type AccountKeys, accountKeys, subaddress } from '../../src/protocol/keys.ts'
import type { Coin, LedgerView } from '../../src/protocol/ledger.ts'
import { NETWORKS } from '../../src/protocol/network.ts'
import { type OutputCore, outputId } from '../../src/protocol/output.ts'
import type { Payload } from '../../src/protocol/payload.ts'
import type { GenesisStake } from '../../src/protocol/stake/genesis.ts'
import { type Entry, entryName } from '../../src/protocol/stake/table.ts'

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

/** A first validator with that BLS secret, and an operator that nobody knows the secret of. */
export function validatorOf(secret: Uint8Array, amount = 10_000_000_000n): GenesisStake {
  return { key: blsPublicKey(secret), operator: encodePoint(BASE), amount, commission: 0 }
}

/** A chain's coins and entries of its stake, for blocks to look things up in. */
export function viewOf(
  coins: ReadonlyMap<string, Coin> = new Map(),
  entries: ReadonlyMap<string, Entry> = new Map(),
): LedgerView {
  return {
    findCoin: (id) => coins.get(toHex(id)),
    findEntry: (kind, id) => entries.get(entryName(kind, id)),
    setAt: () => undefined,
  }
}

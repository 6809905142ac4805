/** Transactions of the ordinary shape, 2 in 2 out, as they come from the network: bytes. */
import { decodeAll } from '../../src/protocol/codec.ts'
import { findOutput, type SeenOutput } from '../../src/protocol/enote.ts'
import type { ViewKeys } from '../../src/protocol/keys.ts'
import { encodeCore, inputContext, readCore } from '../../src/protocol/output.ts'
import { decodeTransaction, encodeTransaction } from '../../src/protocol/transaction.ts'
import { verifyTransactions } from '../../src/protocol/verify-transactions.ts'
import { alice, bob, chainId, coinOf, params, pay } from '../../test/protocol/fixtures.ts'

/** An encoded transaction with the encoded coins that it spends. */
export type Ordinary = { readonly transaction: Uint8Array; readonly coins: readonly Uint8Array[] }

/** Builds and encodes one; another name makes another transaction. */
export function buildOrdinary(name: string): Ordinary {
  return encode(payFrom(coinsOf(name), name))
}

/** What a sender does once its coins are chosen: builds, proves, signs and encodes, each time another transaction. */
export function ordinaryBuilder(): () => Ordinary {
  const coins = coinsOf('builder')
  let count = 0
  return () => encode(payFrom(coins, `builder ${count++}`))
}

type Coins = ReturnType<typeof coinsOf>

function coinsOf(name: string) {
  return [coinOf(alice, 5_000_000n, `${name}, first`), coinOf(alice, 0n, `${name}, second`)]
}

function payFrom(coins: Coins, seed: string) {
  return pay(1_000n, { seed, coins })
}

function encode({ transaction, coins }: ReturnType<typeof payFrom>): Ordinary {
  return { transaction: encodeTransaction(transaction), coins: coins.map(encodeCore) }
}

/** Decodes and verifies them together, from bytes to verdict. @throws Error if one is refused */
export function verifyOrdinary(batch: readonly Ordinary[]): void {
  const items = batch.map(({ transaction, coins }) => ({
    transaction: decodeTransaction(transaction),
    coins: coins.map((core) => decodeAll(core, readCore)),
  }))
  if (verifyTransactions(chainId, params, items).length > 0) throw new Error('a valid transaction is refused')
}

/** The outputs of transactions. */
export function outputsOf(batch: readonly Ordinary[]): SeenOutput[] {
  return batch.flatMap(({ transaction: bytes }) => {
    const transaction = decodeTransaction(bytes)
    const context = inputContext(transaction.inputs)
    return transaction.outputs.map((core) => ({ context, core }))
  })
}

/** Bob receives in every one of the transactions; to a stranger all outputs are foreign. */
export const receiver: ViewKeys = bob
export const stranger: ViewKeys = { ...bob, incoming: alice.incoming, viewBalance: new Uint8Array(32) }

/** Those of the outputs that are the receiver's. */
export function ownOutputs(outputs: readonly SeenOutput[]): SeenOutput[] {
  return outputs.filter(({ context, core }) => findOutput(receiver, context, core) !== undefined)
}

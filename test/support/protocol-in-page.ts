/** What a page does with the protocol in `test/protocol/browser.test.ts`; everything goes in and out as text. */
import './chosen-kernel.ts'
import { fromHex, toHex } from '../../src/protocol/bytes.ts'
import { kernel } from '../../src/protocol/crypto/kernel/kernel.ts'
import { findOutputs } from '../../src/protocol/enote.ts'
import { inputContext } from '../../src/protocol/output.ts'
import { decodeTransaction, encodeTransaction } from '../../src/protocol/transaction.ts'
import { verifyTransactions } from '../../src/protocol/verify-transactions.ts'
import { bob, params, pay } from '../protocol/fixtures.ts'

export type Spent = { readonly key: string; readonly commitment: string }

/** A payment of 1,000 to Bob, made, checked and found in this page. */
export function payInPage() {
  const { transaction, coins } = pay(1_000n)
  const context = inputContext(transaction.inputs)
  const found = findOutputs(
    bob,
    transaction.outputs.map((core) => ({ context, core })),
  )
  return {
    variant: kernel().variant,
    transaction: toHex(encodeTransaction(transaction)),
    coins: coins.map(({ key, commitment }): Spent => ({ key: toHex(key), commitment: toHex(commitment) })),
    found: found.flatMap((output) => (output ? [String(output.amount)] : [])),
  }
}

/** The code of the rule that a transaction breaks; undefined when it holds. */
export function faultInPage(given: { chainId: string; transaction: string; coins: readonly Spent[] }) {
  const coins = given.coins.map(({ key, commitment }) => ({
    key: fromHex(key),
    commitment: fromHex(commitment),
  }))
  const item = { transaction: decodeTransaction(fromHex(given.transaction)), coins }
  return verifyTransactions(fromHex(given.chainId), params, [item])[0]?.error.code
}

/** The balance: whatever is under way, nothing of what an account owns is counted twice or left out. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { balanceOf } from '../../../src/node/wallet/balance.ts'
import type { CoinRecord, PaymentRecord, TransactionRecord } from '../../../src/node/wallet/records.ts'

const bytes = new Uint8Array(0)
const coinOf = (id: string, amount: bigint, height?: number): CoinRecord => ({
  id,
  amount,
  blinding: bytes,
  extension: bytes,
  addressIndex: 0,
  order: 0,
  height,
})

/** An account after some transactions: each spends free coins, final or coming, and brings the rest back as change. */
const accounts = fc
  .record({
    amounts: fc.array(fc.bigInt(0n, 1_000_000n), { minLength: 1, maxLength: 8 }),
    spends: fc.array(
      fc.record({
        picks: fc.array(fc.nat(7), { minLength: 1, maxLength: 3 }),
        share: fc.integer({ min: 0, max: 100 }),
        broadcast: fc.boolean(),
      }),
      { maxLength: 6 },
    ),
    queued: fc.array(fc.bigInt(0n, 200_000n), { maxLength: 3 }),
  })
  .map(({ amounts, spends, queued }) => {
    const coins = new Map(amounts.map((amount, at) => [`c${at}`, coinOf(`c${at}`, amount, 1)]))
    const transactions: TransactionRecord[] = []
    for (const [at, { picks, share, broadcast }] of spends.entries()) {
      const free = [...coins.values()].filter(({ spender }) => spender === undefined)
      const spent = [...new Set(picks.flatMap((pick) => free[pick % Math.max(1, free.length)] ?? []))]
      const whole = spent.reduce((sum, { amount }) => sum + amount, 0n)
      const fee = whole < 1_000n ? whole : 1_000n
      const out = ((whole - fee) * BigInt(share)) / 100n
      const transactionId = `t${at}`
      for (const coin of spent) coins.set(coin.id, { ...coin, spender: transactionId })
      coins.set(`change${at}`, coinOf(`change${at}`, whole - fee - out))
      // what builds on a transaction that is not broadcast cannot be broadcast itself
      const status = broadcast && spent.every(({ height }) => height !== undefined) ? 'broadcast' : 'created'
      const rest = { bytes, inputs: [], own: [], payments: [], dueAt: 0, order: 0 }
      transactions.push({ transactionId, status, fee, out, ...rest })
    }
    const queue = queued.map((amount) => ({ amount, fee: 1_000n }) as PaymentRecord)
    return { coins, transactions, queue }
  })

test('available, pending and locked are all that is owned, less what is broadcast', () => {
  fc.assert(
    fc.property(accounts, ({ coins, transactions, queue }) => {
      const queued = queue.reduce((sum, { amount, fee = 0n }) => sum + amount + fee, 0n)
      const unspent = [...coins.values()].filter(({ height }) => height !== undefined)
      const owned = unspent.reduce((sum, { amount }) => sum + amount, 0n)
      const gone = transactions
        .filter(({ status }) => status === 'broadcast')
        .reduce((sum, { out, fee }) => sum + out + fee, 0n)
      const free = [...coins.values()].filter(({ spender }) => spender === undefined)
      // what waits in the queue was checked against what there is
      fc.pre(queued <= free.reduce((sum, { amount }) => sum + amount, 0n))
      const { available, pending, locked } = balanceOf('', { coins, transactions, queue, stakes: new Map() })
      assert.ok(available >= 0n && pending >= 0n && locked >= 0n)
      assert.equal(available + pending + locked, owned - gone)
    }),
  )
})

/** Payments end to end: called for, proved, verified, with the network; then in a block, seen as final by the sender. */
import { type Client, waitForPayment } from '../src/sdk/index.ts'
import { bounded } from './crypto/rows.ts'
import { startDevnet } from './devnet.ts'
import { type Row, summary } from './harness.ts'

/** Payments of one sender, and how many of them warm up. */
const ALONE = 48
const WARM_UP = 8
const SENDERS = 8
const PAYMENTS_EACH = 5
const PATIENCE = 300_000

export async function benchPayments(progress: (line: string) => void): Promise<Row[]> {
  const { client, stop } = await startDevnet()
  try {
    const signal = AbortSignal.timeout(PATIENCE)
    const receiver = await client.account.create({ name: 'receiver' })
    progress('funding …')
    const [first, ...others] = await fundedAccounts(client, 1 + SENDERS, signal)
    progress(`sending ${ALONE} payments one after the other …`)
    const alone = await sendAlone(client, first!, receiver.address, signal)
    progress(`sending ${SENDERS * PAYMENTS_EACH} payments from ${SENDERS} senders …`)
    return [alone, ...(await sendTogether(client, others, receiver.address, signal))]
  } finally {
    await stop()
  }
}

/** Accounts with two coins each, so that every payment has the ordinary shape. */
async function fundedAccounts(client: Client, count: number, signal: AbortSignal): Promise<string[]> {
  const accounts: string[] = []
  for (let i = 0; i < count; i++) {
    const { accountId, address } = await client.account.create({ name: `sender ${i}` })
    accounts.push(accountId)
    for (let coin = 0; coin < 2; coin++) await client.dev.faucet({ address, amount: '100000000' })
  }
  for (const accountId of accounts) {
    while ((await client.account.balance({ accountId })).available !== '200000000') {
      signal.throwIfAborted()
      await client.dev.mine({ blocks: 1 })
    }
  }
  return accounts
}

/** Each call when the payment before is final: what one waits for who pays now and then. */
async function sendAlone(client: Client, accountId: string, to: string, signal: AbortSignal): Promise<Row> {
  const calls: number[] = []
  for (let i = 0; i < ALONE; i++) {
    const begin = performance.now()
    const { paymentId } = await client.payment.send({ accountId, to, amount: '1000' })
    calls.push(performance.now() - begin)
    const { status } = await client.payment.get({ paymentId, accountId })
    if (status !== 'broadcast') throw new Error(`a payment that was sent is ${status}`)
    await client.dev.mine({ blocks: 1 })
    await waitForPayment(client, { paymentId, accountId, signal })
  }
  const row = summary('payment.send to broadcast, one sender', calls.slice(WARM_UP), 'ms')
  const goal = { against: "Monero's wallet: 70 ms of CPU", wanted: 'under 70 ms' }
  return bounded(row, goal, (figure) => figure < 70)
}

async function sendTogether(
  client: Client,
  senders: readonly string[],
  to: string,
  signal: AbortSignal,
): Promise<Row[]> {
  const calls: number[] = []
  const whole: number[] = []
  const start = performance.now()
  await Promise.all(
    senders.map(async (accountId) => {
      for (let i = 0; i < PAYMENTS_EACH; i++) {
        const begin = performance.now()
        const { paymentId } = await client.payment.send({ accountId, to, amount: '1000' })
        calls.push(performance.now() - begin)
        await waitForPayment(client, { paymentId, accountId, signal })
        whole.push(performance.now() - begin)
      }
    }),
  )
  const seconds = (performance.now() - start) / 1_000
  return [
    summary('payment.send, call to answer', calls, 'ms', `${senders.length} senders at once`),
    summary('payment, call to final', whole, 'ms', 'a block every second'),
    summary('payments end to end', [whole.length / seconds], 'a second', 'each sender waits for its block'),
  ]
}

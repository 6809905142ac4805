/** Payments end to end: called for, proved, verified, in a block, seen as final by the sender. */
import { waitForPayment } from '../src/sdk/index.ts'
import { startDevnet } from './devnet.ts'
import { type Row, summary } from './harness.ts'

const SENDERS = 8
const PAYMENTS_EACH = 5

export async function benchPayments(progress: (line: string) => void): Promise<Row[]> {
  const { client, stop } = await startDevnet()
  try {
    const signal = AbortSignal.timeout(300_000)
    const receiver = await client.account.create({ name: 'receiver' })
    progress('funding …')
    const senders: string[] = []
    for (let i = 0; i < SENDERS; i++) {
      const { accountId, address } = await client.account.create({ name: `sender ${i}` })
      senders.push(accountId)
      // two coins, so that every payment has the ordinary shape
      for (let coin = 0; coin < 2; coin++) await client.dev.faucet({ address, amount: '100000000' })
    }
    for (const accountId of senders) {
      while ((await client.account.balance({ accountId })).available !== '200000000') {
        signal.throwIfAborted()
        await client.dev.mine({ blocks: 1 })
      }
    }

    progress(`sending ${SENDERS * PAYMENTS_EACH} payments …`)
    const calls: number[] = []
    const whole: number[] = []
    const start = performance.now()
    await Promise.all(
      senders.map(async (accountId) => {
        for (let i = 0; i < PAYMENTS_EACH; i++) {
          const begin = performance.now()
          const { paymentId } = await client.payment.send({ accountId, to: receiver.address, amount: '1000' })
          calls.push(performance.now() - begin)
          await waitForPayment(client, { paymentId, accountId, signal })
          whole.push(performance.now() - begin)
        }
      }),
    )
    const seconds = (performance.now() - start) / 1_000
    return [
      summary('payment.send, call to answer', calls, 'ms', `${SENDERS} senders at once`),
      summary('payment, call to final', whole, 'ms', 'a block every second'),
      summary('payments end to end', [whole.length / seconds], 'a second'),
    ]
  } finally {
    await stop()
  }
}

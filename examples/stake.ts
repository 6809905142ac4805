/**
 * Stakes with the validator of the node, watches what an epoch brings, and takes all of it out again, on a development network:
 *
 *   npm start                                    in one terminal
 *   npm exec -- node examples/stake.ts 50        in another
 *
 * An epoch lasts half a minute here, and stake that leaves is on its way for five minutes. `--stay` ends before it leaves.
 */
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
// In a project of your own: from 'stegos'.
import { createClient, formatAmount, parseAmount, waitForPayment, waitForStake } from '../src/sdk/index.ts'

const url = process.env.STEGOS_URL ?? 'http://127.0.0.1:3145'
const token =
  process.env.STEGOS_TOKEN ?? readFileSync(join(homedir(), '.stegos', 'dev', 'api.token'), 'utf8').trim()
const words = process.argv.slice(2)
const amount = parseAmount(words.find((word) => !word.startsWith('--')) ?? '50')
const stay = words.includes('--stay')

using client = createClient({ url, token })

const { accountId, address } = await client.account.create({ name: 'saver' })
const { paymentId } = await client.dev.faucet({ address, amount: (BigInt(amount) + 1_000_000n).toString() })
await waitForPayment(client, { paymentId, accountId })

// With the same key the call can be made again after a crash: it stakes once.
const sent = await client.stake.deposit({ accountId, amount }, { idempotencyKey: `stake-${accountId}` })
const { stakeId, validatorId } = sent
const staked = await waitForStake(client, { accountId, stakeId })
if (staked.status !== 'active') throw new Error(`the deposit was ${staked.status}: ${staked.reason}`)
console.log(
  `Staked ${formatAmount(amount)} STG with ${validatorId.slice(0, 16)}, now worth ${formatAmount(staked.amount)}`,
)

// It counts from the next epoch on, and earns at the end of that.
const { epoch: begun } = await client.stake.epoch()
for await (const { topic, event } of client.events({ topics: ['stake.epoch'] })) {
  if (topic === 'caught_up' || event.epoch <= begun + 1) continue
  const { items } = await client.stake.rewards({ accountId, order: 'newest', limit: 1 })
  for (const { epoch, reward, earned = '0' } of items)
    console.log(
      `Epoch ${epoch} paid the validator ${formatAmount(reward)} STG, ${formatAmount(earned)} of it ours`,
    )
  break
}
const worth = await client.stake.get({ accountId, stakeId })
console.log(`The stake is worth ${formatAmount(worth.amount)} STG`)

if (!stay) {
  const { transactionId } = await client.stake.withdraw({ accountId, stakeId })
  const leaving = await waitForStake(client, { accountId, stakeId, transactionId })
  console.log(`On its way out until block ${leaving.leaving[0]?.releaseHeight}`)
  // The wallet withdraws it by itself when it is released.
  await waitForStake(client, { accountId, stakeId, until: 'withdrawn' })
  const { available } = await client.account.balance({ accountId })
  console.log(`Back: ${formatAmount(available)} STG`)
}

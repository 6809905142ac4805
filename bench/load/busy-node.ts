/** What `node.status` takes on a node that has all its hands full. */
import { bounded } from '../crypto/rows.ts'
import { type Devnet, startDevnet } from '../devnet.ts'
import { type Row, rangeOf, summary } from '../harness.ts'
import { startHelper } from './helper.ts'
import type { Order, Report } from './listeners.ts'
import { percentile } from './percentile.ts'
import type { Probed, ProbeOrder } from './probe.ts'

const LISTENERS = 1_000
const SENDERS = 4
/** Coins of each, so that proofs need not wait for blocks. */
const COINS = 4
/** Blocks that a wallet has to read again. */
const BLOCKS = 300
const ROUNDS = 5
/** Milliseconds of a round, busy and quiet. */
const BUSY = 4_000
const QUIET = 1_000
const MOST = 20

export async function busyNode(progress: (line: string) => void): Promise<Row[]> {
  const devnet = await startDevnet()
  const listeners = startHelper('./listeners.ts')
  const probe = startHelper('./probe.ts')
  const { url, token } = devnet
  try {
    progress('preparing accounts and blocks …')
    const { senders, reader } = await prepare(devnet)
    const ask = async (milliseconds: number) => {
      const rounds: Probed[] = []
      for (let round = 0; round < ROUNDS; round++)
        rounds.push(await probe.ask<Probed>({ url, token, milliseconds } satisfies ProbeOrder))
      return rounds
    }
    const quiet = await ask(QUIET)
    await listeners.ask<Report>({ type: 'open', url, token, listeners: LISTENERS } satisfies Order)
    progress(`asking while proofs are made, a wallet reads and ${LISTENERS} listen …`)
    const over = new AbortController()
    const work = [rescans(devnet, reader, over.signal)]
    for (const sender of senders) work.push(payments(devnet, sender, reader, over.signal))
    const busy = await ask(BUSY)
    over.abort()
    const [read, ...sent] = await Promise.all(work)
    const done = sent.reduce((sum, one) => sum! + one!, 0)
    const beside = `${done} payments and ${read} rescans meanwhile`
    const row = p99(`node.status, p99, while proofs are made, a wallet rescans and ${LISTENERS} listen`, busy)
    const reference = p99('while nothing happens', quiet)
    const goal = {
      against: `${reference.name}; busy ${rangeOf(row)}, ${beside}`,
      reference,
      wanted: `under ${MOST} ms`,
    }
    return [bounded(row, goal, (figure) => figure < MOST)]
  } finally {
    await probe.end()
    await listeners.end()
    await devnet.stop()
  }
}

function p99(name: string, rounds: readonly Probed[]): Row {
  return summary(
    name,
    rounds.map(({ times }) => percentile(times, 0.99)),
    'ms',
  )
}

type Account = { readonly accountId: string; readonly address: string }

async function prepare({ client }: Devnet): Promise<{ senders: Account[]; reader: Account }> {
  const reader = await client.account.create({ name: 'reader' })
  const senders: Account[] = []
  for (let i = 0; i < SENDERS; i++) senders.push(await client.account.create({ name: `sender ${i}` }))
  for (let coin = 0; coin < COINS; coin++)
    for (const { address } of senders) await client.dev.faucet({ address })
  const waits = async () => {
    const balances = senders.map(({ accountId }) => client.account.balance({ accountId }))
    return (await Promise.all(balances)).some(({ available }) => available !== String(COINS * 100_000_000))
  }
  while (await waits()) await client.dev.mine({ blocks: 1 })
  await client.dev.mine({ blocks: BLOCKS })
  return { senders, reader }
}

/** Reads the chain again and again; how often. */
async function rescans({ client }: Devnet, { accountId }: Account, over: AbortSignal): Promise<number> {
  for (let count = 0; ; count++) {
    await client.account.rescan({ accountId, from: 0 })
    while ((await client.account.get({ accountId })).rescanning) await wait(20)
    if (over.aborted) return count + 1
  }
}

/** Pays as fast as there are coins; how often. */
async function payments(
  { client }: Devnet,
  { accountId }: Account,
  to: Account,
  over: AbortSignal,
): Promise<number> {
  for (let count = 0; ; ) {
    if (over.aborted) return count
    const { status } = await client.payment
      .send({ accountId, to: to.address, amount: '1000' })
      .catch(() => ({ status: 'refused' }))
    if (status === 'refused') await wait(50)
    else count++
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** What the calls are made on that are cut off: one data directory, whose node is killed and comes back. */
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Client } from '../../../src/sdk/index.ts'
import { createAccount, type TestAccount } from '../accounts.ts'
import { EXAMPLE_FLAGS } from '../example-values.ts'
import { type NodeProcess, portOf, startNode } from '../node-process.ts'

const PRELOAD = fileURLToPath(new URL('./kill-at-write.ts', import.meta.url))
/** Asks for as long as a node takes to come back. */
const PATIENT = { attempts: 600, delay: 20, maxDelay: 200 }
/** Coins of the account that pays, so that one payment need not wait for the change of another. */
const COINS = 6

export type World = {
  /** Stays the same over restarts, and waits for the node. */
  readonly client: Client
  readonly dataDirectory: string
  /** Pays for everybody. */
  readonly payer: TestAccount
  /** A name that no other account or token has. */
  name(): string
  /** A new account that has been paid that many coins of 100 STG. */
  funded(coins?: number): Promise<TestAccount>
  /** Makes blocks until something is as it should be. */
  mineUntil(holds: () => Promise<boolean>): Promise<void>
  readonly node: NodeProcess
  /** Starts the node again that was killed. */
  restart(): Promise<void>
  close(): Promise<void>
}

export async function openWorld(): Promise<World> {
  // a draw waits until somebody comes with its proof: that is one of the calls
  const start = (options: { dataDirectory?: string; port?: number } = {}) =>
    startNode({ ...options, preload: PRELOAD, flags: EXAMPLE_FLAGS })
  let node = await start()
  const client = node.client({ retry: PATIENT, checkContract: false })
  const { dataDirectory } = node
  const payer = await createFunded(client, 'payer', COINS)
  let names = 0
  return {
    client,
    dataDirectory,
    payer,
    name: () => `name ${++names}`,
    funded: (coins = 1) => createFunded(client, 'funded', coins),
    mineUntil: (holds) => mineUntil(client, holds),
    get node() {
      return node
    },
    restart: async () => {
      node = await start({ dataDirectory, port: portOf(node) })
      await ready(client)
    },
    close: async () => {
      client.close()
      await node.kill()
    },
  }
}

async function createFunded(client: Client, name: string, coins: number): Promise<TestAccount> {
  const account = await createAccount(client, name)
  const { accountId, address } = account
  for (let coin = 0; coin < coins; coin += 1) await client.dev.faucet({ address })
  await mineUntil(client, async () => {
    const { items } = await client.account.outputs({ accountId, status: 'unspent' })
    return items.filter(({ amount }) => amount !== '0').length === coins
  })
  return account
}

/** Waits until wallets have read what there is, too. */
async function ready(client: Client): Promise<void> {
  while ((await client.node.status()).state !== 'ready') await sleep(20)
}

async function mineUntil(client: Client, holds: () => Promise<boolean>): Promise<void> {
  for (let blocks = 0; blocks < 400; blocks += 1) {
    if (await holds()) return
    await client.dev.mine()
  }
  throw new Error('400 blocks have not brought it about')
}

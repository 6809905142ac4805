/** The load under which a node is killed: callers that pay and send messages, and a reader of all events. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, encodeBody, isStegosError, type StreamItem } from '../../src/sdk/index.ts'
import { createAccount, createFunded, fund, type TestAccount } from './accounts.ts'
import { seededRandom } from './seeded-random.ts'

/** A call that was accepted: its result is a promise of the node. */
export type Accepted = {
  readonly key: string
  readonly amount: bigint
  readonly fee: bigint
  readonly id: string
  readonly text?: string
}

export const TOPICS = ['chain.block', 'payment.status', 'message.received', 'message.status'] as const
const COINS = 6
const LOAD = { callers: 3, pause: 0 }
/** Share of the calls that are payments. */
const SHARE = 0.5

export type Load = { readonly callers: number; readonly pause: number; readonly share?: number }

export type World = { readonly payer: TestAccount; readonly receiver: TestAccount; readonly funds: bigint }

/** A payer with several coins, and a receiver. */
export async function createWorld(client: Client, coins = COINS): Promise<World> {
  const payer = await createFunded(client, 'payer')
  // Several coins, so that one payment does not wait for the change of the one before.
  for (let coin = 1; coin < coins; coin += 1) await fund(client, payer)
  const { total } = await client.account.balance({ accountId: payer.accountId })
  return { payer, receiver: await createAccount(client, 'receiver'), funds: BigInt(total) }
}

/**
 * Several callers pay and send messages, each one after the other, until they are stopped.
 * @param load `pause` milliseconds between two calls of one caller; `share` of them are payments
 */
export function startLoad(
  client: Client,
  world: World,
  seed: number,
  { callers, pause, share = SHARE }: Load = LOAD,
) {
  const accepted: Accepted[] = []
  const end = new AbortController()
  let going = true
  const run = async (caller: number) => {
    const random = seededRandom(seed + caller)
    for (let count = 0; going; count += 1) {
      const key = `caller-${caller}-${count}`
      accepted.push(
        await send(client, world, key, random.below(1_000) + 1, random.next() < share, end.signal),
      )
      if (pause > 0) await sleep(pause, undefined, { signal: end.signal })
    }
  }
  const done = Promise.all(Array.from({ length: callers }, (_, caller) => run(caller + 1))).catch((error) => {
    if (!end.signal.aborted) throw error
  })
  done.catch(() => {})
  return {
    accepted,
    stop: async () => {
      going = false
      await done
    },
    abort: () => end.abort(),
  }
}

/** One call, repeated until it is accepted. */
export async function send(
  client: Client,
  { payer, receiver }: World,
  key: string,
  amount: number,
  pays: boolean,
  signal?: AbortSignal,
): Promise<Accepted> {
  const common = { accountId: payer.accountId, to: receiver.address, idempotencyKey: key }
  for (;;) {
    try {
      if (pays) {
        const { paymentId, fee } = await client.payment.send(
          { ...common, amount: String(amount) },
          { signal },
        )
        return { key, amount: BigInt(amount), fee: BigInt(fee), id: paymentId }
      }
      const text = `message ${key} ${amount}`
      const { messageId, fee } = await client.message.send({ ...common, body: encodeBody(text) }, { signal })
      return { key, amount: 0n, fee: BigInt(fee), id: messageId, text }
    } catch (error) {
      // All coins are under way: refused, nothing is stored, and the next block frees some.
      if (!isStegosError(error, 'insufficient_funds')) throw error
      await sleep(50, undefined, { signal })
    }
  }
}

export type Reader = {
  readonly items: StreamItem<(typeof TOPICS)[number]>[]
  reach(height: number): Promise<void>
}

/** Follows all events across all crashes with one stream. */
export function startReader(client: Client): Reader {
  const items: StreamItem<(typeof TOPICS)[number]>[] = []
  const waiters = new Set<() => void>()
  const run = async () => {
    for await (const item of client.events({ topics: TOPICS, from: 'genesis' })) {
      if (item.topic !== 'caught_up') items.push(item)
      for (const wake of waiters) wake()
    }
  }
  run().catch(() => {})
  return {
    items,
    /** Waits until it has read up to that height. */
    async reach(height: number): Promise<void> {
      const reached = () => items.some((item) => item.topic === 'chain.block' && item.event.height >= height)
      while (!reached()) {
        const { promise, resolve } = Promise.withResolvers<void>()
        waiters.add(resolve)
        await promise
        waiters.delete(resolve)
      }
    },
  }
}

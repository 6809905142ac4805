/**
 * What the lists of a node tell of the time for which it keeps no events: after it was away for longer than it keeps them, or was
 * set up anew. Oldest first within a topic, page by page. States that something went through in between are not told.
 */
import type { Client } from '../client.ts'
import type { Topic } from '../follow-events.ts'
import type { AccountId } from '../generated/contract.ts'
import { listAll } from '../list-all.ts'
import { type BotEvents, listOf } from './bot-events.ts'

export type CatchUpParams = {
  readonly topics: readonly Topic[]
  /** All accounts of the node when it is absent. */
  readonly accountId: AccountId | undefined
  /** Up to which block a list is known; what is lower in it is not told. */
  readonly heightOf: (list: string) => number
}

export type CatchUpClient = Pick<Client, 'account' | 'chain' | 'message' | 'payment'>

/** Topics of which a list tells as much as their events do. */
const LISTED: ReadonlySet<Topic> = new Set(['chain.block', 'message.received', 'payment.status'])
const LIMIT = 1_000

export function isListed(topic: Topic): boolean {
  return LISTED.has(topic)
}

/** Throws as calls do. */
export async function* catchUp(
  client: CatchUpClient,
  { topics, accountId, heightOf }: CatchUpParams,
  signal: AbortSignal,
): AsyncGenerator<BotEvents, void, void> {
  const cursor = undefined
  if (topics.includes('chain.block')) {
    const from = heightOf('chain.block')
    const list = listAll((at) =>
      client.chain.blocks(at ? { cursor: at, limit: LIMIT } : { from, limit: LIMIT }, { signal }),
    )
    for await (const { id, height, time, leader, transactions } of list)
      yield { topic: 'chain.block', event: { id, height, time, leader, transactions }, cursor }
  }
  if (!topics.includes('message.received') && !topics.includes('payment.status')) return
  for await (const account of accountsOf(client, accountId, signal)) {
    const of = { accountId: account, limit: LIMIT }
    const isNew = (topic: Topic, height?: number) => !(height! < heightOf(listOf(topic, account)))
    if (topics.includes('message.received')) {
      for await (const event of listAll((at) => client.message.list({ ...of, cursor: at }, { signal })))
        if (isNew('message.received', event.height)) yield { topic: 'message.received', event, cursor }
    }
    if (topics.includes('payment.status')) {
      for await (const event of listAll((at) => client.payment.list({ ...of, cursor: at }, { signal })))
        if (isNew('payment.status', event.height)) yield { topic: 'payment.status', event, cursor }
    }
  }
}

async function* accountsOf(
  client: CatchUpClient,
  accountId: AccountId | undefined,
  signal: AbortSignal,
): AsyncGenerator<AccountId, void, void> {
  if (accountId !== undefined) yield accountId
  else
    for await (const account of listAll((cursor) => client.account.list({ cursor }, { signal })))
      yield account.accountId
}

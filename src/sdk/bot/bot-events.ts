/** What a handler gets, and what an event is called, so that it is known again. */
import type { Topic } from '../follow-events.ts'
import type { AccountId, Cursor, Events } from '../generated/contract.ts'

/** An event that is to be dealt with. Those a list told of after a gap have no cursor. */
export type BotEvents = {
  [Name in Topic]: {
    readonly topic: Name
    readonly event: Events[Name]
    readonly cursor: Cursor | undefined
  }
}[Topic]

/** What a handler is told beside the event. */
export type BotContext = {
  /** The name of the event: the same whenever and however it is told again. */
  readonly id: string
  readonly cursor: Cursor | undefined
  /** From 1; counts within this run of the program. */
  readonly attempt: number
  /** Whether an earlier attempt may have done a part of the work, also one before a crash. */
  readonly isRepeat: boolean
  /** Fires when the bot is to stop and does not want to wait any longer. Hand it to calls. */
  readonly signal: AbortSignal
  /**
   * An idempotency key for a call that belongs to this event: the same in every attempt, also after a crash, so that the call
   * takes effect once. `purpose` tells several calls for one event apart.
   */
  key(purpose: string): string
}

/** Deals with one event. When it throws, it is called again; when it returns, the event is done. */
export type BotHandler<Name extends Topic> = (event: Events[Name], context: BotContext) => unknown

export type BotHandlers = { readonly [Name in Topic]?: BotHandler<Name> | undefined }

/**
 * What happened, not where it is told: the place of an event changes when a node is restored or an account is scanned again.
 * Where only the place tells two events apart, it is the place.
 *
 * @throws TypeError for an event that has neither
 */
export function eventId({ topic, event, cursor }: BotEvents): string {
  const name = nameOf(topic, event) ?? cursor
  if (name === undefined) throw new TypeError(`an event of ${topic} without a cursor`)
  return `${topic}/${name}`
}

/** Where a list tells of the same, and in which block it happened. */
export type ListPlace = { readonly list: string; readonly height: number }

/** Undefined for what no list tells of, or not by blocks. */
export function listPlace({ topic, event }: BotEvents): ListPlace | undefined {
  if (topic === 'chain.block') return { list: topic, height: event.height }
  if (topic !== 'message.received' && topic !== 'payment.status') return undefined
  return event.height === undefined
    ? undefined
    : { list: listOf(topic, event.accountId), height: event.height }
}

export function listOf(topic: Topic, accountId: AccountId): string {
  return `${topic}/${accountId}`
}

function nameOf(topic: Topic, event: Events[Topic]): string | undefined {
  if (topic === 'chain.block') return (event as Events['chain.block']).id
  if (topic === 'message.received') {
    const { accountId, messageId } = event as Events['message.received']
    return `${accountId}/${messageId}`
  }
  if (topic === 'payment.status') {
    const { accountId, paymentId, status } = event as Events['payment.status']
    // What is under way can come to the same state twice.
    if (status !== 'created' && status !== 'broadcast') return `${accountId}/${paymentId}/${status}`
  }
  return undefined
}

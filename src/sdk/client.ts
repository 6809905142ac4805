/** The shape of a client: one function per method of the contract, in its group. */
import type { EventsOptions, StreamItem, TopicsOf } from './follow-events.ts'
import type { METHODS, MethodName, Methods, TopicPattern } from './generated/contract.ts'

/** Methods a client calls. The others concern a connection, and `events` looks after them. */
export type CallableMethod = {
  [Name in MethodName]: (typeof METHODS)[Name] extends 'connection' ? never : Name
}[MethodName]

export type MethodParams<Name extends MethodName> = Methods[Name]['params']
export type MethodResult<Name extends MethodName> = Methods[Name]['result']

export type CallOptions = {
  /** Ends the waiting, not the call: the node may have carried it out. */
  readonly signal?: AbortSignal | undefined
  /** Milliseconds one attempt may take; instead of the client's. */
  readonly timeout?: number | undefined
  /** For methods that take one, instead of the random key the client makes. */
  readonly idempotencyKey?: string | undefined
}

/** A method as a function; its parameters may be left out where none is required. */
export type ClientMethod<Name extends CallableMethod> =
  Record<never, never> extends MethodParams<Name>
    ? (params?: MethodParams<Name>, options?: CallOptions) => Promise<MethodResult<Name>>
    : (params: MethodParams<Name>, options?: CallOptions) => Promise<MethodResult<Name>>

type Group = CallableMethod extends infer Name
  ? Name extends `${infer First}.${string}`
    ? First
    : never
  : never

/** `client.payment.send(…)` and all the others. */
export type ClientMethods = {
  readonly [First in Group]: {
    readonly [Name in CallableMethod as Name extends `${First}.${infer Rest}`
      ? Rest
      : never]: ClientMethod<Name>
  }
}

export type Client = ClientMethods & {
  /** Calls a method by its name in the contract. */
  call<Name extends CallableMethod>(
    method: Name,
    params: MethodParams<Name>,
    options?: CallOptions,
  ): Promise<MethodResult<Name>>
  /**
   * Follows events over WebSocket, across lost connections and restarts of the node: each event once, in order.
   *
   * @example
   * for await (const { topic, event, cursor } of client.events({ topics: ['payment.status'], from: cursorFromDisk })) {
   *   if (topic === 'payment.status' && event.direction === 'in') await credit(event)
   *   await saveCursor(cursor)
   * }
   */
  events<Of extends TopicPattern>(
    options: EventsOptions<Of>,
  ): AsyncGenerator<StreamItem<TopicsOf<Of>>, void, void>
  /** Ends streams, calls and the connection. */
  close(): void
  [Symbol.dispose](): void
}

import type { Limits } from '../sdk/generated/contract.ts'

/** Every limit of the server, by name. `node.status` tells them. */
export type ServerLimits = {
  /** Bytes of one request body or WebSocket message. */
  readonly bodyBytes: number
  /** Calls in one batch. */
  readonly batchCalls: number
  /** Bytes of all answers to one batch. */
  readonly batchResponseBytes: number
  /** Calls a token may make per second, averaged. */
  readonly callsPerSecond: number
  /** Calls a token may make at once. */
  readonly callsBurst: number
  /** Calls of one connection that are worked on at a time. */
  readonly callsInFlight: number
  /** Open connections, WebSockets among them. */
  readonly connections: number
  /** Open subscriptions of one WebSocket connection. */
  readonly subscriptionsPerConnection: number
  /** Bytes of memory for unread events and answers of one connection. */
  readonly streamBufferBytes: number
  /** Seconds a reader may leave that buffer full before its subscriptions stop. */
  readonly streamStallSeconds: number
}

export const DEFAULT_LIMITS: ServerLimits = {
  bodyBytes: 1_048_576,
  batchCalls: 100,
  batchResponseBytes: 4_194_304,
  callsPerSecond: 50_000,
  callsBurst: 100_000,
  callsInFlight: 32,
  connections: 1_024,
  subscriptionsPerConnection: 64,
  streamBufferBytes: 1_048_576,
  streamStallSeconds: 60,
}

/**
 * Calls per second and at once of everybody together who comes from one address without a token. A request takes one before
 * it is read, and each call in it another.
 */
export const ANONYMOUS_CALLS_PER_SECOND = 50
export const ANONYMOUS_CALLS_BURST = 200
/** Bytes of a request body that comes without a token. */
export const ANONYMOUS_BODY_BYTES = 8_192

/**
 * A WebSocket message of up to so many times `bodyBytes` is read to its end, so that it can be answered with
 * `body_too_large`; a larger one closes the connection, with code 1009.
 */
export const READ_BEYOND_LIMIT = 4

/** Items of a page when the caller names no number, and at most (the contract's `Limit` says the same). */
export const DEFAULT_PAGE_ITEMS = 100
export const MAX_PAGE_ITEMS = 1_000
/** Payments in one call (the contract's `payment.sendMany` says the same). */
export const MAX_PAYMENTS_PER_CALL = 100
/** Parameters of one call that are looked at; no method has as many. */
export const MAX_PARAMETERS = 64
/** Faults an `invalid_params` error lists. */
export const MAX_FAULTS = 16
/** Events read from the log at a time. */
export const EVENT_PAGE = 256
/** The newest events, kept in memory for all readers together: at most so many, and so many bytes. */
export const EVENT_TAIL_ITEMS = 1_024
export const EVENT_TAIL_BYTES = 4_194_304
/** Milliseconds between two pings of a WebSocket; a connection that has answered none in between is closed. */
export const PING_INTERVAL = 30_000
/** Such intervals after which a connection is closed whose other side has taken nothing of what waits for it. */
export const STUCK_INTERVALS = 10
/** Addresses the limiter remembers. */
export const LIMITER_ENTRIES = 10_000
/** Milliseconds a request may take to arrive. */
export const REQUEST_TIMEOUT = 30_000
/** Milliseconds calls at work are given when the server closes. */
export const CLOSE_GRACE = 3_000

/** All limits a caller may meet, as `node.status` tells them. @param messageBodyBytes the node's own, of one message */
export function toldLimits(limits: ServerLimits, messageBodyBytes: number): Limits {
  return {
    ...limits,
    pageItems: MAX_PAGE_ITEMS,
    messageBodyBytes,
    paymentsPerCall: MAX_PAYMENTS_PER_CALL,
  }
}

/** The TypeScript SDK: a typed client of a Stegos node, for Node and browsers. */
export { formatAmount, parseAmount } from './amount.ts'
export type { Retry } from './backoff.ts'
export { decodeBody, decodeText, encodeBody } from './body.ts'
export type {
  CallableMethod,
  CallOptions,
  Client,
  ClientMethod,
  MethodParams,
  MethodResult,
} from './client.ts'
export { type ClientOptions, createClient } from './create-client.ts'
export type { EventsOptions, StreamItem, Topic, TopicsOf } from './follow-events.ts'
export type * from './generated/contract.ts'
export { CONTRACT_HASH, CONTRACT_VERSION, ERRORS } from './generated/contract.ts'
export { type HttpOptions, http } from './http.ts'
export { listAll, type Page } from './list-all.ts'
export {
  type AnyStegosError,
  type ClientErrorData,
  isStegosError,
  StegosError,
  type StegosErrorSymbol,
} from './stegos-error.ts'
export type { Endpoint, Transport, TransportFactory } from './transport.ts'
export { type WaitForPaymentParams, waitForPayment } from './wait-for-payment.ts'
export { type StakeGoal, type WaitForStakeParams, waitForStake } from './wait-for-stake.ts'
export { webSocket } from './web-socket.ts'

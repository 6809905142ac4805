/** The one error class of the SDK. Errors are told apart by symbol, never by message. */
import type { AccountId, ErrorData, RefusedOperation, StakeId } from './generated/contract.ts'

/** What travels with errors that arise on this side of the wire. */
export type ClientErrorData = {
  /** The node cannot be reached, or the connection broke before the answer came: the call may have been carried out. */
  connection_lost: { readonly url: string }
  /** No answer within that time: the call may have been carried out. */
  timeout: { readonly milliseconds: number }
  /** What answered is not a Stegos node: often a proxy, or another service on that port. */
  invalid_response: { readonly status?: number | undefined }
  /** What `waitForStake` waited for will never be in a block: the stake is as it was. */
  operation_refused: RefusedOperation & { readonly accountId: AccountId; readonly stakeId: StakeId }
  /** `client.close()` was called. */
  client_closed: Record<never, never>
}

type AllData = ErrorData & ClientErrorData

/** Every symbol an error can have: those of the contract, and those of the client. */
export type StegosErrorSymbol = keyof AllData

/** What is known about a failure besides its symbol. */
export type StegosErrorDetails<Symbol extends StegosErrorSymbol> = {
  readonly symbol: Symbol
  readonly message: string
  readonly data: AllData[Symbol]
  readonly retryable: boolean
  readonly code?: number | undefined
  readonly cause?: unknown
}

/** A call or a stream failed. Use `isStegosError` to find out how. */
export class StegosError<Symbol extends StegosErrorSymbol = StegosErrorSymbol> extends Error {
  override readonly name = 'StegosError'
  /** What happened, such as `insufficient_funds`. */
  readonly symbol: Symbol
  /** What belongs to it, typed by symbol. */
  readonly data: AllData[Symbol]
  /** Whether the same call may succeed later. The client has tried several times already. */
  readonly retryable: boolean
  /** Number in the contract's error table; undefined for errors of the client. */
  readonly code: number | undefined
  /** The method that was called. */
  method: string | undefined
  /** The key the call was made with: calling again with it and the same parameters never has a second effect. */
  idempotencyKey: string | undefined

  constructor(details: StegosErrorDetails<Symbol>) {
    super(details.message, details.cause === undefined ? undefined : { cause: details.cause })
    this.symbol = details.symbol
    this.data = details.data
    this.retryable = details.retryable
    this.code = details.code
  }
}

/** The union over all symbols: `switch (error.symbol)` narrows `error.data`. */
export type AnyStegosError = { [Symbol in StegosErrorSymbol]: StegosError<Symbol> }[StegosErrorSymbol]

/**
 * Whether `error` is an error of this SDK and, if `symbol` is given, that one. It goes by name, not by class, so that it
 * holds across several copies of the package.
 *
 * @example
 * try {
 *   await client.payment.send({ accountId, to, amount: '1000000' })
 * } catch (error) {
 *   if (!isStegosError(error, 'insufficient_funds')) throw error
 *   console.log(`${error.data.needed} needed, ${error.data.available} there`)
 * }
 */
export function isStegosError(error: unknown): error is AnyStegosError
export function isStegosError<Symbol extends StegosErrorSymbol>(
  error: unknown,
  symbol: Symbol,
): error is StegosError<Symbol>
export function isStegosError(error: unknown, symbol?: string): boolean {
  if (!(error instanceof Error) && Object.prototype.toString.call(error) !== '[object Error]') return false
  const { name, symbol: found } = error as StegosError
  return name === 'StegosError' && (symbol === undefined || found === symbol)
}

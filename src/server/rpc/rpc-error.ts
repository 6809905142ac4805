/** An error of the contract, on its way to the caller. */
import { ERRORS, type ErrorData, type ErrorSymbol } from '../../sdk/generated/contract.ts'

/** What the caller is told beside type and retryable. */
export type ErrorDetails<Name extends ErrorSymbol> = Omit<ErrorData[Name], 'type' | 'retryable'>

/** The object JSON-RPC calls `error`. */
export type ErrorObject = {
  readonly code: number
  readonly message: string
  readonly data: {
    readonly type: ErrorSymbol
    readonly retryable: boolean
    readonly [field: string]: unknown
  }
}

export class RpcError<Name extends ErrorSymbol = ErrorSymbol> extends Error {
  readonly symbol: Name
  readonly details: ErrorDetails<Name>

  constructor(symbol: Name, details: ErrorDetails<Name>) {
    super(symbol)
    this.name = 'RpcError'
    this.symbol = symbol
    this.details = details
  }
}

/** Number, sentence and whether a retry can help come from the contract's table. */
export function errorObject(symbol: ErrorSymbol, details: object): ErrorObject {
  const { code, message, retryable } = ERRORS[symbol]
  return { code, message, data: { type: symbol, retryable, ...details } }
}

/** The one place where what a handler throws becomes an error of the contract. */
import { NodeError } from '../../node/errors.ts'
import { StoreError, type StoreErrorCode } from '../../node/store-error.ts'
import { toHex } from '../../protocol/bytes.ts'
import type { Random } from '../../protocol/crypto/random.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import type { Validator } from '../contract/validator.ts'
import { maybe, timeText } from '../methods/wire.ts'
import type { Log } from '../modules.ts'
import { type ErrorObject, errorObject, RpcError } from './rpc-error.ts'

const REFERENCE_BYTES = 8
/** What a node says that can write nothing more, and has to be started again. */
const ENDING: readonly StoreErrorCode[] = ['disk_full', 'closed']

export type ErrorMapperModules = {
  readonly log: Log
  readonly random: Random
  /** Holds the data of errors against the contract, where that is wanted. */
  readonly validator?: Validator | undefined
}

export class ErrorMapper {
  readonly #modules: ErrorMapperModules

  constructor(modules: ErrorMapperModules) {
    this.#modules = modules
  }

  /**
   * Nothing that is not in the contract leaves the server: what is unknown goes to the log under a reference, and only the
   * reference is told. Parameters are never logged.
   */
  toErrorObject(cause: unknown, method: string): ErrorObject {
    if (cause instanceof StoreError && ENDING.includes(cause.code)) return this.#ending(cause, method)
    const error = knownError(cause)
    if (!error) return this.#internal(cause, method)
    const faults = this.#modules.validator?.errorData(error.data.type, error.data) ?? []
    if (faults.length === 0) return error
    return this.#internal(
      new Error(`the data of ${error.data.type} does not fit: ${JSON.stringify(faults)}`),
      method,
    )
  }

  /** Nobody was told that it was done: whoever asks again with the same key, once the node is back, gets one outcome. */
  #ending({ code, message }: StoreError, method: string): ErrorObject {
    this.#modules.log.error({ method, code, reason: message }, 'a call failed because nothing can be written')
    return errorObject('not_ready', { state: 'starting' })
  }

  #internal(cause: unknown, method: string): ErrorObject {
    const reference = toHex(this.#modules.random(REFERENCE_BYTES))
    this.#modules.log.error(
      { reference, method, err: cause },
      'a call failed for a reason the contract does not know',
    )
    return errorObject('internal_error', { reference })
  }
}

function knownError(cause: unknown): ErrorObject | undefined {
  if (cause instanceof RpcError) return errorObject(cause.symbol, cause.details)
  if (cause instanceof NodeError) return errorObject(cause.code, jsonDetails(cause.details))
  if (cause instanceof ProtocolError) return fromProtocol(cause)
  return undefined
}

/** Details that are times, milliseconds since 1970. */
const TIMES: readonly string[] = ['expiredAt', 'freeAt']

/** Amounts leave the server as decimal strings, times as RFC 3339. */
function jsonDetails(details: object): object {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'bigint' ? value.toString() : TIMES.includes(name) ? maybe(value, timeText) : value,
    ]),
  )
}

function fromProtocol({ code, details }: ProtocolError): ErrorObject {
  switch (code) {
    case 'invalid_address':
      return errorObject('invalid_address', {})
    case 'wrong_network':
      return errorObject('wrong_network', { expected: details.expected, found: details.found })
    case 'payload_too_large':
      return errorObject('payload_too_large', { limit: details.limit })
    case 'invalid_amount':
      return errorObject('amount_too_large', {})
    case 'unknown_input':
      return errorObject('input_spent', { outputId: details.output })
    default:
      return errorObject('invalid_transaction', {
        rule: code,
        ...(code === 'stake_refused' && { stakeRule: details.rule }),
      })
  }
}

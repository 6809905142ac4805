/** Why bytes, a value or a state change is refused by the rules of the network. */
export type ProtocolErrorCode =
  | 'invalid_point'
  | 'invalid_scalar'
  | 'invalid_encoding'
  | 'invalid_address'
  | 'wrong_network'
  | 'invalid_amount'
  | 'invalid_proof'
  | 'invalid_signature'
  | 'unbalanced'
  | 'invalid_shape'
  | 'not_sorted'
  | 'unknown_input'
  | 'duplicate_input'
  | 'duplicate_output'
  | 'payload_mismatch'
  | 'payload_too_large'
  | 'invalid_block'
  | 'invalid_certificate'
  | 'invalid_delay_proof'
  | 'supply_broken'
  | 'unknown_stake'
  | 'stake_refused'
  | 'invalid_evidence'
  | 'invalid_award'

/** The one error class of the protocol floor: a code for programs, a sentence for people, typed details beside it. */
export class ProtocolError extends Error {
  readonly code: ProtocolErrorCode
  readonly details: Readonly<Record<string, string | number>>

  constructor(code: ProtocolErrorCode, message: string, details: Record<string, string | number> = {}) {
    super(message)
    this.name = 'ProtocolError'
    this.code = code
    this.details = details
  }
}

/** What `run` returns; undefined when the rules refuse what it was given. Any other error is no answer and is thrown on. */
export function unlessRefused<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch (error) {
    if (error instanceof ProtocolError) return undefined
    throw error
  }
}

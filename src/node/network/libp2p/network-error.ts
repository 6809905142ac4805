/** Why the network cannot be opened. */
export type NetworkErrorCode =
  /** An option does not make sense, or two contradict each other. */
  | 'invalid_option'
  /** The file with the node's identity is damaged. */
  | 'corrupt_identity'
  /** None of the addresses can be listened on. */
  | 'cannot_listen'

export class NetworkError extends Error {
  readonly code: NetworkErrorCode

  constructor(code: NetworkErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause })
    this.name = 'NetworkError'
    this.code = code
  }
}

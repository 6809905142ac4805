/** Why a node can take no further part in consensus. */
export type ConsensusErrorCode =
  /** A block that breaks a rule was made final: this software, or more than two thirds of the validators, are wrong. */
  | 'certified_invalid'
  /** A fault in this program. */
  | 'internal'

const MESSAGES: Readonly<Record<ConsensusErrorCode, string>> = {
  certified_invalid: 'more than two thirds of the validators made a block final that breaks a rule',
  internal: 'consensus on this node failed',
}

export class ConsensusError extends Error {
  readonly code: ConsensusErrorCode
  /** The height that was being decided. */
  readonly height: number

  constructor(code: ConsensusErrorCode, height: number, cause: unknown) {
    super(`${MESSAGES[code]} (block ${height})`, { cause })
    this.name = 'ConsensusError'
    this.code = code
    this.height = height
  }
}

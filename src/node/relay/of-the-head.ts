import { ProtocolError, type ProtocolErrorCode } from '../../protocol/errors.ts'

const OF_THE_HEAD: ReadonlySet<ProtocolErrorCode> = new Set<ProtocolErrorCode>([
  ...(['unknown_input', 'unknown_stake', 'stake_refused', 'invalid_award'] as const),
])

/**
 * Whether a refusal says that whoever sent the transaction should have known better. It does not where the transaction was
 * right when it was sent: a coin or a deposit may be in a block that this node has not seen yet, another may have changed the
 * stake, and what is spent or finds no room here is nobody's fault. All else was wrong from the beginning.
 */
export function isInvalidInItself(error: Error): error is ProtocolError {
  return error instanceof ProtocolError && !OF_THE_HEAD.has(error.code)
}

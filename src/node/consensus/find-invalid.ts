/** Which of many signatures do not hold: told by this thread where it is fast enough, else by another. */
import { type BlsSigned, blsBackend, blsFindInvalid } from '../../protocol/crypto/bls.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'

/** So few signatures are verified on this thread if they are native: about a millisecond each. */
export const FEW_VOTES = 8

/**
 * @param mayBeHere whether this thread may do it if signatures are native
 * @returns the places of those that do not hold
 * @throws WorkerError when threads have no time
 */
export async function findInvalid(
  signed: readonly BlsSigned[],
  workers: NodeWorkers,
  signal: AbortSignal,
  mayBeHere = signed.length <= FEW_VOTES,
): Promise<number[]> {
  if (mayBeHere && blsBackend().name === 'blst') return blsFindInvalid(signed)
  return workers.run('invalidVotes', signed, signal)
}

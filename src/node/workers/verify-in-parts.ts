/** Many transactions checked at once: as many parts as there can be threads, each as one multiscalar multiplication. */
import type { NodeLimits } from '../limits.ts'
import type { NodeWorkers } from './node-workers.ts'
import { inParts } from './parts.ts'
import type { RefusedItem, VerifyJob } from './verify.ts'

/**
 * The items that are refused, in their order; empty when all hold.
 * @throws WorkerError, or the reason of the signal.
 */
export async function verifyInParts(
  { items, ...network }: VerifyJob,
  workers: NodeWorkers,
  { verifyPart }: Pick<NodeLimits, 'verifyPart'>,
  signal?: AbortSignal,
): Promise<RefusedItem[]> {
  const parts = inParts(items, workers.threads, verifyPart)
  const results = await Promise.all(
    parts.map((part) => workers.run('verify', { ...network, items: part }, signal)),
  )
  const refused: RefusedItem[] = []
  let before = 0
  for (const [part, result] of results.entries()) {
    for (const one of result.refused) refused.push({ ...one, index: before + one.index })
    before += parts[part]!.length
  }
  return refused
}

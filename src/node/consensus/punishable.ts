/** Which contradictions somebody would still be punished for. */
import { ProtocolError } from '../../protocol/errors.ts'
import { courtOf } from '../../protocol/execute.ts'
import { type Evidence, judge } from '../../protocol/stake/evidence.ts'
import { StakeRun } from '../../protocol/stake/run.ts'
import { epochOf } from '../../protocol/stake/schedule.ts'
import { slash } from '../../protocol/stake/slashing.ts'
import { withWork } from '../../protocol/stake/work.ts'
import type { Chain } from '../chain/chain.ts'
import { stakeViewOf } from '../workers/view.ts'
import type { Charge } from './evidence-pool.ts'

/** What somebody would be punished for. */
export type Punishable = Charge & { readonly evidence: Evidence }

/**
 * Those of `evidence`, in order, that the block after the head may carry together: each is still answered for, and each
 * adds something to what was told before it. Signatures are not verified here: they have been when a contradiction was found, or will be.
 * @throws StoreError
 */
export async function punishable(
  chain: Pick<Chain, 'state' | 'params' | 'stakeFor'>,
  evidence: readonly Evidence[],
): Promise<Punishable[]> {
  if (evidence.length === 0) return []
  const { state, params } = chain
  const fetched = await chain.stakeFor([], evidence).catch((error) => {
    // A block that came meanwhile may have been the last one that somebody answers for.
    if (chain.state !== state) return undefined
    throw error
  })
  if (!fetched) return []
  const { findEntry, setAt } = stakeViewOf(fetched)
  const court = { ...courtOf(state, setAt, params), verify: () => true }
  const run = new StakeRun(state.stake, findEntry)
  return evidence.flatMap((one) => {
    let isNew = false
    try {
      const verdict = judge(one, court)
      const step = withWork(run.state, run.find, params.stake, (work) => {
        isNew = slash(work, verdict)
      })
      if (isNew) run.take(step)
      const { key, height, share } = verdict
      return isNew ? [{ evidence: one, key, epoch: epochOf(height, params.stake), share }] : []
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
      return []
    }
  })
}

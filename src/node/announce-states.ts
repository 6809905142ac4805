/**
 * Tells of the state in an event of `chain.status`: now, with the next block after it has changed, and while it catches up every
 * few seconds.
 */
import type { NodeState } from './api.ts'
import type { Clock } from './clock.ts'
import type { Core } from './core.ts'

/** Milliseconds between two events that tell how far it has come. */
const PROGRESS_INTERVAL = 5_000

export async function announceStates(
  core: Core,
  clock: Pick<Clock, 'now'>,
  current: () => NodeState,
): Promise<void> {
  const { store, events, chain, sync } = core
  let announced: NodeState | undefined
  let last = Number.NEGATIVE_INFINITY
  const announce = async () => {
    const state = current()
    const { progress } = sync
    const now = clock.now()
    if (state === announced && !(progress && now >= last + PROGRESS_INTERVAL)) return
    announced = state
    last = now
    const event = {
      state,
      height: chain.height,
      syncing: isSyncing(core),
      ...(progress && { sync: progress }),
    }
    await store.transact((batch) => events.append(batch, [{ topic: 'chain.status', event }]))
  }
  await announce()
  // A store that cannot be written reports that itself.
  chain.onCommit(() => void announce().catch(() => {}))
}

/** Whether the node knows that it is behind. */
export function isSyncing({ sync }: Pick<Core, 'sync'>): boolean {
  return sync.progress !== undefined
}

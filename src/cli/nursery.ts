/**
 * The nursery of the heap, where objects begin. Kept at a megabyte it makes an idle node 30 MB smaller; a busy one spends up to
 * a third of its main thread emptying it. So it may grow once the node is busy, up to `--max-semi-space-size`.
 */
import { performance } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'

/** Milliseconds between two looks at how busy this thread is. */
const LOOK = 2_000
/** Share of the time for which a node counts as busy. */
const BUSY = 0.25

/** Keeps it small: no limit can be given here, since the heap is made by now, but how fast it grows can. */
export function keepNurserySmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
}

/** Lets it grow while this thread is busy, until the signal is aborted. */
export function tendNursery(signal: AbortSignal): void {
  let last = performance.eventLoopUtilization()
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization()
    const { utilization } = performance.eventLoopUtilization(now, last)
    last = now
    if (utilization > BUSY) setFlagsFromString('--semi-space-growth-factor=2')
    else keepNurserySmall()
  }, LOOK).unref()
  signal.addEventListener('abort', () => clearInterval(timer), { once: true })
}

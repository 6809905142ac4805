/**
 * The heap of a node that has nothing to do is kept small, at some cost in speed that it does not feel.
 *
 * Its nursery, where objects begin, kept at a megabyte makes an idle node 30 MB smaller; a busy one spends up to a third of
 * its main thread emptying it. And V8 lets garbage lie until the heap has grown by as much again as is alive, unless it is told
 * to care for size: starting a node leaves 30 MB that way, and an idle one makes so little garbage that nobody would come for
 * it. So both change with how busy the node is; the nursery may grow up to `--max-semi-space-size`.
 */
import { performance } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Milliseconds between two looks at how busy this thread is. */
const LOOK = 2_000
/** Share of the time for which a node counts as busy: as its event loop sees it, which waits for processors as well. */
const BUSY = 0.25
/** Share of a processor that this thread uses while it is idle. */
const IDLE = 0.1
/** Looks in a row until it is believed that the node is no longer busy: work often comes in bursts. */
const LOOKS = 5

/** For the start: no limit can be given here, since the heap is made by now, but how fast it grows can. */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--optimize-for-size')
}

/** Lets it grow while this thread is busy, and takes the garbage out when that is over, until the signal is aborted. */
export function tendHeap(signal: AbortSignal): void {
  let last = performance.eventLoopUtilization()
  let used = process.threadCpuUsage()
  let [quiet, idle] = [0, 0]
  let collected = false
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization()
    const { utilization } = performance.eventLoopUtilization(now, last)
    last = now
    const { user, system } = process.threadCpuUsage(used)
    used = process.threadCpuUsage()
    quiet = utilization > BUSY ? 0 : quiet + 1
    idle = quiet > 0 && (user + system) / 1_000 < IDLE * LOOK ? idle + 1 : 0
    if (quiet === 0) {
      letHeapGrow()
      collected = false
    } else if (quiet === LOOKS) keepHeapSmall()
    if (idle < LOOKS || collected) return
    collectGarbage()
    collected = true
  }, LOOK).unref()
  signal.addEventListener('abort', () => clearInterval(timer), { once: true })
}

/** The nursery by one step to its limit: V8 takes one only after much has survived, and doubling it would take seconds. */
function letHeapGrow(): void {
  setFlagsFromString('--semi-space-growth-factor=16')
  setFlagsFromString('--no-optimize-for-size')
}

/** All of it at once: some 60 ms in which nobody is answered, once after each time that was busy. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

/** Time as the node sees it. Nothing in the node asks the machine for the time or waits except through a clock. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number
  /** Resolves after `ms` milliseconds of this clock. @throws the signal's reason when it is aborted first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** A clock whose time can be moved forward, as `dev.time` does. */
export type AdjustableClock = Clock & {
  /** Moves the time forward by `ms` milliseconds and wakes those who have slept long enough. */
  advance(ms: number): void
}

/** Longest wait Node's timers take; longer ones are cut into pieces. */
const MAX_TIMER = 2 ** 31 - 1

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => createAdjustableClock().sleep(ms, signal),
}

/**
 * The machine's time plus an offset that starts at zero. Waits do not depend on what the machine takes for the time: one
 * that is put back by an hour does not make everybody wait for an hour.
 */
export function createAdjustableClock(): AdjustableClock {
  let offset = 0
  const sleepers = new Set<() => void>()
  const passed = () => performance.now() + offset
  return {
    now: () => Date.now() + offset,
    sleep: (ms, signal) => {
      const until = passed() + ms
      return wait(signal, (wake) => {
        let timer: NodeJS.Timeout | undefined
        const check = () => {
          clearTimeout(timer)
          const left = until - passed()
          if (left <= 0) wake()
          else timer = setTimeout(check, Math.min(Math.ceil(left), MAX_TIMER))
        }
        sleepers.add(check)
        check()
        return () => {
          clearTimeout(timer)
          sleepers.delete(check)
        }
      })
    },
    advance: (ms) => {
      if (!(ms >= 0)) throw new RangeError('time moves forward')
      offset += ms
      for (const check of [...sleepers]) check()
    },
  }
}

/** A clock that stands still until it is driven: for tests and simulations. */
export function createManualClock(start = Date.UTC(2030, 0, 1)): AdjustableClock {
  let time = start
  const sleepers = new Set<{ until: number; wake: () => void }>()
  return {
    now: () => time,
    sleep: (ms, signal) =>
      wait(signal, (wake) => {
        if (ms <= 0) {
          wake()
          return () => {}
        }
        const sleeper = { until: time + ms, wake }
        sleepers.add(sleeper)
        return () => sleepers.delete(sleeper)
      }),
    advance: (ms) => {
      if (!(ms >= 0)) throw new RangeError('time moves forward')
      const end = time + ms
      for (;;) {
        const next = [...sleepers].reduce<{ until: number; wake: () => void } | undefined>(
          (first, sleeper) =>
            sleeper.until <= end && (!first || sleeper.until < first.until) ? sleeper : first,
          undefined,
        )
        if (!next) break
        time = Math.max(time, next.until)
        sleepers.delete(next)
        next.wake()
      }
      time = end
    },
  }
}

/** A promise that `start` wakes, or the signal rejects; what `start` returns cleans up after either. */
function wait(signal: AbortSignal | undefined, start: (wake: () => void) => () => void): Promise<void> {
  if (signal?.aborted) return Promise.reject(signal.reason)
  return new Promise((resolve, reject) => {
    let stop = () => {}
    let over = false
    const finish = (settle: () => void) => {
      if (over) return
      over = true
      signal?.removeEventListener('abort', abort)
      stop()
      settle()
    }
    const abort = () => finish(() => reject(signal?.reason))
    signal?.addEventListener('abort', abort, { once: true })
    stop = start(() => finish(resolve))
    if (over) stop()
  })
}

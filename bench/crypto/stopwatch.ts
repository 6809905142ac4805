/**
 * Time by the clock, less the time in which this thread was ready and waited for a processor: what other processes take
 * does not count. Linux says how long that was, to the nanosecond; elsewhere it is the time by the clock.
 */
import { readFileSync } from 'node:fs'

/** Milliseconds within which an undisturbed look at the statistics is over. */
const LOOK = 0.2

/** Starts. @returns reads: milliseconds since */
export function stopwatch(): () => number {
  let [before, start] = look()
  // who is interrupted while looking does not know on which side of the start that was
  for (let tries = 0; start.took > LOOK && tries < 10; tries++) [before, start] = look()
  return () => {
    const end = performance.now()
    const [after, { took }] = look()
    return Math.max(0, end - start.now - (after - before - (took > LOOK ? took : 0)))
  }
}

function look(): [wait: number, time: { now: number; took: number }] {
  const begin = performance.now()
  const wait = waited()
  const now = performance.now()
  return [wait, { now, took: now - begin }]
}

/** Of this thread: nanoseconds at work, nanoseconds waiting for a processor, turns. */
const STATISTICS = '/proc/thread-self/schedstat'

/** Milliseconds that this thread has waited for a processor since it began. */
export function waited(): number {
  if (process.platform !== 'linux') return 0
  return Number(readFileSync(STATISTICS, 'latin1').split(' ')[1]) / 1e6
}

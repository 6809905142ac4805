/** The clock of a world in which many wait: it goes from one thing that is due to the next, and lets all come to rest between. */
import type { Clock } from '../../../src/node/clock.ts'
import { Agenda, MILLISECOND } from '../../sim/agenda.ts'

export type DrivenClock = Clock & {
  /** Has `action` done in `ms` milliseconds. */
  after(ms: number, action: () => void): void
  /** Lets so many milliseconds pass. */
  pass(ms: number): Promise<void>
}

/** Turns of the event loop until whatever an action sets off has come to rest: one for those that wait a turn, and one more. */
const TURNS = 2

export function createDrivenClock(start = Date.UTC(2030, 0, 1)): DrivenClock {
  const agenda = new Agenda()
  const after = (ms: number, action: () => void) => agenda.after(ms * MILLISECOND, action)
  const rest = async () => {
    for (let turn = 0; turn < TURNS; turn++) await new Promise((resolve) => setImmediate(resolve))
  }
  return {
    now: () => start + agenda.now / MILLISECOND,
    after,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted()
        const abort = () => reject(signal?.reason)
        signal?.addEventListener('abort', abort, { once: true })
        after(ms, () => {
          signal?.removeEventListener('abort', abort)
          resolve()
        })
      }),
    pass: async (ms) => {
      let isOver = false
      after(ms, () => {
        isOver = true
      })
      await rest()
      while (!isOver) {
        const now = agenda.next
        while (agenda.next === now && agenda.step());
        await rest()
      }
    },
  }
}

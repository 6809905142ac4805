/** Forgets what it signed and starts again, as a validator does whose backup was put back. */
import { MILLISECOND } from '../agenda.ts'
import type { Behaviour, Tools } from '../behaviour.ts'

/** Longest time between two losses. */
const LONGEST = 2_000

export function amnesiac({ world, node, chance }: Tools): Behaviour {
  return {
    started() {
      world.agenda.after(chance.whole(50, LONGEST) * MILLISECOND, () => {
        if (!node.alive) return
        node.crash(0, chance.below(50) * MILLISECOND, 'with loss of memory')
        node.forget()
      })
    },
  }
}

/** Sends what it heard before again, its own and others', to anybody. */
import { MILLISECOND } from '../agenda.ts'
import type { Behaviour, Tools } from '../behaviour.ts'

const REMEMBERED = 300
const PERIOD = 40 * MILLISECOND

export function replayer({ world, node, chance }: Tools): Behaviour {
  const memory: Uint8Array[] = []
  let running = false
  const replay = (): void => {
    world.agenda.after(PERIOD, replay)
    if (!node.alive || memory.length === 0) return
    const to = chance.below(world.nodeCount)
    if (to !== node.index) for (let i = 0; i < 3; i++) node.send(chance.pick(memory), to)
  }
  return {
    heard(_from, _message, bytes) {
      // Old messages stay for long, whatever comes.
      if (memory.length < REMEMBERED) memory.push(bytes)
      else memory[chance.below(REMEMBERED)] = bytes
    },
    started() {
      if (!running) replay()
      running = true
    },
  }
}

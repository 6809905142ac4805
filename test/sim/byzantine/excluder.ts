/** Leaves a rival's votes out of the blocks it makes, to have it miss the award, and keeps every other rule. */
import type { Behaviour, Tools } from '../behaviour.ts'
import { leaveOut, rivalOf } from './leave-out.ts'

export function excluder({ world, node }: Tools): Behaviour {
  const rival = rivalOf(world.config)
  return { reports: (place) => leaveOut(rival, world, node.state, place) }
}

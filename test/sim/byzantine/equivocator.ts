/** Signs two votes or proposals where one is allowed, and shows each half of the others a different one. */
import type { ConsensusMessage } from '../../../src/protocol/consensus/messages.ts'
import { type Behaviour, isSecondHalf, type Tools } from '../behaviour.ts'

export function equivocator({ world, node, chance, forger }: Tools): Behaviour {
  const others = new Map<string, ConsensusMessage>()
  const share = chance.pick([0.3, 1])
  // The same two stories every time they are told.
  const other = (slot: string, make: () => ConsensusMessage): ConsensusMessage => {
    const message = others.get(slot) ?? make()
    others.set(slot, message)
    return message
  }
  const second = (message: ConsensusMessage): ConsensusMessage => {
    if (message.type === 'vote') {
      const { kind, height, round, blockId } = message.vote
      return other(`${kind} ${height}/${round}`, () => {
        if (!chance.happens(share)) return message
        return forger.vote({ kind, height, round, blockId: blockId ? undefined : world.app.genesis.id })
      })
    }
    if (message.type !== 'proposal') return message
    const { height, round, validRound } = message.proposal
    return other(`proposal ${height}/${round}`, () => {
      if (!chance.happens(share) || node.state.height + 1 !== height || validRound !== -1) return message
      const block = world.app.build(node.state, node.place(round), chance.next)
      return forger.proposal({ height, round, validRound }, block)
    })
  }
  return {
    outgoing: (message, to) => [{ message: isSecondHalf(world, to) ? second(message) : message, delay: 0 }],
  }
}

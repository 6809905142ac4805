/**
 * Proposes invalid blocks, votes for what is invalid, claims heights that are not there, hands out false certificates and
 * speaks in the name of others.
 */
import type { ConsensusMessage } from '../../../src/protocol/consensus/messages.ts'
import type { Behaviour, Outgoing, Tools } from '../behaviour.ts'

export function liar({ world, node, chance, forger }: Tools): Behaviour {
  const share = chance.pick([0.5, 1])
  const lies = (message: ConsensusMessage): ConsensusMessage[] => {
    if (!chance.happens(0.2)) return []
    if (message.type === 'vote') {
      const { vote } = message
      const another = chance.below(world.config.roles.length)
      return [
        // Another's name under its own signature.
        { type: 'vote', vote: { ...vote, validator: another } },
        { type: 'vote', vote: { ...vote, round: vote.round + 1 } },
        forger.vote({ ...vote, height: vote.height + chance.whole(1, 3) }),
        forger.vote({ ...vote, blockId: world.app.genesis.id }),
      ]
    }
    const height = node.state.height + chance.pick([1, 1, 2, 100])
    return [
      { type: 'status', height, round: chance.below(100) },
      {
        type: 'certified',
        height: node.state.height + 1,
        block: world.app.build(node.state, node.place(0), chance.next),
        certificate: {
          round: 0,
          claim: new Uint8Array(0),
          bitmap: new Uint8Array(Math.ceil(world.config.roles.length / 8)).fill(0xff),
          signature: new Uint8Array(96).fill(7),
        },
      },
    ]
  }
  return {
    believesAnything: true,
    build: (place) =>
      chance.happens(share) ? world.app.buildInvalid(node.state, place, chance.next) : undefined,
    outgoing: (message): Outgoing[] => [message, ...lies(message)].map((one) => ({ message: one, delay: 0 })),
  }
}

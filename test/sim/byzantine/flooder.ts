/** Sends masses of stale, premature, oversized and broken messages: nobody's memory may grow by it. */
import type { ConsensusMessage } from '../../../src/protocol/consensus/messages.ts'
import { MILLISECOND } from '../agenda.ts'
import type { Behaviour, Tools } from '../behaviour.ts'

const PERIOD = 100 * MILLISECOND
const AT_ONCE = 40
const BIG_BLOCK = 10_000

export function flooder({ world, node, chance, forger }: Tools): Behaviour {
  let running = false
  /** Opened so far: each message comes by another one. */
  let connections = 0
  const bytes = (length: number) => Uint8Array.from({ length }, () => chance.below(256))
  const height = () => Math.max(1, node.state.height + chance.pick([-2, 0, 1, 1, 1, 2, 2, 3, 1_000_000]))
  const round = () => (chance.happens(0.6) ? chance.below(2 ** 31) : chance.pick([0, 1, 2, 3, 10]))
  const vote = (): ConsensusMessage =>
    forger.vote({
      kind: chance.pick(['prevote', 'precommit'] as const),
      height: height(),
      round: round(),
      blockId: chance.happens(0.3) ? undefined : bytes(32),
    })
  const stolen = (): ConsensusMessage => {
    const message = vote()
    if (message.type !== 'vote') return message
    const validator = chance.pick([chance.below(world.config.roles.length), chance.below(5_000), 2 ** 32 - 1])
    return {
      type: 'vote',
      vote: { ...message.vote, height: node.state.height + chance.whole(1, 2), validator },
    }
  }
  const kinds: (() => ConsensusMessage | Uint8Array)[] = [
    vote,
    vote,
    () => forger.vote({ kind: 'prevote', height: node.state.height + 1, round: round(), blockId: undefined }),
    // In the name of others, of whom not all exist.
    stolen,
    stolen,
    () => forger.proposal({ height: height(), round: round(), validRound: -1 }, bytes(chance.below(200))),
    () =>
      forger.proposal({ height: node.state.height + 2, round: 0, validRound: -1 }, new Uint8Array(BIG_BLOCK)),
    () => ({ type: 'status', height: height(), round: round() }),
    () => ({ type: 'request', height: height() }),
    () => bytes(chance.below(300)),
    // A good beginning, cut off or with something behind it.
    () => world.code.messages.encodeMessage(vote()).subarray(0, chance.below(100)),
    () => new Uint8Array([...world.code.messages.encodeMessage(vote()), 0]),
  ]
  // In half of the runs it concentrates on one kind of junk.
  const favourite = chance.happens(0.5) ? chance.pick(kinds) : undefined
  const flood = (): void => {
    world.agenda.after(PERIOD, flood)
    if (!node.alive) return
    const to = chance.below(world.nodeCount)
    if (to === node.index) return
    for (let i = 0; i < AT_ONCE; i++) {
      connections += 1
      node.send((favourite ?? chance.pick(kinds))(), to, `${node.index}/${connections}`)
    }
  }
  return {
    started() {
      if (!running) flood()
      running = true
    },
  }
}

/**
 * Turns the rounds of validators that hear few. All the time it says votes of rounds nobody has come to yet, and proposes in those
 * that it leads, so that whoever hears hardly anybody else follows it: then claims of silence would weigh earlier than the
 * schedule says. Turners of a run do so together.
 */
import type { ConsensusMessage } from '../../../src/protocol/consensus/messages.ts'
import { MILLISECOND } from '../agenda.ts'
import type { Behaviour, Tools } from '../behaviour.ts'
import { chanceOf } from '../chance.ts'

const PERIOD = 50 * MILLISECOND
const LATEST_ROUND = 2 ** 31 - 2

export function turner({ world, node, chance, forger }: Tools): Behaviour {
  /** Alike for all turners. */
  const plan = chanceOf(world.config.seed, 'turn')
  /** So far ahead of the others: they follow one step at a time, or are led on for ever. */
  const ahead = plan.pick([1, 1, 2, 3, LATEST_ROUND])
  /** In part of the runs one honest validator at a time is led on, and the others by it. */
  const oneByOne = plan.happens(0.4)
  /** In part of the runs what it votes itself goes out as well. */
  const votes = plan.happens(0.5)
  let running = false
  let turn = 0
  /** Where the honest stand. */
  let furthest = { height: 0, round: 0 }

  const said = (height: number, round: number): ConsensusMessage[] => {
    const kind = chance.pick(['prevote', 'precommit'] as const)
    const vote = forger.vote({ kind, height, round, blockId: undefined })
    const { state } = node
    if (state.leader(round) !== world.positionOf(state, node.validator) || round === LATEST_ROUND)
      return [vote]
    const block = world.app.build(state, node.place(round), chance.next)
    return [vote, forger.proposal({ height, round, validRound: -1 }, block)]
  }

  const lead = (): void => {
    world.agenda.after(PERIOD, lead)
    const height = node.state.height + 1
    if (!node.alive || world.positionOf(node.state, node.validator) === undefined) return
    if (furthest.height !== height) furthest = { height, round: 0 }
    turn += 1
    const messages = said(height, Math.min(furthest.round + ahead, LATEST_ROUND))
    node.others((to) => {
      if (oneByOne && turn % world.nodeCount !== to) return
      for (const message of messages) node.send(message, to)
    })
  }

  return {
    heard(_from, message) {
      if (message.type !== 'vote' || message.vote.height !== node.state.height + 1) return
      const { height, round, validator } = message.vote
      const key = node.state.keys[validator]
      if (key === undefined || !world.isHonest(world.holderOf(key))) return
      if (furthest.height !== height || furthest.round < round) furthest = { height, round }
    },
    started() {
      if (!running) lead()
      running = true
    },
    outgoing: (message) => (message.type === 'vote' && !votes ? [] : [{ message, delay: 0 }]),
  }
}

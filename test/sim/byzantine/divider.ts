/**
 * Wants honest validators to lock on different blocks. Leading a round it leaves out one of them, so that the others'
 * prevotes do not suffice, and shows its own to a single one, which then sees two thirds that nobody else sees, and locks.
 * In the round after it does the same with another. In all other rounds it is silent, and from some time before the
 * network calms down for ever: the honest must find together without it.
 */
import { type Proposal, targetOf } from '../../../src/protocol/consensus/messages.ts'
import { MILLISECOND } from '../agenda.ts'
import type { Behaviour, Tools } from '../behaviour.ts'
import { type Chance, chanceOf } from '../chance.ts'
import { FalseClaims } from './false-claim.ts'

/** Its prevotes arrive within this time. */
const HASTE = 150 * MILLISECOND

export function divider(tools: Tools): Behaviour {
  const { world, node, forger } = tools
  const claims = new FalseClaims(tools)
  const { seed, roles } = world.config
  const honest = [...roles.keys()].filter((i) => roles[i] === undefined)
  /** In part of the runs it also pretends that what it proposes was prevoted for before. */
  const pretends = chanceOf(seed, 'pretence').happens(0.5)
  const silentFrom = world.calm * chanceOf(seed, 'silence').between(0.5, 1)
  const answered = new Set<string>()
  /** Alike for all dividers. */
  const luck = (height: number, round: number): Chance => chanceOf(seed, `divide ${height}/${round}`)
  const leads = (round: number) =>
    round >= 0 && roles[world.holderOf(node.state.keys[node.state.leader(round)]!)] === 'divider'
  const isSilent = () => world.agenda.now >= silentFrom
  const favour = (proposal: Proposal): void => {
    const { height, round } = proposal
    const place = `${height}/${round}`
    if (answered.has(place) || height !== node.state.height + 1) return
    answered.add(place)
    if (!leads(round) && !leads(round - 1)) return
    const [, favoured] = luck(height, round).some(honest, 2)
    const vote = forger.vote({ kind: 'prevote', height, round, blockId: targetOf(proposal) })
    node.later(node.chance.below(HASTE), () => node.send(vote, favoured!))
  }
  return {
    believesAnything: true,
    heard(_from, message) {
      if (message.type !== 'proposal' || isSilent()) return
      claims.hear(message.proposal)
      favour(message.proposal)
    },
    outgoing(message, to) {
      if (isSilent() || message.type === 'vote') return []
      if (message.type !== 'proposal') return [{ message, delay: 0 }]
      const shown = pretends ? claims.instead(message) : message
      if (shown.type === 'proposal') favour(shown.proposal)
      const { height, round } = message.proposal
      const [left] = luck(height, round).some(honest, 2)
      return to === left ? [] : [{ message: shown, delay: 0 }]
    },
  }
}

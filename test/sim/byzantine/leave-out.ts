/** A block's report of who voted, without some: what a leader does that wants its rivals to look absent. */
import { type Certificate, silenceOf } from '../../../src/protocol/certificate.ts'
import { sameBlock } from '../../../src/protocol/consensus/messages.ts'
import { withBits } from '../../../src/protocol/stake/bitmap.ts'
import { isQuorumUnder, voteTarget, weightsUnder } from '../../../src/protocol/stake/leak.ts'
import { epochOf } from '../../../src/protocol/stake/schedule.ts'
import type { AppState, BlockPlace } from '../app.ts'
import { chanceOf } from '../chance.ts'
import { stakeParams } from '../stake-config.ts'
import type { World } from '../world.ts'

/** The validator that all censors of a run would have look absent. */
export function rivalOf({ seed, roles }: World['config']): number | undefined {
  const honest = [...roles.keys()].filter((validator) => roles[validator] === undefined)
  return honest.length === 0 ? undefined : chanceOf(seed, 'rival').pick(honest)
}

/** The place with none of the rival's votes, in the certificate only where the others' suffice. */
export function leaveOut(
  rival: number | undefined,
  world: World,
  state: AppState,
  place: BlockPlace,
): BlockPlace {
  const { staking, silenceRules } = world.config
  const position = world.positionOf(state, rival)
  if (!staking || position === undefined || !place.certificate) return place
  const params = stakeParams(staking, silenceRules)
  // The first certificate of an epoch is that of the validators before.
  if (epochOf(state.height, params) !== epochOf(state.height + 1, params)) return place
  const votes = place.known.votes.filter(({ validator }) => validator !== position)
  const certificate = joined(world, state, place.certificate, votes)
  return { ...place, certificate: certificate ?? place.certificate, known: { ...place.known, votes } }
}

function joined(
  { signatures, config }: World,
  { height, id, certifiers }: AppState,
  certificate: Certificate,
  votes: BlockPlace['known']['votes'],
): Certificate | undefined {
  const target = voteTarget(id, certificate.claim)
  const those = votes.filter(
    (vote) =>
      vote.height === height &&
      vote.round === certificate.round &&
      vote.blockId &&
      sameBlock(vote.blockId, target),
  )
  const signers = [...new Set(those.map(({ validator }) => validator))]
  const bitmap = withBits(certifiers.length, signers)
  const weights = weightsUnder(certifiers, silenceOf(certificate), config.silenceRules)
  if (!isQuorumUnder(weights, bitmap)) return undefined
  return {
    ...certificate,
    bitmap,
    signature: signatures.aggregate(those.map(({ signature }) => signature)),
  }
}

/** Why the rules of staking refuse an operation, in words and numbers for whoever asked for it. */
import type { ProtocolError } from '../../protocol/errors.ts'
import type { Operation } from '../../protocol/stake/operation.ts'
import type { StakeParams } from '../../protocol/stake/params.ts'
import { findRecord, type StakeState } from '../../protocol/stake/state.ts'
import { NodeError } from '../errors.ts'

type Refused = {
  readonly operation: Operation
  readonly stakeId: string
  readonly state: Pick<StakeState, 'records'>
}

/** @param error `unknown_stake`, `stake_refused`, or `invalid_award` of a draw that has ended meanwhile. */
export function stakeRefusal(
  error: ProtocolError,
  { operation, stakeId, state }: Refused,
  params: StakeParams,
): NodeError {
  if (error.code === 'unknown_stake') return new NodeError('unknown_stake', { stakeId })
  if (error.code === 'invalid_award') return new NodeError('no_draw', { state: 'open' })
  const rule = String(error.details.rule)
  const { minStake, minDeposit, commissionStep } = params
  const record = 'validator' in operation ? findRecord(state.records, operation.validator) : undefined
  const refused = (explanation: string) => new NodeError('stake_refused', { rule, explanation })
  switch (rule) {
    case 'min_stake': {
      const of = operation.type === 'register' ? 'own_stake' : 'own_rest'
      return new NodeError('below_minimum', { minimum: minStake, of })
    }
    case 'min_deposit':
      return new NodeError('below_minimum', {
        minimum: minDeposit,
        of: operation.type === 'unbond' ? 'rest' : 'deposit',
      })
    case 'frozen':
      return new NodeError('stake_frozen', { stakeId })
    case 'commission_step': {
      if (!record || operation.type !== 'configure') break
      const limit = record.commission + commissionStep
      const { commission: asked } = operation
      const explanation = `A commission rises by at most ${percent(commissionStep)} a change: it is ${percent(record.commission)} and may become ${percent(limit)}, and ${percent(asked)} was asked for.`
      return new NodeError('stake_refused', { rule, explanation, limit, asked })
    }
    case 'announced': {
      const { from = 0, commission = 0 } = record?.announced ?? {}
      return refused(
        `One change of commission at a time: ${percent(commission)} is announced for epoch ${from}. Ask again then.`,
      )
    }
    case 'status':
      if (operation.type === 'resume') return refused('It is not suspended: there is nothing to end.')
      if (operation.type === 'deposit')
        return refused('This validator takes no deposits: it is leaving, or frozen.')
      return refused('This validator is leaving, or frozen: nothing of it changes any more.')
    case 'last_validator':
      return refused('The last active validator cannot leave: nobody would be there to make a block.')
    case 'rotating':
      return refused('One change of key at a time: the new key votes from the next epoch on. Ask again then.')
    case 'key_used':
      return refused('Each validator key is registered once for all time, and this one was.')
    case 'registry_full':
      return refused('There is no room for another validator unless it brings more than the least one has.')
  }
  return refused(`It was refused because of this: ${error.message}.`)
}

/** `2.5 %` of basis points. */
function percent(points: number): string {
  return `${(points / 100).toFixed(2).replace(/\.?0+$/, '')} %`
}

/** The command that tells what an account has staked. */
import type { Stake } from '../../sdk/index.ts'
import { aboutAccount } from '../account/about-account.ts'
import { pageOf } from '../page-of.ts'
import { coins, moment, print, table } from '../print.ts'
import { OUTSIDE } from './outside.ts'
import { SHORT } from './short.ts'
import { typeOf } from './stake-type.ts'
import { whyRefused } from './why-refused.ts'

export const list = aboutAccount({
  name: 'stake list',
  summary: 'What an account has staked',
  about: [
    'With what is on its way out. A prize and a bounty (for the proof of a draw’s delay) are what awards brought, a bond is what came back of evidence: they were never staked, and stay until stegos stake withdraw takes them.',
  ],
  options: ['limit', 'oldest', 'cursor'],
  examples: [['stegos stake list', 'Of the only account, the newest first.']],
  async run({ accountId }, invocation, client) {
    const page = await client.stake.list(
      { accountId, ...pageOf(invocation) },
      { signal: invocation.io.signal },
    )
    print(invocation, page, () =>
      table(
        ['Stake', 'Type', 'Status', 'Staked', 'On its way out', 'Released', 'Next (UTC)', 'Validator'],
        page.items.map((stake) => [
          stake.stakeId,
          typeOf(stake),
          statusOf(stake),
          coins(stake.amount),
          coins(sumOf(stake, (released) => !released)),
          coins(sumOf(stake, (released) => released)),
          moment(nextRelease(stake)),
          /^0+$/.test(stake.validatorId) ? '' : stake.validatorId.slice(0, SHORT),
        ]),
        'Nothing is staked. Begin with: stegos stake deposit',
      ),
    )
  },
})

function statusOf({ status, pending, refused, validator }: Stake): string {
  const parts: string[] = [status]
  const idle = status === 'active' && validator && whyIdle(validator)
  if (idle) parts.push(idle)
  if (pending && status !== pending.status) parts.push(`${pending.type} ${pending.status}`)
  if (refused && status !== 'withdrawn')
    parts.push(`${refused.operation} ${whyRefused(refused)} at block ${refused.height}`)
  return parts.join(', ')
}

/** Why a stake that is there earns nothing, or soon will not. */
function whyIdle({ inSet, reason }: NonNullable<Stake['validator']>): string | undefined {
  if (reason) return `earns nothing${inSet ? ' from the next epoch on' : ''}: ${OUTSIDE[reason]}`
  return inSet ? undefined : 'earns from the next epoch on'
}

/** What is on its way out, or has arrived and was not taken. */
function sumOf({ leaving }: Stake, wanted: (released: boolean) => boolean): string {
  const parts = leaving.filter(({ status }) => wanted(status === 'withdrawable'))
  return parts.reduce((sum, { amount }) => sum + BigInt(amount), 0n).toString()
}

/** When the first is released of what still waits. */
function nextRelease({ leaving }: Stake): string | undefined {
  return leaving.find(({ status }) => status === 'unbonding')?.estimatedRelease
}

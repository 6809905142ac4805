/** Commands that tell of stake, validators and the award. */
import type { EligibilityFault, Validator } from '../../sdk/index.ts'
import { CLIENT_OPTIONS, type Command, type Invocation } from '../command.ts'
import { connect } from '../connect.ts'
import { findAccount } from '../find-account.ts'
import { pageOf } from '../page-of.ts'
import { coins, fields, moment, print, table } from '../print.ts'
import { percent } from '../read-amount.ts'
import { OUTSIDE } from './outside.ts'
import { SHORT } from './short.ts'

export const validators = reading({
  name: 'stake validators',
  summary: 'Validators of the network',
  options: ['limit', 'cursor'],
  examples: [['stegos stake validators', 'All of them.']],
  async run(client, invocation) {
    const { limit = 1_000, cursor } = invocation.settings
    const page = await client.stake.validators({ limit, cursor }, { signal: invocation.io.signal })
    print(invocation, page, () =>
      page.items.flatMap((validator) => [...describeValidator(validator), '']).slice(0, -1),
    )
  },
})

export const epoch = reading({
  name: 'stake epoch',
  summary: 'The present epoch',
  examples: [['stegos stake epoch', 'How far it has come, and who is in its set.']],
  async run(client, invocation) {
    const now = await client.stake.epoch({}, { signal: invocation.io.signal })
    print(invocation, now, () => [
      ...fields([
        ['Epoch', now.epoch],
        ['Award period', now.period],
        ['Blocks', `${now.firstHeight} to ${now.lastHeight}, ${now.blocksLeft} to come`],
        ['Ends (UTC)', moment(now.estimatedEnd)],
        ['Reward', `${coins(now.reward)} a block`],
        ['Staked', coins(now.totalStake)],
      ]),
      '',
      ...table(
        ['Validator', 'Stake', 'Signed'],
        now.members.map((member) => [
          member.validatorId.slice(0, SHORT),
          coins(member.stake),
          `${member.signed} of ${member.could}`,
        ]),
        'Nobody.',
      ),
    ])
  },
})

export const rewards = reading({
  name: 'stake rewards',
  summary: 'What epochs paid',
  about: [
    'With --account only to validators that the account operates, or has or had stake with, and what of it is the account’s.',
  ],
  options: ['account', 'limit', 'oldest', 'cursor'],
  examples: [['stegos stake rewards', 'The newest first.']],
  async run(client, invocation) {
    const named = invocation.settings.account !== undefined
    const accountId = named ? (await findAccount(client, invocation)).accountId : undefined
    const page = await client.stake.rewards(
      { accountId, ...pageOf(invocation) },
      { signal: invocation.io.signal },
    )
    print(invocation, page, () =>
      table(
        [
          'Epoch',
          'Height',
          'Validator',
          'Reward',
          'Fees',
          'Commission',
          'Signed',
          ...(named ? ['Earned'] : []),
        ],
        page.items.map((paid) => [
          paid.epoch,
          paid.height,
          paid.validatorId.slice(0, SHORT),
          coins(paid.reward),
          coins(paid.fees),
          coins(paid.commission),
          `${paid.signed} of ${paid.could}`,
          ...(paid.earned === undefined ? [] : [coins(paid.earned)]),
        ]),
        'No epoch is over yet.',
      ),
    )
  },
})

export const award = reading({
  name: 'stake award',
  summary: 'The award to come',
  examples: [['stegos stake award', 'The pool, the next draw, and who may win.']],
  async run(client, invocation) {
    const now = await client.stake.award({}, { signal: invocation.io.signal })
    const { nextDraw } = now
    print(invocation, now, () => [
      ...fields([
        ['Pool', coins(now.pool)],
        ['Period', now.period],
        ['Next draw', `of period ${nextDraw.period}, ${nextDraw.state}`],
        ['Frozen at', `block ${nextDraw.freezeHeight}`],
        ['Seeded by', `block ${nextDraw.seedHeight}`],
        ['Amount', coins(nextDraw.amount)],
      ]),
      '',
      ...table(
        ['Validator', 'May win', 'Epochs good', 'To come', 'Why not'],
        now.eligible.map((one) => [
          one.validatorId.slice(0, SHORT) + (one.own ? ' (this node)' : ''),
          one.eligible ? 'yes' : 'no',
          one.good,
          one.ahead,
          whyNot(one.fault),
        ]),
        'Nobody.',
      ),
    ])
  },
})

export const awards = reading({
  name: 'stake awards',
  summary: 'Awards that are over',
  about: ['With --json with all that stegos award verify asks for.'],
  options: ['period', 'limit', 'oldest', 'cursor'],
  examples: [
    ['stegos stake awards', 'The newest first.'],
    ['stegos stake awards --period 3 --json', 'One of them, for stegos award verify.'],
  ],
  async run(client, invocation) {
    const { settings, io } = invocation
    const query = { period: settings.period, ...pageOf(invocation) }
    const page = await client.stake.awards(query, { signal: io.signal })
    print(invocation, page, () =>
      table(
        ['Period', 'Outcome', 'Amount', 'Prize', 'Eligible', 'Winner'],
        page.items.map((record) => [
          record.period,
          record.outcome,
          coins(record.amount),
          coins(record.prize),
          record.eligible.length,
          record.winner === undefined ? '' : record.eligible[record.winner]!.validatorId.slice(0, SHORT),
        ]),
        'No award is over yet.',
      ),
    )
  },
})

export const slashings = reading({
  name: 'stake slashings',
  summary: 'Stake that was burnt',
  options: ['limit', 'oldest', 'cursor'],
  examples: [['stegos stake slashings', 'The newest first.']],
  async run(client, invocation) {
    const page = await client.stake.slashings(pageOf(invocation), { signal: invocation.io.signal })
    print(invocation, page, () =>
      table(
        ['Height', 'What', 'Validator', 'Burnt'],
        page.items.map((one) => [one.height, one.type, one.validatorId, coins(one.burnt)]),
        'None.',
      ),
    )
  },
})

type Reading = Omit<Command, 'run' | 'arguments'> & {
  readonly run: (client: ReturnType<typeof connect>, invocation: Invocation) => Promise<void>
}

/** A command that only asks. */
function reading({ options = [], run, ...command }: Reading): Command {
  return {
    ...command,
    options: [...options, ...CLIENT_OPTIONS],
    async run(invocation) {
      using client = connect(invocation)
      await run(client, invocation)
      return undefined
    },
  }
}

function describeValidator(validator: Validator): string[] {
  const { announced } = validator
  return fields([
    ['Validator', validator.validatorId + (validator.own ? ' (this node)' : '')],
    ['Key', validator.validatorKey],
    ['Status', validator.inSet ? `${validator.status}, in the set` : validator.status],
    ['Next set', validator.reason && `without it: ${OUTSIDE[validator.reason]}`],
    ['Stake', `${coins(validator.stake)}, its operator's ${coins(validator.ownStake)}`],
    ['Commission', percent(validator.commission)],
    ['Announced', announced && `${percent(announced.commission)} from epoch ${announced.from} on`],
    ['Signed', `${validator.signed} of ${validator.could} in this epoch`],
    ['Award', validator.eligible ? 'may win' : whyNot(validator.fault)],
  ])
}

function whyNot(fault: EligibilityFault | undefined): string {
  switch (fault?.reason) {
    case undefined:
      return ''
    case 'not_in_set':
      return `not in the set in epoch ${fault.epoch}`
    case 'attendance':
      return `signed ${fault.signed} of ${fault.could} in epoch ${fault.epoch}`
    case 'slashed':
      return `contradicted itself in epoch ${fault.epoch}`
  }
}

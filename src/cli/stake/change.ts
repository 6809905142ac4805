/** Commands that stake and withdraw. */
import {
  type Account,
  type Client,
  isStegosError,
  listAll,
  type RefusedOperation,
  type Stake,
  type StakeSent,
  waitForStake,
} from '../../sdk/index.ts'
import { aboutAccount } from '../account/about-account.ts'
import { usageError } from '../cli-error.ts'
import type { Invocation } from '../command.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { coins, fields, print } from '../print.ts'
import { readCoins, readPercent } from '../read-amount.ts'
import { findStakeId } from './find-stake.ts'
import { findValidatorKey } from './find-validator.ts'
import { isAwardMoney } from './stake-type.ts'
import { whyRefused } from './why-refused.ts'

export const deposit = aboutAccount({
  name: 'stake deposit',
  summary: 'Stake',
  about: [
    'With a validator, named by its key or the beginning of its id, or with the one of the node. When the node has a validator that is not registered yet, or that has left, this registers it, and the account is its operator. An account that operates the validator adds to its own stake in it.',
    'It earns from the next epoch on, and what it earns is added to it.',
  ],
  arguments: [{ name: 'AMOUNT', about: 'How many STG, with up to six decimal places.' }],
  options: ['validator', 'commission', 'wait', 'idempotency-key'],
  examples: [
    ['stegos stake deposit 1000', 'With the validator of the node.'],
    [
      'stegos stake deposit 250.5 --validator 6a1f0c5e2b7d4839 --wait',
      'With another one, until it is staked.',
    ],
    ['stegos stake deposit 50000 --commission 5', 'Begins a validator that keeps a twentieth.'],
  ],
  async run(account, invocation, client) {
    const { settings, io } = invocation
    const { commission } = settings
    const sent = await client.stake.deposit(
      {
        accountId: account.accountId,
        amount: readCoins(invocation.arguments[0]!),
        validatorKey: await findValidatorKey(client, invocation),
        commission: commission === undefined ? undefined : readPercent(commission),
      },
      { signal: io.signal, idempotencyKey: settings['idempotency-key'] },
    )
    return report(account, sent, invocation, client)
  },
})

export const withdraw = aboutAccount({
  name: 'stake withdraw',
  summary: 'Take stake out',
  about: [
    'It is on its way out for the unbonding time, and the wallet withdraws it when that is over. What is released already comes at once. What an award brought (prize, bounty) was never staked: it stays until it is asked for, by its id or all of it with --award.',
  ],
  arguments: [
    {
      name: 'STAKE',
      about: 'Its id, or the beginning of it, as stegos stake list shows it.',
      optional: true,
    },
    { name: 'AMOUNT', about: 'How many STG; all when it is left out.', optional: true },
  ],
  options: ['award', 'wait', 'idempotency-key'],
  examples: [
    ['stegos stake withdraw 3d9b60a1…', 'All of it.'],
    ['stegos stake withdraw 3d9b60a1… 100 --wait', 'A part, until it is on its way out.'],
    ['stegos stake withdraw --award --wait', 'All that awards brought.'],
  ],
  async run(account, invocation, client) {
    const { settings, io } = invocation
    const [stake, amount] = invocation.arguments
    if (settings.award) {
      if (stake !== undefined) throw usageError('a STAKE or --award, not both')
      return withdrawAwards(account, invocation, client)
    }
    if (stake === undefined) throw usageError('STAKE is missing')
    const { accountId } = account
    const sent = await client.stake.withdraw(
      {
        accountId,
        stakeId: await findStakeId(client, accountId, stake, invocation),
        amount: amount === undefined ? undefined : readCoins(amount),
      },
      { signal: io.signal, idempotencyKey: settings['idempotency-key'] },
    )
    return report(account, sent, invocation, client)
  },
})

/** One transaction for each: an operation is a transaction's only one. */
async function withdrawAwards(
  account: Account,
  invocation: Invocation,
  client: Client,
): Promise<ExitCode | undefined> {
  const { settings, io } = invocation
  const { accountId } = account
  const { signal } = io
  const due: Stake[] = []
  for await (const stake of listAll((cursor) =>
    client.stake.list({ accountId, status: 'withdrawable', cursor, limit: 1_000 }, { signal }),
  )) {
    if (isAwardMoney(stake) && !stake.pending) due.push(stake)
  }
  if (due.length === 0) throw usageError('no award has brought anything that waits to be taken')
  const key = settings['idempotency-key']
  let code: ExitCode | undefined
  for (const { stakeId } of due) {
    const once = { signal, idempotencyKey: key === undefined ? undefined : `${key} ${stakeId}` }
    const sent = await client.stake.withdraw({ accountId, stakeId }, once)
    const ended = await report(account, sent, invocation, client)
    if (ended !== EXIT.ok) code = ended
  }
  return code
}

export const configure = aboutAccount({
  name: 'stake configure',
  summary: 'Set the commission of a validator',
  about: ['For its operator. A rise is small and holds after a notice; a cut holds from the next epoch on.'],
  options: ['validator', 'commission', 'wait', 'idempotency-key'],
  examples: [['stegos stake configure --commission 4', 'Of the validator of the node.']],
  async run(account, invocation, client) {
    const { settings, io } = invocation
    if (settings.commission === undefined) throw usageError('--commission is missing')
    const commission = readPercent(settings.commission)
    const sent = await client.stake.configure(
      { accountId: account.accountId, validatorKey: await findValidatorKey(client, invocation), commission },
      { signal: io.signal, idempotencyKey: settings['idempotency-key'] },
    )
    return report(account, sent, invocation, client)
  },
})

export const rotate = aboutAccount({
  name: 'stake rotate',
  summary: 'Give the validator of the node a new key',
  about: [
    'For its operator. The node makes the key and votes with it from the next epoch on, with the present one until then. Both stay in validator.key in the data directory: copy the file anew.',
  ],
  options: ['wait', 'idempotency-key'],
  examples: [['stegos stake rotate --wait', 'Until the change is on the chain.']],
  async run(account, invocation, client) {
    const { settings, io } = invocation
    const sent = await client.stake.rotate(
      { accountId: account.accountId },
      { signal: io.signal, idempotencyKey: settings['idempotency-key'] },
    )
    return report(account, sent, invocation, client)
  },
})

export const resume = aboutAccount({
  name: 'stake resume',
  summary: 'Bring a suspended validator back',
  about: ['For its operator, when the validator runs again: it comes back into the set with the next epoch.'],
  options: ['validator', 'wait', 'idempotency-key'],
  examples: [['stegos stake resume --wait', 'The validator of the node.']],
  async run(account, invocation, client) {
    const { settings, io } = invocation
    const sent = await client.stake.resume(
      { accountId: account.accountId, validatorKey: await findValidatorKey(client, invocation) },
      { signal: io.signal, idempotencyKey: settings['idempotency-key'] },
    )
    return report(account, sent, invocation, client)
  },
})

/** Says what became of an operation; with --wait when it is final. */
export async function report(
  { accountId }: Account,
  sent: StakeSent,
  invocation: Invocation,
  client: Client,
): Promise<ExitCode> {
  const { settings, io } = invocation
  const { stakeId, transactionId } = sent
  const { signal } = io
  const { stake, refused } = settings.wait
    ? await outcomeOf(waitForStake(client, { accountId, stakeId, transactionId, signal }))
    : {}
  const status = refused ? 'rejected' : (stake?.status ?? sent.status)
  print(invocation, { ...sent, ...stake, status, ...(refused && { refused }) }, () =>
    fields([
      ['Status', status],
      ['Reason', refused && whyRefused(refused)],
      ['Stake', stakeId],
      ['Validator', sent.validatorId],
      ['Operation', sent.operation],
      ['Transaction', transactionId],
      ['Amount', sent.amount === '0' ? undefined : coins(sent.amount)],
      ['Fee', coins(sent.fee)],
    ]),
  )
  return status === 'rejected' ? EXIT.rejected : EXIT.ok
}

/** An operation that was refused leaves the stake as it was. */
async function outcomeOf(waiting: Promise<Stake>): Promise<{ stake?: Stake; refused?: RefusedOperation }> {
  try {
    return { stake: await waiting }
  } catch (error) {
    if (!isStegosError(error, 'operation_refused')) throw error
    const { accountId, stakeId, ...refused } = error.data
    return { refused }
  }
}

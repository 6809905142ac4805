/** Commands that tell of accounts. */
import type { CoinStatus, HistoryEntry } from '../../sdk/index.ts'
import { usageError } from '../cli-error.ts'
import { CLIENT_OPTIONS, type Command } from '../command.ts'
import { connect } from '../connect.ts'
import { direct } from '../direct.ts'
import { pageOf } from '../page-of.ts'
import { coins, fields, moment, print, table } from '../print.ts'
import { aboutAccount, describe, stateOf } from './about-account.ts'

const COIN_STATUSES: readonly CoinStatus[] = ['unspent', 'pending', 'reserved', 'spent']

export const list: Command = {
  name: 'account list',
  summary: 'The accounts on the node',
  about: [
    'With --internal those that the node keeps for itself: on a development network faucet, which also operates the validator of the node. Commands take it like any other: --account faucet.',
  ],
  options: ['internal', 'limit', 'cursor', ...CLIENT_OPTIONS],
  examples: [
    ['stegos account list', 'All of them.'],
    ['stegos account list --internal', 'The faucet’s, on a development network.'],
  ],
  async run(invocation) {
    const { settings, io } = invocation
    using client = connect(invocation)
    const { limit = 1_000, cursor } = settings
    const { internal } = settings
    const page = await client.account.list({ limit, cursor, internal }, { signal: io.signal })
    print(invocation, page, () =>
      table(
        ['Account', 'Name', 'State', 'Address'],
        page.items.map((account) => [account.accountId, account.name, stateOf(account), account.address]),
        internal
          ? 'The node keeps none for itself.'
          : 'No accounts yet. Make one with: stegos account create',
      ),
    )
  },
}

export const get = aboutAccount({
  name: 'account get',
  summary: 'One account',
  examples: [['stegos account get --account shop', 'By name or id.']],
  async run(account, invocation) {
    print(invocation, account, () => describe(account))
  },
})

export const balance = aboutAccount({
  name: 'account balance',
  summary: 'What an account owns',
  examples: [
    ['stegos account balance', 'Of the only account.'],
    ['stegos account balance -a shop --json', 'In base units: 1 STG = 1000000.'],
  ],
  async run({ accountId }, invocation, client) {
    const owned = await client.account.balance({ accountId }, { signal: invocation.io.signal })
    print(invocation, owned, () =>
      fields([
        ['Available', coins(owned.available)],
        ['Pending', coins(owned.pending)],
        ['Locked', coins(owned.locked)],
        ['Staked', coins(owned.staked)],
        ['Total', coins(owned.total)],
        ['At height', owned.height],
      ]),
    )
  },
})

export const history = aboutAccount({
  name: 'account history',
  summary: 'What happened to an account',
  options: ['limit', 'oldest', 'cursor'],
  examples: [
    ['stegos account history', 'The newest entries.'],
    [
      'stegos account history --oldest --limit 100 --json',
      'A page from the first on; `next` goes into --cursor.',
    ],
  ],
  async run({ accountId }, invocation, client) {
    const page = await client.account.history(
      { accountId, ...pageOf(invocation) },
      { signal: invocation.io.signal },
    )
    print(invocation, page, () =>
      table(
        ['Time (UTC)', 'Height', 'What', 'Amount', 'Fee', 'Payment or transaction'],
        page.items.map((entry) => [
          moment(entry.time),
          entry.height,
          whatOf(entry),
          isUnknown(entry) ? '' : coins(entry.amount),
          entry.fee === undefined ? '' : coins(entry.fee),
          entry.paymentId ?? entry.transactionId ?? '',
        ]),
        'Nothing yet.',
      ),
    )
  },
})

export const addresses = aboutAccount({
  name: 'account addresses',
  summary: 'The addresses of an account',
  options: ['limit', 'cursor'],
  examples: [['stegos account addresses', 'The main address first.']],
  async run({ accountId }, invocation, client) {
    const { limit = 100, cursor } = invocation.settings
    const page = await client.account.addresses(
      { accountId, limit, cursor },
      { signal: invocation.io.signal },
    )
    print(invocation, page, () =>
      table(
        ['Index', 'Label', 'Address'],
        page.items.map((item) => [item.index, item.label, item.address]),
        'None.',
      ),
    )
  },
})

export const outputs = direct({
  name: 'account outputs',
  method: 'account.outputs',
  summary: 'The coins of an account, and what became of them',
  options: ['account', 'status', 'limit', 'cursor'],
  meanings: { status: `Only those that are ${COIN_STATUSES.join(', ')}.` },
  examples: [['stegos account outputs --status unspent', 'Those it can spend.']],
  async params({ settings: { status: wanted, limit = 20, cursor }, account }) {
    const status = COIN_STATUSES.find((each) => each === wanted)
    if (wanted !== undefined && !status)
      throw usageError(`--status is one of ${COIN_STATUSES.join(', ')}, not ${wanted}`)
    return { accountId: await account(), status, limit, cursor }
  },
})

/** `unbonded: unbond_own`; of what only moved money its type says all. */
function whatOf({ type, operation }: HistoryEntry): string {
  return operation === undefined ? type : `${type}: ${operation}`
}

/** What moved nothing, or nobody can tell any more how much. */
function isUnknown({ type, amount }: HistoryEntry): boolean {
  return amount === '0' && (type === 'operated' || type === 'unbonded')
}

import type { Account, Client } from '../../sdk/index.ts'
import { confirm } from '../ask.ts'
import { usageError } from '../cli-error.ts'
import { CLIENT_OPTIONS, type Command, type Invocation } from '../command.ts'
import { connect } from '../connect.ts'
import { EXIT } from '../exit-codes.ts'
import { findAccount } from '../find-account.ts'
import { coins, fields, moment, print, table } from '../print.ts'
import { existingPassphrase, newPassphrase, nextPassphrase, recoveryPhrase, viewKey } from '../secrets.ts'
import { waitForScan } from '../wait-for-scan.ts'

const ONE_ACCOUNT = ['account', ...CLIENT_OPTIONS] as const
const PAGE = ['limit', 'oldest', 'cursor'] as const

const create: Command = {
  name: 'account create',
  summary: 'Make an account',
  about: [
    'Prints the recovery phrase, this once: whoever has it has the money, and without it the account cannot be restored.',
    'Without a passphrase the key lies unencrypted in the data directory of the node.',
  ],
  options: ['name', 'ask-passphrase', 'passphrase-file', 'idempotency-key', ...CLIENT_OPTIONS],
  examples: [
    ['stegos account create --name shop', 'An account the node can always spend from.'],
    ['stegos account create --name savings --ask-passphrase', 'One that is locked until it is unlocked.'],
  ],
  async run(invocation) {
    const { settings, io } = invocation
    const passphrase = await newPassphrase(invocation)
    using client = connect(invocation)
    const created = await client.account.create(
      { name: settings.name, passphrase },
      { signal: io.signal, idempotencyKey: settings['idempotency-key'] },
    )
    print(invocation, created, () => [
      ...fields([
        ['Account', created.accountId],
        ['Address', created.address],
      ]),
      '',
      'Recovery phrase. Write it down, it is not shown again:',
      '',
      `  ${created.recoveryPhrase}`,
    ])
  },
}

const recover: Command = {
  name: 'account recover',
  summary: 'Restore an account from its phrase',
  about: [
    'Balance, history and messages come back as the node reads the chain again; the command waits for that.',
  ],
  options: [
    'name',
    'phrase-file',
    'ask-passphrase',
    'passphrase-file',
    'from-height',
    'no-wait',
    'idempotency-key',
    ...CLIENT_OPTIONS,
  ],
  examples: [
    ['stegos account recover', 'Asks for the phrase.'],
    [
      'stegos account recover --phrase-file phrase.txt --from-height 120000',
      'Made at that block: nothing before it is read.',
    ],
  ],
  async run(invocation) {
    const { settings, io } = invocation
    const phrase = await recoveryPhrase(invocation)
    const passphrase = await newPassphrase(invocation)
    using client = connect(invocation)
    const { accountId, address } = await client.account.recover(
      { recoveryPhrase: phrase, name: settings.name, passphrase, from: settings['from-height'] },
      { signal: io.signal, idempotencyKey: settings['idempotency-key'] },
    )
    if (!settings['no-wait']) await waitForScan(client, accountId, io)
    print(invocation, { accountId, address }, () =>
      fields([
        ['Account', accountId],
        ['Address', address],
      ]),
    )
  },
}

const list: Command = {
  name: 'account list',
  summary: 'The accounts on the node',
  options: ['limit', 'cursor', ...CLIENT_OPTIONS],
  examples: [['stegos account list', 'All of them.']],
  async run(invocation) {
    const { settings, io } = invocation
    using client = connect(invocation)
    const { limit = 1_000, cursor } = settings
    const page = await client.account.list({ limit, cursor }, { signal: io.signal })
    print(invocation, page, () =>
      table(
        ['Account', 'Name', 'State', 'Address'],
        page.items.map((account) => [account.accountId, account.name, stateOf(account), account.address]),
        'No accounts yet. Make one with: stegos account create',
      ),
    )
  },
}

const get = aboutAccount({
  name: 'account get',
  summary: 'One account',
  examples: [['stegos account get --account shop', 'By name or id.']],
  async run(account, invocation) {
    print(invocation, account, () => describe(account))
  },
})

const balance = aboutAccount({
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

const history = aboutAccount({
  name: 'account history',
  summary: 'What happened to an account',
  options: PAGE,
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
        ['Time (UTC)', 'Height', 'What', 'Amount', 'Fee', 'Payment'],
        page.items.map((entry) => [
          moment(entry.time),
          entry.height,
          entry.type,
          coins(entry.amount),
          entry.fee === undefined ? '' : coins(entry.fee),
          entry.paymentId,
        ]),
        'Nothing yet.',
      ),
    )
  },
})

const address = aboutAccount({
  name: 'account address',
  summary: 'Make a new address',
  about: ['Addresses are free, and nobody can link two of them: give each customer one of his own.'],
  options: ['label', 'idempotency-key'],
  examples: [["stegos account address --label 'customer 17'", 'For one customer.']],
  async run({ accountId }, invocation, client) {
    const { settings, io } = invocation
    const made = await client.account.address(
      { accountId, label: settings.label },
      { signal: io.signal, idempotencyKey: settings['idempotency-key'] },
    )
    print(invocation, made, () => [made.address])
  },
})

const addresses = aboutAccount({
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

const unlock = aboutAccount({
  name: 'account unlock',
  summary: 'Unlock an account, until it is locked or the node stops',
  options: ['passphrase-file'],
  examples: [['stegos account unlock --account savings', 'Asks for the passphrase.']],
  async run({ accountId }, invocation, client) {
    const passphrase = await existingPassphrase(invocation)
    const account = await client.account.unlock({ accountId, passphrase }, { signal: invocation.io.signal })
    print(invocation, account, () => describe(account))
  },
})

const lock = aboutAccount({
  name: 'account lock',
  summary: 'Lock an account: deposits are followed, nothing is spent',
  examples: [['stegos account lock --account savings', 'Forgets the spend key.']],
  async run({ accountId }, invocation, client) {
    const account = await client.account.lock({ accountId }, { signal: invocation.io.signal })
    print(invocation, account, () => describe(account))
  },
})

const passphrase = aboutAccount({
  name: 'account passphrase',
  summary: 'Set, change or take away the passphrase',
  options: ['passphrase-file', 'new-passphrase-file', 'no-passphrase', 'idempotency-key'],
  examples: [
    ['stegos account passphrase -a savings', 'Asks for the old one, if there is one, and for the new one.'],
    ['stegos account passphrase -a savings --no-passphrase', 'Takes it away.'],
  ],
  async run(account, invocation, client) {
    const { settings, io } = invocation
    const old = account.passphrase ? await existingPassphrase(invocation) : undefined
    const newPassphrase = settings['no-passphrase'] ? undefined : await nextPassphrase(invocation)
    const changed = await client.account.changePassphrase(
      { accountId: account.accountId, passphrase: old, newPassphrase },
      { signal: io.signal, idempotencyKey: settings['idempotency-key'] },
    )
    print(invocation, changed, () => describe(changed))
  },
})

const phrase = aboutAccount({
  name: 'account phrase',
  summary: 'Show the recovery phrase',
  options: ['passphrase-file'],
  examples: [['stegos account phrase -a savings', 'Asks for the passphrase, if there is one.']],
  async run(account, invocation, client) {
    const shown = await client.account.recoveryPhrase(await withPassphrase(account, invocation), {
      signal: invocation.io.signal,
    })
    print(invocation, shown, () => [shown.recoveryPhrase])
  },
})

const showViewKey = aboutAccount({
  name: 'account view-key',
  summary: 'Show the view key: it reads everything and spends nothing',
  options: ['passphrase-file'],
  examples: [['stegos account view-key -a shop', 'For another node that is to follow the account.']],
  async run(account, invocation, client) {
    const shown = await client.account.viewKey(await withPassphrase(account, invocation), {
      signal: invocation.io.signal,
    })
    print(invocation, shown, () => [shown.viewKey])
  },
})

const importViewKey: Command = {
  name: 'account import-view-key',
  summary: 'Follow an account without being able to spend',
  options: ['name', 'view-key-file', 'from-height', 'no-wait', 'idempotency-key', ...CLIENT_OPTIONS],
  examples: [['stegos account import-view-key --name shop', 'Asks for the key.']],
  async run(invocation) {
    const { settings, io } = invocation
    const key = await viewKey(invocation)
    using client = connect(invocation)
    const account = await client.account.importViewKey(
      { viewKey: key, name: settings.name, from: settings['from-height'] },
      { signal: io.signal, idempotencyKey: settings['idempotency-key'] },
    )
    const scanned = settings['no-wait'] ? account : await waitForScan(client, account.accountId, io)
    print(invocation, scanned, () => describe(scanned))
  },
}

const rescan = aboutAccount({
  name: 'account rescan',
  summary: 'Read the chain again for an account',
  options: ['from-height', 'no-wait', 'idempotency-key'],
  examples: [
    ['stegos account rescan', 'From the first block.'],
    ['stegos account rescan --from-height 5000 --no-wait', 'From that block, in the background.'],
  ],
  async run({ accountId }, invocation, client) {
    const { settings, io } = invocation
    const account = await client.account.rescan(
      { accountId, from: settings['from-height'] },
      { signal: io.signal, idempotencyKey: settings['idempotency-key'] },
    )
    const scanned = settings['no-wait'] ? account : await waitForScan(client, accountId, io)
    print(invocation, scanned, () => describe(scanned))
  },
})

const remove = aboutAccount({
  name: 'account remove',
  summary: 'Remove an account from the node',
  about: [
    'Deletes its keys and all that is known of it. The phrase brings it back; without the phrase its money is lost.',
  ],
  options: ['passphrase-file', 'yes', 'idempotency-key'],
  examples: [['stegos account remove -a old', 'Asks back first.']],
  async run(account, invocation, client) {
    const { settings, io } = invocation
    if (settings.account === undefined) throw usageError('name the account: --account ID or NAME')
    const question = `Remove account ${account.accountId} ${account.name}? Without its phrase its money is lost.`
    if (!settings.yes && !(await confirm(question, io))) return EXIT.refused
    const removed = await client.account.remove(await withPassphrase(account, invocation), {
      signal: io.signal,
      idempotencyKey: settings['idempotency-key'],
    })
    print(invocation, removed, () => [`Removed ${removed.accountId}.`])
    return EXIT.ok
  },
})

export const commands: readonly Command[] = [
  create,
  recover,
  list,
  get,
  balance,
  history,
  address,
  addresses,
  unlock,
  lock,
  passphrase,
  phrase,
  showViewKey,
  importViewKey,
  rescan,
  remove,
]

type AboutAccount = Omit<Command, 'run' | 'arguments'> & {
  readonly run: (account: Account, invocation: Invocation, client: Client) => ReturnType<Command['run']>
}

/** A command about one account, which it finds first. */
function aboutAccount({ options = [], run, ...command }: AboutAccount): Command {
  return {
    ...command,
    options: [...options, ...ONE_ACCOUNT],
    async run(invocation) {
      using client = connect(invocation)
      return await run(await findAccount(client, invocation), invocation, client)
    },
  }
}

async function withPassphrase(
  { accountId, passphrase: wanted }: Account,
  invocation: Invocation,
): Promise<{ accountId: string; passphrase: string | undefined }> {
  return { accountId, passphrase: wanted ? await existingPassphrase(invocation) : undefined }
}

function pageOf({ settings }: Invocation) {
  const { limit = 20, oldest, cursor } = settings
  return { limit, cursor, order: oldest ? ('oldest' as const) : ('newest' as const) }
}

function stateOf({ locked, viewOnly, rescanning }: Account): string {
  return [
    viewOnly ? 'view only' : locked ? 'locked' : 'ready',
    ...(rescanning ? ['reading the chain'] : []),
  ].join(', ')
}

function describe(account: Account): string[] {
  return fields([
    ['Account', account.accountId],
    ['Name', account.name],
    ['Address', account.address],
    ['State', stateOf(account)],
    ['Passphrase', account.passphrase ? 'yes' : 'no'],
    ['Read up to', `${account.scannedHeight} of ${account.targetHeight}`],
  ])
}

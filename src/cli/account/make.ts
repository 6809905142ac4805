/** Commands that bring an account to the node. */
import { CLIENT_OPTIONS, type Command } from '../command.ts'
import { connect } from '../connect.ts'
import { fields, print } from '../print.ts'
import { newPassphrase, recoveryPhrase, viewKey } from '../secrets.ts'
import { waitForScan } from '../wait-for-scan.ts'
import { describe } from './about-account.ts'

export const create: Command = {
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

export const recover: Command = {
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

export const importViewKey: Command = {
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

/** Commands that change what the node knows of an account. */
import { confirm } from '../ask.ts'
import { usageError } from '../cli-error.ts'
import { EXIT } from '../exit-codes.ts'
import { print } from '../print.ts'
import { waitForScan } from '../wait-for-scan.ts'
import { aboutAccount, describe, withPassphrase } from './about-account.ts'

export const address = aboutAccount({
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

export const rescan = aboutAccount({
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

export const remove = aboutAccount({
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

/** Commands about what an account is opened with. */
import { print } from '../print.ts'
import { existingPassphrase, nextPassphrase } from '../secrets.ts'
import { aboutAccount, describe, withPassphrase } from './about-account.ts'

export const unlock = aboutAccount({
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

export const lock = aboutAccount({
  name: 'account lock',
  summary: 'Lock an account: deposits are followed, nothing is spent',
  examples: [['stegos account lock --account savings', 'Forgets the spend key.']],
  async run({ accountId }, invocation, client) {
    const account = await client.account.lock({ accountId }, { signal: invocation.io.signal })
    print(invocation, account, () => describe(account))
  },
})

export const passphrase = aboutAccount({
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

export const phrase = aboutAccount({
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

export const showViewKey = aboutAccount({
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

/** Accounts as they come and go: created, recovered, imported, put under another passphrase, removed. */
import { toHex, wipe } from '../../protocol/bytes.ts'
import type { Random } from '../../protocol/crypto/random.ts'
import { type AccountKeys, accountIdOf, encodeViewKey, type ViewKeys } from '../../protocol/keys.ts'
import type { AccountApi, AccountInfo } from '../api/account.ts'
import type { Batch } from '../batch.ts'
import { NodeError } from '../errors.ts'
import { type Page, pageOfList, readPage } from '../page.ts'
import { Account } from './account.ts'
import type { AccountBook } from './account-book.ts'
import type { AddressBook } from './address-book.ts'
import type { WalletChain } from './chain-view.ts'
import type { KeyStore } from './key-store.ts'
import { KeyedLock } from './keyed-lock.ts'
import type { Keyring } from './keyring.ts'
import { firstProgress, putAccountRecord } from './load-account.ts'
import { isCutOff } from './needed-blocks.ts'
import { dropAccount, nextOrder } from './open-accounts.ts'
import { ENTROPY_LENGTH, entropyOf, keysOfEntropy, phraseOf } from './phrase.ts'
import type { AccountRecord } from './records.ts'
import { formatViewKey, parseViewKey } from './view-key.ts'

export type AccountsModules = {
  readonly book: AccountBook
  readonly addresses: AddressBook
  readonly keyring: Keyring
  readonly keyStore: KeyStore
  readonly chain: Pick<WalletChain, 'height' | 'earliest'>
  readonly random: Random
  /** Told when there is an account more, or a different thing to do for one. */
  readonly onChange: () => void
}

/** Puts the outcome of a call into the batch of its effect. */
export type RememberIn<T> = (batch: Batch, outcome: T) => void

type Newcomer = {
  readonly keys: ViewKeys | AccountKeys
  readonly entropy?: Uint8Array
  readonly name: string
  readonly passphrase?: string | undefined
  readonly birthday: number
}

export class Accounts {
  readonly #modules: AccountsModules
  readonly #lock = new KeyedLock()

  constructor(modules: AccountsModules) {
    this.#modules = modules
  }

  /** Makes an account from fresh randomness. Nothing can have been paid to it in the blocks there are. */
  async create(
    { name = '', passphrase }: { name?: string | undefined; passphrase?: string | undefined },
    remember: RememberIn<{ accountId: string; address: string; recoveryPhrase: string }>,
  ) {
    const entropy = this.#modules.random(ENTROPY_LENGTH)
    const recoveryPhrase = phraseOf(entropy)
    const keys = await keysOfEntropy(entropy)
    const birthday = this.#modules.chain.height + 1
    try {
      return await this.#add({ keys, entropy, name, passphrase, birthday }, (batch, account) => {
        const outcome = { ...this.#nameOf(account), recoveryPhrase }
        remember(batch, outcome)
        return outcome
      })
    } finally {
      wipe(entropy)
    }
  }

  /** Restores an account from its phrase. @throws NodeError `invalid_recovery_phrase`, `account_exists`, `block_pruned`. */
  async recover(
    input: {
      recoveryPhrase: string
      name?: string | undefined
      passphrase?: string | undefined
      from?: number | undefined
    },
    remember: RememberIn<{ accountId: string; address: string }>,
  ) {
    const { recoveryPhrase, name = '', passphrase, from = 0 } = input
    const entropy = entropyOf(recoveryPhrase)
    const keys = await keysOfEntropy(entropy)
    try {
      return await this.#add({ keys, entropy, name, passphrase, birthday: from }, (batch, account) => {
        const outcome = this.#nameOf(account)
        remember(batch, outcome)
        return outcome
      })
    } finally {
      wipe(entropy)
    }
  }

  /**
   * Follows an account by its view key.
   * @throws NodeError `invalid_view_key`, `wrong_network`, `account_exists`, `block_pruned`.
   */
  async importViewKey(
    {
      viewKey,
      name = '',
      from = 0,
    }: { viewKey: string; name?: string | undefined; from?: number | undefined },
    remember: RememberIn<AccountInfo>,
  ): Promise<AccountInfo> {
    const keys = parseViewKey(viewKey, this.#modules.book.network)
    return this.#add({ keys, name, birthday: from }, (batch, account) => {
      const outcome = this.info(account)
      remember(batch, outcome)
      return outcome
    })
  }

  info(account: Account): AccountInfo {
    const { chain, addresses } = this.#modules
    const { progress, record, locked, viewOnly } = account
    const { rescan } = progress
    const { scannedHeight } = account
    const read = rescan ? Math.min(rescan.next - 1, scannedHeight) : scannedHeight
    return {
      accountId: account.id,
      name: record.name,
      address: addresses.mainAddress(account),
      locked,
      viewOnly,
      passphrase: record.protection === 'sealed',
      rescanning: rescan !== undefined || !account.caughtUp,
      scannedHeight: Math.max(0, read),
      targetHeight: chain.height,
    }
  }

  /**
   * @param internal those that the node keeps for itself instead of those that came to it.
   * @param among only those of them; all when absent.
   */
  async list({
    internal = false,
    among,
    ...request
  }: Parameters<AccountApi['list']>[0]): Promise<Page<AccountInfo>> {
    const { book } = this.#modules
    const told = (account: Account) => among === undefined || among.has(account.id)
    if (internal) {
      const hidden = book.all().filter((account) => account.hidden && told(account))
      const page = pageOfList('internal accounts', request, hidden, ({ id }) => id)
      return { ...page, items: page.items.map((account) => this.info(account)) }
    }
    return readPage({
      table: book.tables.accountOrder,
      list: 'accounts',
      request: { ...request, order: 'oldest' },
      item: ([, id]) => {
        const account = book.find(toHex(id))
        return account && told(account) ? this.info(account) : undefined
      },
    })
  }

  /** Deletes keys and records for good. A damaged key file can be removed without its passphrase. */
  async remove(
    account: Account,
    passphrase: string | undefined,
    remember: (batch: Batch) => void,
  ): Promise<void> {
    const { book, keyring } = this.#modules
    await this.#lock.run(account.id, async () => {
      this.#assertPresent(account)
      await keyring.checkPassphrase(account, passphrase).catch((error: unknown) => {
        if (!(error instanceof NodeError) || error.code !== 'key_file_damaged') throw error
      })
      await dropAccount(this.#modules, account.record, (batch) => {
        remember(batch)
        batch.onCommit(() => {
          account.removed = true
          account.spendKeys = undefined
          book.delete(account.id)
        })
      })
    })
  }

  /** Encrypts the key file under another passphrase, or not at all. The account is unlocked afterwards. */
  async changePassphrase(
    account: Account,
    passphrase: string | undefined,
    newPassphrase: string | undefined,
    remember: RememberIn<AccountInfo>,
  ): Promise<AccountInfo> {
    const { book, keyring, keyStore } = this.#modules
    return this.#lock.run(account.id, async () => {
      this.#assertPresent(account)
      const { staged, keys } = await keyring.restage(account, passphrase, newPassphrase)
      const record: AccountRecord = {
        ...account.record,
        keyFile: staged.fingerprint,
        protection: staged.protection,
      }
      const outcome = { ...this.info(account), locked: false, passphrase: staged.protection === 'sealed' }
      await book.transact((batch) => {
        putAccountRecord(batch, book.tables, record)
        remember(batch, outcome)
        batch.onCommit(() => {
          account.record = record
          account.spendKeys = keys
        })
      })
      await keyStore.promote(account.id)
      this.#modules.onChange()
      return outcome
    })
  }

  /** The exported view key. @throws NodeError `wrong_passphrase`. */
  async viewKey(account: Account, passphrase: string | undefined): Promise<string> {
    await this.#modules.keyring.checkPassphrase(account, passphrase)
    return formatViewKey(account.keys, this.#modules.book.network)
  }

  /**
   * Reads the chain again from a height on. What is known stays; what was missed is added. An account that is cut off from
   * the blocks it would have to read goes on from there, without what is in those that are gone.
   * @throws NodeError `block_pruned`
   */
  async rescan(
    account: Account,
    from: number | undefined,
    remember: RememberIn<AccountInfo>,
  ): Promise<AccountInfo> {
    const { book, chain, onChange } = this.#modules
    const outcome = await book.changeOne(account, (draft, batch) => {
      this.#assertReadable(from ?? account.record.birthday)
      if (isCutOff(account, chain.earliest)) {
        const skipped = {
          scannedHeight: Math.min(from ?? account.record.birthday, chain.height + 1) - 1,
          rescan: undefined,
        }
        draft.setProgress(skipped)
        const info = { ...this.info(account), rescanning: true, scannedHeight: skipped.scannedHeight }
        remember(batch, info)
        return info
      }
      const { scannedHeight } = account
      const { rescan } = draft.progress
      const next = Math.min(from ?? account.record.birthday, rescan?.next ?? Number.POSITIVE_INFINITY)
      const needed = next <= scannedHeight
      if (needed) draft.setProgress({ rescan: { next } })
      const read = needed ? Math.max(0, next - 1) : Math.max(0, scannedHeight)
      const info = { ...this.info(account), rescanning: needed || !account.caughtUp, scannedHeight: read }
      remember(batch, info)
      return info
    })
    onChange()
    return outcome
  }

  /** Key file first, beside its place; then the decision in the database; then the file is put in place. */
  async #add<T>(newcomer: Newcomer, decide: (batch: Batch, account: Account) => T): Promise<T> {
    const { keys, entropy, name, passphrase } = newcomer
    const { book, chain, keyring, keyStore, onChange } = this.#modules
    // nothing can be known of blocks that do not exist yet
    const birthday = Math.min(newcomer.birthday, chain.height + 1)
    const accountId = toHex(accountIdOf(keys))
    const viewKey = encodeViewKey(keys)
    return this.#lock.run(accountId, async () => {
      const known = book.find(accountId)
      if (known) throw new NodeError('account_exists', { accountId, name: known.record.name })
      const head = { accountId, network: book.network, name, viewKey: toHex(viewKey), birthday }
      this.#assertReadable(birthday)
      const { fingerprint, protection } = await keyring.stage(head, entropy, passphrase)
      const outcome = await book.transact((batch) => {
        this.#assertReadable(birthday)
        const order = nextOrder(book)
        const record: AccountRecord = {
          accountId,
          name,
          viewKey,
          protection,
          keyFile: fingerprint,
          birthday,
          order,
        }
        const account = new Account({ record, progress: firstProgress(birthday - 1) })
        if (birthday > chain.height) account.setCaughtUp()
        if ('spendSecret' in keys) account.spendKeys = keys
        putAccountRecord(batch, book.tables, record)
        batch.onCommit(() => book.add(account))
        return decide(batch, account)
      })
      await keyStore.promote(accountId)
      onChange()
      return outcome
    })
  }

  /** @throws NodeError `block_pruned` when the node no longer has the blocks to read from `from` on. */
  #assertReadable(from: number): void {
    const { earliest, height } = this.#modules.chain
    const first = Math.max(1, from)
    if (first < earliest && first <= height)
      throw new NodeError('block_pruned', { height: first, earliestHeight: earliest })
  }

  #nameOf(account: Account): { accountId: string; address: string } {
    return { accountId: account.id, address: this.#modules.addresses.mainAddress(account) }
  }

  #assertPresent(account: Account): void {
    if (account.removed) throw new NodeError('account_not_found', { accountId: account.id })
  }
}

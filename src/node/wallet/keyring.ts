/**
 * The secrets of accounts: key files on the disk, spend keys in memory while an account is unlocked. Calls on one account
 * follow one another.
 */
import { equalBytes, fromHex, wipe } from '../../protocol/bytes.ts'
import type { Random } from '../../protocol/crypto/random.ts'
import { type AccountKeys, encodeViewKey } from '../../protocol/keys.ts'
import type { Clock } from '../clock.ts'
import { NodeError } from '../errors.ts'
import type { Account } from './account.ts'
import {
  decodeKeyFile,
  encodeKeyFile,
  type KeyFile,
  makeKeyFile,
  openKeyFile,
  type PassphraseCost,
} from './key-file.ts'
import type { KeyStore } from './key-store.ts'
import { keysOfEntropy, phraseOf } from './phrase.ts'
import type { Protection } from './records.ts'

export type KeyringModules = {
  readonly keyStore: KeyStore
  readonly clock: Clock
  readonly random: Random
  readonly cost: PassphraseCost
  /** Ends the waiting for an automatic lock. */
  readonly signal: AbortSignal
}

/** A key file written beside the one in place, to be put there when the database has decided for it. */
export type StagedKeyFile = { readonly fingerprint: string; readonly protection: Protection }

export class Keyring {
  readonly #modules: KeyringModules
  /** The unlock that an automatic lock belongs to. */
  readonly #unlocks = new WeakMap<Account, AbortController>()
  /** How often an account was locked by call: an unlock that was running then has no effect. */
  readonly #locks = new WeakMap<Account, number>()

  constructor(modules: KeyringModules) {
    this.#modules = modules
  }

  /**
   * The keys that spend. Those of an account without a passphrase are read when they are first needed.
   * @throws NodeError `view_only`, `account_locked`, `key_file_damaged`.
   */
  async spendKeys(account: Account): Promise<AccountKeys> {
    if (account.spendKeys) return account.spendKeys
    if (account.viewOnly) throw new NodeError('view_only', { accountId: account.id })
    if (account.record.protection !== 'clear')
      throw new NodeError('account_locked', { accountId: account.id })
    const keys = await this.#keysFromFile(account, undefined)
    account.spendKeys = keys
    return keys
  }

  /**
   * Decrypts the spend key and keeps it until {@link lock}, or for `seconds`. A lock that comes meanwhile wins.
   * @throws NodeError `wrong_passphrase`, `key_file_damaged`, `view_only`.
   */
  async unlock(account: Account, passphrase: string, seconds?: number): Promise<void> {
    if (account.viewOnly) throw new NodeError('view_only', { accountId: account.id })
    if (account.record.protection !== 'sealed') return
    const locks = this.#locks.get(account)
    const keys = await this.#keysFromFile(account, passphrase)
    if (this.#locks.get(account) !== locks) return
    account.spendKeys = keys
    this.#unlocks.get(account)?.abort()
    if (seconds !== undefined) void this.#lockAfter(account, seconds)
  }

  /** Forgets the spend key of an account that a passphrase protects. Scalars are immutable: they go with the next collection. */
  lock(account: Account): void {
    this.#locks.set(account, (this.#locks.get(account) ?? 0) + 1)
    this.#forget(account)
  }

  #forget(account: Account): void {
    this.#unlocks.get(account)?.abort()
    if (account.record.protection === 'sealed') account.spendKeys = undefined
  }

  /** The recovery phrase. @throws NodeError `wrong_passphrase`, `key_file_damaged`, `view_only`. */
  async recoveryPhrase(account: Account, passphrase: string | undefined): Promise<string> {
    const entropy = await this.#entropy(account, passphrase)
    try {
      return phraseOf(entropy)
    } finally {
      wipe(entropy)
    }
  }

  /** Holds a passphrase against the key file; nothing to hold where none protects it. @throws NodeError `wrong_passphrase`. */
  async checkPassphrase(account: Account, passphrase: string | undefined): Promise<void> {
    if (account.record.protection !== 'sealed') return
    wipe(await this.#entropy(account, passphrase))
  }

  /** Writes a new key file for an account, beside the old one if there is one. */
  async stage(
    file: Omit<KeyFile, 'secret' | 'version'>,
    entropy: Uint8Array | undefined,
    passphrase: string | undefined,
  ): Promise<StagedKeyFile> {
    const { keyStore, random, cost } = this.#modules
    const made = await makeKeyFile(file, entropy, passphrase, { random, cost })
    const fingerprint = await keyStore.stage(file.accountId, encodeKeyFile(made))
    return { fingerprint, protection: made.secret.type }
  }

  /** The account's key file under another passphrase, staged, and the keys it holds. */
  async restage(
    account: Account,
    passphrase: string | undefined,
    newPassphrase: string | undefined,
  ): Promise<{ staged: StagedKeyFile; keys: AccountKeys }> {
    const file = await this.#file(account)
    const entropy = await openKeyFile(file, passphrase)
    try {
      const keys = await this.#checkedKeys(account, entropy)
      const { secret, version, ...head } = file
      return { staged: await this.stage(head, entropy, newPassphrase), keys }
    } finally {
      wipe(entropy)
    }
  }

  async #keysFromFile(account: Account, passphrase: string | undefined): Promise<AccountKeys> {
    const entropy = await this.#entropy(account, passphrase)
    try {
      return await this.#checkedKeys(account, entropy)
    } finally {
      wipe(entropy)
    }
  }

  async #entropy(account: Account, passphrase: string | undefined): Promise<Uint8Array> {
    return openKeyFile(await this.#file(account), passphrase)
  }

  async #file(account: Account): Promise<KeyFile> {
    if (account.viewOnly) throw new NodeError('view_only', { accountId: account.id })
    const text = await this.#modules.keyStore.read(account.id)
    if (text === undefined) throw new NodeError('key_file_damaged', { accountId: account.id })
    return decodeKeyFile(text, account.id)
  }

  /** A file that opens and yet holds the phrase of another account is damaged, too. */
  async #checkedKeys(account: Account, entropy: Uint8Array): Promise<AccountKeys> {
    const keys = await keysOfEntropy(entropy)
    if (!equalBytes(encodeViewKey(keys), account.record.viewKey)) {
      throw new NodeError('key_file_damaged', { accountId: account.id })
    }
    return keys
  }

  async #lockAfter(account: Account, seconds: number): Promise<void> {
    const over = new AbortController()
    this.#unlocks.set(account, over)
    const { clock, signal } = this.#modules
    try {
      await clock.sleep(seconds * 1_000, AbortSignal.any([signal, over.signal]))
    } catch {
      return
    }
    this.#forget(account)
  }
}

/** The account's record in the database as its key file tells of it. @throws NodeError `key_file_damaged`. */
export function readKeyFile(text: string, accountId: string): { file: KeyFile; viewKey: Uint8Array } {
  const file = decodeKeyFile(text, accountId)
  return { file, viewKey: fromHex(file.viewKey) }
}

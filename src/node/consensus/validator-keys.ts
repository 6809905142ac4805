/**
 * The secret keys of a validator, 32 bytes in hex, one in a line of `validator.key`, readable by its owner alone, each with its
 * public key behind it, which shows damage (a line without one is taken as it is): the first that it had, and after it those
 * that it changed to. Which of them votes at a height is said by the chain. None is deleted: only the chain knows when a change
 * is final.
 */
import { join } from 'node:path'
import { fromHex, toHex } from '../../protocol/bytes.ts'
import { BLS_SECRET_LENGTH, blsKeyFromSeed, blsPublicKey } from '../../protocol/crypto/bls.ts'
import type { Random } from '../../protocol/crypto/random.ts'
import { readTextFile, writeFileDurably } from '../files.ts'
import { StoreError } from '../store-error.ts'
import { VoteMark } from './vote-mark.ts'

export type ValidatorKey = { readonly secret: Uint8Array; readonly publicKey: Uint8Array }

export const VALIDATOR_KEY_FILE = 'validator.key'

export class ValidatorKeys {
  readonly #dataDirectory: string
  /** By the public key in hex, the oldest first. */
  readonly #all: Map<string, ValidatorKey>
  /** The last call for a fresh key. */
  #making: Promise<unknown> = Promise.resolve()

  /** @param all as they are in the file of the directory, the oldest first */
  constructor(dataDirectory: string, all: readonly [ValidatorKey, ...ValidatorKey[]]) {
    this.#dataDirectory = dataDirectory
    this.#all = new Map(all.map((key) => [toHex(key.publicKey), key]))
  }

  get newestFirst(): readonly ValidatorKey[] {
    return [...this.#all.values()].reverse()
  }

  get first(): ValidatorKey {
    return this.newestFirst.at(-1)!
  }

  /** Where this validator notes how far it has come with its votes. @throws StoreError */
  openVoteMark(chainId: Uint8Array): Promise<VoteMark> {
    return VoteMark.open(this.#dataDirectory, chainId)
  }

  /** The one that was made last. */
  get newest(): ValidatorKey {
    return this.newestFirst[0]!
  }

  /** The one of a public key, if it is this node's. */
  find(publicKey: Uint8Array): ValidatorKey | undefined {
    return this.#all.get(toHex(publicKey))
  }

  /**
   * A key that was never used: the newest, or a new one, which is on the disk beside the others before anybody learns of it.
   * So what fails after asking for one does not heap up keys.
   */
  fresh(random: Random, isUsed: (publicKey: Uint8Array) => Promise<boolean>): Promise<ValidatorKey> {
    // One after the other: two that write at once would each leave the other's key out.
    const fresh = this.#making.then(async () => {
      const { newest } = this
      return (await isUsed(newest.publicKey)) ? this.#add(newValidatorKey(random)) : newest
    })
    this.#making = fresh.catch(() => {})
    return fresh
  }

  async #add(key: ValidatorKey): Promise<ValidatorKey> {
    await writeKeys(this.#dataDirectory, [...this.#all.values(), key])
    this.#all.set(toHex(key.publicKey), key)
    return key
  }
}

/** Reads the keys of a data directory; undefined when there are none. @throws StoreError `corrupt`. */
export async function loadValidatorKeys(dataDirectory: string): Promise<ValidatorKeys | undefined> {
  const text = await readTextFile(join(dataDirectory, VALIDATOR_KEY_FILE))
  if (text === undefined) return undefined
  try {
    const [first, ...others] = text.trim().split('\n')
    return new ValidatorKeys(dataDirectory, [readKey(first!), ...others.map(readKey)])
  } catch {
    // The cause could show what the file holds.
    throw new StoreError('corrupt', `${VALIDATOR_KEY_FILE} does not hold validator keys, or is damaged`)
  }
}

function readKey(line: string): ValidatorKey {
  const [secret, publicKey] = line.trim().split(' ')
  const key = validatorKeyOf(fromHex(secret!))
  if (publicKey !== undefined && publicKey !== toHex(key.publicKey))
    throw new RangeError('another public key')
  return key
}

/** Makes the first key and writes it down. */
export function makeValidatorKeys(dataDirectory: string, random: Random): Promise<ValidatorKeys> {
  return keepValidatorKey(dataDirectory, newValidatorKey(random))
}

/** Writes the first key down. */
export async function keepValidatorKey(dataDirectory: string, key: ValidatorKey): Promise<ValidatorKeys> {
  await writeKeys(dataDirectory, [key])
  return new ValidatorKeys(dataDirectory, [key])
}

export function validatorKeyOf(secret: Uint8Array): ValidatorKey {
  return { secret, publicKey: blsPublicKey(secret) }
}

/** A key that is written down nowhere yet. */
export function newValidatorKey(random: Random): ValidatorKey {
  return validatorKeyOf(blsKeyFromSeed(random(BLS_SECRET_LENGTH)))
}

async function writeKeys(dataDirectory: string, keys: readonly ValidatorKey[]): Promise<void> {
  const lines = keys.map(({ secret, publicKey }) => `${toHex(secret)} ${toHex(publicKey)}\n`)
  await writeFileDurably(join(dataDirectory, VALIDATOR_KEY_FILE), lines.join(''))
}

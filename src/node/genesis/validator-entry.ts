/**
 * What somebody who is to be a first validator sends to whoever makes the genesis: nothing of it is secret. The proof of
 * possession shows that the key is theirs.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { addressBytes, formatAddress } from '../../protocol/address.ts'
import { fromHex, toHex } from '../../protocol/bytes.ts'
import { blsProvePossession, blsVerifyPossession } from '../../protocol/crypto/bls.ts'
import { decodePoint, isIdentity } from '../../protocol/crypto/group.ts'
import type { Random } from '../../protocol/crypto/random.ts'
import { unlessRefused } from '../../protocol/errors.ts'
import { type AccountKeys, subaddress } from '../../protocol/keys.ts'
import type { NetworkName } from '../../protocol/network.ts'
import { operatorKey } from '../../protocol/stake/operator-key.ts'
import { keepValidatorKey, newValidatorKey, VALIDATOR_KEY_FILE } from '../consensus/validator-keys.ts'
import { writeFileDurably } from '../files.ts'
import { ENTROPY_LENGTH, entropyOf, keysOfEntropy, phraseOf } from '../wallet/phrase.ts'
import { FAUCET_FILE } from './local-network.ts'

export type ValidatorEntry = {
  /** The validator's public key, 48 bytes. */
  readonly key: Uint8Array
  /** 96 bytes. */
  readonly possession: Uint8Array
  /** The key of the account that operates it, 32 bytes: its stake is that account's. */
  readonly operator: Uint8Array
}

/** An entry, and what its maker alone knows. */
export type MadeValidator = {
  readonly entry: ValidatorEntry
  readonly account: AccountKeys
  /** Of the account, on that network. */
  readonly address: string
  /** S then V, 64 bytes. */
  readonly receiver: Uint8Array
  /**
   * Writes its secrets to a data directory that has none, mode 0600: `validator.key`, and the phrase of the account that operates
   * it unless that was given.
   */
  keep(dataDirectory: string): Promise<void>
}

/** Where the phrase of an operator that was made here is: on a development network the node has it as its faucet. */
export function phraseFileOf(network: NetworkName): string {
  return network === 'dev' ? FAUCET_FILE : 'operator.phrase'
}

/** Names of the files that a validator which is made here has. */
export function secretFilesOf(network: NetworkName): string[] {
  return [VALIDATOR_KEY_FILE, phraseFileOf(network)]
}

/**
 * Draws the keys of a validator; nothing is written yet.
 * @param given the phrase of an account that is to operate it, a new one when absent
 * @throws NodeError `invalid_recovery_phrase`
 */
export async function drawValidator(
  network: NetworkName,
  random: Random,
  given?: string,
): Promise<MadeValidator> {
  const phrase = given ?? phraseOf(random(ENTROPY_LENGTH))
  const account = await keysOfEntropy(entropyOf(phrase))
  const { secret, publicKey } = newValidatorKey(random)
  const own = subaddress(account, 0)
  return {
    entry: {
      key: publicKey,
      possession: blsProvePossession(secret),
      operator: operatorKey(account),
    },
    account,
    address: formatAddress(own, network),
    receiver: addressBytes(own),
    keep: async (dataDirectory) => {
      await mkdir(dataDirectory, { recursive: true, mode: 0o700 })
      // The phrase first: a validator whose operator nobody is could never be told anything.
      if (given === undefined)
        await writeFileDurably(join(dataDirectory, phraseFileOf(network)), `${phrase}\n`)
      await keepValidatorKey(dataDirectory, { secret, publicKey })
    },
  }
}

/** One line. */
export function formatEntry({ key, possession, operator }: ValidatorEntry): string {
  return JSON.stringify({ key: toHex(key), possession: toHex(possession), operator: toHex(operator) })
}

const LENGTHS = { key: 48, possession: 96, operator: 32 } as const

/** @throws RangeError naming what is wrong, when a field is missing, unknown or ill-formed, or the key is not proven. */
export function parseEntry(text: string): ValidatorEntry {
  let fields: unknown
  try {
    fields = JSON.parse(text)
  } catch {
    throw new RangeError('it is not JSON')
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    throw new RangeError('it is not an object')
  const unknown = Object.keys(fields).find((name) => !Object.hasOwn(LENGTHS, name))
  if (unknown !== undefined) throw new RangeError(`${JSON.stringify(unknown)} is no part of it`)
  const bytesOf = (name: keyof typeof LENGTHS) => {
    const value = (fields as Record<string, unknown>)[name]
    if (typeof value !== 'string' || !new RegExp(`^[0-9a-f]{${2 * LENGTHS[name]}}$`).test(value))
      throw new RangeError(`"${name}" is not ${LENGTHS[name]} bytes in hex`)
    return fromHex(value)
  }
  const entry = { key: bytesOf('key'), possession: bytesOf('possession'), operator: bytesOf('operator') }
  const operator = unlessRefused(() => decodePoint(entry.operator))
  if (!operator || isIdentity(operator)) throw new RangeError('"operator" is not a key')
  if (!unlessRefused(() => blsVerifyPossession(entry.key, entry.possession)))
    throw new RangeError('"possession" does not prove "key"')
  return entry
}

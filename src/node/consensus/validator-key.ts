/** The secret key of a validator: 32 bytes in hex in `validator.key`, readable by its owner alone. */
import { join } from 'node:path'
import { fromHex, toHex } from '../../protocol/bytes.ts'
import { BLS_SECRET_LENGTH, blsKeyFromSeed, blsPublicKey } from '../../protocol/crypto/bls.ts'
import type { Random } from '../../protocol/crypto/random.ts'
import { readTextFile, writeFileDurably } from '../files.ts'
import { StoreError } from '../store-error.ts'

export type ValidatorKey = { readonly secret: Uint8Array; readonly publicKey: Uint8Array }

const FILE = 'validator.key'

/** Reads the key of a data directory; undefined when there is none. @throws StoreError `corrupt`. */
export async function loadValidatorKey(dataDirectory: string): Promise<ValidatorKey | undefined> {
  const text = await readTextFile(join(dataDirectory, FILE))
  if (text === undefined) return undefined
  try {
    return validatorKeyOf(fromHex(text.trim()))
  } catch {
    // The cause could show what the file holds.
    throw new StoreError('corrupt', `${FILE} does not hold a validator key`)
  }
}

/** Makes a key and writes it down. */
export async function makeValidatorKey(dataDirectory: string, random: Random): Promise<ValidatorKey> {
  const key = validatorKeyOf(blsKeyFromSeed(random(BLS_SECRET_LENGTH)))
  await writeFileDurably(join(dataDirectory, FILE), `${toHex(key.secret)}\n`)
  return key
}

export function validatorKeyOf(secret: Uint8Array): ValidatorKey {
  return { secret, publicKey: blsPublicKey(secret) }
}

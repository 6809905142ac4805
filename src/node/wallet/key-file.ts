/**
 * What a key file says and how it is protected. The view key is readable, so that deposits and messages are followed
 * while an account is locked. The entropy behind the recovery phrase is encrypted under the passphrase; without a
 * passphrase it stands there in the clear, and the file's mode is all that protects it.
 *
 * A checksum over the whole tells a damaged file, and a verifier beside the key a wrong passphrase: the owner learns which
 * of the two it is.
 */
import { scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { fromHex, toHex, utf8, wipe } from '../../protocol/bytes.ts'
import { AEAD_KEY_LENGTH, AEAD_NONCE_LENGTH, openSealed, seal } from '../../protocol/crypto/aead.ts'
import { hash } from '../../protocol/crypto/hash.ts'
import type { Random } from '../../protocol/crypto/random.ts'
import type { NetworkName } from '../../protocol/network.ts'
import { canonicalJson } from '../canonical-json.ts'
import { NodeError } from '../errors.ts'

export const KEY_FILE_VERSION = 1

/** Cost of scrypt: N = 2^logN blocks of 128·r bytes, p times. */
export type PassphraseCost = { readonly logN: number; readonly r: number; readonly p: number }

/** 64 MiB and about a fifth of a second. */
export const DEFAULT_PASSPHRASE_COST: PassphraseCost = { logN: 16, r: 8, p: 1 }

/** Upper bounds for what a file may ask for: 512 MiB. */
const MAX_COST: PassphraseCost = { logN: 19, r: 8, p: 4 }

export type SealedEntropy = {
  readonly type: 'sealed'
  readonly cost: PassphraseCost
  readonly salt: string
  /** Tells whether a passphrase is the right one. Guessing at it costs as much as guessing at the key. */
  readonly verifier: string
  readonly nonce: string
  readonly ciphertext: string
}

export type KeyFileSecret =
  | SealedEntropy
  | { readonly type: 'clear'; readonly entropy: string }
  /** Imported from a view key: nothing to spend with. */
  | { readonly type: 'none' }

/** Byte strings are lower-case hex. */
export type KeyFile = {
  readonly version: typeof KEY_FILE_VERSION
  readonly accountId: string
  readonly network: NetworkName
  readonly name: string
  /** S₀ and s_vb. */
  readonly viewKey: string
  /** No coin of the account is in a block below this height. */
  readonly birthday: number
  readonly secret: KeyFileSecret
}

/** The file's text. */
export function encodeKeyFile(file: KeyFile): string {
  return `${JSON.stringify({ ...file, checksum: checksumOf(file) }, undefined, 2)}\n`
}

/** @throws NodeError `key_file_damaged` unless the text is a whole, unaltered key file of this version. */
export function decodeKeyFile(text: string, accountId: string): KeyFile {
  try {
    const { checksum, ...file } = JSON.parse(text) as KeyFile & { checksum: unknown }
    if (file.version === KEY_FILE_VERSION && file.accountId === accountId && checksum === checksumOf(file))
      return file
  } catch {
    // told below
  }
  throw new NodeError('key_file_damaged', { accountId })
}

function checksumOf(file: KeyFile): string {
  return toHex(hash('key file checksum', utf8(canonicalJson(file))))
}

/** What is not secret about an account, and what the sealed entropy is bound to. */
export type KeyFileHead = Omit<KeyFile, 'secret' | 'version'>

/** Makes a key file; without a passphrase the entropy is not encrypted. */
export async function makeKeyFile(
  head: KeyFileHead,
  entropy: Uint8Array | undefined,
  passphrase: string | undefined,
  { random, cost }: { random: Random; cost: PassphraseCost },
): Promise<KeyFile> {
  const secret: KeyFileSecret = !entropy
    ? { type: 'none' }
    : passphrase === undefined
      ? { type: 'clear', entropy: toHex(entropy) }
      : await sealEntropy(head, entropy, passphrase, random, cost)
  return { version: KEY_FILE_VERSION, ...head, secret }
}

/**
 * The entropy of a key file. The caller wipes it.
 * @throws NodeError `wrong_passphrase`, also when there is none and one is needed; `view_only`; `key_file_damaged`.
 */
export async function openKeyFile(file: KeyFile, passphrase: string | undefined): Promise<Uint8Array> {
  const { secret, accountId } = file
  if (secret.type === 'none') throw new NodeError('view_only', { accountId })
  if (secret.type === 'clear') return fromHex(secret.entropy)
  if (passphrase === undefined) throw new NodeError('wrong_passphrase', {})
  return openEntropy(file, secret, passphrase)
}

async function sealEntropy(
  head: KeyFileHead,
  entropy: Uint8Array,
  passphrase: string,
  random: Random,
  cost: PassphraseCost,
): Promise<SealedEntropy> {
  const salt = random(32)
  const nonce = random(AEAD_NONCE_LENGTH)
  const { key, verifier } = await stretch(passphrase, salt, cost)
  const ciphertext = seal(key, nonce, entropy, contextOf(head))
  wipe(key)
  return {
    type: 'sealed',
    cost,
    salt: toHex(salt),
    verifier: toHex(verifier),
    nonce: toHex(nonce),
    ciphertext: toHex(ciphertext),
  }
}

async function openEntropy(file: KeyFile, sealed: SealedEntropy, passphrase: string): Promise<Uint8Array> {
  const { logN, r, p } = sealed.cost
  if (logN > MAX_COST.logN || r > MAX_COST.r || p > MAX_COST.p) {
    throw new NodeError('key_file_damaged', { accountId: file.accountId })
  }
  const { key, verifier } = await stretch(passphrase, fromHex(sealed.salt), sealed.cost)
  if (toHex(verifier) !== sealed.verifier) throw new NodeError('wrong_passphrase', {})
  const entropy = openSealed(key, fromHex(sealed.nonce), fromHex(sealed.ciphertext), contextOf(file))
  wipe(key)
  if (!entropy) throw new NodeError('key_file_damaged', { accountId: file.accountId })
  return entropy
}

/** The name may change and is not bound. */
function contextOf({ accountId, network, viewKey, birthday }: KeyFileHead): Uint8Array {
  return utf8(canonicalJson({ version: KEY_FILE_VERSION, accountId, network, viewKey, birthday }))
}

async function stretch(
  passphrase: string,
  salt: Uint8Array,
  { logN, r, p }: PassphraseCost,
): Promise<{ key: Uint8Array; verifier: Uint8Array }> {
  const N = 2 ** logN
  const bytes = await scryptAsync(passphrase.normalize('NFKC'), salt, 2 * AEAD_KEY_LENGTH, {
    N,
    r,
    p,
    maxmem: 256 * N * r,
  })
  const key = Uint8Array.from(bytes.subarray(0, AEAD_KEY_LENGTH))
  const verifier = hash('key file verifier', bytes.subarray(AEAD_KEY_LENGTH))
  wipe(bytes)
  return { key, verifier }
}

type ScryptOptions = { N: number; r: number; p: number; maxmem: number }
const scryptAsync = promisify<string, Uint8Array, number, ScryptOptions, Uint8Array>(scrypt)

/** Recovery phrases: BIP-39, 24 words of the English list, no extra password. 32 bytes of entropy behind 24 words. */
import { entropyToMnemonic, mnemonicToEntropy, mnemonicToSeed } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { wipe } from '../../protocol/bytes.ts'
import { type AccountKeys, accountKeys } from '../../protocol/keys.ts'
import { NodeError } from '../errors.ts'

/** Bytes of entropy of a phrase. */
export const ENTROPY_LENGTH = 32
export const PHRASE_WORDS = 24

/** The words that stand for `entropy`. */
export function phraseOf(entropy: Uint8Array): string {
  return entropyToMnemonic(entropy, wordlist)
}

/**
 * The entropy behind a phrase. Case and extra spaces do not matter.
 * @throws NodeError `invalid_recovery_phrase` with what is wrong: the number of words, an unknown word and its place, or
 * the checksum.
 */
export function entropyOf(phrase: string): Uint8Array {
  const words = phrase.normalize('NFKD').trim().toLowerCase().split(/\s+/)
  if (words.length !== PHRASE_WORDS) throw new NodeError('invalid_recovery_phrase', { reason: 'length' })
  const unknown = words.findIndex((word) => !wordlist.includes(word))
  if (unknown >= 0) {
    throw new NodeError('invalid_recovery_phrase', { reason: 'word', position: unknown + 1 })
  }
  try {
    return mnemonicToEntropy(words.join(' '), wordlist)
  } catch {
    throw new NodeError('invalid_recovery_phrase', { reason: 'checksum' })
  }
}

/** The keys of the account behind `entropy`, by way of the 64-byte seed of BIP-39. */
export async function keysOfEntropy(entropy: Uint8Array): Promise<AccountKeys> {
  const seed = await mnemonicToSeed(phraseOf(entropy))
  try {
    return accountKeys(seed)
  } finally {
    wipe(seed)
  }
}

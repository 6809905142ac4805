/**
 * A token as its holder keeps it: 256 random bits in bech32m (BIP-350), whose beginning scanners for leaked secrets can look
 * for, and whose checksum tells a mistyped token from another one.
 */
import { bech32m } from '@scure/base'
import { toHex, utf8 } from '../../protocol/bytes.ts'
import { hash } from '../../protocol/crypto/hash.ts'
import type { Random } from '../../protocol/crypto/random.ts'

const PREFIX = 'stegostoken'
const SECRET_LENGTH = 32

export function makeTokenText(random: Random): string {
  return bech32m.encode(PREFIX, bech32m.toWords(random(SECRET_LENGTH)))
}

/** Whether the text has the form of a token. The checksum is not looked at: only one that is known matters. */
export function looksLikeToken(text: string): boolean {
  return text.startsWith(`${PREFIX}1`)
}

/** Whether the text is a token that was copied whole. */
export function isTokenText(text: string): boolean {
  return (
    looksLikeToken(text) && bech32m.decodeUnsafe(text)?.words.length === Math.ceil((SECRET_LENGTH * 8) / 5)
  )
}

/** What the node keeps of a token, lower-case hex: from 256 random bits it needs no stretching. */
export function tokenHash(text: string): string {
  return toHex(hash('api token', utf8(text)))
}

/** Message bodies travel in base64. These work in Node and in browsers, for bodies of any size. */
import type { Base64 } from './generated/contract.ts'

/** Characters given to one call of `String.fromCharCode`, which cannot take a long body at once. */
const CHUNK = 8_192

/** Base64 of bytes, or of the UTF-8 of a text. */
export function encodeBody(body: string | Uint8Array): Base64 {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  let binary = ''
  for (let start = 0; start < bytes.length; start += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK))
  }
  return btoa(binary)
}

/** The bytes behind base64. @throws DOMException when it is not base64 */
export function decodeBody(body: Base64): Uint8Array {
  return Uint8Array.from(atob(body), (character) => character.charCodeAt(0))
}

/** The text behind base64 of UTF-8. Bytes that are not UTF-8 become U+FFFD. */
export function decodeText(body: Base64): string {
  return new TextDecoder().decode(decodeBody(body))
}

/** Small helpers on byte strings, alike in Node and in browsers. */

const HEX = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'))
/** Node's own code for it is many times as fast; browsers have none. */
const NodeBuffer = globalThis.Buffer as typeof globalThis.Buffer | undefined
const encoder = new TextEncoder()

export function utf8(text: string): Uint8Array {
  return encoder.encode(text)
}

/** Lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  if (NodeBuffer) return NodeBuffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')
  let text = ''
  for (const byte of bytes) text += HEX[byte]
  return text
}

/** Bytes of lower-case hex. @throws RangeError for anything else; upper case is refused so that ids have one form. */
export function fromHex(text: string): Uint8Array {
  if (text.length % 2 !== 0 || /[^0-9a-f]/.test(text)) throw new RangeError('not lower-case hex')
  const bytes = new Uint8Array(text.length / 2)
  if (NodeBuffer) NodeBuffer.from(bytes.buffer).write(text, 'hex')
  else for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16)
  return bytes
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  return joinBytes(parts)
}

/** As {@link concat}, of any number: a call takes only so many arguments. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0
  for (const part of parts) length += part.length
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Equality in variable time: for public data. */
export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && compareBytes(left, right) === 0
}

/** Lexicographic order: negative, zero or positive. */
export function compareBytes(left: Uint8Array, right: Uint8Array): number {
  const shared = Math.min(left.length, right.length)
  for (let i = 0; i < shared; i++) {
    const difference = left[i]! - right[i]!
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

export function xor(left: Uint8Array, right: Uint8Array): Uint8Array {
  if (left.length !== right.length) throw new RangeError('xor takes equal lengths')
  return left.map((byte, i) => byte ^ right[i]!)
}

/** A 32-bit unsigned integer, little endian. @throws RangeError outside 0 … 2^32−1. */
export function le32(value: number): Uint8Array {
  if (!Number.isInteger(value) || value < 0 || value > 0xffff_ffff) throw new RangeError('not 32 bits')
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value, true)
  return bytes
}

/** A 64-bit unsigned integer, little endian. @throws RangeError outside 0 … 2^64−1. */
export function le64(value: bigint | number): Uint8Array {
  const bytes = new Uint8Array(8)
  const view = new DataView(bytes.buffer)
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) {
    view.setUint32(0, value % 2 ** 32, true)
    view.setUint32(4, Math.floor(value / 2 ** 32), true)
    return bytes
  }
  const wide = BigInt(value)
  if (wide < 0n || wide > 0xffff_ffff_ffff_ffffn) throw new RangeError('not an unsigned 64-bit integer')
  view.setBigUint64(0, wide, true)
  return bytes
}

export function fromLe64(bytes: Uint8Array): bigint {
  return new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true)
}

/** Overwrites a secret. Copies that the engine made stay out of reach. */
export function wipe(...secrets: readonly Uint8Array[]): void {
  for (const secret of secrets) secret.fill(0)
}

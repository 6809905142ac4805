/**
 * BLAKE3 on the kernel: any input, any length of output, in the three modes of its specification (O'Connor, Aumasson,
 * Neves and Wilcox-O'Hearn, 2021). Messages may be secret: they leave nothing behind in the kernel's memory.
 */
import { le32 } from '../bytes.ts'
import { type Frame, type Kernel, kernel } from './kernel/kernel.ts'

/** A key and the flags of a mode (sections 2.1 and 2.3). */
export type Blake3Mode = { readonly key: Uint8Array; readonly flags: number }

/** Where a message is given in parts: as they stand, or each behind its length (four bytes, little endian). */
export type Framing = 'plain' | 'prefixed'

type Parts = readonly Uint8Array[]

/** The key where there is none: the words of section 2.2, table 1, as bytes. */
const INITIAL_VALUE = Uint8Array.of(
  ...[0x67, 0xe6, 0x09, 0x6a, 0x85, 0xae, 0x67, 0xbb, 0x72, 0xf3, 0x6e, 0x3c, 0x3a, 0xf5, 0x4f, 0xa5],
  ...[0x7f, 0x52, 0x0e, 0x51, 0x8c, 0x68, 0x05, 0x9b, 0xab, 0xd9, 0x83, 0x1f, 0x19, 0xcd, 0xe0, 0x5b],
)
const KEYED_HASH = 16
const DERIVE_KEY_CONTEXT = 32
const DERIVE_KEY_MATERIAL = 64

/** Bytes of a key, and of what {@link blake3Each} gives. */
const KEY_LENGTH = 32
const BLOCK = 64
const PREFIX = 4
/** Longer messages go into the kernel in parts of so many bytes: a whole number of chunks. */
const PART_CHUNKS = 64
const PART = 1024 * PART_CHUNKS
/** Bytes of messages that {@link blake3Each} has in the kernel at once. */
const TOGETHER = 512 * 1024

/** The mode without a key. */
export const PLAIN: Blake3Mode = { key: INITIAL_VALUE, flags: 0 }

/** The mode with a secret key of 32 bytes. @throws RangeError for another length */
export function keyedMode(key: Uint8Array): Blake3Mode {
  if (key.length !== KEY_LENGTH) throw new RangeError('a key of BLAKE3 has 32 bytes')
  return { key, flags: KEYED_HASH }
}

/** The mode that derives keys, for one context. Costs a hash, so keep it. */
export function deriveKeyMode(context: Uint8Array): Blake3Mode {
  const key = blake3({ key: INITIAL_VALUE, flags: DERIVE_KEY_CONTEXT }, KEY_LENGTH, [context])
  return { key, flags: DERIVE_KEY_MATERIAL }
}

/** `length` bytes from the message that `parts` make. A shorter output is a prefix of a longer one. */
export function blake3(
  mode: Blake3Mode,
  length: number,
  parts: Parts,
  framing: Framing = 'plain',
): Uint8Array {
  const size = sizeOf(parts, framing)
  const instance = kernel()
  return instance.callSecret((frame) => {
    const { exports } = instance
    const state = putState(instance, frame, mode, size)
    const message = frame.take(Math.min(size, PART))
    const output = frame.take(Math.ceil(length / BLOCK) * BLOCK)
    const rest =
      size <= PART
        ? write(frame, message, parts, framing)
        : absorb(instance, frame, state, message, parts, framing)
    exports.blake3Finish(state, message, rest - message, output, length)
    return frame.get(output, length)
  })
}

/**
 * 32 bytes for every message of a list, each given in parts. Messages of one length are hashed four at a time where there
 * is SIMD.
 */
export function blake3Each(
  mode: Blake3Mode,
  messages: readonly Parts[],
  framing: Framing = 'plain',
): Uint8Array[] {
  const size = messages.length === 0 ? 0 : sizeOf(messages[0]!, framing)
  const alike = size <= PART && messages.every((parts) => sizeOf(parts, framing) === size)
  if (!alike) return messages.map((parts) => blake3(mode, KEY_LENGTH, parts, framing))
  const together = Math.max(4, Math.floor(TOGETHER / (size + KEY_LENGTH)))
  const hashes: Uint8Array[] = []
  for (let at = 0; at < messages.length; at += together) {
    eachOf(mode, messages.slice(at, at + together), framing, size, hashes)
  }
  return hashes
}

/** Hashes messages of `size` bytes, as many as the kernel takes at once. */
function eachOf(
  mode: Blake3Mode,
  messages: readonly Parts[],
  framing: Framing,
  size: number,
  hashes: Uint8Array[],
): void {
  const instance = kernel()
  instance.callSecret((frame) => {
    const { exports } = instance
    const key = frame.put(mode.key)
    const first = frame.take(messages.length * size)
    const output = frame.take(messages.length * KEY_LENGTH)
    const work = frame.take(exports.blake3EachBytes(size))
    let at = first
    for (const parts of messages) at = write(frame, at, parts, framing)
    exports.blake3Each(key, mode.flags, first, size, messages.length, output, work)
    for (let i = 0; i < messages.length; i++) hashes.push(frame.get(output + KEY_LENGTH * i, KEY_LENGTH))
  })
}

function sizeOf(parts: Parts, framing: Framing): number {
  let size = framing === 'prefixed' ? PREFIX * parts.length : 0
  for (const part of parts) size += part.length
  return size
}

/** The state of the kernel's hash before a message (blake3.ts there): key, chunks so far, flags, room. */
function putState({ exports }: Kernel, frame: Frame, { key, flags }: Blake3Mode, size: number): number {
  const state = frame.take(exports.blake3StateBytes(size))
  let at = frame.write(state, key)
  at = frame.write32(at, 0)
  at = frame.write32(at, 0)
  at = frame.write32(at, flags)
  frame.write32(at, 0)
  return state
}

/** Writes a message to where there is room for it. Returns the pointer behind it. */
function write(frame: Frame, at: number, parts: Parts, framing: Framing): number {
  for (const part of parts) {
    if (framing === 'prefixed') at = frame.write32(at, part.length)
    at = frame.write(at, part)
  }
  return at
}

/** Absorbs a message except for its end, which is left at `message`. Returns the pointer behind the end. */
function absorb(
  { exports }: Kernel,
  frame: Frame,
  state: number,
  message: number,
  parts: Parts,
  framing: Framing,
): number {
  const end = message + PART
  let at = message
  const feed = (bytes: Uint8Array): void => {
    for (let from = 0; from < bytes.length; ) {
      if (at === end) {
        exports.blake3Absorb(state, message, PART_CHUNKS)
        at = message
      }
      const piece = bytes.subarray(from, from + (end - at))
      at = frame.write(at, piece)
      from += piece.length
    }
  }
  for (const part of parts) {
    if (framing === 'prefixed') feed(le32(part.length))
    feed(part)
  }
  return at
}

/**
 * An output as the chain sees it: the coin (155 bytes, kept until it is spent) and, beside it, a payload of 1,024 bytes
 * (kept for the retention period). Every output has these fields and these sizes, whatever it carries.
 */

import { le32 } from './bytes.ts'
import { type Reader, Writer } from './codec.ts'
import { hash } from './crypto/hash.ts'
import { PAYLOAD_LENGTH } from './payload.ts'

/** The coin. All fields are bytes as they stand on the chain. */
export type OutputCore = {
  /** P, the one-time key whose secret spends the coin (32). */
  readonly key: Uint8Array
  /** C, the Pedersen commitment to the amount (32). */
  readonly commitment: Uint8Array
  /** R, the ephemeral key the receiver finds the output by (32). */
  readonly ephemeral: Uint8Array
  /** Three bytes that let a receiver reject a foreign output after one multiplication. */
  readonly viewTag: Uint8Array
  /** Amount, encrypted (8). */
  readonly amount: Uint8Array
  /** Anchor, encrypted (16). */
  readonly anchor: Uint8Array
  /** Hash of the payload (32). */
  readonly payloadHash: Uint8Array
}

export const VIEW_TAG_LENGTH = 3
export const ANCHOR_LENGTH = 16
/** Bytes of an encoded core. */
export const CORE_LENGTH = 32 + 32 + 32 + VIEW_TAG_LENGTH + 8 + ANCHOR_LENGTH + 32

export function writeCore(writer: Writer, core: OutputCore): Writer {
  return writer
    .bytes(core.key)
    .bytes(core.commitment)
    .bytes(core.ephemeral)
    .bytes(core.viewTag)
    .bytes(core.amount)
    .bytes(core.anchor)
    .bytes(core.payloadHash)
}

export function readCore(reader: Reader): OutputCore {
  return {
    key: reader.bytes(32),
    commitment: reader.bytes(32),
    ephemeral: reader.bytes(32),
    viewTag: reader.bytes(VIEW_TAG_LENGTH),
    amount: reader.bytes(8),
    anchor: reader.bytes(ANCHOR_LENGTH),
    payloadHash: reader.bytes(32),
  }
}

export function encodeCore(core: OutputCore): Uint8Array {
  return writeCore(new Writer(), core).finish()
}

export function coreHash(core: OutputCore): Uint8Array {
  return hash('output core', encodeCore(core))
}

export function payloadHash(payload: Uint8Array): Uint8Array {
  if (payload.length !== PAYLOAD_LENGTH) throw new RangeError('a payload has 1,024 bytes')
  return hash('payload', payload)
}

/**
 * What an output is bound to besides itself: the hash of its transaction's sorted input ids. Inputs are spent once, so no
 * two transactions ever share it.
 */
export function inputContext(sortedInputIds: readonly Uint8Array[]): Uint8Array {
  return hash('input context', ...sortedInputIds)
}

/**
 * The id of an output: unique for all time, because the context is. A node that has forgotten a spent coin cannot be fed
 * it again under its old id.
 */
export function outputId(context: Uint8Array, index: number, core: OutputCore): Uint8Array {
  return hash('output id', context, le32(index), coreHash(core))
}

/**
 * What an output says to its receiver. On the chain a payload is always 1,024 bytes of ciphertext beside the coin; inside
 * it is one of four kinds, padded with zeros, so that a payment, a message, change and a filler look alike.
 */
import { concat, utf8 } from './bytes.ts'
import { Reader, Writer } from './codec.ts'
import { ProtocolError } from './errors.ts'

/** Bytes of a payload on the chain. */
export const PAYLOAD_LENGTH = 1_024
/** Bytes of its plaintext: the rest is the tag of XChaCha20-Poly1305. */
export const PLAINTEXT_LENGTH = PAYLOAD_LENGTH - 16
/** Bytes of an application tag, UTF-8. */
export const MAX_APP_LENGTH = 32
export const MESSAGE_ID_LENGTH = 16
/** Bytes of a message's body that fit into one output, whatever its application tag. */
export const PART_LENGTH = PLAINTEXT_LENGTH - (1 + 1 + MAX_APP_LENGTH + MESSAGE_ID_LENGTH + 2 + 2 + 2)
/** Outputs a message may be split over. */
export const MAX_PARTS = 70
/** Bytes of the longest message: 64 KiB fits into the parts allowed. */
export const MAX_MESSAGE_LENGTH = 65_536

/** One payment as its sender remembers it: enough to find, open and prove the receiver's output again. */
export type SentRecord = {
  /** S and V of the receiver, 64 bytes. */
  readonly address: Uint8Array
  readonly amount: bigint
  /** The 16 random bytes everything in the receiver's output follows from. */
  readonly anchor: Uint8Array
}

export type MessagePart = {
  readonly app: string
  readonly messageId: Uint8Array
  /** From 0 to count − 1. */
  readonly part: number
  readonly count: number
  readonly body: Uint8Array
}

export type Payload =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'message' } & MessagePart)
  | { readonly kind: 'change'; readonly sent: readonly SentRecord[] }
  | { readonly kind: 'filler' }

const KINDS = ['none', 'message', 'change', 'filler'] as const
const SENT_LENGTH = 64 + 8 + 16
const MAX_SENT = Math.floor((PLAINTEXT_LENGTH - 2) / SENT_LENGTH)

/** The padded plaintext. @throws ProtocolError `payload_too_large` when a field exceeds its room. */
export function encodePayload(payload: Payload): Uint8Array {
  const writer = new Writer().u8(KINDS.indexOf(payload.kind))
  if (payload.kind === 'message') writeMessage(writer, payload)
  if (payload.kind === 'change') {
    if (payload.sent.length > MAX_SENT) throw tooLarge('records of payments', MAX_SENT)
    writer.u8(payload.sent.length)
    for (const { address, amount, anchor } of payload.sent) writer.bytes(address).u64(amount).bytes(anchor)
  }
  const bytes = writer.finish()
  return concat(bytes, new Uint8Array(PLAINTEXT_LENGTH - bytes.length))
}

function writeMessage(writer: Writer, { app, messageId, part, count, body }: MessagePart): void {
  const tag = utf8(app)
  if (tag.length > MAX_APP_LENGTH) throw tooLarge('bytes of application tag', MAX_APP_LENGTH)
  if (body.length > PART_LENGTH) throw tooLarge('bytes of body in one part', PART_LENGTH)
  if (count < 1 || count > MAX_PARTS || part < 0 || part >= count) throw tooLarge('parts', MAX_PARTS)
  writer
    .u8(tag.length)
    .bytes(tag)
    .bytes(new Uint8Array(MAX_APP_LENGTH - tag.length))
  writer.bytes(messageId).bytes(u16(part)).bytes(u16(count)).bytes(u16(body.length)).bytes(body)
}

/**
 * Reads a decrypted payload.
 * @throws ProtocolError `invalid_encoding`: the sender was authentic but wrote something this format does not know.
 */
export function decodePayload(plaintext: Uint8Array): Payload {
  if (plaintext.length !== PLAINTEXT_LENGTH) throw invalid('a payload of another length')
  const reader = new Reader(plaintext)
  const kind = KINDS[reader.u8()]
  switch (kind) {
    case 'none':
    case 'filler':
      return { kind }
    case 'message':
      return { kind, ...readMessage(reader) }
    case 'change': {
      const count = reader.u8()
      if (count > MAX_SENT) throw invalid('more records than fit')
      const sent = Array.from({ length: count }, () => ({
        address: reader.bytes(64),
        amount: reader.u64(),
        anchor: reader.bytes(16),
      }))
      return { kind, sent }
    }
    default:
      throw invalid('a payload of an unknown kind')
  }
}

function readMessage(reader: Reader): MessagePart {
  const tagLength = reader.u8()
  const tag = reader.bytes(MAX_APP_LENGTH)
  const messageId = reader.bytes(MESSAGE_ID_LENGTH)
  const part = fromU16(reader.bytes(2))
  const count = fromU16(reader.bytes(2))
  const length = fromU16(reader.bytes(2))
  if (tagLength > MAX_APP_LENGTH || length > PART_LENGTH) throw invalid('a length beyond its room')
  if (count < 1 || count > MAX_PARTS || part >= count) throw invalid('a part number beyond the count')
  try {
    const app = new TextDecoder('utf-8', { fatal: true }).decode(tag.subarray(0, tagLength))
    return { app, messageId, part, count, body: reader.bytes(length) }
  } catch {
    throw invalid('an application tag that is not UTF-8')
  }
}

/**
 * Splits a body into the parts of one message; an empty body is one empty part.
 * @throws ProtocolError `payload_too_large` above MAX_MESSAGE_LENGTH, `invalid_encoding` for a tag with half a surrogate pair.
 */
export function splitMessage(app: string, messageId: Uint8Array, body: Uint8Array): MessagePart[] {
  if (!app.isWellFormed()) throw invalid('an application tag that has no UTF-8')
  if (utf8(app).length > MAX_APP_LENGTH) throw tooLarge('bytes of application tag', MAX_APP_LENGTH)
  if (body.length > MAX_MESSAGE_LENGTH) throw tooLarge('bytes of message', MAX_MESSAGE_LENGTH)
  const count = Math.max(1, Math.ceil(body.length / PART_LENGTH))
  return Array.from({ length: count }, (_, part) => ({
    app,
    messageId,
    part,
    count,
    body: body.subarray(part * PART_LENGTH, (part + 1) * PART_LENGTH),
  }))
}

function u16(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, value >> 8)
}

function fromU16(bytes: Uint8Array): number {
  return bytes[0]! | (bytes[1]! << 8)
}

function tooLarge(what: string, limit: number): ProtocolError {
  return new ProtocolError('payload_too_large', `at most ${limit} ${what}`, { limit })
}

function invalid(why: string): ProtocolError {
  return new ProtocolError('invalid_encoding', why)
}

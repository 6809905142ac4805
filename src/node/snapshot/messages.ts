/** Questions about snapshots, and the answers, as they go over the network (subject `snapshot`). */
import { decodeAll, Writer } from '../../protocol/codec.ts'
import { readHeight } from '../../protocol/consensus/messages.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import type { SnapshotName } from './shelf.ts'

export type SnapshotQuestion =
  /** Which snapshots are there? A part for each. */
  | { readonly type: 'offers' }
  /** The manifest of one, in parts. */
  | { readonly type: 'manifest'; readonly id: Uint8Array }
  /** A chunk, in one part. */
  | { readonly type: 'chunk'; readonly id: Uint8Array; readonly number: number }

const TYPES: readonly SnapshotQuestion['type'][] = ['offers', 'manifest', 'chunk']

/** Bytes of a manifest in a part of the answer. */
export const MANIFEST_PART = 1 << 18
/** Bytes of an offer. */
export const OFFER_LENGTH = 8 + 32

export function encodeQuestion(question: SnapshotQuestion): Uint8Array {
  const writer = new Writer().u8(TYPES.indexOf(question.type))
  if (question.type !== 'offers') writer.bytes(question.id)
  if (question.type === 'chunk') writer.u32(question.number)
  return writer.finish()
}

/** @throws ProtocolError `invalid_encoding`. */
export function decodeQuestion(bytes: Uint8Array): SnapshotQuestion {
  return decodeAll(bytes, (reader) => {
    const type = TYPES[reader.u8()]
    switch (type) {
      case 'offers':
        return { type }
      case 'manifest':
        return { type, id: reader.bytes(32) }
      case 'chunk':
        return { type, id: reader.bytes(32), number: reader.u32() }
      default:
        throw new ProtocolError('invalid_encoding', 'a question of an unknown kind')
    }
  })
}

export function encodeOffer({ height, id }: SnapshotName): Uint8Array {
  return new Writer().u64(height).bytes(id).finish()
}

/** @throws ProtocolError `invalid_encoding`. */
export function decodeOffer(bytes: Uint8Array): SnapshotName {
  return decodeAll(bytes, (reader) => ({ height: readHeight(reader), id: reader.bytes(32) }))
}

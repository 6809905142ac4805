/** Cursors of the event log as clients hold them: opaque text for "after this event of this log". */
import { base64urlnopad } from '@scure/base'
import { concat } from '../protocol/bytes.ts'
import { NodeError } from './errors.ts'
import { be64, fromBe64 } from './ordered-keys.ts'

/** Bytes that name a log: random, made with it. A cursor of one log means nothing in another. */
export const LOG_ID_LENGTH = 8

export function encodeCursor(logId: Uint8Array, seq: bigint): string {
  return base64urlnopad.encode(concat(logId, be64(seq)))
}

/** @throws NodeError `invalid_cursor` for text that no log has given out. */
export function decodeCursor(text: string): { logId: Uint8Array; seq: bigint } {
  const bytes = decodeText(text)
  if (bytes?.length !== LOG_ID_LENGTH + 8) throw new NodeError('invalid_cursor', {})
  return { logId: bytes.subarray(0, LOG_ID_LENGTH), seq: fromBe64(bytes, LOG_ID_LENGTH) }
}

function decodeText(text: string): Uint8Array | undefined {
  try {
    return base64urlnopad.decode(text)
  } catch {
    return undefined
  }
}

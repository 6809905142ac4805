/** Bytes of a message as a JSON value, RFC 8259. */
import { isUtf8 } from 'node:buffer'
import { RpcError } from './rpc-error.ts'

/**
 * JSON is UTF-8 (section 8.1): other bytes are refused, and not replaced by something the sender did not mean. Of several
 * members of one name the last counts.
 *
 * @throws RpcError `parse_error`.
 */
export function readJson(bytes: Uint8Array): unknown {
  if (!isUtf8(bytes)) throw new RpcError('parse_error', {})
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString())
  } catch {
    throw new RpcError('parse_error', {})
  }
}

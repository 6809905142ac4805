/** Records that are written down by their structure, so that amounts stay bigints, and keys and bodies bytes. */
import { deserialize, serialize } from 'node:v8'
import { StoreError } from './store-error.ts'

export function encodeStructured(value: object): Uint8Array {
  return Uint8Array.from(serialize(value))
}

/**
 * @param what it should be, such as `a record of a token`
 * @throws StoreError `corrupt` for bytes that are no object
 */
export function decodeStructured<T extends object>(bytes: Uint8Array, what: string): T {
  try {
    const value: unknown = deserialize(bytes)
    if (typeof value === 'object' && value !== null) return value as T
  } catch {
    // told below
  }
  throw new StoreError('corrupt', `${what} cannot be read`)
}

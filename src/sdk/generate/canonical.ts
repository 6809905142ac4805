/** The contract's fingerprint: the same for every layout of the file. */
import { createHash } from 'node:crypto'

/** JSON with keys in ascending order of their UTF-16 code units and without white space. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
}

/** SHA-256 of the canonical form, lower-case hex. */
export function contractHash(document: unknown): string {
  return createHash('sha256').update(canonicalJson(document)).digest('hex')
}

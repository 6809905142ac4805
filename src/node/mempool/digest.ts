import { hash } from 'node:crypto'

/** A name for exactly these bytes, on this node alone. Tells apart what a transaction's id does not: the signatures. */
export function digestOf(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex')
}

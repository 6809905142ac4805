/** A token, the one it was made with, and so on up to the owner's: what narrows one of them narrows all below it. */
import { NodeError } from '../errors.ts'
import type { TokenEntry, TokenRecord } from './token-record.ts'

/** A token and all above it, the token first. */
export function lineOf(token: TokenEntry): TokenEntry[] {
  const line: TokenEntry[] = []
  for (let link: TokenEntry | undefined = token; link; link = link.parent) line.push(link)
  return line
}

/** Whether it is the other, or was made with it. */
export function isUnder(one: TokenEntry, other: TokenEntry): boolean {
  return lineOf(one).includes(other)
}

/** When a token ends that is to end at `wanted`: not after the one it is made with. */
export function endUnder(parent: TokenRecord | undefined, wanted: number | undefined): number | undefined {
  const above = parent?.expiresAt
  return above === undefined || wanted === undefined ? (above ?? wanted) : Math.min(above, wanted)
}

/** @throws NodeError `scope_missing` for a scope that the parent lacks; `invalid_params` for one that would be over at once. */
export function assertMakeable(
  { scopes, expiresAt }: TokenRecord,
  parent: TokenRecord | undefined,
  now: number,
): void {
  const scope = parent && scopes.find((wanted) => !parent.scopes.includes(wanted))
  if (scope !== undefined) throw new NodeError('scope_missing', { scope })
  if (expiresAt !== undefined && expiresAt <= now) {
    throw new NodeError('invalid_params', { faults: [{ pointer: '/expiresAt', message: 'is over already' }] })
  }
}

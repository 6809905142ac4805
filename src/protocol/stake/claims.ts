/**
 * What an operation takes that only one of all time can take: two operations with a claim in common cannot both be on the
 * chain. A pool keeps one of them, as it does with transactions that spend one coin. No claim can be taken in another's
 * place: all but an award's are signed by whoever owns what is claimed, and an award's comes with a proof that holds.
 */
import { toHex } from '../bytes.ts'
import type { Operation } from './operation.ts'

/**
 * Texts that name what the operation claims; two operations exclude each other exactly where they have one in common. Deposits
 * and evidence claim nothing: as many as anybody pays for can be on the chain.
 */
export function claimsOf(operation: Operation): readonly string[] {
  switch (operation.type) {
    case 'register':
      return [`key:${toHex(operation.key)}`]
    case 'rotate':
      return [`key:${toHex(operation.key)}`, turnOf(operation)]
    case 'unbond':
      return [`deposit:${toHex(operation.deposit)}`]
    case 'withdraw':
      return [`unbonding:${toHex(operation.unbonding)}`]
    case 'unbond_own':
    case 'configure':
    case 'resume':
      return [turnOf(operation)]
    case 'award':
      return [`award:${operation.period}`]
    case 'deposit':
    case 'evidence':
      return []
  }
}

/** An operator's operations are numbered, and each number is used once. */
function turnOf({ validator, sequence }: { validator: Uint8Array; sequence: number }): string {
  return `turn:${toHex(validator)}:${sequence}`
}

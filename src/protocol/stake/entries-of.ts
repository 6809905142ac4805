/**
 * Which entries of the table an operation may look up, so that whoever keeps them on a disk can fetch them beforehand. Ids of
 * entries that rules make follow from what happens only once (a transaction's inputs, an entry's end, a period), so these are
 * new wherever they are made, and are not among those to fetch.
 */
import type { ValidatorSet } from '../validators.ts'
import type { Evidence } from './evidence.ts'
import { leakIndexId } from './leak-index.ts'
import type { Operation } from './operation.ts'
import type { Entry, EntryKind } from './table.ts'

export type EntryRef = { readonly kind: EntryKind; readonly id: Uint8Array }

/** The validators of a height, undefined where there is none that anybody still answers for. */
export type SetAt = (height: number) => ValidatorSet | undefined

/** What an operation looks up first. What lies behind what was found is {@link entriesBehind}. */
export function entriesOf(operation: Operation, setAt: SetAt): EntryRef[] {
  switch (operation.type) {
    case 'register':
    case 'rotate':
      return [{ kind: 'key', id: operation.key }]
    case 'unbond':
      return [{ kind: 'deposit', id: operation.deposit }]
    case 'withdraw':
      return [{ kind: 'unbonding', id: operation.unbonding }]
    case 'evidence':
      return entriesOfEvidence(operation.evidence, setAt)
    default:
      return []
  }
}

/** What judging evidence looks up first: the key that signed. */
export function entriesOfEvidence({ first }: Evidence, setAt: SetAt): EntryRef[] {
  const accused = setAt(first.height)?.[first.validator]
  return accused ? [{ kind: 'key', id: accused.publicKey }] : []
}

/** What is looked up because of an entry that was found: what is left of its validator, and of what left it. */
export function entriesBehind(entry: Entry): EntryRef[] {
  if (!('validator' in entry)) return []
  const closed = { kind: 'closed', id: entry.validator } as const
  if (entry.kind !== 'unbonding') return [closed]
  return [closed, { kind: 'leak', id: leakIndexId(entry.validator, entry.liable) }]
}

/** Where the chain keeps what belongs to the stake and is not in the state. */
import { concat } from '../../protocol/bytes.ts'
import { decodeAll, Writer } from '../../protocol/codec.ts'
import { BLS_PUBLIC_KEY_LENGTH } from '../../protocol/crypto/bls.ts'
import type { EntryRef } from '../../protocol/stake/entries-of.ts'
import { ENTRY_KINDS, type Entry } from '../../protocol/stake/table.ts'
import type { ValidatorSet } from '../../protocol/validators.ts'
import type { Store } from '../store.ts'
import type { Table } from '../table.ts'

export type StakeTables = {
  /** Kind and id → entry of the stake's table: deposits, money on its way out, keys, pools that are closed. */
  readonly entries: Table
  /** Owner, kind and id of an entry → nothing. */
  readonly owners: Table
  /** Height from which on → validators that leaders are drawn from; kept while their stake answers for votes. */
  readonly validatorSets: Table
  /** Height → what happened to stake by rule. */
  readonly stakeEvents: Table
  /** Height → those of them that burnt a validator's stake: they are few, and far between. */
  readonly slashings: Table
  /** Period → record of its award. */
  readonly awards: Table
}

export function stakeTables(store: Store): StakeTables {
  return {
    entries: store.table('stake-entry'),
    owners: store.table('stake-owner'),
    validatorSets: store.table('validator-set'),
    stakeEvents: store.table('stake-event'),
    slashings: store.table('slashing'),
    awards: store.table('award'),
  }
}

export function entryKey({ kind, id }: EntryRef): Uint8Array {
  return concat(Uint8Array.of(ENTRY_KINDS.indexOf(kind)), id)
}

/** Under which an entry's owner finds it; undefined for one that nobody owns. */
export function ownerKey(entry: Entry): Uint8Array | undefined {
  return 'owner' in entry ? concat(entry.owner, entryKey(entry)) : undefined
}

/** The entry that a key of the owners' table names. */
export function ownedEntry(key: Uint8Array): EntryRef {
  return { kind: ENTRY_KINDS[key[32]!]!, id: key.slice(33) }
}

export function encodeValidators(set: ValidatorSet): Uint8Array {
  const writer = new Writer().u32(set.length)
  for (const { publicKey, weight } of set) writer.bytes(publicKey).u64(weight)
  return writer.finish()
}

export function readValidators(bytes: Uint8Array): ValidatorSet {
  return decodeAll(bytes, (reader) =>
    Array.from({ length: reader.u32() }, () => ({
      publicKey: reader.bytes(BLS_PUBLIC_KEY_LENGTH),
      weight: reader.u64(),
    })),
  )
}

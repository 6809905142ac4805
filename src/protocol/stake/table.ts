/**
 * The table of single deposits, kept like coins: whoever applies an operation looks entries up through a function and is
 * told what changed, so no node ever has to hold them all. The state commits to the table by an LtHash.
 */
import { toHex } from '../bytes.ts'
import { type Reader, Writer } from '../codec.ts'
import { BLS_PUBLIC_KEY_LENGTH } from '../crypto/bls.ts'
import { hash } from '../crypto/hash.ts'
import { ProtocolError } from '../errors.ts'
import { readAmount128, writeAmount128 } from './wide.ts'

/** Shares of a validator's pool. */
export type Deposit = {
  readonly kind: 'deposit'
  /** 32 bytes. */
  readonly id: Uint8Array
  /** Whoever has the secret of this Schnorr key may take it out. */
  readonly owner: Uint8Array
  /** Id of the validator. */
  readonly validator: Uint8Array
  readonly shares: bigint
}

/** Base units on their way out. */
export type Unbonding = {
  readonly kind: 'unbonding'
  readonly id: Uint8Array
  readonly owner: Uint8Array
  readonly validator: Uint8Array
  readonly amount: bigint
  /** The last epoch whose votes this stake answers for; 0 when for none. */
  readonly liable: number
  /** The first epoch in which it may be withdrawn. */
  readonly release: number
  /** Whether it was the operator's own. */
  readonly own: boolean
  /** Its validator's leak index when it left; 0 when it voted no more by then, so that nothing can leak from it. */
  readonly index: bigint
}

/** A validator key that was ever registered: none is used twice. */
export type KeyEntry = {
  readonly kind: 'key'
  /** The BLS key, 48 bytes. */
  readonly id: Uint8Array
  readonly validator: Uint8Array
}

/** What is left of a validator that is gone, for those who have not taken their shares out. */
export type ClosedPool = {
  readonly kind: 'closed'
  /** Id of the validator. */
  readonly id: Uint8Array
  readonly stake: bigint
  readonly shares: bigint
  /** When it was slashed: the epoch of its earliest contradiction, and the millionths that were burnt. */
  readonly penalty: { readonly infraction: number; readonly burnt: number } | undefined
}

/** With which leak index a validator ended an epoch in which something leaked from it. It stays for whoever comes late. */
export type SettledLeak = {
  readonly kind: 'leak'
  /** Hash of the validator and the epoch. */
  readonly id: Uint8Array
  readonly index: bigint
}

export type Entry = Deposit | Unbonding | KeyEntry | ClosedPool | SettledLeak
export type EntryKind = Entry['kind']

/** The entry of that kind and id, or undefined. */
export type FindEntry = (kind: EntryKind, id: Uint8Array) => Entry | undefined

/** What became of an entry; `before` is undefined for a new one, `after` for one that is gone. */
export type EntryChange = { readonly before: Entry | undefined; readonly after: Entry | undefined }

/** A text that names an entry, for maps. */
export function entryName(kind: EntryKind, id: Uint8Array): string {
  return `${kind}:${toHex(id)}`
}

/** An entry as an element of the table's hash. */
export function entryElement(entry: Entry): Uint8Array {
  return hash('stake entry', encodeEntry(entry))
}

/** Their position is their first byte. */
export const ENTRY_KINDS: readonly EntryKind[] = ['deposit', 'unbonding', 'key', 'closed', 'leak']

export function encodeEntry(entry: Entry): Uint8Array {
  const writer = new Writer().u8(ENTRY_KINDS.indexOf(entry.kind)).bytes(entry.id)
  switch (entry.kind) {
    case 'deposit':
      writeAmount128(writer.bytes(entry.owner).bytes(entry.validator), entry.shares)
      break
    case 'unbonding':
      writer.bytes(entry.owner).bytes(entry.validator).u64(entry.amount)
      writer
        .u32(entry.liable)
        .u32(entry.release)
        .u8(entry.own ? 1 : 0)
        .u64(entry.index)
      break
    case 'key':
      writer.bytes(entry.validator)
      break
    case 'closed':
      writeAmount128(writer.u64(entry.stake), entry.shares)
      writer.u32(entry.penalty?.infraction ?? 0).u32(entry.penalty?.burnt ?? 0)
      break
    case 'leak':
      writer.u64(entry.index)
  }
  return writer.finish()
}

export function readEntry(reader: Reader): Entry {
  const kind = ENTRY_KINDS[reader.u8()]
  switch (kind) {
    case 'deposit': {
      const [id, owner, validator] = [reader.bytes(32), reader.bytes(32), reader.bytes(32)]
      return { kind, id, owner, validator, shares: readAmount128(reader) }
    }
    case 'unbonding': {
      const [id, owner, validator] = [reader.bytes(32), reader.bytes(32), reader.bytes(32)]
      const amount = reader.u64()
      const [liable, release] = [reader.u32(), reader.u32()]
      return { kind, id, owner, validator, amount, liable, release, own: flag(reader), index: reader.u64() }
    }
    case 'key':
      return { kind, id: reader.bytes(BLS_PUBLIC_KEY_LENGTH), validator: reader.bytes(32) }
    case 'closed': {
      const [id, stake, shares] = [reader.bytes(32), reader.u64(), readAmount128(reader)]
      const [infraction, burnt] = [reader.u32(), reader.u32()]
      if (infraction === 0 && burnt !== 0)
        throw new ProtocolError('invalid_encoding', 'a penalty for nothing')
      return { kind, id, stake, shares, penalty: infraction === 0 ? undefined : { infraction, burnt } }
    }
    case 'leak': {
      const [id, index] = [reader.bytes(32), reader.u64()]
      if (index === 0n) throw new ProtocolError('invalid_encoding', 'a leak that leaves nothing')
      return { kind, id, index }
    }
    default:
      throw new ProtocolError('invalid_encoding', 'a stake entry of an unknown kind')
  }
}

/** A byte that is 0 or 1. */
export function flag(reader: Reader): boolean {
  const value = reader.u8()
  if (value > 1) throw new ProtocolError('invalid_encoding', 'a flag is 0 or 1')
  return value === 1
}

/** The canonical bytes of the stake, and the hash of them that the header commits to. */
import { compareBytes } from '../bytes.ts'
import { decodeAll, type Reader, Writer } from '../codec.ts'
import { readHeight } from '../consensus/messages.ts'
import { BLS_PUBLIC_KEY_LENGTH } from '../crypto/bls.ts'
import { hash } from '../crypto/hash.ts'
import { LTHASH_LENGTH } from '../crypto/lthash.ts'
import { ProtocolError } from '../errors.ts'
import { readRecord, writeRecord } from './encode-record.ts'
import type { AwardDraw, EpochState, StakeState, StakeTotals, ValidatorRecord } from './state.ts'
import { flag } from './table.ts'
import { readAmount128, writeAmount128 } from './wide.ts'

/** More records, members or recent blocks than any network's parameters allow are refused before they are read. */
const MOST = 16_384

const TOTALS = [
  'deposited',
  'fees',
  'donated',
  'issued',
  'withdrawn',
  'burnt',
] as const satisfies (keyof StakeTotals)[]

/**
 * 32 bytes that stand for the whole stake. Records are hashed by themselves: most stay the same from block to block, and
 * their hashes with them.
 */
export function stakeHash(state: StakeState): Uint8Array {
  const { rest, records } = stakeParts(state)
  return stakeHashOf(rest, records)
}

/** What {@link stakeHash} is the hash of: all but the records, and the hash of each record. */
export function stakeParts(state: StakeState): { readonly rest: Uint8Array; readonly records: Uint8Array[] } {
  return { rest: writeRest(new Writer(), state).finish(), records: state.records.map(recordHash) }
}

export function stakeHashOf(rest: Uint8Array, records: readonly Uint8Array[]): Uint8Array {
  return hash('stake state', rest, ...records)
}

/** A record never changes, so its hash is kept for as long as the record is. */
const recordHashes = new WeakMap<ValidatorRecord, Uint8Array>()

function recordHash(record: ValidatorRecord): Uint8Array {
  let known = recordHashes.get(record)
  if (known === undefined) {
    const writer = new Writer()
    writeRecord(writer, record)
    known = hash('validator record', writer.finish())
    recordHashes.set(record, known)
  }
  return known
}

export function encodeStake(state: StakeState): Uint8Array {
  const writer = writeRest(new Writer(), state).u32(state.records.length)
  for (const record of state.records) writeRecord(writer, record)
  return writer.finish()
}

/** All but the records. */
function writeRest(writer: Writer, { totals, entries, unbonding, closed, epoch, award }: StakeState): Writer {
  for (const name of TOTALS) writeAmount128(writer, totals[name])
  writer.bytes(entries).u64(unbonding).u64(closed)
  writeEpoch(writer, epoch)
  writer
    .u64(award.open)
    .bytes(award.history)
    .u8(award.draw ? 1 : 0)
  if (award.draw) writeDraw(writer, award.draw)
  return writer
}

/** @throws ProtocolError `invalid_encoding`. */
export function decodeStake(bytes: Uint8Array): StakeState {
  return decodeAll(bytes, (reader) => {
    const rest = readRest(reader)
    const records = list(reader, readRecord)
    if (records.some(({ id }, at) => at > 0 && compareBytes(records[at - 1]!.id, id) >= 0))
      throw new ProtocolError('invalid_encoding', 'validators that do not ascend')
    return { ...rest, records }
  })
}

/** The stake without its records, as {@link stakeParts} gives it. @throws ProtocolError `invalid_encoding`. */
export function decodeStakeRest(bytes: Uint8Array): StakeState {
  return { ...decodeAll(bytes, readRest), records: [] }
}

/** All but the records. @throws ProtocolError `invalid_encoding`. */
function readRest(reader: Reader): Omit<StakeState, 'records'> {
  const totals = Object.fromEntries(TOTALS.map((name) => [name, readAmount128(reader)])) as StakeTotals
  const entries = reader.bytes(LTHASH_LENGTH)
  const [unbonding, closed] = [reader.u64(), reader.u64()]
  const epoch = readEpoch(reader)
  const [open, history] = [reader.u64(), reader.bytes(32)]
  const draw = flag(reader) ? readDraw(reader) : undefined
  return { totals, entries, unbonding, closed, epoch, award: { open, draw, history } }
}

function writeEpoch(writer: Writer, epoch: EpochState): void {
  const { number, members, signed, fees, recent, previous, leaks } = epoch
  writer.u32(number).u32(members.length)
  for (const [at, { id, publicKey, weight, stake }] of members.entries()) {
    writer.bytes(id).bytes(publicKey).u64(weight).u64(stake).u32(signed[at]!).u64(fees[at]!)
  }
  writer.u32(recent.length)
  for (const { height, blockId, present } of recent) writer.u64(height).bytes(blockId).sized(present)
  writer.u32(previous.length)
  for (const { id, publicKey, weight } of previous) writer.bytes(id).bytes(publicKey).u64(weight)
  writer.u32(leaks.length)
  for (const { validator, epoch, index } of leaks) writer.bytes(validator).u32(epoch).u64(index)
}

function readEpoch(reader: Reader): EpochState {
  const number = reader.u32()
  const readVoter = () => ({
    id: reader.bytes(32),
    publicKey: reader.bytes(BLS_PUBLIC_KEY_LENGTH),
    weight: reader.u64(),
  })
  const rows = list(reader, () => ({
    member: { ...readVoter(), stake: reader.u64() },
    signed: reader.u32(),
    fees: reader.u64(),
  }))
  const recent = list(reader, () => ({
    height: readHeight(reader),
    blockId: reader.bytes(32),
    present: reader.sized(MOST / 8),
  }))
  const previous = list(reader, readVoter)
  const leaks = list(reader, () => ({
    validator: reader.bytes(32),
    epoch: reader.u32(),
    index: reader.u64(),
  }))
  return {
    ...{ number, recent, previous, leaks },
    members: rows.map(({ member }) => member),
    signed: rows.map(({ signed }) => signed),
    fees: rows.map(({ fees }) => fees),
  }
}

export function writeDraw(writer: Writer, draw: AwardDraw): void {
  const { period, frozenAt, amount, eligible, seedHeight, beacon } = draw
  writer.u32(period).u64(frozenAt).u64(amount).u32(eligible.length)
  for (const { id, key, operator } of eligible) writer.bytes(id).bytes(key).bytes(operator)
  writer.u64(seedHeight).u8(beacon ? 1 : 0)
  if (beacon) writer.bytes(beacon)
}

export function readDraw(reader: Reader): AwardDraw {
  const period = reader.u32()
  const frozenAt = readHeight(reader)
  const amount = reader.u64()
  const eligible = list(reader, () => ({
    id: reader.bytes(32),
    key: reader.bytes(BLS_PUBLIC_KEY_LENGTH),
    operator: reader.bytes(32),
  }))
  const seedHeight = readHeight(reader)
  const beacon = flag(reader) ? reader.bytes(32) : undefined
  return { period, frozenAt, amount, eligible, seedHeight, beacon }
}

function list<T>(reader: Reader, read: (reader: Reader) => T): T[] {
  const length = reader.u32()
  if (length > MOST) throw new ProtocolError('invalid_encoding', 'a list longer than any network has')
  return Array.from({ length }, () => read(reader))
}

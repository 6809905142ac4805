/** The bytes of a validator's record. */
import type { Reader, Writer } from '../codec.ts'
import { BLS_PUBLIC_KEY_LENGTH } from '../crypto/bls.ts'
import { ProtocolError } from '../errors.ts'
import type { Fault, ValidatorRecord, ValidatorStatus } from './state.ts'
import { flag } from './table.ts'
import { readAmount128, writeAmount128 } from './wide.ts'

const STATUSES: readonly ValidatorStatus[] = ['active', 'suspended', 'leaving', 'frozen']
const REASONS: readonly Fault['reason'][] = ['not_in_set', 'attendance', 'slashed']

export function writeRecord(writer: Writer, record: ValidatorRecord): void {
  const { nextKey, announced, fault, slash } = record
  writer.bytes(record.id).bytes(record.key).bytes(record.operator)
  writer.u32(record.sequence).u32(record.commission).u8(STATUSES.indexOf(record.status))
  writer.u32(record.since).u32(record.served).u64(record.stake)
  writeAmount128(writeAmount128(writer, record.shares), record.ownShares)
  writer.u32(record.good)
  writer.u8(nextKey ? 1 : 0)
  if (nextKey) writer.bytes(nextKey)
  writer.u8(announced ? 1 : 0)
  if (announced) writer.u32(announced.commission).u32(announced.from)
  writer.u8(fault ? 1 : 0)
  if (fault) writeFault(writer, fault)
  writer.u8(slash ? 1 : 0)
  if (slash) writer.u32(slash.infraction).u32(slash.since).u32(slash.share).u32(slash.correlated)
}

export function readRecord(reader: Reader): ValidatorRecord {
  const [id, key, operator] = [reader.bytes(32), reader.bytes(BLS_PUBLIC_KEY_LENGTH), reader.bytes(32)]
  const [sequence, commission] = [reader.u32(), reader.u32()]
  const status = named(STATUSES, reader)
  const [since, served, stake] = [reader.u32(), reader.u32(), reader.u64()]
  const [shares, ownShares] = [readAmount128(reader), readAmount128(reader)]
  const good = reader.u32()
  const nextKey = flag(reader) ? reader.bytes(BLS_PUBLIC_KEY_LENGTH) : undefined
  const announced = flag(reader) ? { commission: reader.u32(), from: reader.u32() } : undefined
  const fault = flag(reader) ? readFault(reader) : undefined
  const slash = flag(reader)
    ? { infraction: reader.u32(), since: reader.u32(), share: reader.u32(), correlated: reader.u32() }
    : undefined
  return {
    ...{ id, key, nextKey, operator, sequence, commission, announced, status, since, served },
    ...{ stake, shares, ownShares, good, fault, slash },
  }
}

export function writeFault(writer: Writer, { reason, epoch, signed, could }: Fault): void {
  writer.u8(REASONS.indexOf(reason)).u32(epoch).u32(signed).u32(could)
}

export function readFault(reader: Reader): Fault {
  const reason = named(REASONS, reader)
  return { reason, epoch: reader.u32(), signed: reader.u32(), could: reader.u32() }
}

function named<T>(names: readonly T[], reader: Reader): T {
  const name = names[reader.u8()]
  if (name === undefined) throw new ProtocolError('invalid_encoding', 'a value without a name')
  return name
}

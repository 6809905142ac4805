/** The bytes of what happened to stake in a block, for nodes to keep: no part of any hash. */
import { utf8 } from '../bytes.ts'
import { decodeAll, type Reader, Writer } from '../codec.ts'
import { readHeight } from '../consensus/messages.ts'
import { ProtocolError } from '../errors.ts'
import { decodeAwardRecord, encodeAwardRecord } from './award-record.ts'
import { readDraw, writeDraw } from './encode.ts'
import { readFault, writeFault } from './encode-record.ts'
import type { StakeEvent } from './events.ts'
import { readAmount128, writeAmount128 } from './wide.ts'

/** The first byte is the position here. */
const TYPES = [
  ...(['rewarded', 'suspended', 'evicted', 'closed', 'leaked', 'slashed', 'thawed'] as const),
  ...(['evidence_refused', 'epoch', 'spoilt', 'award_frozen', 'award_seeded', 'award_over'] as const),
] satisfies StakeEvent['type'][]

/** Events of one block: some for each record there can be, at most. */
const MOST = 65_536
const MAX_TEXT = 1_024
const MAX_RECORD = 1 << 20

export function encodeStakeEvents(events: readonly StakeEvent[]): Uint8Array {
  const writer = new Writer().u32(events.length)
  for (const event of events) writeEvent(writer, event)
  return writer.finish()
}

/** @throws ProtocolError `invalid_encoding`. */
export function decodeStakeEvents(bytes: Uint8Array): StakeEvent[] {
  return decodeAll(bytes, (reader) => {
    const length = reader.u32()
    if (length > MOST) throw new ProtocolError('invalid_encoding', 'more events than a block has')
    return Array.from({ length }, () => readEvent(reader))
  })
}

function writeEvent(writer: Writer, event: StakeEvent): void {
  writer.u8(TYPES.indexOf(event.type))
  if ('validator' in event) writer.bytes(event.validator)
  switch (event.type) {
    case 'rewarded':
      writer.u32(event.epoch).u64(event.reward).u64(event.fees).u64(event.commission)
      writer.u32(event.signed).u32(event.could)
      writeAmount128(writeAmount128(writer, event.shares), event.ownShares)
      break
    case 'suspended':
      writer.u32(event.epoch)
      break
    case 'evicted':
      break
    case 'closed':
      writer.u64(event.stake)
      break
    case 'leaked':
      writer.u64(event.height).u64(event.amount)
      break
    case 'slashed':
      writer.u32(event.infraction).u64(event.burnt)
      break
    case 'thawed':
      writer.u64(event.burnt).u64(event.forfeited)
      break
    case 'evidence_refused':
      writer.u64(event.burnt).sized(utf8(event.why).subarray(0, MAX_TEXT))
      break
    case 'epoch':
      writer.u32(event.epoch).u32(event.members)
      break
    case 'spoilt':
      writeFault(writer, event.fault)
      break
    case 'award_frozen':
    case 'award_seeded':
      writeDraw(writer, event.draw)
      break
    case 'award_over':
      writer.bytes(event.before).sized(encodeAwardRecord(event.record))
  }
}

function readEvent(reader: Reader): StakeEvent {
  const type = TYPES[reader.u8()]
  const validator = () => reader.bytes(32)
  switch (type) {
    case 'rewarded': {
      const named = { type, validator: validator(), epoch: reader.u32() }
      const paid = { reward: reader.u64(), fees: reader.u64(), commission: reader.u64() }
      const attended = { signed: reader.u32(), could: reader.u32() }
      return {
        ...named,
        ...paid,
        ...attended,
        shares: readAmount128(reader),
        ownShares: readAmount128(reader),
      }
    }
    case 'suspended':
      return { type, validator: validator(), epoch: reader.u32() }
    case 'evicted':
      return { type, validator: validator() }
    case 'closed':
      return { type, validator: validator(), stake: reader.u64() }
    case 'leaked':
      return { type, validator: validator(), height: readHeight(reader), amount: reader.u64() }
    case 'slashed':
      return { type, validator: validator(), infraction: reader.u32(), burnt: reader.u64() }
    case 'thawed':
      return { type, validator: validator(), burnt: reader.u64(), forfeited: reader.u64() }
    case 'evidence_refused':
      return { type, burnt: reader.u64(), why: new TextDecoder().decode(reader.sized(MAX_TEXT)) }
    case 'epoch':
      return { type, epoch: reader.u32(), members: reader.u32() }
    case 'spoilt':
      return { type, validator: validator(), fault: readFault(reader) }
    case 'award_frozen':
    case 'award_seeded':
      return { type, draw: readDraw(reader) }
    case 'award_over':
      return { type, before: reader.bytes(32), record: decodeAwardRecord(reader.sized(MAX_RECORD)) }
    default:
      throw new ProtocolError('invalid_encoding', 'an event of an unknown type')
  }
}

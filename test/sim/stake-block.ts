/** The bytes of a block of the simulated chain that carries stake. */
import { type Certificate, readCertificate, writeCertificate } from '../../src/protocol/certificate.ts'
import { decodeAll, Writer } from '../../src/protocol/codec.ts'
import { ProtocolError } from '../../src/protocol/errors.ts'
import { type LateVotes, readLateVotes, writeLateVotes } from '../../src/protocol/stake/attendance.ts'
import { type Evidence, readEvidence, writeEvidence } from '../../src/protocol/stake/evidence.ts'
import type { Operation } from '../../src/protocol/stake/operation.ts'
import { readOperation, writeOperation } from '../../src/protocol/stake/operation-codec.ts'
import { InvalidBlock } from './app.ts'

/** Nothing in a block is longer: lists of late votes, evidence and transactions. */
const MAX_ITEMS = 32
const MAX_VALIDATORS = 64

/** One operation, paid for from an account. The account's being the author's stands in for the operation's signatures. */
export type StakeTransaction = {
  readonly account: number
  readonly fee: bigint
  readonly operation: Operation
}

export type StakeBlock = {
  readonly height: number
  readonly round: number
  readonly leader: number
  readonly time: number
  readonly previous: Uint8Array
  /** Of the block before; an empty one in block 1. */
  readonly certificate: Certificate
  readonly late: readonly LateVotes[]
  readonly evidence: readonly Evidence[]
  readonly transactions: readonly StakeTransaction[]
}

export function encodeStakeBlock(block: StakeBlock): Uint8Array {
  const { height, round, leader, time, previous, certificate, late, evidence, transactions } = block
  const writer = new Writer().u32(height).u32(round).u32(leader).u64(time).bytes(previous)
  writeCertificate(writer, certificate)
  writer.u32(late.length)
  for (const votes of late) writeLateVotes(writer, votes)
  writer.u32(evidence.length)
  for (const one of evidence) writeEvidence(writer, one)
  writer.u32(transactions.length)
  for (const { account, fee, operation } of transactions) {
    writeOperation(writer.u32(account).u64(fee), operation)
  }
  return writer.finish()
}

/** @throws InvalidBlock */
export function decodeStakeBlock(bytes: Uint8Array): StakeBlock {
  try {
    return decodeAll(bytes, (reader) => {
      const [height, round, leader] = [reader.u32(), reader.u32(), reader.u32()]
      const [time, previous] = [Number(reader.u64()), reader.bytes(32)]
      const certificate = readCertificate(reader)
      const list = <Item>(read: () => Item): Item[] => {
        const count = reader.u32()
        if (count > MAX_ITEMS) throw new InvalidBlock('too much in a block')
        return Array.from({ length: count }, read)
      }
      return {
        ...{ height, round, leader, time, previous, certificate },
        late: list(() => readLateVotes(reader, MAX_VALIDATORS)),
        evidence: list(() => readEvidence(reader)),
        transactions: list(() => {
          return { account: reader.u32(), fee: reader.u64(), operation: readOperation(reader) }
        }),
      }
    })
  } catch (error) {
    if (error instanceof ProtocolError) throw new InvalidBlock(error.message)
    throw error
  }
}

/** A block: a header that commits to everything, the transactions, and what the leader adds to them. */
import { type BlockExtras, readExtras, writeExtras } from './block-extras.ts'
import { type Certificate, readCertificate, writeCertificate } from './certificate.ts'
import { decodeAll, type Fields, Reader, Writer } from './codec.ts'
import { BLS_PUBLIC_KEY_LENGTH, BLS_SIGNATURE_LENGTH } from './crypto/bls.ts'
import { hash } from './crypto/hash.ts'
import { ProtocolError } from './errors.ts'
import { merkleRoot } from './merkle.ts'
import {
  decodeTransaction,
  encodeTransaction,
  MAX_TRANSACTION_LENGTH,
  type Transaction,
  transactionId,
  transactionLeaf,
} from './transaction.ts'

export const BLOCK_VERSION = 1

export type Header = {
  readonly chainId: Uint8Array
  readonly height: number
  /** The round of consensus it was proposed in. */
  readonly round: number
  /** Milliseconds since 1970, strictly ascending along the chain. */
  readonly time: number
  /** Id of the previous block. */
  readonly previous: Uint8Array
  /** Certificate of the previous block. */
  readonly certificate: Certificate
  /** Public key of the leader. */
  readonly leader: Uint8Array
  /** The leader's contribution to the beacon: its BLS signature over `vrfMessage`. */
  readonly vrf: Uint8Array
  readonly transactionRoot: Uint8Array
  /** Root over the ids of all outputs the block makes. */
  readonly outputRoot: Uint8Array
  /** Commits to the unspent set, the supply and the stake after this block. */
  readonly stateCommitment: Uint8Array
  /** Of the set that the leader of this block was drawn from. */
  readonly validatorSetHash: Uint8Array
  /** Commits to what is in the block beside transactions. */
  readonly extrasHash: Uint8Array
}

export type Block = BlockExtras & {
  readonly header: Header
  readonly transactions: readonly Transaction[]
}

export function encodeHeader(header: Header): Uint8Array {
  const writer = new Writer()
    .u8(BLOCK_VERSION)
    .bytes(header.chainId)
    .u64(header.height)
    .u32(header.round)
    .u64(header.time)
    .bytes(header.previous)
  return writeCertificate(writer, header.certificate)
    .bytes(header.leader)
    .bytes(header.vrf)
    .bytes(header.transactionRoot)
    .bytes(header.outputRoot)
    .bytes(header.stateCommitment)
    .bytes(header.validatorSetHash)
    .bytes(header.extrasHash)
    .finish()
}

export function readHeader(reader: Reader): Header {
  if (reader.u8() !== BLOCK_VERSION)
    throw new ProtocolError('invalid_encoding', 'a block of an unknown version')
  return {
    chainId: reader.bytes(32),
    height: safeInteger(reader.u64()),
    round: reader.round(),
    time: safeInteger(reader.u64()),
    previous: reader.bytes(32),
    certificate: readCertificate(reader),
    leader: reader.bytes(BLS_PUBLIC_KEY_LENGTH),
    vrf: reader.bytes(BLS_SIGNATURE_LENGTH),
    transactionRoot: reader.bytes(32),
    outputRoot: reader.bytes(32),
    stateCommitment: reader.bytes(32),
    validatorSetHash: reader.bytes(32),
    extrasHash: reader.bytes(32),
  }
}

export function decodeHeader(bytes: Uint8Array): Header {
  return decodeAll(bytes, readHeader)
}

export function blockId(header: Header): Uint8Array {
  return hash('block', encodeHeader(header))
}

/** The id of a block that is encoded, of which no more than the header is read. @throws ProtocolError `invalid_encoding`. */
export function idOfEncoded(block: Uint8Array): Uint8Array {
  return blockId(readHeader(new Reader(block)))
}

export function transactionRoot(chainId: Uint8Array, transactions: readonly Transaction[]): Uint8Array {
  return merkleRoot(
    transactions.map((transaction) => transactionLeaf(transactionId(chainId, transaction), transaction)),
  )
}

/** Root over the ids of all outputs a block makes, in order. */
export function outputRoot(ids: readonly Uint8Array[]): Uint8Array {
  return merkleRoot(ids)
}

export function encodeBlock({ header, transactions, ...extras }: Block): Uint8Array {
  const writer = new Writer().bytes(encodeHeader(header)).u32(transactions.length)
  for (const transaction of transactions) writer.sized(encodeTransaction(transaction))
  return writeExtras(writer, extras).finish()
}

/**
 * Decodes a block and applies each transaction's own structural rules.
 * @param fields of its transactions
 * @throws ProtocolError for the first fault; more than `maxTransactions` are refused before any is read.
 */
export function decodeBlock(bytes: Uint8Array, maxTransactions: number, fields?: Fields): Block {
  return decodeAll(bytes, (reader) => {
    const header = readHeader(reader)
    const count = reader.u32()
    if (count > maxTransactions)
      throw new ProtocolError('invalid_block', 'more transactions than a block may carry')
    const transactions = Array.from({ length: count }, () =>
      decodeTransaction(reader.sized(MAX_TRANSACTION_LENGTH), fields),
    )
    return { header, transactions, ...readExtras(reader) }
  })
}

function safeInteger(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER))
    throw new ProtocolError('invalid_encoding', 'a number beyond 2^53')
  return Number(value)
}

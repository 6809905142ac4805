/**
 * A transaction: coins spent, outputs made, and the proof that no money came into being. Its bytes have one length for
 * each shape; nothing in it is optional.
 *
 *   version 1 | inputs 1 | outputs 1 | input ids 32·n | cores 155·m | γ 32 | range proof | signatures 64·n | payloads 1024·m
 *
 * One that does something to the stake is of version 2 and has the operation, sized, behind all that.
 *
 * Inputs ascend by id and outputs by the hash of their core, so order tells nothing.
 */
import { compareBytes, equalBytes } from './bytes.ts'
import { decodeAll, type Fields, type Reader, Writer } from './codec.ts'
import { hash } from './crypto/hash.ts'
import { rangeProofLength } from './crypto/rangeproof.ts'
import { SIGNATURE_LENGTH } from './crypto/schnorr.ts'
import { ProtocolError } from './errors.ts'
import {
  CORE_LENGTH,
  coreHash,
  inputContext,
  type OutputCore,
  outputId,
  payloadHash,
  readCore,
  writeCore,
} from './output.ts'
import { PAYLOAD_LENGTH } from './payload.ts'
import { checkShape, MAX_INPUTS, OUTPUT_COUNTS, type Shape } from './shape.ts'
import type { Operation } from './stake/operation.ts'
import {
  decodeOperation,
  encodeOperation,
  encodeUnsigned,
  MAX_OPERATION_LENGTH,
} from './stake/operation-codec.ts'

export const TRANSACTION_VERSION = 1
/** Of a transaction with an operation on the stake. */
export const OPERATION_VERSION = 2
/** Bits of an amount under the range proof. */
export const AMOUNT_BITS = 64

export type Transaction = {
  /** Ids of the outputs spent, 32 bytes each. */
  readonly inputs: readonly Uint8Array[]
  readonly outputs: readonly OutputCore[]
  /** γ: ΣC_in − ΣC_out − (fee + what the operation takes − what it gives)·B = γ·B_blinding. An encoded scalar. */
  readonly balance: Uint8Array
  /** One aggregated Bulletproof over all outputs. */
  readonly rangeProof: Uint8Array
  /** One Schnorr signature over the transaction id for each input, under its one-time key. */
  readonly signatures: readonly Uint8Array[]
  /** The payload of each output. */
  readonly payloads: readonly Uint8Array[]
  /** What it does to the stake, if anything. */
  readonly operation: Operation | undefined
}

/** What is there before anything is proven. */
export type TransactionBody = Pick<Transaction, 'inputs' | 'outputs' | 'balance' | 'operation'>

export function shapeOf(transaction: Pick<Transaction, 'inputs' | 'outputs'>): Shape {
  return { inputs: transaction.inputs.length, outputs: transaction.outputs.length }
}

/** Bytes of a transaction without an operation: its shape decides them. */
export function transactionLength({ inputs, outputs }: Shape): number {
  return (
    3 +
    inputs * (32 + SIGNATURE_LENGTH) +
    outputs * (CORE_LENGTH + PAYLOAD_LENGTH) +
    32 +
    rangeProofLength(AMOUNT_BITS, outputs)
  )
}

/** Bytes of the longest transaction there is. */
export const MAX_TRANSACTION_LENGTH =
  transactionLength({ inputs: MAX_INPUTS, outputs: Math.max(...OUTPUT_COUNTS) }) + 4 + MAX_OPERATION_LENGTH

/** What the range proof is bound to: everything but proof, signatures, those of the operation too, and payload bytes. */
export function bodyHash(chainId: Uint8Array, body: TransactionBody): Uint8Array {
  const fields = writeBody(new Writer(), body).finish()
  const says = body.operation ? [encodeUnsigned(body.operation)] : []
  return hash('transaction body', chainId, fields, ...says)
}

/**
 * The id, which the inputs' signatures sign. It binds the chain, the body, the range proof, and the operation with its
 * signatures.
 */
export function transactionId(
  chainId: Uint8Array,
  transaction: Omit<Transaction, 'signatures' | 'payloads'>,
): Uint8Array {
  const { rangeProof, operation } = transaction
  const operations = operation ? [encodeOperation(operation)] : []
  return hash('transaction', bodyHash(chainId, transaction), rangeProof, ...operations)
}

/** What the signatures of an operation cover of its transaction: all that is known before the operation is signed. */
export function operationBinding(body: Pick<Transaction, 'inputs' | 'outputs' | 'balance'>): Uint8Array {
  return hash('operation binding', writeBody(new Writer(), { ...body, operation: undefined }).finish())
}

/** Leaf of a block's transaction root: the id and the signatures, so that a block fixes every byte of a transaction. */
export function transactionLeaf(id: Uint8Array, { signatures }: Pick<Transaction, 'signatures'>): Uint8Array {
  return hash('transaction leaf', id, ...signatures)
}

/** The ids of the outputs a transaction makes, in its order. */
export function outputIds(transaction: Pick<Transaction, 'inputs' | 'outputs'>): Uint8Array[] {
  const context = inputContext(transaction.inputs)
  return transaction.outputs.map((core, index) => outputId(context, index, core))
}

function writeBody(writer: Writer, { inputs, outputs, balance, operation }: TransactionBody): Writer {
  writer.u8(operation ? OPERATION_VERSION : TRANSACTION_VERSION)
  writer.u8(inputs.length).u8(outputs.length)
  for (const id of inputs) writer.bytes(id)
  for (const core of outputs) writeCore(writer, core)
  return writer.bytes(balance)
}

export function encodeTransaction(transaction: Transaction): Uint8Array {
  const writer = writeBody(new Writer(), transaction).bytes(transaction.rangeProof)
  for (const signature of transaction.signatures) writer.bytes(signature)
  for (const payload of transaction.payloads) writer.bytes(payload)
  if (transaction.operation) writer.sized(encodeOperation(transaction.operation))
  return writer.finish()
}

/**
 * Decodes a transaction and checks all that needs neither the chain nor elliptic curves: version, shape, lengths, order,
 * duplicates, payload hashes.
 * @throws ProtocolError naming the rule that is broken.
 */
export function decodeTransaction(bytes: Uint8Array, fields?: Fields): Transaction {
  const transaction = decodeAll(bytes, readTransaction, fields)
  checkStructure(transaction)
  return transaction
}

function readTransaction(reader: Reader): Transaction {
  const version = reader.u8()
  if (version !== TRANSACTION_VERSION && version !== OPERATION_VERSION) {
    throw new ProtocolError('invalid_encoding', 'a transaction of a version this node does not know')
  }
  const shape = { inputs: reader.u8(), outputs: reader.u8() }
  checkShape(shape)
  return {
    inputs: times(shape.inputs, () => reader.bytes(32)),
    outputs: times(shape.outputs, () => readCore(reader)),
    balance: reader.bytes(32),
    rangeProof: reader.bytes(rangeProofLength(AMOUNT_BITS, shape.outputs)),
    signatures: times(shape.inputs, () => reader.bytes(SIGNATURE_LENGTH)),
    payloads: times(shape.outputs, () => reader.bytes(PAYLOAD_LENGTH)),
    operation:
      version === OPERATION_VERSION ? decodeOperation(reader.sized(MAX_OPERATION_LENGTH)) : undefined,
  }
}

/** The rules a transaction can be held against alone; `decodeTransaction` has applied them. */
export function checkStructure(transaction: Transaction): void {
  const { inputs, outputs, signatures, payloads, rangeProof } = transaction
  checkShape(shapeOf(transaction))
  if (signatures.length !== inputs.length || payloads.length !== outputs.length) {
    throw new ProtocolError('invalid_encoding', 'signatures go with inputs and payloads with outputs')
  }
  if (rangeProof.length !== rangeProofLength(AMOUNT_BITS, outputs.length)) {
    throw new ProtocolError('invalid_encoding', 'a range proof of another length')
  }
  checkAscending(inputs, 'duplicate_input', 'inputs')
  checkAscending(outputs.map(coreHash), 'duplicate_output', 'outputs')
  outputs.forEach((core, index) => {
    if (!equalBytes(core.payloadHash, payloadHash(payloads[index]!))) {
      throw new ProtocolError('payload_mismatch', `payload ${index} is not the one its output names`, {
        index,
      })
    }
  })
}

function checkAscending(
  items: readonly Uint8Array[],
  duplicate: 'duplicate_input' | 'duplicate_output',
  what: string,
): void {
  for (let i = 1; i < items.length; i++) {
    const order = compareBytes(items[i - 1]!, items[i]!)
    if (order === 0) throw new ProtocolError(duplicate, `two equal ${what}`, { index: i })
    if (order > 0) throw new ProtocolError('not_sorted', `${what} are not in ascending order`, { index: i })
  }
}

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make)
}

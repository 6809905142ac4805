/**
 * An encoded transaction taken apart by position alone: what spends, what is made, and where the payloads are. Payloads are
 * kept apart from the rest, so that they can be dropped when their time is over. The parts are views of the bytes they were
 * taken from, but for the body of a transaction with an operation: that stands behind the payloads.
 */
import { concat } from '../../protocol/bytes.ts'
import { SIGNATURE_LENGTH } from '../../protocol/crypto/schnorr.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { CORE_LENGTH } from '../../protocol/output.ts'
import { PAYLOAD_LENGTH } from '../../protocol/payload.ts'
import { checkShape, type Shape } from '../../protocol/shape.ts'
import type { Operation } from '../../protocol/stake/operation.ts'
import { decodeOperation, MAX_OPERATION_LENGTH } from '../../protocol/stake/operation-codec.ts'
import { OPERATION_VERSION, transactionLength } from '../../protocol/transaction.ts'
import { unpack } from '../workers/packed.ts'

export type TransactionLayout = {
  readonly shape: Shape
  /** Ids of the outputs spent. */
  readonly inputs: readonly Uint8Array[]
  /** Encoded cores of the outputs made. */
  readonly cores: readonly Uint8Array[]
  /** Everything but the payloads. */
  readonly body: Uint8Array
  /** The encoded operation on the stake, if there is one. */
  readonly operation: Uint8Array | undefined
}

export { MAX_TRANSACTION_LENGTH } from '../../protocol/transaction.ts'

const INPUTS_AT = 3
/** Bytes of the length before an operation. */
const OPERATION_AT = 4

/** Splits a whole encoded transaction. @throws ProtocolError when its length is not that of its shape and its operation. */
export function splitTransaction(bytes: Uint8Array): TransactionLayout & { payloads: readonly Uint8Array[] } {
  const shape = wholeShape(bytes)
  const end = transactionLength(shape)
  const payloadsAt = bodyLength(shape)
  const start = bytes.subarray(0, payloadsAt)
  return {
    ...layoutOf(bytes.length === end ? start : concat(start, bytes.subarray(end)), shape),
    payloads: unpack(bytes.subarray(payloadsAt, end), PAYLOAD_LENGTH),
  }
}

/** The operation of a transaction that was split, decoded. @throws ProtocolError `invalid_encoding`. */
export function readOperation({ operation }: Pick<TransactionLayout, 'operation'>): Operation | undefined {
  return operation && decodeOperation(operation)
}

/** The operation of a whole encoded transaction. @throws ProtocolError as {@link splitTransaction} and {@link readOperation}. */
export function operationOf(bytes: Uint8Array): Operation | undefined {
  return hasOperation(bytes) ? readOperation(splitTransaction(bytes)) : undefined
}

/** Whether an encoded transaction says that it has an operation on the stake. */
export function hasOperation(bytes: Uint8Array): boolean {
  return bytes[0] === OPERATION_VERSION
}

/** The ids of the outputs that a whole encoded transaction spends. @throws ProtocolError as {@link splitTransaction}. */
export function readInputs(bytes: Uint8Array): Uint8Array[] {
  return unpack(bytes.subarray(INPUTS_AT, INPUTS_AT + 32 * wholeShape(bytes).inputs), 32)
}

/** The signatures of a whole encoded transaction, which stand before its payloads. @throws ProtocolError as {@link splitTransaction}. */
export function readSignatures(bytes: Uint8Array): Uint8Array[] {
  const shape = wholeShape(bytes)
  const end = bodyLength(shape)
  return unpack(bytes.subarray(end - SIGNATURE_LENGTH * shape.inputs, end), SIGNATURE_LENGTH)
}

/** Reads the body that `splitTransaction` gave. */
export function readBody(body: Uint8Array): TransactionLayout {
  return layoutOf(body, shapeAt(body))
}

/** The whole transaction again. */
export function joinTransaction(body: Uint8Array, payloads: readonly Uint8Array[]): Uint8Array {
  const at = bodyLength(shapeAt(body))
  return concat(body.subarray(0, at), ...payloads, body.subarray(at))
}

/** The beginning of a transaction: shape, inputs and cores are all that is needed to find one's own outputs. */
export type Head = {
  readonly head: Uint8Array
  /** Ids of the outputs spent, 32 bytes each. */
  readonly inputs: Uint8Array
  /** How many outputs it makes. */
  readonly outputs: number
}

/** The head of a body, or of what begins with a head. */
export function readHead(body: Uint8Array): Head {
  const shape = shapeAt(body)
  const inputs = body.subarray(INPUTS_AT, INPUTS_AT + 32 * shape.inputs)
  return { head: body.subarray(0, headLength(shape)), inputs, outputs: shape.outputs }
}

/** The heads that stand in `packed` one after the other. */
export function splitHeads(packed: Uint8Array): Pick<TransactionLayout, 'inputs' | 'cores'>[] {
  const heads: Pick<TransactionLayout, 'inputs' | 'cores'>[] = []
  for (let at = 0; at < packed.length; ) {
    const shape = shapeAt(packed.subarray(at))
    heads.push(layoutOf(packed.subarray(at), shape))
    at += headLength(shape)
  }
  return heads
}

function headLength({ inputs, outputs }: Shape): number {
  return INPUTS_AT + 32 * inputs + CORE_LENGTH * outputs
}

/** Bytes before the payloads. */
function bodyLength(shape: Shape): number {
  return transactionLength(shape) - shape.outputs * PAYLOAD_LENGTH
}

/** The shape of a whole transaction, which its length has to be that of; an operation, with its length, stands behind. */
function wholeShape(bytes: Uint8Array): Shape {
  const shape = shapeAt(bytes)
  const end = transactionLength(shape)
  const length = hasOperation(bytes) ? end + OPERATION_AT + operationLength(bytes, end) : end
  if (bytes.length !== length) {
    throw new ProtocolError('invalid_encoding', 'a transaction of another length than its shape has')
  }
  return shape
}

function operationLength(bytes: Uint8Array, at: number): number {
  if (bytes.length < at + OPERATION_AT) return 0
  const length = new DataView(bytes.buffer, bytes.byteOffset + at, OPERATION_AT).getUint32(0, true)
  if (length > MAX_OPERATION_LENGTH) throw new ProtocolError('invalid_encoding', 'longer than any operation')
  return length
}

function shapeAt(bytes: Uint8Array): Shape {
  const shape = { inputs: bytes[1] ?? 0, outputs: bytes[2] ?? 0 }
  checkShape(shape)
  return shape
}

function layoutOf(body: Uint8Array, shape: Shape): TransactionLayout {
  const coresAt = INPUTS_AT + 32 * shape.inputs
  return {
    shape,
    inputs: unpack(body.subarray(INPUTS_AT, coresAt), 32),
    cores: unpack(body.subarray(coresAt, headLength(shape)), CORE_LENGTH),
    body,
    operation: hasOperation(body) ? body.subarray(bodyLength(shape) + OPERATION_AT) : undefined,
  }
}

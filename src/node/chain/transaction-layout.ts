/**
 * An encoded transaction taken apart by position alone: what spends, what is made, and where the payloads begin. Payloads
 * stand last so that they can be kept apart from the rest and dropped when their time is over.
 */
import { concat } from '../../protocol/bytes.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { CORE_LENGTH } from '../../protocol/output.ts'
import { PAYLOAD_LENGTH } from '../../protocol/payload.ts'
import { checkShape, MAX_INPUTS, OUTPUT_COUNTS, type Shape } from '../../protocol/shape.ts'
import { transactionLength } from '../../protocol/transaction.ts'

export type TransactionLayout = {
  readonly shape: Shape
  /** Ids of the outputs spent. */
  readonly inputs: readonly Uint8Array[]
  /** Encoded cores of the outputs made. */
  readonly cores: readonly Uint8Array[]
  /** Everything but the payloads. */
  readonly body: Uint8Array
}

const INPUTS_AT = 3

/** Bytes of the longest transaction there is. */
export const MAX_TRANSACTION_LENGTH = transactionLength({
  inputs: MAX_INPUTS,
  outputs: Math.max(...OUTPUT_COUNTS),
})

/** Splits a whole encoded transaction. @throws ProtocolError when its length is not that of its shape. */
export function splitTransaction(bytes: Uint8Array): TransactionLayout & { payloads: readonly Uint8Array[] } {
  const shape = shapeAt(bytes)
  const length = transactionLength(shape)
  if (bytes.length !== length) {
    throw new ProtocolError('invalid_encoding', 'a transaction of another length than its shape has')
  }
  const bodyLength = length - shape.outputs * PAYLOAD_LENGTH
  return {
    ...layoutOf(bytes.subarray(0, bodyLength), shape),
    payloads: parts(bytes, bodyLength, shape.outputs, PAYLOAD_LENGTH),
  }
}

/** Reads the body that `splitTransaction` gave. */
export function readBody(body: Uint8Array): TransactionLayout {
  return layoutOf(body, shapeAt(body))
}

/** The whole transaction again. */
export function joinTransaction(body: Uint8Array, payloads: readonly Uint8Array[]): Uint8Array {
  return concat(body, ...payloads)
}

function shapeAt(bytes: Uint8Array): Shape {
  const shape = { inputs: bytes[1] ?? 0, outputs: bytes[2] ?? 0 }
  checkShape(shape)
  return shape
}

function layoutOf(body: Uint8Array, shape: Shape): TransactionLayout {
  return {
    shape,
    inputs: parts(body, INPUTS_AT, shape.inputs, 32),
    cores: parts(body, INPUTS_AT + 32 * shape.inputs, shape.outputs, CORE_LENGTH),
    body,
  }
}

/** Copies, so that none keeps the whole alive or is changed with it. */
function parts(bytes: Uint8Array, at: number, count: number, length: number): Uint8Array[] {
  return Array.from({ length: count }, (_, index) =>
    bytes.slice(at + index * length, at + (index + 1) * length),
  )
}

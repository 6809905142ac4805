/**
 * An encoded transaction taken apart by position alone: what spends, what is made, and where the payloads begin. Payloads
 * stand last so that they can be kept apart from the rest and dropped when their time is over. The parts are views of the
 * bytes they were taken from.
 */
import { concat } from '../../protocol/bytes.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { CORE_LENGTH } from '../../protocol/output.ts'
import { PAYLOAD_LENGTH } from '../../protocol/payload.ts'
import { checkShape, MAX_INPUTS, OUTPUT_COUNTS, type Shape } from '../../protocol/shape.ts'
import { transactionLength } from '../../protocol/transaction.ts'
import { unpack } from '../workers/packed.ts'

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
  const shape = wholeShape(bytes)
  const bodyLength = bytes.length - shape.outputs * PAYLOAD_LENGTH
  return {
    ...layoutOf(bytes.subarray(0, bodyLength), shape),
    payloads: unpack(bytes.subarray(bodyLength), PAYLOAD_LENGTH),
  }
}

/** The ids of the outputs that a whole encoded transaction spends. @throws ProtocolError as {@link splitTransaction}. */
export function readInputs(bytes: Uint8Array): Uint8Array[] {
  return unpack(bytes.subarray(INPUTS_AT, INPUTS_AT + 32 * wholeShape(bytes).inputs), 32)
}

/** Reads the body that `splitTransaction` gave. */
export function readBody(body: Uint8Array): TransactionLayout {
  return layoutOf(body, shapeAt(body))
}

/** The whole transaction again. */
export function joinTransaction(body: Uint8Array, payloads: readonly Uint8Array[]): Uint8Array {
  return concat(body, ...payloads)
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

/** The shape of a whole transaction, which its length has to be that of. */
function wholeShape(bytes: Uint8Array): Shape {
  const shape = shapeAt(bytes)
  if (bytes.length !== transactionLength(shape)) {
    throw new ProtocolError('invalid_encoding', 'a transaction of another length than its shape has')
  }
  return shape
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
  }
}

/** The bytes of operations, whole for transactions, and without signatures for what signatures cover. */
import { decodeAll, type Reader, Writer } from '../codec.ts'
import { BLS_PUBLIC_KEY_LENGTH, BLS_SIGNATURE_LENGTH } from '../crypto/bls.ts'
import { hash } from '../crypto/hash.ts'
import { SIGNATURE_LENGTH } from '../crypto/schnorr.ts'
import { ProtocolError } from '../errors.ts'
import { readEvidence, writeEvidence } from './evidence.ts'
import type { Operation } from './operation.ts'
import { readAmount128, writeAmount128 } from './wide.ts'

/** The first byte is the position here. */
const TYPES = [
  ...(['register', 'deposit', 'unbond', 'unbond_own', 'withdraw'] as const),
  ...(['configure', 'rotate', 'resume', 'evidence', 'award'] as const),
] satisfies Operation['type'][]

const MAX_PROOF_LENGTH = 4_096
/** Bytes of the longest operation: an award's proof. */
export const MAX_OPERATION_LENGTH = 1 + 4 + 32 + 4 + MAX_PROOF_LENGTH

/**
 * What every signature of an operation covers: the operation, and the transaction that carries it, so that nobody can put it into
 * another one.
 * @param binding 32 bytes that stand for all of the transaction but signatures.
 */
export function operationMessage(chainId: Uint8Array, binding: Uint8Array, operation: Operation): Uint8Array {
  return hash('stake operation', chainId, binding, encodeUnsigned(operation))
}

/** The operation without its signatures: what it says. */
export function encodeUnsigned(operation: Operation): Uint8Array {
  return writeUnsigned(new Writer(), operation).finish()
}

export function encodeOperation(operation: Operation): Uint8Array {
  return writeOperation(new Writer(), operation).finish()
}

/** @throws ProtocolError `invalid_encoding`. */
export function decodeOperation(bytes: Uint8Array): Operation {
  return decodeAll(bytes, readOperation)
}

export function writeOperation(writer: Writer, operation: Operation): Writer {
  writeUnsigned(writer, operation)
  if ('possession' in operation) writer.bytes(operation.possession).bytes(operation.keySignature)
  if ('signature' in operation) writer.bytes(operation.signature)
  return writer
}

function writeUnsigned(writer: Writer, operation: Operation): Writer {
  writer.u8(TYPES.indexOf(operation.type))
  switch (operation.type) {
    case 'register':
      return writer
        .bytes(operation.key)
        .bytes(operation.operator)
        .u32(operation.commission)
        .u64(operation.amount)
    case 'deposit':
      return writer.bytes(operation.validator).bytes(operation.owner).u64(operation.amount)
    case 'unbond':
      return writeAmount128(writer.bytes(operation.deposit), operation.shares)
    case 'unbond_own':
      return writeAmount128(writer.bytes(operation.validator).u32(operation.sequence), operation.shares)
    case 'withdraw':
      return writer.bytes(operation.unbonding).u64(operation.amount)
    case 'configure':
      return writer.bytes(operation.validator).u32(operation.sequence).u32(operation.commission)
    case 'rotate':
      return writer.bytes(operation.validator).u32(operation.sequence).bytes(operation.key)
    case 'resume':
      return writer.bytes(operation.validator).u32(operation.sequence)
    case 'evidence':
      return writeEvidence(writer.bytes(operation.reporter), operation.evidence)
    case 'award':
      return writer.u32(operation.period).bytes(operation.poster).sized(operation.proof)
  }
}

export function readOperation(reader: Reader): Operation {
  const type = TYPES[reader.u8()]
  const id = () => reader.bytes(32)
  const signature = () => reader.bytes(SIGNATURE_LENGTH)
  const blsSignature = () => reader.bytes(BLS_SIGNATURE_LENGTH)
  const keyProof = () => ({
    possession: blsSignature(),
    keySignature: blsSignature(),
    signature: signature(),
  })
  switch (type) {
    case 'register': {
      const [key, operator] = [reader.bytes(BLS_PUBLIC_KEY_LENGTH), id()]
      return { type, key, operator, commission: reader.u32(), amount: reader.u64(), ...keyProof() }
    }
    case 'deposit':
      return { type, validator: id(), owner: id(), amount: reader.u64() }
    case 'unbond':
      return { type, deposit: id(), shares: readAmount128(reader), signature: signature() }
    case 'unbond_own': {
      const [validator, sequence] = [id(), reader.u32()]
      return { type, validator, sequence, shares: readAmount128(reader), signature: signature() }
    }
    case 'withdraw':
      return { type, unbonding: id(), amount: reader.u64(), signature: signature() }
    case 'configure': {
      const [validator, sequence] = [id(), reader.u32()]
      return { type, validator, sequence, commission: reader.u32(), signature: signature() }
    }
    case 'rotate': {
      const [validator, sequence] = [id(), reader.u32()]
      return { type, validator, sequence, key: reader.bytes(BLS_PUBLIC_KEY_LENGTH), ...keyProof() }
    }
    case 'resume':
      return { type, validator: id(), sequence: reader.u32(), signature: signature() }
    case 'evidence':
      return { type, reporter: id(), evidence: readEvidence(reader) }
    case 'award':
      return { type, period: reader.u32(), poster: id(), proof: reader.sized(MAX_PROOF_LENGTH) }
    default:
      throw new ProtocolError('invalid_encoding', 'a stake operation of an unknown type')
  }
}

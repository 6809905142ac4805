/**
 * Proof of a payment: shows anyone that a certain output of the chain pays a certain amount to a certain address, and that
 * whoever made the proof also made the transaction. It reveals that one output and nothing else.
 *
 * The sender's anchor lets a verifier recompute the whole output (after Carrot's payment proofs); the signature under the
 * key of one of the transaction's inputs tells the sender from the receiver, who knows the anchor too.
 */
import { ADDRESS_LENGTH, type Address, addressBytes, addressFromBytes } from './address.ts'
import { equalBytes, utf8 } from './bytes.ts'
import { decodeAll, Writer } from './codec.ts'
import type { Scalar } from './crypto/group.ts'
import { hash } from './crypto/hash.ts'
import { SIGNATURE_LENGTH, sign, verify } from './crypto/schnorr.ts'
import { reopenSent } from './enote.ts'
import { ProtocolError } from './errors.ts'
import { ANCHOR_LENGTH, inputContext } from './output.ts'
import { type Transaction, transactionId } from './transaction.ts'

export type PaymentProof = {
  readonly transactionId: Uint8Array
  /** Position of the output in the transaction. */
  readonly output: number
  readonly address: Address
  readonly amount: bigint
  readonly anchor: Uint8Array
  /** Position of the input whose key signed. */
  readonly input: number
  readonly signature: Uint8Array
}

const VERSION = 1

/**
 * Proves the payment of `output`.
 * @param secret the secret of the one-time key that input number `input` spent.
 * @param challenge text the verifier chose (may be empty), so that a proof cannot be shown to others as fresh.
 */
export function provePayment(
  chainId: Uint8Array,
  claim: Omit<PaymentProof, 'signature'>,
  secret: Scalar,
  challenge: string,
  random: (length: number) => Uint8Array,
): PaymentProof {
  const message = proofMessage(chainId, claim, challenge)
  return { ...claim, signature: sign(secret, message, random) }
}

/**
 * Checks a proof against the transaction it names.
 * @param inputKeys the one-time keys of the transaction's inputs, in its order.
 */
export function checkPaymentProof(
  chainId: Uint8Array,
  proof: PaymentProof,
  transaction: Transaction,
  inputKeys: readonly Uint8Array[],
  challenge: string,
): boolean {
  const core = transaction.outputs[proof.output]
  const key = inputKeys[proof.input]
  if (!core || !key || !equalBytes(proof.transactionId, transactionId(chainId, transaction))) return false
  if (!reopenSent(proof, inputContext(transaction.inputs), core)) return false
  return verify(key, proofMessage(chainId, proof, challenge), proof.signature)
}

export function encodePaymentProof(proof: PaymentProof): Uint8Array {
  return writeClaim(new Writer().u8(VERSION), proof).bytes(proof.signature).finish()
}

/** @throws ProtocolError for bytes that are not a proof. */
export function decodePaymentProof(bytes: Uint8Array): PaymentProof {
  return decodeAll(bytes, (reader) => {
    if (reader.u8() !== VERSION) throw new ProtocolError('invalid_encoding', 'a proof of an unknown version')
    return {
      transactionId: reader.bytes(32),
      output: reader.u8(),
      address: addressFromBytes(reader.bytes(ADDRESS_LENGTH)),
      amount: reader.u64(),
      anchor: reader.bytes(ANCHOR_LENGTH),
      input: reader.u8(),
      signature: reader.bytes(SIGNATURE_LENGTH),
    }
  })
}

function writeClaim(writer: Writer, claim: Omit<PaymentProof, 'signature'>): Writer {
  return writer
    .bytes(claim.transactionId)
    .u8(claim.output)
    .bytes(addressBytes(claim.address))
    .u64(claim.amount)
    .bytes(claim.anchor)
    .u8(claim.input)
}

function proofMessage(
  chainId: Uint8Array,
  claim: Omit<PaymentProof, 'signature'>,
  challenge: string,
): Uint8Array {
  return hash('payment proof', chainId, writeClaim(new Writer(), claim).finish(), utf8(challenge))
}

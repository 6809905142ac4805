/**
 * Builds a transaction from coins to spend and payments to make. One path for everything a wallet sends: the purpose of an
 * output lies in its encrypted payload alone.
 */
import { type Address, addressBytes } from './address.ts'
import { compareBytes } from './bytes.ts'
import { addScalars, encodeScalar, type Scalar, subtractScalars, ZERO } from './crypto/group.ts'
import { proveRange } from './crypto/rangeproof.ts'
import { sign } from './crypto/schnorr.ts'
import { Transcript } from './crypto/transcript.ts'
import { type MadeOutput, makeInternalOutput, makeOutput } from './enote.ts'
import { ProtocolError } from './errors.ts'
import type { ViewKeys } from './keys.ts'
import { MAX_AMOUNT, type NetworkParams } from './network.ts'
import { ANCHOR_LENGTH, coreHash, inputContext } from './output.ts'
import type { Payload, SentRecord } from './payload.ts'
import { checkShape, feeOf } from './shape.ts'
import type { Operation } from './stake/operation.ts'
import { operationAmounts } from './stake/operation.ts'
import { AMOUNT_BITS, bodyHash, operationBinding, type Transaction, transactionId } from './transaction.ts'

/** An operation on the stake. Its signatures cover the rest of the transaction, so it is signed when that is there. */
export type OperationRequest = {
  /** As it will be but for its signatures. */
  readonly draft: Operation
  /** The same with signatures over this binding. */
  readonly sign: (binding: Uint8Array) => Operation
}

/** A coin with the secrets that spend it. */
export type SpendableCoin = {
  readonly id: Uint8Array
  readonly amount: bigint
  readonly blinding: Scalar
  /** The secret of the coin's one-time key. */
  readonly secret: Scalar
}

export type Recipient = {
  readonly address: Address
  readonly amount: bigint
  readonly payload: Payload
  /** 16 fresh random bytes for this payment alone, chosen by the caller because the payment's id follows from them. */
  readonly anchor: Uint8Array
}

export type BuildRequest = {
  readonly chainId: Uint8Array
  readonly params: NetworkParams
  /** The spending account: change and fillers return to it. */
  readonly keys: ViewKeys
  readonly coins: readonly SpendableCoin[]
  readonly recipients: readonly Recipient[]
  /** Outputs the transaction shall have: recipients, one change, and fillers for the rest. */
  readonly outputs: number
  /** What it takes comes out of the coins, what it gives goes to the change. */
  readonly operation?: OperationRequest | undefined
  /** Fresh uniform bytes from a secure source. */
  readonly random: (length: number) => Uint8Array
}

export type BuiltTransaction = {
  readonly transaction: Transaction
  readonly id: Uint8Array
  readonly fee: bigint
  /** Position of each recipient's output. */
  readonly recipientOutputs: readonly number[]
}

/**
 * Builds, proves and signs.
 * @throws ProtocolError `invalid_shape`, or `unbalanced` when the coins do not cover payments and fee.
 */
export function buildTransaction(request: BuildRequest): BuiltTransaction {
  const { chainId, params, recipients, random } = request
  const shape = { inputs: request.coins.length, outputs: request.outputs }
  checkShape(shape)
  const { operation: requested } = request
  const fee = feeOf(shape, params, requested !== undefined)
  const coins = request.coins.toSorted((a, b) => compareBytes(a.id, b.id))
  const inputs = coins.map((coin) => coin.id)
  const { takes, gives } = requested
    ? operationAmounts(requested.draft, params.stake)
    : { takes: 0n, gives: 0n }
  const change = changeOf(coins, recipients, fee + takes, gives)
  const made = makeOutputs(request, inputContext(inputs), change)
  const sorted = made.toSorted((a, b) => compareBytes(coreHash(a.core), coreHash(b.core)))
  const outputs = sorted.map(({ core }) => core)
  const balance = encodeScalar(subtractScalars(sumBlindings(coins), sumBlindings(sorted)))
  const operation = requested?.sign(operationBinding({ inputs, outputs, balance }))
  const body = { inputs, outputs, balance, operation }
  const { proof: rangeProof } = proveRange({
    values: sorted.map(({ amount }) => amount),
    blindings: sorted.map(({ blinding }) => blinding),
    bits: AMOUNT_BITS,
    transcript: rangeProofTranscript(bodyHash(chainId, body)),
    random,
  })
  const id = transactionId(chainId, { ...body, rangeProof })
  const signatures = coins.map(({ secret }) => sign(secret, id, random))
  return {
    transaction: { ...body, rangeProof, signatures, payloads: sorted.map(({ payload }) => payload) },
    id,
    fee,
    recipientOutputs: made.slice(0, recipients.length).map((output) => sorted.indexOf(output)),
  }
}

/** The transcript of a transaction's range proof: bound to everything the proof must not be lifted from. */
export function rangeProofTranscript(body: Uint8Array): Transcript {
  const transcript = new Transcript('stegos v1 transaction outputs')
  transcript.append('body', body)
  return transcript
}

function changeOf(
  coins: readonly SpendableCoin[],
  recipients: readonly Recipient[],
  leaves: bigint,
  gives: bigint,
): bigint {
  const available = coins.reduce((sum, { amount }) => sum + amount, gives)
  const needed = recipients.reduce((sum, { amount }) => sum + amount, leaves)
  if (needed > available || available - needed > MAX_AMOUNT) {
    throw new ProtocolError('unbalanced', 'the coins do not cover payments and fee', {
      available: available.toString(),
      needed: needed.toString(),
    })
  }
  return available - needed
}

/** The recipients' outputs first, then change with the record of what was sent, then fillers. */
function makeOutputs(request: BuildRequest, context: Uint8Array, change: bigint): MadeOutput[] {
  const { keys, recipients, random } = request
  const fillers = request.outputs - recipients.length - 1
  if (fillers < 0) throw new ProtocolError('invalid_shape', 'more recipients than outputs')
  const sent: SentRecord[] = []
  const outputs = recipients.map(({ address, amount, payload, anchor }) => {
    sent.push({ address: addressBytes(address), amount, anchor })
    return makeOutput({ address, amount, payload, context, anchor })
  })
  const internal = (amount: bigint, payload: Payload) =>
    makeInternalOutput({ keys, amount, payload, context, anchor: random(ANCHOR_LENGTH) })
  outputs.push(internal(change, { kind: 'change', sent }))
  for (let i = 0; i < fillers; i++) outputs.push(internal(0n, { kind: 'filler' }))
  return outputs
}

function sumBlindings(items: readonly { blinding: Scalar }[]): Scalar {
  return items.reduce((sum, { blinding }) => addScalars(sum, blinding), ZERO)
}

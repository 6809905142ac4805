/**
 * The cryptography of transactions: range proofs, signatures and balances of any number of them, checked as ONE
 * multiscalar multiplication with random weights. When it fails, halving the list names the culprits.
 */

import { rangeProofTranscript } from './build-transaction.ts'
import { blsVerifyPossession } from './crypto/bls.ts'
import { type Decode, type Deferred, decodeTogether } from './crypto/deferred.ts'
import { BASE, decodeScalar, isIdentity, negateScalar, ONE, scalarFrom } from './crypto/group.ts'
import { type Equation, holdTogether, linearEquation, type Term } from './crypto/linear-check.ts'
import { blindingBase } from './crypto/pedersen.ts'
import { rangeProofEquation } from './crypto/rangeproof.ts'
import { signatureEquation } from './crypto/schnorr.ts'
import { ProtocolError } from './errors.ts'
import type { NetworkParams } from './network.ts'
import type { OutputCore } from './output.ts'
import { feeOf } from './shape.ts'
import {
  type Authorization,
  authorizationsBy,
  checkAuthorizations,
  schnorrEquations,
} from './stake/authorize.ts'
import { operationAmounts } from './stake/operation.ts'
import {
  AMOUNT_BITS,
  bodyHash,
  operationBinding,
  shapeOf,
  type Transaction,
  transactionId,
} from './transaction.ts'

/** A transaction with the coins it spends, in the order of its inputs. Its structure has been checked. */
export type SpendingTransaction = {
  readonly transaction: Transaction
  readonly coins: readonly Pick<OutputCore, 'key' | 'commitment'>[]
  /** Who must have signed its operation, as `signerOf` says. */
  readonly signer?: Uint8Array | undefined
}

/** Why a transaction of the list is refused. */
export type Refusal = { readonly index: number; readonly error: ProtocolError }

/**
 * Verifies all transactions together.
 * @returns the refusals; an empty list means that every transaction is valid.
 */
export function verifyTransactions(
  chainId: Uint8Array,
  params: NetworkParams,
  items: readonly SpendingTransaction[],
): Refusal[] {
  const refusals: Refusal[] = []
  /** Does it for each, and keeps those for which it went well. */
  const attempt = <T, U>(list: readonly Numbered<T>[], step: (one: T) => U): Numbered<U>[] =>
    list.flatMap(({ index, value }) => {
      try {
        return [{ index, value: step(value) }]
      } catch (error) {
        if (!(error instanceof ProtocolError)) throw error
        refusals.push({ index, error })
        return []
      }
    })
  const numbered = items.map((value, index) => ({ index, value }))
  const deferred = attempt(numbered, (item) => equationsOf(chainId, params, item))
  const decode = decodeTogether(deferred.map(({ value }) => value))
  const candidates = attempt(deferred, (parts) => parts.finish(decode))
  const wrong = culprits(candidates)
  for (const { index, value } of wrong) refusals.push({ index, error: firstFault(value) })
  // The signatures of validator keys, dear and rare, come last: for what holds otherwise.
  const guilty = new Set(wrong.map(({ index }) => index))
  const held = candidates.filter(({ index }) => !guilty.has(index))
  attempt(held, ({ others }) => checkAuthorizations(others, blsVerifyPossession))
  return refusals.toSorted((a, b) => a.index - b.index)
}

type Numbered<T> = { readonly index: number; readonly value: T }

type Parts = {
  readonly balance: Equation
  readonly rangeProof: Equation
  readonly signatures: readonly Equation[]
  /** Of the operation: what goes into the sum, and what is checked by itself. */
  readonly authorizations: readonly Equation[]
  readonly others: readonly Authorization[]
}
type Candidate = Numbered<Parts>

function equationsOf(
  chainId: Uint8Array,
  params: NetworkParams,
  { transaction, coins, signer }: SpendingTransaction,
): Deferred<Parts> {
  const id = transactionId(chainId, transaction)
  const keys = transaction.outputs.flatMap(({ key, ephemeral }) => [key, ephemeral])
  const balance = balanceEquation(transaction, coins, params)
  const rangeProof = rangeProofEquation({
    proof: transaction.rangeProof,
    commitments: transaction.outputs.map(({ commitment }) => commitment),
    bits: AMOUNT_BITS,
    transcript: rangeProofTranscript(bodyHash(chainId, transaction)),
  })
  const signatures = transaction.signatures.map((signature, input) =>
    signatureEquation({ publicKey: coins[input]!.key, message: id, signature }),
  )
  const { operation } = transaction
  const signed = { chainId, binding: operationBinding(transaction) }
  const required = operation ? authorizationsBy(operation, signer, signed) : []
  const authorizations = schnorrEquations(required)
  const others = required.filter(({ scheme }) => scheme !== 'schnorr')
  const finish = (decode: Decode): Parts => {
    // a coin under the identity could be spent by anyone, one with the identity as R found by nobody
    if (keys.some((key) => isIdentity(decode(key)))) {
      throw new ProtocolError('invalid_point', 'the identity is no key of an output')
    }
    return {
      balance: balance.finish(decode),
      rangeProof: rangeProof.finish(decode),
      signatures: signatures.map((signature) => signature.finish(decode)),
      authorizations: authorizations.map((one) => one.finish(decode)),
      others,
    }
  }
  return {
    encodings: [
      ...keys,
      ...[balance, rangeProof, ...signatures, ...authorizations].flatMap(({ encodings }) => encodings),
    ],
    finish,
  }
}

/** ΣC_in − ΣC_out − (fee + takes − gives)·B − γ·B_blinding = 0. */
function balanceEquation(
  transaction: Transaction,
  coins: SpendingTransaction['coins'],
  params: NetworkParams,
): Deferred<Equation> {
  const { operation } = transaction
  const { takes, gives } = operation ? operationAmounts(operation, params.stake) : { takes: 0n, gives: 0n }
  const leaves = feeOf(shapeOf(transaction), params, operation !== undefined) + takes - gives
  const terms: Term[] = coins.map(({ commitment }) => [ONE, commitment])
  const minusOne = negateScalar(ONE)
  for (const { commitment } of transaction.outputs) terms.push([minusOne, commitment])
  terms.push([negateScalar(scalarFrom(leaves)), BASE])
  terms.push([negateScalar(decodeScalar(transaction.balance)), blindingBase()])
  return linearEquation(terms)
}

function holds(candidates: readonly Candidate[]): boolean {
  return holdTogether(
    candidates.flatMap(({ value }) => [
      value.balance,
      value.rangeProof,
      ...value.signatures,
      ...value.authorizations,
    ]),
  )
}

/** The candidates that do not hold, found by halving. */
function culprits(candidates: readonly Candidate[]): Candidate[] {
  if (candidates.length === 0 || holds(candidates)) return []
  if (candidates.length === 1) return [candidates[0]!]
  const middle = candidates.length >> 1
  return [...culprits(candidates.slice(0, middle)), ...culprits(candidates.slice(middle))]
}

function firstFault({ balance, rangeProof, signatures }: Parts): ProtocolError {
  if (!holdTogether([balance]))
    return new ProtocolError('unbalanced', 'inputs, outputs and fee do not balance')
  if (!holdTogether([rangeProof])) return new ProtocolError('invalid_proof', 'the range proof does not hold')
  if (!holdTogether(signatures))
    return new ProtocolError('invalid_signature', 'a signature does not hold under the key of its input')
  return new ProtocolError('invalid_signature', 'the operation is not signed by whoever may make it')
}

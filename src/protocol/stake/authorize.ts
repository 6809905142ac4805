/**
 * Who has to have signed an operation. Which signatures those are, and whether they hold, are two questions: the first needs
 * the state, the second only arithmetic, and a block's can be checked in one batch.
 */
import { type BlsSigned, blsVerify } from '../crypto/bls.ts'
import type { Deferred } from '../crypto/deferred.ts'
import type { Equation } from '../crypto/linear-check.ts'
import { signatureEquation, verify } from '../crypto/schnorr.ts'
import { ProtocolError } from '../errors.ts'
import type { Operation } from './operation.ts'
import { operationMessage } from './operation-codec.ts'
import { findRecord, type StakeState } from './state.ts'
import type { FindEntry } from './table.ts'

export type Authorization =
  | (BlsSigned & { readonly scheme: 'schnorr' | 'bls' })
  /** A proof that the key's secret is known (PopVerify); it has no message. */
  | { readonly scheme: 'possession'; readonly publicKey: Uint8Array; readonly signature: Uint8Array }

/** What an operation is signed for: the chain, and everything else in its transaction. */
export type Signed = { readonly chainId: Uint8Array; readonly binding: Uint8Array }

/**
 * The signatures that make an operation its author's to make, cheap ones first. Deposits need none: their money is the
 * transaction's. Evidence and awards' proofs speak for themselves.
 * @throws ProtocolError `unknown_stake` when what it acts on does not exist.
 */
export function authorizations(
  operation: Operation,
  state: Pick<StakeState, 'records'>,
  find: FindEntry,
  signed: Signed,
): Authorization[] {
  return authorizationsBy(operation, signerOf(operation, state, find), signed)
}

/**
 * The key under which an operation has to be signed, undefined where under none: all that its signatures need of the state.
 * It never changes for as long as what is acted on exists: operators keep their keys, entries their owners.
 * @throws ProtocolError `unknown_stake` when what it acts on does not exist.
 */
export function signerOf(
  operation: Operation,
  { records }: Pick<StakeState, 'records'>,
  find: FindEntry,
): Uint8Array | undefined {
  switch (operation.type) {
    case 'deposit':
    case 'evidence':
    case 'award':
      return undefined
    case 'register':
      return operation.operator
    case 'rotate':
    case 'configure':
    case 'resume':
    case 'unbond_own':
      return operatorOf(records, operation.validator)
    case 'unbond':
      return ownerOf(find, 'deposit', operation.deposit)
    case 'withdraw':
      return ownerOf(find, 'unbonding', operation.unbonding)
  }
}

/**
 * The signatures of an operation whose signer is known. @param signer as {@link signerOf} says.
 * @throws ProtocolError `unknown_stake` without one where there has to be one.
 */
export function authorizationsBy(
  operation: Operation,
  signer: Uint8Array | undefined,
  { chainId, binding }: Signed,
): Authorization[] {
  if (!('signature' in operation)) return []
  if (!signer) throw new ProtocolError('unknown_stake', 'nobody may sign for what does not exist')
  const message = operationMessage(chainId, binding, operation)
  const { signature } = operation
  const own: Authorization = { scheme: 'schnorr', publicKey: signer, message, signature }
  return 'possession' in operation ? [own, ...ofKey(operation, message)] : [own]
}

type WithKey = { key: Uint8Array; possession: Uint8Array; keySignature: Uint8Array }

/** Possession goes first: nothing is kept of a stranger's key that fails it. */
function ofKey({ key: publicKey, possession, keySignature }: WithKey, message: Uint8Array): Authorization[] {
  return [
    { scheme: 'possession', publicKey, signature: possession },
    { scheme: 'bls', publicKey, message, signature: keySignature },
  ]
}

function operatorOf(records: StakeState['records'], validator: Uint8Array): Uint8Array {
  const record = findRecord(records, validator)
  if (!record) throw new ProtocolError('unknown_stake', 'no validator of that id')
  return record.operator
}

function ownerOf(find: FindEntry, kind: 'deposit' | 'unbonding', id: Uint8Array): Uint8Array {
  const entry = find(kind, id)
  if (!entry || !('owner' in entry)) throw new ProtocolError('unknown_stake', `no ${kind} of that id`)
  return entry.owner
}

/** Checks signatures one by one. @throws ProtocolError `invalid_signature`. */
export function checkAuthorizations(
  all: readonly Authorization[],
  verifyPossession: (publicKey: Uint8Array, proof: Uint8Array) => boolean,
): void {
  for (const one of all) {
    const holds =
      one.scheme === 'possession'
        ? verifyPossession(one.publicKey, one.signature)
        : one.scheme === 'bls'
          ? blsVerify(one.publicKey, one.message, one.signature)
          : verify(one.publicKey, one.message, one.signature)
    if (!holds) throw new ProtocolError('invalid_signature', `a ${one.scheme} signature does not hold`)
  }
}

/** The Schnorr signatures as equations that are checked together with the other proofs of a block. */
export function schnorrEquations(all: readonly Authorization[]): Deferred<Equation>[] {
  return all.flatMap((one) => (one.scheme === 'schnorr' ? [signatureEquation(one)] : []))
}

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
  { records }: Pick<StakeState, 'records'>,
  find: FindEntry,
  { chainId, binding }: Signed,
): Authorization[] {
  const message = operationMessage(chainId, binding, operation)
  const by = (publicKey: Uint8Array, signature: Uint8Array): Authorization => ({
    scheme: 'schnorr',
    ...{ publicKey, message, signature },
  })
  switch (operation.type) {
    case 'deposit':
    case 'evidence':
    case 'award':
      return []
    case 'register':
      return [by(operation.operator, operation.signature), ...ofKey(operation, message)]
    case 'rotate':
      return [by(operatorOf(records, operation.validator), operation.signature), ...ofKey(operation, message)]
    case 'configure':
    case 'resume':
    case 'unbond_own':
      return [by(operatorOf(records, operation.validator), operation.signature)]
    case 'unbond':
      return [by(ownerOf(find, 'deposit', operation.deposit), operation.signature)]
    case 'withdraw':
      return [by(ownerOf(find, 'unbonding', operation.unbonding), operation.signature)]
  }
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

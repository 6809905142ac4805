/**
 * What people do with stake, as a transaction carries it. Money that an operation takes comes from the transaction's inputs,
 * money that it gives goes to its outputs: both are known from the operation alone, so the balance can be proven beforehand.
 */
import type { Evidence } from './evidence.ts'
import type { StakeParams } from './params.ts'

/** Begins a validator, with its operator's own stake. */
export type RegisterOperation = {
  readonly type: 'register'
  /** BLS key, 48 bytes. */
  readonly key: Uint8Array
  /** Schnorr key, 32 bytes. */
  readonly operator: Uint8Array
  /** Basis points. */
  readonly commission: number
  readonly amount: bigint
  /** Proof of possession of the key, 96 bytes. */
  readonly possession: Uint8Array
  /** The key's BLS signature over the operation: binds it to this operator. */
  readonly keySignature: Uint8Array
  /** The operator's Schnorr signature. */
  readonly signature: Uint8Array
}

/** Delegates to a validator; or, with the operator's key as owner, adds to its own stake. */
export type DepositOperation = {
  readonly type: 'deposit'
  /** Id of the validator. */
  readonly validator: Uint8Array
  /** One-time Schnorr key that may take it out. */
  readonly owner: Uint8Array
  readonly amount: bigint
}

export type UnbondOperation = {
  readonly type: 'unbond'
  /** Id of the deposit. */
  readonly deposit: Uint8Array
  readonly shares: bigint
  /** Of the deposit's owner. */
  readonly signature: Uint8Array
}

export type UnbondOwnOperation = {
  readonly type: 'unbond_own'
  readonly validator: Uint8Array
  readonly sequence: number
  readonly shares: bigint
  readonly signature: Uint8Array
}

export type WithdrawOperation = {
  readonly type: 'withdraw'
  /** Id of the entry on its way out. */
  readonly unbonding: Uint8Array
  readonly amount: bigint
  /** Of the entry's owner. */
  readonly signature: Uint8Array
}

export type ConfigureOperation = {
  readonly type: 'configure'
  readonly validator: Uint8Array
  readonly sequence: number
  readonly commission: number
  readonly signature: Uint8Array
}

export type RotateOperation = {
  readonly type: 'rotate'
  readonly validator: Uint8Array
  readonly sequence: number
  /** The new BLS key. */
  readonly key: Uint8Array
  readonly possession: Uint8Array
  readonly keySignature: Uint8Array
  readonly signature: Uint8Array
}

export type ResumeOperation = {
  readonly type: 'resume'
  readonly validator: Uint8Array
  readonly sequence: number
  readonly signature: Uint8Array
}

/** Accuses a validator, with a bond that comes back if the evidence holds. */
export type EvidenceOperation = {
  readonly type: 'evidence'
  readonly evidence: Evidence
  /** Schnorr key that the bond comes back to. */
  readonly reporter: Uint8Array
}

/** Posts the proof that ends an award's draw. */
export type AwardOperation = {
  readonly type: 'award'
  readonly period: number
  readonly proof: Uint8Array
  /** Schnorr key that the bounty is for. */
  readonly poster: Uint8Array
}

export type Operation =
  | RegisterOperation
  | DepositOperation
  | UnbondOperation
  | UnbondOwnOperation
  | WithdrawOperation
  | ConfigureOperation
  | RotateOperation
  | ResumeOperation
  | EvidenceOperation
  | AwardOperation

/** Base units that the operation takes from its transaction, and gives to it. */
export function operationAmounts(
  operation: Operation,
  { evidenceBond }: Pick<StakeParams, 'evidenceBond'>,
): { readonly takes: bigint; readonly gives: bigint } {
  switch (operation.type) {
    case 'register':
    case 'deposit':
      return { takes: operation.amount, gives: 0n }
    case 'evidence':
      return { takes: evidenceBond, gives: 0n }
    case 'withdraw':
      return { takes: 0n, gives: operation.amount }
    default:
      return { takes: 0n, gives: 0n }
  }
}

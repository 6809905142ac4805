/** One operation of a transaction, applied. Its signatures have been checked (authorize.ts). */
import { le32 } from '../bytes.ts'
import { hash } from '../crypto/hash.ts'
import { ProtocolError } from '../errors.ts'
import { drawAward } from './award.ts'
import type { VerifyDelay } from './award-draw.ts'
import { deposit, unbond, unbondOwn, withdraw } from './deposits.ts'
import { type Court, judge } from './evidence.ts'
import type { EvidenceOperation, Operation } from './operation.ts'
import type { StakeParams } from './params.ts'
import { configure, register, resume, rotate } from './registry.ts'
import { slash } from './slashing.ts'
import type { StakeState } from './state.ts'
import type { FindEntry } from './table.ts'
import { count, type StakeStep, setEntry, type Work, withWork } from './work.ts'

export type OperationContext = Court & {
  readonly verifyDelay: VerifyDelay
  /** 32 bytes that no other transaction of all time has, such as the hash of what its inputs are. */
  readonly transaction: Uint8Array
  /** Position of the operation in it. */
  readonly index: number
}

/**
 * (state, operation) → state.
 * @throws ProtocolError `stake_refused` naming the rule, `unknown_stake`, `invalid_award`, `invalid_delay_proof`: then the
 *   transaction is invalid and nothing has happened. Evidence that is worth nothing is no such case: it costs its bond.
 */
export function applyOperation(
  state: StakeState,
  operation: Operation,
  find: FindEntry,
  context: OperationContext,
  params: StakeParams,
): StakeStep {
  return withWork(state, find, params, (work) => operate(work, operation, context))
}

function operate(work: Work, operation: Operation, context: OperationContext): void {
  const id = (what: string) => hash(what, context.transaction, le32(context.index))
  switch (operation.type) {
    case 'register':
      register(work, operation)
      break
    case 'deposit':
      deposit(work, operation, id('stake deposit'))
      break
    case 'unbond':
      unbond(work, operation)
      break
    case 'unbond_own':
      unbondOwn(work, operation)
      break
    case 'withdraw':
      withdraw(work, operation)
      break
    case 'configure':
      configure(work, operation)
      break
    case 'rotate':
      rotate(work, operation)
      break
    case 'resume':
      resume(work, operation)
      break
    case 'evidence':
      report(work, operation, context, id('evidence bond'))
      break
    case 'award':
      drawAward(work, operation, context.chainId, context.verifyDelay)
  }
}

/** The bond comes back for evidence that holds, also when somebody was faster; else it is burnt. */
function report(work: Work, { evidence, reporter }: EvidenceOperation, court: Court, id: Uint8Array): void {
  const { params, epoch } = work
  const bond = params.evidenceBond
  count(work, { deposited: bond })
  try {
    slash(work, judge(evidence, court))
  } catch (error) {
    if (!(error instanceof ProtocolError) || error.code !== 'invalid_evidence') throw error
    count(work, { burnt: bond })
    work.events.push({ type: 'evidence_refused', burnt: bond, why: error.message })
    return
  }
  setEntry(work, 'unbonding', id, {
    ...{ kind: 'unbonding', id, owner: reporter, validator: new Uint8Array(32), amount: bond },
    ...{ liable: 0, release: epoch.number, own: false, index: 0n },
  })
}

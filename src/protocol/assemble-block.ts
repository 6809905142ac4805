/** How a leader makes a block out of the state, transactions and its key. Checking it is `applyBlock`'s business. */
import { type Block, outputRoot, transactionRoot } from './block.ts'
import { type BlockExtras, extrasHash } from './block-extras.ts'
import type { Certificate } from './certificate.ts'
import { blsPublicKey, blsSign } from './crypto/bls.ts'
import type { ProtocolError } from './errors.ts'
import { executeBlock, type LedgerView } from './execute.ts'
import { type LedgerState, stateCommitment } from './ledger.ts'
import type { NetworkParams } from './network.ts'
import { outputIds, type Transaction } from './transaction.ts'
import { nextBeacon, validatorSetHash, vrfMessage } from './validators.ts'

export type BlockProposal = BlockExtras & {
  readonly transactions: readonly Transaction[]
  readonly view: LedgerView
  readonly params: NetworkParams
  /** Milliseconds since 1970; must exceed the head's. */
  readonly time: number
  readonly round: number
  /** Of the head; NO_CERTIFICATE on top of genesis. */
  readonly certificate: Certificate
  /** The leader's BLS secret key. */
  readonly secret: Uint8Array
  /** Told of transactions that are left out because they do not fit; without it they are an error. */
  readonly leaveOut?: ((index: number, error: ProtocolError) => void) | undefined
}

/**
 * The next block, unsigned: votes make it final.
 * @throws ProtocolError when a transaction does not fit the state.
 */
export function assembleBlock(state: LedgerState, proposal: BlockProposal): Block {
  const { view, params, time, round, certificate, secret, late, evidence, award, leaveOut } = proposal
  const height = state.height + 1
  const leader = blsPublicKey(secret)
  const vrf = blsSign(secret, vrfMessage(state.chainId, state.beacon, height, round))
  const extras = { late, evidence, award }
  const beacon = nextBeacon(state.beacon, vrf)
  const content = { ...extras, transactions: proposal.transactions, certificate, leader, beacon }
  const refused = new Set<number>()
  const execution = executeBlock(
    state,
    content,
    view,
    params,
    leaveOut &&
      ((index, error) => {
        refused.add(index)
        leaveOut(index, error)
      }),
  )
  const transactions = proposal.transactions.filter((_, index) => !refused.has(index))
  return {
    ...extras,
    header: {
      ...{ chainId: state.chainId, height, round, time, previous: state.blockId, certificate, leader, vrf },
      transactionRoot: transactionRoot(state.chainId, transactions),
      outputRoot: outputRoot(transactions.flatMap(outputIds)),
      stateCommitment: stateCommitment(execution),
      validatorSetHash: validatorSetHash(state.validators),
      extrasHash: extrasHash(extras),
    },
    transactions,
  }
}

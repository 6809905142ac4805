/** How a leader makes a block out of the state, transactions and its key. Checking it is `applyBlock`'s business. */
import { type Block, outputRoot, transactionRoot } from './block.ts'
import type { Certificate } from './certificate.ts'
import { blsPublicKey, blsSign } from './crypto/bls.ts'
import { executeTransactions, type FindCoin, type LedgerState, stateCommitment } from './ledger.ts'
import type { NetworkParams } from './network.ts'
import { outputIds, type Transaction } from './transaction.ts'
import { validatorSetHash, vrfMessage } from './validators.ts'

/**
 * The next block, unsigned: votes make it final.
 * @param proposal.time milliseconds since 1970; must exceed the head's.
 * @param proposal.certificate of the head; NO_CERTIFICATE on top of genesis.
 * @param proposal.secret the leader's BLS secret key.
 * @throws ProtocolError when a transaction does not fit the state.
 */
export function assembleBlock(
  state: LedgerState,
  proposal: {
    transactions: readonly Transaction[]
    findCoin: FindCoin
    params: NetworkParams
    time: number
    round: number
    certificate: Certificate
    secret: Uint8Array
  },
): Block {
  const { transactions, findCoin, params, time, round, certificate, secret } = proposal
  const { unspent, supply } = executeTransactions(state, transactions, findCoin, params)
  const height = state.height + 1
  return {
    header: {
      chainId: state.chainId,
      height,
      round,
      time,
      previous: state.blockId,
      certificate,
      leader: blsPublicKey(secret),
      vrf: blsSign(secret, vrfMessage(state.chainId, state.beacon, height, round)),
      transactionRoot: transactionRoot(state.chainId, transactions),
      outputRoot: outputRoot(transactions.flatMap(outputIds)),
      stateCommitment: stateCommitment(unspent, supply),
      validatorSetHash: validatorSetHash(state.validators),
    },
    transactions,
  }
}

/**
 * Tries an operation on the stake as it is after the head, as it would be in the next block. What takes long to verify is left
 * to a worker thread: an award's proof, and evidence, which is taken in any case, since it costs its bond when it is worth nothing.
 */

import { claimedOutput } from '../../protocol/crypto/delay/verify.ts'
import { courtOf } from '../../protocol/execute.ts'
import { applyOperation } from '../../protocol/stake/apply.ts'
import { signerOf } from '../../protocol/stake/authorize.ts'
import { delaySeed } from '../../protocol/stake/award-draw.ts'
import type { Operation } from '../../protocol/stake/operation.ts'
import type { Chain } from '../chain/chain.ts'
import type { VerifyItem } from '../workers/verify.ts'
import { stakeViewOf } from '../workers/view.ts'

/** What of the stake it takes to verify the transaction of an operation. */
export type Needed = Pick<VerifyItem, 'signer' | 'drawSeed'>

/**
 * @param transaction the context of its inputs, 32 bytes.
 * @throws ProtocolError of the rule that refuses it; StoreError.
 */
export async function tryOperation(
  operation: Operation,
  transaction: Uint8Array,
  chain: Pick<Chain, 'state' | 'params' | 'stakeFor'>,
): Promise<Needed> {
  const { params } = chain
  let { state } = chain
  let fetched = await chain.stakeFor([operation])
  while (state !== chain.state) {
    state = chain.state
    fetched = await chain.stakeFor([operation])
  }
  const { findEntry, setAt } = stakeViewOf(fetched)
  const signer = signerOf(operation, state.stake, findEntry)
  const court = { ...courtOf(state, setAt, params), verify: () => true }
  const context = { ...court, verifyDelay: seeOutput, transaction, index: 0 }
  applyOperation(state.stake, operation, findEntry, context, params.stake)
  const { draw } = state.stake.award
  const seeded = operation.type === 'award' && draw?.beacon ? { ...draw, beacon: draw.beacon } : undefined
  return { signer, drawSeed: seeded && delaySeed(state.chainId, seeded) }
}

function seeOutput({ proof }: { proof: Uint8Array }): Uint8Array {
  return claimedOutput(proof)
}

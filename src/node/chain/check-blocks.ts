/**
 * Checks blocks in a row that a chain of certified headers vouches for: executed by one thread one after the other, and the
 * proofs of all their transactions together.
 */

import { equalBytes, toHex } from '../../protocol/bytes.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import type { LedgerState } from '../../protocol/ledger.ts'
import type { NetworkParams } from '../../protocol/network.ts'
import { lastHeight } from '../../protocol/stake/schedule.ts'
import type { NodeLimits } from '../limits.ts'
import { type EncodedCoin, packCoins } from '../workers/coins.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import { packState, unpackState } from '../workers/state.ts'
import { refusalError, type VerifyItem } from '../workers/verify.ts'
import { verifyInParts } from '../workers/verify-in-parts.ts'
import { stakeViewOf } from '../workers/view.ts'
import { type BlockParts, signersOf, spendingItems, storedBlock, takeApart } from './block-parts.ts'
import type { Chain, CheckedBlocks, StoredBlock } from './chain.ts'

export type CheckBlocksModules = { readonly workers: NodeWorkers }

/**
 * As many blocks from the beginning of `blocks` as can be checked together: what one looks up of the stake must not be changed by
 * another, and only the last may change the validators.
 * @param blocks encoded, in a row from the one after `state` on; one at least
 * @throws ProtocolError when one of those taken cannot be decoded.
 */
export function takeTogether(
  blocks: readonly Uint8Array[],
  { stake }: Pick<LedgerState, 'stake'>,
  params: NetworkParams,
): BlockParts[] {
  const taken: BlockParts[] = []
  for (const bytes of blocks) {
    const parts = takeApart(bytes, params)
    const { header, extras, operations } = parts
    if (taken.length > 0 && (operations.size > 0 || extras.evidence.length > 0)) break
    taken.push(parts)
    if (header.certificate.claim.length > 0) break
    if (header.height === lastHeight(stake.epoch.number, params.stake)) break
  }
  return taken
}

/**
 * @param blocks encoded; those that {@link takeTogether} has taken apart into `parts`
 * @throws ProtocolError naming a rule that a block breaks.
 */
export async function checkBlocks(
  chain: Chain,
  blocks: readonly Uint8Array[],
  parts: readonly BlockParts[],
  { workers }: CheckBlocksModules,
  limits: Pick<NodeLimits, 'verifyPart'>,
): Promise<CheckedBlocks> {
  const { params, state: parent } = chain
  const inputs = parts.flatMap(({ transactions }) => transactions.flatMap((one) => one.inputs))
  const known = await chain.coins(inputs)
  const [first] = parts
  const stake = await chain.stakeFor([...first!.operations.values()], first!.extras.evidence)
  const view = { coins: packCoins(known), ...stake }
  const job = { params, state: packState(parent), blocks: blocks.slice(0, parts.length), view }
  const result = await workers.run('replay', job)
  const signers = signersOf(first!.operations, parent, stakeViewOf(stake).findEntry)
  const stored = parts.map((one, index) => storedBlock(one, result.blocks[index]!))
  const items = itemsOf(parts, stored, known, signers)
  const network = { chainId: parent.chainId, params }
  const [refused] = await verifyInParts({ ...network, items }, workers, limits)
  if (refused) throw refusalError(refused)
  return { blocks: stored, parent, state: unpackState(result.state) }
}

/** All transactions with the coins they spend, which may be made by the blocks before. */
function itemsOf(
  parts: readonly BlockParts[],
  stored: readonly StoredBlock[],
  known: readonly EncodedCoin[],
  signers: ReadonlyMap<number, Uint8Array>,
): VerifyItem[] {
  const cores = new Map(known.map(({ id, core }) => [toHex(id), core]))
  for (const { outputIds, transactions } of stored) {
    const made = transactions.flatMap((one) => one.cores)
    for (const [index, id] of outputIds.entries()) cores.set(toHex(id), made[index]!)
  }
  return parts.flatMap((one, block) => {
    const coins = one.transactions.flatMap(({ inputs }) =>
      inputs.map((id) => {
        const core = cores.get(toHex(id))
        if (!core) throw new ProtocolError('unknown_input', 'an input does not exist', { output: toHex(id) })
        return { core }
      }),
    )
    return spendingItems(one, coins, block === 0 ? signers : new Map())
  })
}

/** Whether an encoded block begins with exactly that header. */
export function hasHeader(block: Uint8Array, header: Uint8Array): boolean {
  return equalBytes(block.subarray(0, header.length), header)
}

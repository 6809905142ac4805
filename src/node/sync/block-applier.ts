/** Applies blocks of verified headers to the chain, many at a time; says which of them are not what their headers say. */
import { ProtocolError } from '../../protocol/errors.ts'
import type { Chain } from '../chain/chain.ts'
import { checkBlocks, takeTogether } from '../chain/check-blocks.ts'
import type { NodeLimits } from '../limits.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import type { HeaderStore } from './header-store.ts'
import type { ReadyBlock } from './window.ts'

export type BlockApplierModules = {
  readonly chain: Chain
  readonly headers: HeaderStore
  readonly workers: NodeWorkers
}

/** A block that its header does not vouch for. */
export type FalseBlock = { readonly block: ReadyBlock; readonly reason: string }

/**
 * Applies blocks from the beginning of the list, as many as go together; the chain says how far it came.
 * @param blocks in a row; those that the chain has already are passed over
 * @returns the first block that is not the one its header commits to, if there is one
 * @throws ProtocolError for a block that is, and breaks a rule; StoreError, WorkerError
 */
export function applyBlocks(
  blocks: readonly ReadyBlock[],
  modules: BlockApplierModules,
  limits: Pick<NodeLimits, 'verifyPart'>,
): Promise<FalseBlock | undefined> {
  const { chain, headers } = modules
  return chain.inTurn(async () => {
    const missing = blocks.filter(({ header }) => header.height > chain.height)
    if (missing[0]?.header.height !== chain.height + 1) return undefined
    try {
      const bytes = missing.map((one) => one.bytes)
      const parts = takeTogether(bytes, chain.state, chain.params)
      const checked = await checkBlocks(chain, bytes, parts, modules, limits)
      const taken = missing.slice(0, parts.length).map(({ header }) => header)
      const certificates = taken.map(({ certificate }) => certificate)
      await chain.extend(checked, certificates, (batch) =>
        headers.remove(
          batch,
          taken.map(({ height }) => height),
        ),
      )
      return undefined
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
      const found = await findFalse(missing, modules)
      if (!found) throw error
      return found
    }
  })
}

async function findFalse(
  blocks: readonly ReadyBlock[],
  { chain, workers }: BlockApplierModules,
): Promise<FalseBlock | undefined> {
  const { maxBlockTransactions: maxTransactions } = chain.params
  const { chainId } = chain.state
  for (const block of blocks) {
    try {
      await workers.run('whole', { block: block.bytes, chainId, maxTransactions })
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
      return { block, reason: error.message }
    }
  }
  return undefined
}

/**
 * The leader's choice: a block out of what waits in the pool. What does not fit behind what came before it is left out, and its
 * place is given to the next in line. One transaction that spoils a block costs nobody else its place.
 */
import { type BlockExtras, NO_EXTRAS } from '../../protocol/block-extras.ts'
import { silenceOf } from '../../protocol/certificate.ts'
import { ProtocolError, type ProtocolErrorCode } from '../../protocol/errors.ts'
import { claimableFrom } from '../../protocol/stake/silence-time.ts'
import type { Chain, CheckedBlock } from '../chain/chain.ts'
import { hasOperation, operationOf, readInputs } from '../chain/transaction-layout.ts'
import type { NodeLimits } from '../limits.ts'
import { packCoins } from '../workers/coins.ts'
import { packState } from '../workers/state.ts'
import { type RefusedItem, refusalError } from '../workers/verify.ts'
import { WorkerError } from '../workers/worker-error.ts'
import type { BlockWorkModules } from './block-work.ts'
import type { ValidatorKey } from './validator-keys.ts'
import { whatFits } from './what-fits.ts'

export type MadeBlock = { readonly block: Uint8Array; readonly checked: CheckedBlock }

export type MakeBlockModules = BlockWorkModules & {
  /** Checks a block as one of somebody else's. @throws ProtocolError naming the rule that it breaks. */
  readonly check: (block: Uint8Array) => Promise<CheckedBlock>
  readonly limits: Pick<NodeLimits, 'proposalBytes'>
}

/** What a block is made of, but for transactions. */
export type BlockFrame = {
  readonly key: ValidatorKey
  readonly round: number
  /** The head it is made for. */
  readonly parent: Chain['state']
  readonly extras: BlockExtras
}

type Assembled = {
  readonly block: Uint8Array
  readonly taken: readonly Uint8Array[]
  readonly leftOut: readonly Uint8Array[]
}

/** Places of transactions that did not fit are filled so often: what waits may be made to be refused, and a leader has no time to lose. */
const REFILLS = 2
/** Blocks that are tried at most to find out what spoils one. */
const ATTEMPTS = 24

/** What the stake refuses now it may take later. All else is wrong for good, and should not have come into the pool. */
const MAY_FIT_LATER: ReadonlySet<ProtocolErrorCode> = new Set<ProtocolErrorCode>([
  ...(['stake_refused', 'unknown_stake', 'invalid_award'] as const),
])

/**
 * A valid block of this validator's, out of what waits.
 * @throws ProtocolError when none can be made: the head is another one meanwhile, or the chain can do nothing any more.
 */
export async function makeBlock(frame: BlockFrame, modules: MakeBlockModules): Promise<MadeBlock> {
  const transactions = next(modules, [])
  try {
    return await fill(frame, transactions, modules)
  } catch (error) {
    if (!isSpoilt(error, frame, modules)) throw error
    return makeWithoutCulprits(frame, transactions, modules, error)
  }
}

/** Pool and extras hold only what fits, so this is a fault of the program; the chain goes on without the culprits all the same. */
async function makeWithoutCulprits(
  frame: BlockFrame,
  transactions: readonly Uint8Array[],
  modules: MakeBlockModules,
  err: unknown,
): Promise<MadeBlock> {
  const { mempool, logger } = modules
  const bare = { ...frame, extras: NO_EXTRAS }
  const attempt = async (some: readonly Uint8Array[]) => {
    try {
      return await finish(await assemble(bare, some, modules), modules)
    } catch (error) {
      if (!isSpoilt(error, frame, modules)) throw error
      return undefined
    }
  }
  // Where not even an empty block can be made, nothing in it is to blame.
  const empty = await attempt([])
  if (!empty) throw err
  const whole = await attempt(transactions)
  if (whole) {
    logger.error({ err }, 'what this validator adds to transactions fits no block')
    return whole
  }
  const { made, bad, untried } = await whatFits(transactions, attempt, ATTEMPTS)
  const numbers = { dropped: bad.length, putBack: untried.length }
  logger.error({ err, ...numbers }, 'waiting transactions fit no block')
  mempool.drop(bad)
  mempool.moveBack(untried)
  return made ?? empty
}

/** Assembles a block, and fills the places of those that were left out. */
async function fill(
  frame: BlockFrame,
  transactions: readonly Uint8Array[],
  modules: MakeBlockModules,
): Promise<MadeBlock> {
  let assembled = await assemble(frame, transactions, modules)
  const leftOut = [...assembled.leftOut]
  for (let refill = 0; refill < REFILLS && assembled.leftOut.length > 0; refill++) {
    const more = next(modules, assembled.taken, leftOut)
    if (more.length === 0) break
    assembled = await assemble(frame, [...assembled.taken, ...more], modules)
    leftOut.push(...assembled.leftOut)
  }
  return finish(assembled, modules)
}

async function finish({ block }: Assembled, { check }: MakeBlockModules): Promise<MadeBlock> {
  return { block, checked: await check(block) }
}

/** The next of those that wait, as many as there is room for beside `taken`. */
function next(
  { chain, mempool, limits }: MakeBlockModules,
  taken: readonly Uint8Array[],
  leftOut: readonly Uint8Array[] = [],
): Uint8Array[] {
  const { maxBlockTransactions, maxBlockOperations } = chain.params
  const bytes = taken.reduce((sum, one) => sum + one.length, 0)
  return mempool.candidates(
    maxBlockTransactions - taken.length,
    limits.proposalBytes - bytes,
    maxBlockOperations - taken.filter(hasOperation).length,
    new Set([...taken, ...leftOut]),
  )
}

/** @throws ProtocolError when no block can be made of what is not a transaction's fault. */
async function assemble(
  { key, round, parent, extras }: BlockFrame,
  transactions: readonly Uint8Array[],
  modules: MakeBlockModules,
): Promise<Assembled> {
  const { chain, workers, clock } = modules
  const operations = transactions.flatMap((one) => operationOf(one) ?? [])
  const coins = packCoins(await chain.coins(transactions.flatMap(readInputs)))
  const view = { coins, ...(await chain.stakeFor(operations, extras.evidence)) }
  const { params, state, certificate } = chain
  if (state !== parent) throw new ProtocolError('invalid_block', 'another block has become final')
  const claimable = claimableFrom(silenceOf(certificate), state.previousTime, params.stake)
  const { block, leftOut } = await workers.run('assemble', {
    ...{ params, state: packState(state), transactions, extras, view },
    ...{ time: Math.max(clock.now(), state.time + 1, claimable), round, certificate, secret: key.secret },
  })
  if (chain.state === parent) passOver(transactions, leftOut, modules)
  const out = new Set(leftOut.map(({ index }) => index))
  return {
    block,
    taken: transactions.filter((_, index) => !out.has(index)),
    leftOut: transactions.filter((_, index) => out.has(index)),
  }
}

/** Those left out go to the end of the line; those that are wrong for good leave the pool. */
function passOver(
  transactions: readonly Uint8Array[],
  leftOut: readonly RefusedItem[],
  { mempool, logger }: MakeBlockModules,
): void {
  for (const refused of leftOut) {
    const transaction = transactions[refused.index]!
    const error = refusalError(refused)
    if (MAY_FIT_LATER.has(error.code)) {
      logger.debug({ rule: error.details.rule ?? error.code }, 'an operation does not fit this block')
      mempool.moveBack([transaction])
    } else {
      logger.error({ err: error }, 'a waiting transaction fits no block')
      mempool.drop([transaction], error)
    }
  }
}

/** A rule that a block breaks, or a fault of the program that some content brings to light; not what the machine is short of. */
function isSpoilt(error: unknown, { parent }: BlockFrame, { chain }: MakeBlockModules): boolean {
  if (chain.state !== parent) return false
  return error instanceof ProtocolError || (error instanceof WorkerError && error.code === 'job_failed')
}

/** Makes the genesis of a new network from what its makers decide. */
import { chainIdOf, type Genesis, genesisContext, type Mint } from '../../protocol/genesis.ts'
import { NETWORKS, type NetworkName, type NetworkParams } from '../../protocol/network.ts'
import { checkStakeParams } from '../../protocol/stake/params.ts'
import type { DevnetModules } from './devnet.ts'
import type { NamedGenesis } from './genesis-file.ts'
import type { ValidatorEntry } from './validator-entry.ts'

/** What makers of a network may choose; the rest is that of its kind. */
export type ChosenParams = {
  readonly network: NetworkName
  /** Milliseconds between blocks. */
  readonly blockInterval?: number | undefined
  readonly epochBlocks?: number | undefined
  readonly awardPeriodEpochs?: number | undefined
}

export type GenesisPlan = {
  readonly params: NetworkParams
  readonly validators: readonly (ValidatorEntry & {
    /** Base units. */
    readonly amount: bigint
    /** Basis points. */
    readonly commission: number
  })[]
  /** The first coins. With each comes one of amount zero, so that its owner's first payment looks like others. */
  readonly coins: readonly { readonly receiver: Uint8Array; readonly amounts: readonly bigint[] }[]
}

const INTERVAL = { least: 200, most: 60_000 }

/**
 * Blocks are counted where time is meant: with another interval payloads are kept as long as before, and the reward halves at
 * the end of an epoch.
 * @throws RangeError saying what does not go together.
 */
export function chooseParams({ network, ...chosen }: ChosenParams): NetworkParams {
  const base = NETWORKS[network]
  const { blockInterval = base.blockInterval } = chosen
  if (blockInterval < INTERVAL.least || blockInterval > INTERVAL.most)
    throw new RangeError(
      `the block interval is ${INTERVAL.least} to ${INTERVAL.most} ms, not ${blockInterval}`,
    )
  const { epochBlocks = base.stake.epochBlocks, awardPeriodEpochs = base.stake.awardPeriodEpochs } = chosen
  if (epochBlocks < 1 || epochBlocks > base.stake.halvingBlocks)
    throw new RangeError(`an epoch cannot have ${epochBlocks} blocks`)
  if (awardPeriodEpochs < 1 || awardPeriodEpochs > 0xffff)
    throw new RangeError(`an award period cannot have ${awardPeriodEpochs} epochs`)
  const halvingBlocks = base.stake.halvingBlocks - (base.stake.halvingBlocks % epochBlocks)
  const payloadRetention = Math.ceil((base.payloadRetention * base.blockInterval) / blockInterval)
  const stake = { ...base.stake, epochBlocks, awardPeriodEpochs, halvingBlocks }
  checkStakeParams(stake)
  return { ...base, blockInterval, payloadRetention, stake }
}

/** @throws ProtocolError `invalid_block` or `stake_refused` when the network could not begin so. */
export async function makeGenesis(
  { params, validators, coins }: GenesisPlan,
  { clock, random, workers }: DevnetModules,
): Promise<NamedGenesis> {
  const start = { params, time: clock.now(), salt: random(32) }
  const context = genesisContext(start)
  const mint: Mint[] = []
  for (const { receiver, amounts } of coins) {
    const both = amounts.flatMap((amount) => [amount, 0n])
    mint.push(...(await workers.run('mint', { address: receiver, amounts: both, context })))
  }
  const genesis: Genesis = {
    ...start,
    validators: validators.map(({ key, operator, amount, commission }) => ({
      key,
      operator,
      amount,
      commission,
    })),
    possessions: validators.map(({ possession }) => possession),
    mint,
  }
  const { state } = await workers.run('genesis', genesis)
  return { genesis, chainId: chainIdOf(genesis), blockId: state.blockId }
}

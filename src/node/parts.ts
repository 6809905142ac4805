/** What stands on the core of a node: its wallet, and what it offers of the chain, the stake and its tokens. */
import { createTokenApi } from './access/access.ts'
import { isSyncing } from './announce-states.ts'
import type { ChainApi } from './api/chain.ts'
import type { DevApi } from './api/dev.ts'
import type { StakeApi } from './api/stake.ts'
import type { TokenApi } from './api/token.ts'
import type { NodeState } from './api.ts'
import { createChainApi } from './chain/chain-api.ts'
import { createWalletChain } from './chain/wallet-chain.ts'
import type { Core, CoreModules } from './core.ts'
import { createDevApi } from './dev-api.ts'
import type { LocalNetwork } from './genesis/local-network.ts'
import { createStakeApi } from './stake/create-stake-api.ts'
import { OwnStanding } from './stake/own-standing.ts'
import { DEFAULT_WALLET_LIMITS, type WalletLimits } from './wallet/limits.ts'
import { openWallet, type Wallet } from './wallet/wallet.ts'

/** What is there once the node has started. */
export type Parts = {
  readonly core: Core
  readonly wallet: Wallet
  readonly chain: ChainApi
  readonly stake: StakeApi
  readonly token: TokenApi
  readonly dev: DevApi | undefined
  /** Undefined without keys of a validator. */
  readonly own: OwnStanding | undefined
}

export type PartsOptions = {
  readonly dataDirectory: string
  readonly walletLimits?: Partial<WalletLimits> | undefined
}

export async function openParts(
  core: Core,
  { faucetPhrase, validatorKeys }: LocalNetwork,
  { dataDirectory, walletLimits }: PartsOptions,
  modules: CoreModules,
): Promise<Parts> {
  const { logger, signal } = modules
  const limits = { ...DEFAULT_WALLET_LIMITS, ...walletLimits }
  const isBehind = () => isSyncing(core)
  const chain = createWalletChain(core.chain, core.relay)
  const wallet = await openWallet(
    { dataDirectory, limits, faucetPhrase, validatorKeys },
    { ...modules, ...core, chain, isSyncing: isBehind },
  )
  const { faucet, reached } = wallet
  const dev = faucet && createDevApi({ ...core, faucet, reached, signal })
  const stake = createStakeApi(core.chain, validatorKeys, wallet)
  const token = createTokenApi(core.access, core.idempotency)
  const own =
    validatorKeys && new OwnStanding({ ...core, keys: validatorKeys, logger, isSyncing: isBehind }, signal)
  return { core, wallet, chain: createChainApi(core.chain, core.mempool, core.relay), stake, token, dev, own }
}

export function stateOf(parts: Parts | undefined): NodeState {
  if (!parts) return 'starting'
  if (isSyncing(parts.core)) return 'syncing'
  return parts.wallet.rescanning ? 'rescanning' : 'ready'
}

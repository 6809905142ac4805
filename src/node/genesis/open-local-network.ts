/** The network that a node belongs to: what its data directory says, or a development network that is made there. */
import type { NetworkName } from '../../protocol/network.ts'
import { StoreError } from '../store-error.ts'
import { type DevnetModules, openDevnet } from './devnet.ts'
import { GENESIS_FILE } from './genesis-file.ts'
import { type LocalNetwork, readLocalNetwork } from './local-network.ts'

export type LocalNetworkOptions = {
  readonly dataDirectory: string
  readonly network: NetworkName
  /** Whether the node takes no part in consensus: it makes no network, and leaves keys alone. */
  readonly follower?: boolean | undefined
}

/** @throws StoreError `corrupt`; `wrong_chain` when the directory belongs to no network, or to another one. */
export async function openLocalNetwork(
  { dataDirectory, network: name, follower = false }: LocalNetworkOptions,
  modules: DevnetModules,
): Promise<LocalNetwork> {
  const network =
    name === 'dev' && !follower
      ? await openDevnet(dataDirectory, modules)
      : await readLocalNetwork(dataDirectory)
  if (!network) throw new StoreError('wrong_chain', `there is no ${GENESIS_FILE} in ${dataDirectory}`)
  const found = network.named.genesis.params.network
  if (found !== name) {
    throw new StoreError('wrong_chain', `${dataDirectory} belongs to the ${found} network`, { found })
  }
  return follower ? { ...network, validatorKeys: undefined } : network
}

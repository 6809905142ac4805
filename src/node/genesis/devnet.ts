/**
 * A development network: its genesis, the key of each validator and the phrase of each faucet, in one data directory for
 * each node. Every node has a faucet of its own, so that two never spend the same coin. The faucet's account also operates the
 * node's validator (`operatorKey` of its keys). What is secret is readable by its owner alone.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { addressBytes } from '../../protocol/address.ts'
import { blsProvePossession } from '../../protocol/crypto/bls.ts'
import type { Random } from '../../protocol/crypto/random.ts'
import { subaddress } from '../../protocol/keys.ts'
import { NETWORKS, type NetworkParams, UNITS_PER_STG } from '../../protocol/network.ts'
import { operatorKey } from '../../protocol/stake/operator-key.ts'
import type { Clock } from '../clock.ts'
import { loadValidatorKeys, makeValidatorKeys, type ValidatorKeys } from '../consensus/validator-keys.ts'
import { writeFileDurably } from '../files.ts'
import { StoreError } from '../store-error.ts'
import { ENTROPY_LENGTH, entropyOf, keysOfEntropy, phraseOf } from '../wallet/phrase.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import { formatGenesis, GENESIS_FILE } from './genesis-file.ts'
import { FAUCET_FILE, type LocalNetwork, readLocalNetwork } from './local-network.ts'
import { type GenesisPlan, makeGenesis } from './make-genesis.ts'

/**
 * Coins of all faucets together, each with a coin of amount zero beside it, so that a payment never waits for another's
 * change.
 */
export const FAUCET_COINS = 64
export const FAUCET_COIN_AMOUNT = 1_000_000n * UNITS_PER_STG
/** What the operator of each validator has staked, base units, and keeps of what others' stake earns, basis points. */
export const VALIDATOR_STAKE = 10_000n * UNITS_PER_STG
const VALIDATOR_COMMISSION = 1_000

export type Devnet = LocalNetwork & { readonly validatorKeys: ValidatorKeys; readonly faucetPhrase: string }

export type DevnetModules = { readonly clock: Clock; readonly random: Random; readonly workers: NodeWorkers }

/**
 * Opens the network of a data directory, making one of a single validator when there is none. The genesis file is written
 * last: a directory without one has nothing that counts yet.
 * @throws StoreError `corrupt` when a file is missing or damaged.
 */
export async function openDevnet(
  dataDirectory: string,
  modules: DevnetModules,
  params: NetworkParams = NETWORKS.dev,
): Promise<Devnet> {
  const [devnet] = await openDevnets([dataDirectory], modules, params)
  return devnet!
}

/**
 * Opens a network of as many validators as there are directories, making it when there is none. The first directory's
 * genesis file is written last: without it there is nothing that counts yet.
 * @throws StoreError `corrupt` when a file is missing or damaged, `wrong_chain` when the directories do not belong together.
 */
export async function openDevnets(
  directories: readonly string[],
  modules: DevnetModules,
  params: NetworkParams = NETWORKS.dev,
): Promise<Devnet[]> {
  for (const directory of directories) await mkdir(directory, { recursive: true, mode: 0o700 })
  const [first, ...others] = directories
  if (!(await readLocalNetwork(first!))) return makeDevnets(directories, modules, params)
  const devnets = [await readDevnet(first!)]
  for (const directory of others) devnets.push(await readDevnet(directory))
  const chains = new Set(devnets.map(({ named }) => named.chainId.join()))
  if (chains.size > 1)
    throw new StoreError('wrong_chain', 'the data directories belong to different networks')
  return devnets
}

async function readDevnet(directory: string): Promise<Devnet> {
  const network = await readLocalNetwork(directory)
  if (!network) throw new StoreError('corrupt', `${GENESIS_FILE} is missing in ${directory}`)
  const { named, validatorKeys, faucetPhrase } = network
  if (!validatorKeys || !faucetPhrase) {
    throw new StoreError('corrupt', `a key file that belongs to ${GENESIS_FILE} is missing`)
  }
  return { named, validatorKeys, faucetPhrase }
}

async function makeDevnets(
  directories: readonly string[],
  modules: DevnetModules,
  params: NetworkParams,
): Promise<Devnet[]> {
  const { random } = modules
  const secrets: { validatorKeys: ValidatorKeys; faucetPhrase: string }[] = []
  const validators: GenesisPlan['validators'][number][] = []
  const coins: GenesisPlan['coins'][number][] = []
  const count = Math.floor(FAUCET_COINS / directories.length)
  for (const directory of directories) {
    const validatorKeys = (await loadValidatorKeys(directory)) ?? (await makeValidatorKeys(directory, random))
    const faucetPhrase = phraseOf(random(ENTROPY_LENGTH))
    await writeFileDurably(join(directory, FAUCET_FILE), `${faucetPhrase}\n`)
    secrets.push({ validatorKeys, faucetPhrase })
    const keys = await keysOfEntropy(entropyOf(faucetPhrase))
    validators.push({
      key: validatorKeys.first.publicKey,
      possession: blsProvePossession(validatorKeys.first.secret),
      operator: operatorKey(keys),
      amount: VALIDATOR_STAKE,
      commission: VALIDATOR_COMMISSION,
    })
    const amounts = Array.from({ length: count }, () => FAUCET_COIN_AMOUNT)
    coins.push({ receiver: addressBytes(subaddress(keys, 0)), amounts })
  }
  const named = await makeGenesis({ params, validators, coins }, modules)
  for (const directory of directories.toReversed()) {
    await writeFileDurably(join(directory, GENESIS_FILE), formatGenesis(named), 0o644)
  }
  return secrets.map((own) => ({ named, ...own }))
}

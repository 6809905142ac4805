/**
 * A development network of one node: its genesis, the key of its only validator and the phrase of its faucet, all in the
 * data directory. What is secret is readable by its owner alone.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { addressBytes } from '../../protocol/address.ts'
import type { Random } from '../../protocol/crypto/random.ts'
import { chainIdOf, genesisContext } from '../../protocol/genesis.ts'
import { subaddress } from '../../protocol/keys.ts'
import { NETWORKS, type NetworkParams, UNITS_PER_STG } from '../../protocol/network.ts'
import type { Clock } from '../clock.ts'
import { loadValidatorKey, makeValidatorKey, type ValidatorKey } from '../consensus/validator-key.ts'
import { writeFileDurably } from '../files.ts'
import { StoreError } from '../store-error.ts'
import { ENTROPY_LENGTH, entropyOf, keysOfEntropy, phraseOf } from '../wallet/phrase.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import { formatGenesis, GENESIS_FILE } from './genesis-file.ts'
import { FAUCET_FILE, type LocalNetwork, readLocalNetwork } from './local-network.ts'

/** Coins of the faucet, each with a coin of amount zero beside it, so that a payment never waits for another's change. */
export const FAUCET_COINS = 64
export const FAUCET_COIN_AMOUNT = 1_000_000n * UNITS_PER_STG
/** The only validator's; it just has to be positive. */
const VALIDATOR_WEIGHT = UNITS_PER_STG

export type Devnet = LocalNetwork & { readonly validatorKey: ValidatorKey; readonly faucetPhrase: string }

export type DevnetModules = { readonly clock: Clock; readonly random: Random; readonly workers: NodeWorkers }

/**
 * Opens the network of a data directory, making it when there is none. The genesis file is written last: a directory
 * without one has nothing that counts yet.
 * @throws StoreError `corrupt` when a file is missing or damaged.
 */
export async function openDevnet(
  dataDirectory: string,
  modules: DevnetModules,
  params: NetworkParams = NETWORKS.dev,
): Promise<Devnet> {
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 })
  const network = await readLocalNetwork(dataDirectory)
  if (!network) return makeDevnet(dataDirectory, modules, params)
  const { named, validatorKey, faucetPhrase } = network
  if (!validatorKey || !faucetPhrase) {
    throw new StoreError('corrupt', `a key file that belongs to ${GENESIS_FILE} is missing`)
  }
  return { named, validatorKey, faucetPhrase }
}

async function makeDevnet(
  dataDirectory: string,
  { clock, random, workers }: DevnetModules,
  params: NetworkParams,
): Promise<Devnet> {
  const validatorKey =
    (await loadValidatorKey(dataDirectory)) ?? (await makeValidatorKey(dataDirectory, random))
  const faucetPhrase = phraseOf(random(ENTROPY_LENGTH))
  await writeFileDurably(join(dataDirectory, FAUCET_FILE), `${faucetPhrase}\n`)
  const start = { params, time: clock.now(), salt: random(32) }
  const keys = await keysOfEntropy(entropyOf(faucetPhrase))
  const mint = await workers.run('mint', {
    address: addressBytes(subaddress(keys, 0)),
    amounts: Array.from({ length: 2 * FAUCET_COINS }, (_, index) => (index % 2 ? 0n : FAUCET_COIN_AMOUNT)),
    context: genesisContext(start),
  })
  const validators = [{ publicKey: validatorKey.publicKey, weight: VALIDATOR_WEIGHT }]
  const genesis = { ...start, validators, mint }
  const { state } = await workers.run('genesis', genesis)
  const named = { genesis, chainId: chainIdOf(genesis), blockId: state.blockId }
  await writeFileDurably(join(dataDirectory, GENESIS_FILE), formatGenesis(named), 0o644)
  return { named, validatorKey, faucetPhrase }
}

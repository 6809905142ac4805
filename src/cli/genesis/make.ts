/** `stegos genesis`: the genesis file of a new network. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createAdjustableClock } from '../../node/clock.ts'
import { installNativeBls } from '../../node/crypto/native-bls.ts'
import { writeFileDurably } from '../../node/files.ts'
import { FAUCET_COIN_AMOUNT, FAUCET_COINS } from '../../node/genesis/devnet.ts'
import { formatGenesis, GENESIS_FILE, type NamedGenesis } from '../../node/genesis/genesis-file.ts'
import { chooseParams, type GenesisPlan, makeGenesis } from '../../node/genesis/make-genesis.ts'
import {
  drawValidator,
  type MadeValidator,
  parseEntry,
  type ValidatorEntry,
} from '../../node/genesis/validator-entry.ts'
import { DEFAULT_LIMITS } from '../../node/limits.ts'
import { silentLogger as logger } from '../../node/logger.ts'
import { createNodeWorkers } from '../../node/workers/node-workers.ts'
import { addressBytes, parseAddress } from '../../protocol/address.ts'
import { toHex } from '../../protocol/bytes.ts'
import { systemRandom as random } from '../../protocol/crypto/random.ts'
import type { NetworkName, NetworkParams } from '../../protocol/network.ts'
import { CliError, usageError } from '../cli-error.ts'
import type { Invocation } from '../command.ts'
import type { Settings } from '../options.ts'
import { coins as coinsText, fields, print } from '../print.ts'
import { percent, readCoins, readPercent } from '../read-amount.ts'
import { networkNameOf } from './network-name.ts'
import { placesOf } from './places.ts'
import { askForGenesis } from './questions.ts'

/** What the keeper of a validator keeps of what others' stake earns, per cent. */
const COMMISSION = '10'
/** What each of them has staked unless told otherwise, in the least stakes of the network. */
const LEAST_STAKES = 10n

/** @throws CliError saying what is wrong, before anything is written */
export async function make({ settings: given, io }: Invocation): Promise<undefined> {
  const asked = given['validator-file'] === undefined && given.make === undefined
  if (asked && !io.stdin.isTTY)
    throw usageError('who validates? Give --validator-file FILE for each, or --make COUNT')
  const settings = asked ? await askForGenesis(given, io) : given
  const network = networkNameOf(settings.network)
  const params = paramsOf(settings, network)
  const stake = {
    amount: stakeOf(settings, params),
    commission: readPercent(settings.commission ?? COMMISSION),
  }
  const { out, directories } = placesOf(settings, network, io)
  const coins = (settings.coins ?? []).map((text) => readCoin(text, network))
  const sent = (settings['validator-file'] ?? []).map((file) => readEntry(resolve(io.cwd, file)))
  const made = await Promise.all(directories.map(() => drawValidator(network, random)))
  const faucets = network === 'dev' ? made.map((one) => faucetOf(one, made.length)) : []
  const entries = [...sent, ...made.map(({ entry }) => entry)]
  const plan = {
    params,
    validators: entries.map((entry) => ({ ...entry, ...stake })),
    coins: [...coins, ...faucets],
  }
  const named = await run(plan)
  const text = formatGenesis(named)
  for (const [at, directory] of directories.entries()) await made[at]!.keep(directory)
  for (const directory of directories) await writeFileDurably(join(directory, GENESIS_FILE), text, 0o644)
  await writeFileDurably(out, text, 0o644)
  const chainId = toHex(named.chainId)
  print(
    { settings, io },
    { file: out, network, chainId, validators: entries.map(({ key }) => toHex(key)), directories },
    () => [
      ...fields([
        ['Genesis', out],
        ['Chain', chainId],
        ['Network', network],
        ['Block interval', `${params.blockInterval} ms`],
        ['Epoch', `${params.stake.epochBlocks} blocks`],
        ['Award period', `${params.stake.awardPeriodEpochs} epochs`],
        ['Stake of each', `${coinsText(String(stake.amount))}, commission ${percent(stake.commission)}`],
      ]),
      ...entries.map(({ key }) => `Validator  ${toHex(key)}`),
      ...directories.map((directory) => `Node       ${directory}`),
      'Publish the file, and the chain by another way: all who run a node compare it with what their node prints.',
    ],
  )
}

function paramsOf(settings: Settings, network: NetworkName): NetworkParams {
  try {
    return chooseParams({
      network,
      blockInterval: settings['block-interval'],
      epochBlocks: settings['epoch-blocks'],
      awardPeriodEpochs: settings['award-epochs'],
    })
  } catch (error) {
    if (error instanceof RangeError) throw usageError(error.message)
    throw error
  }
}

function stakeOf({ stake }: Settings, { stake: { minStake } }: NetworkParams): bigint {
  if (stake === undefined) return minStake * LEAST_STAKES
  const amount = BigInt(readCoins(stake, '--stake is zero'))
  if (amount >= minStake) return amount
  throw usageError(`--stake is ${coinsText(String(minStake))} at least`)
}

/** `ADDRESS=AMOUNT`. */
function readCoin(text: string, network: NetworkName): GenesisPlan['coins'][number] {
  const [address = '', amount = '', ...more] = text.split('=')
  if (more.length > 0 || amount === '')
    throw usageError(`--coins takes ADDRESS=AMOUNT, not ${JSON.stringify(text)}`)
  try {
    const receiver = addressBytes(parseAddress(address, network))
    return { receiver, amounts: [BigInt(readCoins(amount))] }
  } catch (error) {
    if (error instanceof CliError) throw error
    throw usageError(`--coins ${text}: ${(error as Error).message}`)
  }
}

function readEntry(file: string): ValidatorEntry {
  try {
    return parseEntry(readFileSync(file, 'utf8'))
  } catch (error) {
    throw usageError(`${file} is not what stegos genesis key prints: ${(error as Error).message}`)
  }
}

/** On a development network all coins are its faucets'. */
function faucetOf({ receiver }: MadeValidator, count: number): GenesisPlan['coins'][number] {
  const amounts = Array.from({ length: Math.floor(FAUCET_COINS / count) }, () => FAUCET_COIN_AMOUNT)
  return { receiver, amounts }
}

async function run(plan: GenesisPlan): Promise<NamedGenesis> {
  const clock = createAdjustableClock()
  const ending = new AbortController()
  await installNativeBls({ logger })
  const workers = createNodeWorkers({ limits: DEFAULT_LIMITS, signal: ending.signal }, { clock, logger })
  try {
    return await makeGenesis(plan, { clock, random, workers })
  } catch (error) {
    if ((error as Error).name === 'ProtocolError')
      throw usageError(`no network can begin so: ${(error as Error).message}`)
    throw error
  } finally {
    ending.abort(new Error('the genesis is made'))
  }
}

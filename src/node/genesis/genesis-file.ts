/** The genesis of a chain as a JSON file, which every node of the network has the same. */
import { fromHex, toHex } from '../../protocol/bytes.ts'
import { decodeAll } from '../../protocol/codec.ts'
import { chainIdOf, type Genesis, type Mint } from '../../protocol/genesis.ts'
import { NETWORKS, type NetworkName, type NetworkParams } from '../../protocol/network.ts'
import { encodeCore, readCore } from '../../protocol/output.ts'
import { STAKE_PARAMS, type StakeParams } from '../../protocol/stake/params.ts'
import { StoreError } from '../store-error.ts'

export const GENESIS_FILE = 'genesis.json'
const VERSION = 2

/** A genesis with the names that follow from it; they are in the file, so that they need not be worked out at each start. */
export type NamedGenesis = {
  readonly genesis: Genesis
  readonly chainId: Uint8Array
  /** Id of block 0. */
  readonly blockId: Uint8Array
}

export function formatGenesis({ genesis, chainId, blockId }: NamedGenesis): string {
  const { params, time, salt, validators, possessions, mint } = genesis
  const file = {
    version: VERSION,
    chainId: toHex(chainId),
    blockId: toHex(blockId),
    params: { ...plain(params), stake: { ...plain(params.stake), leak: params.stake.leak } },
    time,
    salt: toHex(salt),
    validators: validators.map(({ key, operator, amount, commission }, index) => ({
      key: toHex(key),
      operator: toHex(operator),
      amount: String(amount),
      commission,
      ...(possessions && { possession: toHex(possessions[index]!) }),
    })),
    mint: mint.map(({ core, payload, amount, blinding }) => ({
      core: toHex(encodeCore(core)),
      payload: toHex(payload),
      amount: String(amount),
      blinding: toHex(blinding),
    })),
  }
  return `${JSON.stringify(file, null, 1)}\n`
}

/**
 * Reads the file. That its coins open to their amounts, and that its validators hold their keys, is checked when a chain is
 * begun with it.
 * @throws StoreError `corrupt` when a field is missing or the chain id is not that of the content.
 */
export function parseGenesis(text: string): NamedGenesis {
  let named: NamedGenesis
  try {
    named = readFields(JSON.parse(text))
  } catch (error) {
    throw new StoreError('corrupt', `${GENESIS_FILE} is not a genesis file of this version`, {}, error)
  }
  if (toHex(chainIdOf(named.genesis)) !== toHex(named.chainId)) {
    throw new StoreError(
      'corrupt',
      `${GENESIS_FILE} has been changed: its chain id does not match its content`,
    )
  }
  return named
}

type Fields = { readonly [name: string]: unknown }

function readFields(file: Fields): NamedGenesis {
  if (file.version !== VERSION) throw new RangeError('version')
  const validators = file.validators as Fields[]
  const proven = validators.some(({ possession }) => possession !== undefined)
  return {
    chainId: hexOf(file, 'chainId', 32),
    blockId: hexOf(file, 'blockId', 32),
    genesis: {
      params: readParams(file.params as Fields),
      time: integerOf(file, 'time'),
      salt: hexOf(file, 'salt', 32),
      validators: validators.map((validator) => ({
        key: hexOf(validator, 'key', 48),
        operator: hexOf(validator, 'operator', 32),
        amount: amountOf(validator, 'amount'),
        commission: integerOf(validator, 'commission'),
      })),
      ...(proven && { possessions: validators.map((validator) => hexOf(validator, 'possession', 96)) }),
      mint: (file.mint as Fields[]).map(readMint),
    },
  }
}

function readParams(params: Fields): NetworkParams {
  const network = textOf(params, 'network')
  if (!Object.hasOwn(NETWORKS, network)) throw new RangeError('network')
  return {
    network: network as NetworkName,
    blockInterval: integerOf(params, 'blockInterval'),
    maxBlockTransactions: integerOf(params, 'maxBlockTransactions'),
    maxBlockOperations: integerOf(params, 'maxBlockOperations'),
    feePerInput: amountOf(params, 'feePerInput'),
    feePerOutput: amountOf(params, 'feePerOutput'),
    feePerOperation: amountOf(params, 'feePerOperation'),
    payloadRetention: integerOf(params, 'payloadRetention'),
    maxTimeDrift: integerOf(params, 'maxTimeDrift'),
    stake: readStakeParams(params.stake as Fields),
  }
}

/** Every parameter of stake there is, each of the kind that the main network's is of. */
function readStakeParams(params: Fields): StakeParams {
  const { leak: _, ...plainOnes } = STAKE_PARAMS.main
  const values = Object.entries(plainOnes).map(([name, value]) => [
    name,
    typeof value === 'bigint' ? amountOf(params, name) : integerOf(params, name),
  ])
  const leak = (params.leak as Fields[]).map((step) => ({
    round: integerOf(step, 'round'),
    factor: integerOf(step, 'factor'),
  }))
  return { ...Object.fromEntries(values), leak } as StakeParams
}

/** Amounts as text; what is no number or text is left out. */
function plain(fields: object): Fields {
  const rows = Object.entries(fields).filter(([, value]) => typeof value !== 'object')
  return Object.fromEntries(
    rows.map(([name, value]) => [name, typeof value === 'bigint' ? String(value) : value]),
  )
}

function readMint(mint: Fields): Mint {
  return {
    core: decodeAll(fromHex(textOf(mint, 'core')), readCore),
    payload: hexOf(mint, 'payload'),
    amount: amountOf(mint, 'amount'),
    blinding: hexOf(mint, 'blinding', 32),
  }
}

function textOf(fields: Fields, name: string): string {
  const value = fields[name]
  if (typeof value !== 'string') throw new RangeError(name)
  return value
}

function hexOf(fields: Fields, name: string, length?: number): Uint8Array {
  const bytes = fromHex(textOf(fields, name))
  if (length !== undefined && bytes.length !== length) throw new RangeError(name)
  return bytes
}

function integerOf(fields: Fields, name: string): number {
  const value = fields[name]
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new RangeError(name)
  return value as number
}

function amountOf(fields: Fields, name: string): bigint {
  const text = textOf(fields, name)
  if (!/^(?:0|[1-9][0-9]{0,19})$/.test(text)) throw new RangeError(name)
  return BigInt(text)
}

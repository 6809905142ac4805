/** The genesis of a chain as a JSON file, which every node of the network has the same. */
import { fromHex, toHex } from '../../protocol/bytes.ts'
import { decodeAll } from '../../protocol/codec.ts'
import { chainIdOf, type Genesis, type Mint } from '../../protocol/genesis.ts'
import { NETWORKS, type NetworkName, type NetworkParams } from '../../protocol/network.ts'
import { encodeCore, readCore } from '../../protocol/output.ts'
import { StoreError } from '../store-error.ts'

export const GENESIS_FILE = 'genesis.json'
const VERSION = 1

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
    params: { ...params, feePerInput: String(params.feePerInput), feePerOutput: String(params.feePerOutput) },
    time,
    salt: toHex(salt),
    validators: validators.map(({ publicKey, weight }, index) => ({
      publicKey: toHex(publicKey),
      weight: String(weight),
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
        publicKey: hexOf(validator, 'publicKey', 48),
        weight: amountOf(validator, 'weight'),
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
    feePerInput: amountOf(params, 'feePerInput'),
    feePerOutput: amountOf(params, 'feePerOutput'),
    payloadRetention: integerOf(params, 'payloadRetention'),
    maxTimeDrift: integerOf(params, 'maxTimeDrift'),
  }
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

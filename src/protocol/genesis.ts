/**
 * Genesis: the network's parameters, its first validators and its first coins. The id of a chain is the hash of all that,
 * so a signature or a proof made for one chain is worth nothing on another.
 */
import { blockId, type Header, outputRoot, transactionRoot } from './block.ts'
import { extrasHash, NO_EXTRAS } from './block-extras.ts'
import { equalBytes, le64, utf8 } from './bytes.ts'
import { NO_CERTIFICATE } from './certificate.ts'
import { Writer } from './codec.ts'
import { BLS_PUBLIC_KEY_LENGTH, BLS_SIGNATURE_LENGTH } from './crypto/bls.ts'
import { decodePoint, decodeScalar, encodePoint, negateScalar } from './crypto/group.ts'
import { hash } from './crypto/hash.ts'
import { LtHash } from './crypto/lthash.ts'
import { commit } from './crypto/pedersen.ts'
import { ProtocolError } from './errors.ts'
import { checkGenesisValidators } from './genesis-validators.ts'
import { type Coin, coinElement, type LedgerState, stateCommitment } from './ledger.ts'
import type { NetworkParams } from './network.ts'
import { type OutputCore, outputId, payloadHash, writeCore } from './output.ts'
import { type GenesisStake, genesisStake } from './stake/genesis.ts'
import { encodeStakeParams } from './stake/params.ts'
import { toValidatorSet } from './stake/state.ts'
import type { EntryChange } from './stake/table.ts'
import { addToSupply, addTotals, NO_SUPPLY, type Supply } from './supply.ts'
import { validatorSetHash } from './validators.ts'

/** A first coin. Its amount and blinding are public; who owns it is not. */
export type Mint = {
  readonly core: OutputCore
  readonly payload: Uint8Array
  readonly amount: bigint
  /** Opening of the commitment, an encoded scalar. */
  readonly blinding: Uint8Array
}

export type Genesis = {
  readonly params: NetworkParams
  /** Milliseconds since 1970. */
  readonly time: number
  /** 32 random bytes: every development network is a chain of its own. */
  readonly salt: Uint8Array
  /** The first validators; their operators' stake is issued with them. */
  readonly validators: readonly GenesisStake[]
  /**
   * Proofs of possession of the validators' keys, in their order; may be left out for one alone. They vouch for the keys and
   * are no part of what the chain is named after.
   */
  readonly possessions?: readonly Uint8Array[]
  readonly mint: readonly Mint[]
}

/** What genesis coins are bound to in place of inputs; known before the coins are made. */
export function genesisContext({
  params,
  time,
  salt,
}: Pick<Genesis, 'params' | 'time' | 'salt'>): Uint8Array {
  return hash('genesis context', utf8(params.network), le64(time), salt)
}

/** The id of the chain that `genesis` starts. */
export function chainIdOf(genesis: Genesis): Uint8Array {
  const writer = new Writer()
  const { stake, ...params } = genesis.params
  for (const [name, value] of Object.entries(params).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    writer.sized(utf8(name)).sized(utf8(String(value)))
  }
  writer.sized(encodeStakeParams(stake)).u64(genesis.time).bytes(genesis.salt).u32(genesis.validators.length)
  for (const { key, operator, amount, commission } of genesis.validators)
    writer.bytes(key).bytes(operator).u64(amount).u32(commission)
  writer.u32(genesis.mint.length)
  for (const { core, amount, blinding } of genesis.mint) writeCore(writer, core).u64(amount).bytes(blinding)
  return hash('genesis', writer.finish())
}

/**
 * The header of block 0 and the state after it.
 * @throws ProtocolError `invalid_block` when a coin does not open to its amount or does not match its payload, and for
 * validators that `checkGenesisValidators` refuses; `stake_refused` for one that could not register. RangeError when the
 * parameters contradict each other.
 */
export function genesisState(genesis: Genesis): {
  header: Header
  state: LedgerState
  coins: readonly Coin[]
  entries: readonly EntryChange[]
} {
  const { mint, validators, possessions, time } = genesis
  checkGenesisValidators(validators, possessions)
  const chainId = chainIdOf(genesis)
  const context = genesisContext(genesis)
  const coins = mint.map(({ core }, index) => ({ id: outputId(context, index, core), core, height: 0 }))
  const unspent = new LtHash()
  for (const coin of coins) unspent.add(coinElement(coin))
  const beacon = hash('genesis beacon', chainId)
  const { state: stake, changes: entries } = genesisStake(validators, beacon, genesis.params.stake)
  const issued = validators.reduce((sum, { amount }) => sum + amount, 0n)
  const supply = addTotals(mint.reduce(addMint, NO_SUPPLY), { issued, burnt: 0n })
  const set = toValidatorSet(stake.epoch.members)
  const state = { unspent: unspent.toBytes(), supply, stake }
  const header: Header = {
    chainId,
    height: 0,
    round: 0,
    time,
    previous: new Uint8Array(32),
    certificate: NO_CERTIFICATE,
    leader: new Uint8Array(BLS_PUBLIC_KEY_LENGTH),
    vrf: new Uint8Array(BLS_SIGNATURE_LENGTH),
    transactionRoot: transactionRoot(chainId, []),
    outputRoot: outputRoot(coins.map(({ id }) => id)),
    stateCommitment: stateCommitment(state),
    validatorSetHash: validatorSetHash(set),
    extrasHash: extrasHash(NO_EXTRAS),
  }
  const id = blockId(header)
  return {
    header,
    coins,
    entries,
    state: { chainId, height: 0, blockId: id, time, previousTime: time, beacon, validators: set, ...state },
  }
}

function addMint(supply: Supply, { core, payload, amount, blinding }: Mint): Supply {
  const opened = encodePoint(commit(amount, decodeScalar(blinding)))
  if (!equalBytes(opened, core.commitment) || !equalBytes(payloadHash(payload), core.payloadHash)) {
    throw new ProtocolError('invalid_block', 'a genesis coin does not open to its amount')
  }
  return addToSupply(supply, {
    issued: amount,
    burnt: 0n,
    blindings: [negateScalar(decodeScalar(blinding))],
    spent: [],
    created: [decodePoint(core.commitment)],
  })
}

/**
 * A chain in memory with all its cryptography: validators that vote, coins of Alice's, operations on the stake. Every block
 * goes through its bytes, and after each the books are checked: supply, unspent set, table of the stake.
 */

import assert from 'node:assert/strict'
import { assembleBlock, type BlockProposal } from '../../src/protocol/assemble-block.ts'
import { type Block, blockId, decodeBlock, encodeBlock } from '../../src/protocol/block.ts'
import { type BlockExtras, NO_EXTRAS } from '../../src/protocol/block-extras.ts'
import { buildTransaction, type SpendableCoin } from '../../src/protocol/build-transaction.ts'
import { le32, toHex, utf8 } from '../../src/protocol/bytes.ts'
import {
  type Certificate,
  makeCertificate,
  NO_CERTIFICATE,
  precommitMessage,
} from '../../src/protocol/certificate.ts'
import { blsKeyFromSeed, blsProvePossession, blsPublicKey, blsSign } from '../../src/protocol/crypto/bls.ts'
import { encodePoint, encodeScalar, multiplyBase, type Scalar } from '../../src/protocol/crypto/group.ts'
import { deriveScalar, hash } from '../../src/protocol/crypto/hash.ts'
import { LtHash } from '../../src/protocol/crypto/lthash.ts'
import { findOutput, makeOutput, spendSecret } from '../../src/protocol/enote.ts'
import { courtOf } from '../../src/protocol/execute.ts'
import { genesisContext, genesisState } from '../../src/protocol/genesis.ts'
import { subaddress } from '../../src/protocol/keys.ts'
import {
  applyBlock,
  type Coin,
  coinElement,
  type LedgerState,
  type LedgerView,
  type Transition,
} from '../../src/protocol/ledger.ts'
import type { NetworkParams } from '../../src/protocol/network.ts'
import { inputContext } from '../../src/protocol/output.ts'
import { signerOf } from '../../src/protocol/stake/authorize.ts'
import { withBits } from '../../src/protocol/stake/bitmap.ts'
import { stakeHash } from '../../src/protocol/stake/encode.ts'
import { entriesBehind, entriesOf, entriesOfEvidence } from '../../src/protocol/stake/entries-of.ts'
import type { StakeEvent } from '../../src/protocol/stake/events.ts'
import { NO_CLAIM, voteTarget } from '../../src/protocol/stake/leak.ts'
import type { Operation } from '../../src/protocol/stake/operation.ts'
import { checkStakeParams } from '../../src/protocol/stake/params.ts'
import { validatorId } from '../../src/protocol/stake/registry.ts'
import { draftOperation, signOperation, type UnsignedOperation } from '../../src/protocol/stake/sign.ts'
import { heldStake, owedStake } from '../../src/protocol/stake/state.ts'
import { type Entry, entryElement, entryName, type FindEntry } from '../../src/protocol/stake/table.ts'
import { holdsSupply } from '../../src/protocol/supply.ts'
import type { Transaction } from '../../src/protocol/transaction.ts'
import { leaderOf, type ValidatorSet } from '../../src/protocol/validators.ts'
import { verifyTransactions } from '../../src/protocol/verify-transactions.ts'
import { alice, params as devParams, seededRandom } from './fixtures.ts'

/** Epochs of six blocks, of which a period has two; money comes out after one epoch. */
export const QUICK: NetworkParams = {
  ...devParams,
  stake: {
    ...devParams.stake,
    ...{ epochBlocks: 6, lateBlocks: 3, halvingBlocks: 600, unbondingEpochs: 2, commissionNotice: 0 },
    ...{ minStake: 1_000_000n, minDeposit: 10_000n, awardPeriodEpochs: 2, awardFreezeDelay: 2 },
    ...{ awardDelaySquarings: 64, evidenceBond: 5_000n },
  },
}
checkStakeParams(QUICK.stake)

export const keySecretOf = (name: string) => blsKeyFromSeed(hash('test validator', utf8(name)))
export const keyOf = (name: string) => blsPublicKey(keySecretOf(name))
export const idOf = (name: string) => validatorId(keyOf(name))
export const secretOf = (name: string): Scalar => deriveScalar('test signer', utf8(name))
export const publicOf = (name: string) => encodePoint(multiplyBase(secretOf(name)))

export type NextBlock = Partial<BlockExtras> & {
  transactions?: readonly Transaction[]
  /** Names of those who do not sign this block. */
  absent?: readonly string[]
  /** Names of those who are called silent by the others, in the last round of the leak. */
  silent?: readonly string[]
  leaveOut?: BlockProposal['leaveOut']
}

export class ChainWorld {
  readonly params: NetworkParams
  readonly coins = new Map<string, Coin>()
  readonly table = new Map<string, Entry>()
  readonly sets = new Map<number, ValidatorSet>()
  readonly events: StakeEvent[] = []
  readonly #names: ReadonlyMap<string, string>
  readonly #random: (length: number) => Uint8Array
  readonly #own: (SpendableCoin & { spent?: boolean })[] = []
  state: LedgerState
  certificate: Certificate = NO_CERTIFICATE

  /** @param names of validators, each its own operator; `newcomers` may join them. */
  constructor(
    names: readonly string[],
    options: { coins?: number; seed?: string; params?: NetworkParams; newcomers?: readonly string[] } = {},
  ) {
    this.params = options.params ?? QUICK
    this.#names = new Map([...names, ...(options.newcomers ?? [])].map((name) => [toHex(keyOf(name)), name]))
    this.#random = seededRandom(options.seed ?? 'chain world')
    const start = { params: this.params, time: 1_700_000_000_000, salt: this.#random(32) }
    const context = genesisContext(start)
    const address = subaddress(alice, 0)
    const mint = Array.from({ length: options.coins ?? 6 }, () => {
      const amount = 5_000_000n
      const made = makeOutput({
        address,
        amount,
        payload: { kind: 'none' },
        context,
        anchor: this.#random(16),
      })
      return { core: made.core, payload: made.payload, amount, blinding: encodeScalar(made.blinding) }
    })
    const validators = names.map((name) => ({
      ...{ key: keyOf(name), operator: publicOf(name), amount: 10_000_000n, commission: 1_000 },
    }))
    const possessions = names.map((name) => blsProvePossession(keySecretOf(name)))
    const { state, coins, entries } = genesisState({ ...start, validators, possessions, mint })
    this.state = state
    for (const { after } of entries) if (after) this.table.set(entryName(after.kind, after.id), after)
    this.#takeCoins(coins, context)
    this.check()
  }

  readonly find: FindEntry = (kind, id) => this.table.get(entryName(kind, id))

  get view(): LedgerView {
    return {
      findCoin: (id) => this.coins.get(toHex(id)),
      findEntry: this.find,
      setAt: (height) => this.sets.get(height),
    }
  }

  /** A transaction of Alice's with an operation; its owner is the signer of that name. */
  operate(unsigned: UnsignedOperation, signer = 'alice', key?: string): Transaction {
    const { chainId } = this.state
    const draft = draftOperation(unsigned)
    const secrets = { signer: secretOf(signer), key: key === undefined ? undefined : keySecretOf(key) }
    return this.build({
      draft,
      sign: (binding) => signOperation(draft, { chainId, binding }, secrets, this.#random),
    })
  }

  /** A transaction of two of Alice's coins that she has not spent yet, the largest and the smallest. */
  build(operation?: { draft: Operation; sign: (binding: Uint8Array) => Operation }): Transaction {
    const free = this.#own.filter(({ spent }) => !spent).toSorted((a, b) => (a.amount < b.amount ? 1 : -1))
    assert.ok(free.length >= 2, 'coins are left')
    const coins = [free[0]!, free.at(-1)!]
    for (const coin of coins) coin.spent = true
    const { transaction } = buildTransaction({
      ...{ chainId: this.state.chainId, params: this.params, keys: alice, coins, recipients: [], outputs: 2 },
      random: this.#random,
      operation,
    })
    return transaction
  }

  deposit(validator: string, owner: string, amount: bigint): Transaction {
    return this.operate({ type: 'deposit', validator: idOf(validator), owner: publicOf(owner), amount })
  }

  /** The id of the deposit that a transaction makes. */
  depositId(transaction: Transaction): Uint8Array {
    return hash('stake deposit', inputContext(transaction.inputs), le32(0))
  }

  /** The next block, unsigned, and what it would do. @throws what its leader or who checks it throws. */
  propose({ transactions = [], absent: _, silent: __, leaveOut, ...extras }: NextBlock = {}): Block {
    const { validators, beacon, height } = this.state
    const { claim, round } = this.certificate
    const time = this.state.time + (claim.length > 0 ? round * this.params.stake.silentRound : 1_000)
    const leader = leaderOf(validators, beacon, height + 1, 0)
    const name = this.#nameOf(leader.publicKey)
    return assembleBlock(this.state, {
      ...{ ...NO_EXTRAS, ...extras, transactions, view: this.view, params: this.params },
      ...{ time, round: 0, certificate: this.certificate, secret: keySecretOf(name), leaveOut },
    })
  }

  /** Checks a block as every node does, from its bytes. */
  judge(block: Block): Transition {
    const { chainId, stake } = this.state
    const decoded = decodeBlock(encodeBlock(block), 256)
    assert.deepEqual(decoded, block)
    const items = decoded.transactions.map((transaction) => ({
      transaction,
      coins: transaction.inputs.map((id) => this.coins.get(toHex(id))!.core),
      signer: transaction.operation && signerOf(transaction.operation, stake, this.find),
    }))
    const [refusal] = verifyTransactions(chainId, this.params, items)
    if (refusal) throw refusal.error
    return applyBlock(this.state, decoded, this.view, this.params, undefined)
  }

  /** Makes the next block, checks it, and lets all but the absent vote for it. */
  block(next: NextBlock = {}): Transition {
    const block = this.propose(next)
    const transition = this.judge(block)
    const fetched = applyBlock(this.state, block, this.#fetched(block), this.params, undefined)
    assert.deepEqual(
      stakeHash(fetched.state.stake),
      stakeHash(transition.state.stake),
      'entries were fetched',
    )
    const { validators, height } = this.state
    this.sets.set(height + 1, validators)
    this.certificate = this.certify(block, validators, next.absent, next.silent)
    this.#take(transition, block)
    this.check()
    return transition
  }

  /** Blocks until so many epochs are over. */
  endEpoch(count = 1): void {
    const until = this.state.stake.epoch.number + count
    while (this.state.stake.epoch.number < until) this.block()
  }

  certify(
    { header }: Block,
    set: ValidatorSet,
    absent: readonly string[] = [],
    silent: readonly string[] = [],
  ): Certificate {
    const { height, chainId } = header
    const claimed = set.flatMap(({ publicKey }, index) =>
      silent.includes(this.#nameOf(publicKey)) ? [index] : [],
    )
    const claim = claimed.length > 0 ? withBits(set.length, claimed) : NO_CLAIM
    const round = claimed.length > 0 ? this.params.stake.leak.at(-1)!.round : header.round
    const message = precommitMessage(chainId, height, round, voteTarget(blockId(header), claim))
    const votes = set.flatMap(({ publicKey }, index) => {
      const name = this.#nameOf(publicKey)
      return absent.includes(name) || claimed.includes(index)
        ? []
        : [[index, blsSign(keySecretOf(name), message)] as const]
    })
    return makeCertificate({ round, claim }, set, new Map(votes))
  }

  /** What must hold after every block. */
  check(): void {
    const { supply, stake, unspent } = this.state
    assert.ok(holdsSupply(supply, heldStake(stake)), 'coins are worth issued less burnt and staked')
    assert.equal(heldStake(stake), owedStake(stake))
    assert.equal(supply.burnt, stake.totals.burnt)
    const coins = new LtHash()
    for (const coin of this.coins.values()) coins.add(coinElement(coin))
    assert.deepEqual(coins.toBytes(), unspent)
    const entries = new LtHash()
    for (const entry of this.table.values()) entries.add(entryElement(entry))
    assert.deepEqual(entries.toBytes(), stake.entries)
  }

  /** A view of nothing but what a node fetches beforehand. */
  #fetched({ transactions, evidence }: Block): LedgerView {
    const { setAt } = courtOf(this.state, this.view.setAt, this.params)
    const refs = [
      ...transactions.flatMap(({ operation }) => (operation ? entriesOf(operation, setAt) : [])),
      ...evidence.flatMap((one) => entriesOfEvidence(one, setAt)),
    ]
    const found = refs.flatMap(({ kind, id }) => this.find(kind, id) ?? [])
    const behind = found.flatMap(entriesBehind)
    const all = [...found, ...behind.flatMap(({ kind, id }) => this.find(kind, id) ?? [])]
    const names = new Map(all.map((entry) => [entryName(entry.kind, entry.id), entry]))
    return { ...this.view, findEntry: (kind, id) => names.get(entryName(kind, id)) }
  }

  #take({ state, spent, created, entries, stakeEvents }: Transition, { transactions }: Block): void {
    this.state = state
    for (const { id } of spent) this.coins.delete(toHex(id))
    for (const { before, after } of entries) {
      if (before) this.table.delete(entryName(before.kind, before.id))
      if (after) this.table.set(entryName(after.kind, after.id), after)
    }
    this.events.push(...stakeEvents)
    const contexts = transactions.flatMap(({ inputs, outputs }) => outputs.map(() => inputContext(inputs)))
    for (const [index, coin] of created.entries()) this.#takeCoins([coin], contexts[index]!)
  }

  /** Those that Alice finds are hers to spend. */
  #takeCoins(coins: readonly Coin[], context: Uint8Array): void {
    for (const coin of coins) {
      this.coins.set(toHex(coin.id), coin)
      const found = findOutput(alice, context, coin.core)
      if (!found) continue
      const { amount, blinding, extension } = found
      this.#own.push({ id: coin.id, amount, blinding, secret: spendSecret(alice, 0, extension) })
    }
  }

  #nameOf(key: Uint8Array): string {
    const name = this.#names.get(toHex(key))
    assert.ok(name !== undefined, 'a validator without a name')
    return name
  }
}

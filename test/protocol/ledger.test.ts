/** A chain from its genesis on: blocks, certificates, the state's commitment and the supply at every height. */

import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { assembleBlock } from '../../src/protocol/assemble-block.ts'
import { type Block, blockId, decodeBlock, encodeBlock, type Header } from '../../src/protocol/block.ts'
import { NO_EXTRAS } from '../../src/protocol/block-extras.ts'
import { buildTransaction } from '../../src/protocol/build-transaction.ts'
import { toHex } from '../../src/protocol/bytes.ts'
import {
  type Certificate,
  checkCertificate,
  makeCertificate,
  NO_CERTIFICATE,
  precommitMessage,
} from '../../src/protocol/certificate.ts'
import { blsKeyFromSeed, blsPublicKey, blsSign } from '../../src/protocol/crypto/bls.ts'
import { encodeScalar } from '../../src/protocol/crypto/group.ts'
import { findOutput, makeOutput, spendSecret } from '../../src/protocol/enote.ts'
import { chainIdOf, type Genesis, genesisContext, genesisState } from '../../src/protocol/genesis.ts'
import { subaddress } from '../../src/protocol/keys.ts'
import { applyBlock, type Coin, type LedgerState } from '../../src/protocol/ledger.ts'
import { NO_CLAIM } from '../../src/protocol/stake/leak.ts'
import { STAKE_PARAMS } from '../../src/protocol/stake/params.ts'
import { heldStake } from '../../src/protocol/stake/state.ts'
import { holdsSupply } from '../../src/protocol/supply.ts'
import type { Transaction } from '../../src/protocol/transaction.ts'
import { isQuorum, leaderOf, totalWeight } from '../../src/protocol/validators.ts'
import { alice, bob, params, seededRandom, validatorOf, viewOf } from './fixtures.ts'

const random = seededRandom('ledger')
const secret = blsKeyFromSeed(random(32))
const draft = { params, time: 1_700_000_000_000, salt: random(32) }
const mint = [5_000_000n, 3_000_000n].map((amount) => {
  const made = makeOutput({
    address: subaddress(alice, 0),
    amount,
    payload: { kind: 'none' },
    context: genesisContext(draft),
    anchor: random(16),
  })
  return { core: made.core, payload: made.payload, amount, blinding: encodeScalar(made.blinding) }
})
const genesis: Genesis = { ...draft, validators: [validatorOf(secret)], mint }

function certify(state: LedgerState, block: Block): Certificate {
  const { height, round } = block.header
  const message = precommitMessage(state.chainId, height, round, blockId(block.header))
  return makeCertificate(
    { round, claim: NO_CLAIM },
    state.validators,
    new Map([[0, blsSign(secret, message)]]),
  )
}

function next(
  state: LedgerState,
  certificate: Certificate,
  coins: Map<string, Coin>,
  transactions: Transaction[] = [],
) {
  return assembleBlock(state, {
    ...NO_EXTRAS,
    transactions,
    view: viewOf(coins),
    params,
    time: state.time + 1_000,
    round: 0,
    certificate,
    secret,
  })
}

let start: LedgerState
let coins: Map<string, Coin>
let payment: Transaction

before(() => {
  const { state, coins: minted } = genesisState(genesis)
  start = state
  coins = new Map(minted.map((coin) => [toHex(coin.id), coin]))
  const spendable = minted.map((coin) => {
    const found = findOutput(alice, genesisContext(genesis), coin.core)!
    return {
      id: coin.id,
      amount: found.amount,
      blinding: found.blinding,
      secret: spendSecret(alice, 0, found.extension),
    }
  })
  payment = buildTransaction({
    chainId: state.chainId,
    params,
    keys: alice,
    coins: spendable,
    recipients: [
      { address: subaddress(bob, 0), amount: 6_000_000n, payload: { kind: 'none' }, anchor: random(16) },
    ],
    outputs: 2,
    random,
  }).transaction
})

describe('genesis', () => {
  test('starts a supply that opens to what was issued', () => {
    assert.equal(start.supply.issued, 8_000_000n + genesis.validators[0]!.amount)
    assert.ok(holdsSupply(start.supply, heldStake(start.stake)))
  })

  test('refuses a coin that does not open to its amount', () => {
    const [first, second] = mint
    const forged = { ...genesis, mint: [{ ...first!, amount: first!.amount + 1n }, second!] }
    assert.throws(() => genesisState(forged), { code: 'invalid_block' })
  })

  test('gives every set of parameters, validators and coins a chain id of its own', () => {
    const other = [
      { ...genesis, time: genesis.time + 1 },
      { ...genesis, mint: mint.slice(1) },
      { ...genesis, params: { ...params, feePerInput: 1n } },
      { ...genesis, params: { ...params, stake: { ...params.stake, lateBlocks: 7 } } },
      { ...genesis, validators: [{ ...genesis.validators[0]!, amount: 2n }] },
      { ...genesis, validators: [{ ...genesis.validators[0]!, commission: 2 }] },
    ]
    assert.equal(new Set([genesis, ...other].map((one) => toHex(chainIdOf(one)))).size, 7)
  })
})

describe('a block', () => {
  test('moves coins, leaves the fee to the stake and keeps the supply', () => {
    const block = next(start, NO_CERTIFICATE, coins, [payment])
    const { state, spent, created } = applyBlock(start, block, viewOf(coins), params, undefined)
    assert.equal(spent.length, 2)
    assert.equal(created.length, 2)
    assert.equal(state.stake.totals.fees, 10_000n)
    assert.equal(state.supply.burnt, 0n)
    const held = heldStake(state.stake)
    assert.ok(holdsSupply(state.supply, held))
    assert.ok(!holdsSupply(state.supply, held - 1n))
    assert.ok(!holdsSupply({ ...state.supply, burnt: state.supply.burnt + 1n }, held))
  })

  test('carries the certificate of the one before', () => {
    const first = next(start, NO_CERTIFICATE, coins)
    const { state } = applyBlock(start, first, viewOf(), params, undefined)
    const second = next(state, certify(start, first), coins)
    assert.equal(applyBlock(state, second, viewOf(), params, undefined).state.height, 2)
    const uncertified = next(state, NO_CERTIFICATE, coins)
    assert.throws(() => applyBlock(state, uncertified, viewOf(), params, undefined), {
      code: 'invalid_certificate',
    })
  })

  test('survives its bytes, and only exactly those', () => {
    const block = next(start, NO_CERTIFICATE, coins, [payment])
    const bytes = encodeBlock(block)
    assert.deepEqual(decodeBlock(bytes, 10), block)
    assert.throws(() => decodeBlock(Uint8Array.of(...bytes, 0), 10), { code: 'invalid_encoding' })
    assert.throws(() => decodeBlock(bytes.subarray(0, -1), 10), { code: 'invalid_encoding' })
    assert.throws(() => decodeBlock(bytes, 0), { code: 'invalid_block' })
  })

  test('is refused when any field of its header lies', () => {
    const block = next(start, NO_CERTIFICATE, coins, [payment])
    const flip = (bytes: Uint8Array) => bytes.with(3, bytes[3]! ^ 1)
    const lies: Partial<Header>[] = [
      { chainId: flip(block.header.chainId) },
      { height: 2 },
      { height: 0 },
      { time: start.time },
      { time: start.time + 60_000 },
      { previous: flip(block.header.previous) },
      { certificate: { ...NO_CERTIFICATE, round: 1 } },
      { leader: flip(block.header.leader) },
      { vrf: flip(block.header.vrf) },
      { round: 1 },
      { transactionRoot: flip(block.header.transactionRoot) },
      { outputRoot: flip(block.header.outputRoot) },
      { stateCommitment: flip(block.header.stateCommitment) },
      { validatorSetHash: flip(block.header.validatorSetHash) },
      { extrasHash: flip(block.header.extrasHash) },
    ]
    const find = viewOf(coins)
    const now = start.time + 1_000
    applyBlock(start, block, find, params, now)
    for (const lie of lies) {
      const forged = { ...block, header: { ...block.header, ...lie } }
      assert.throws(
        () => applyBlock(start, forged, find, params, now),
        { name: 'ProtocolError' },
        JSON.stringify(Object.keys(lie)),
      )
    }
  })

  test('does not carry more transactions than the network allows', () => {
    const block = next(start, NO_CERTIFICATE, coins, [payment])
    const narrow = { ...params, maxBlockTransactions: 0 }
    assert.throws(() => applyBlock(start, block, viewOf(coins), narrow, undefined), {
      code: 'invalid_block',
    })
  })
})

describe('a certificate', () => {
  const secrets = Array.from({ length: 4 }, () => blsKeyFromSeed(random(32)))
  const set = secrets.map((key) => ({ publicKey: blsPublicKey(key), weight: 10n }))
  const chain = random(32)
  const id = random(32)
  const first = { round: 0, claim: NO_CLAIM }
  const sign = (index: number) => blsSign(secrets[index]!, precommitMessage(chain, 7, 0, id))
  const votes = (...indexes: number[]) => new Map(indexes.map((index) => [index, sign(index)]))

  test('holds for more than two thirds of the weight and not for exactly two thirds', () => {
    checkCertificate(makeCertificate(first, set, votes(0, 2, 3)), set, chain, 7, id, STAKE_PARAMS.dev)
    assert.throws(
      () => checkCertificate(makeCertificate(first, set, votes(0, 2)), set, chain, 7, id, STAKE_PARAMS.dev),
      {
        code: 'invalid_certificate',
      },
    )
    assert.ok(!isQuorum(20n, set.slice(0, 3)))
    assert.equal(totalWeight(set.slice(0, 3)), 30n)
  })

  test('holds for its block, height, round and chain alone', () => {
    const certificate = makeCertificate(first, set, votes(0, 1, 2))
    const refused = { code: 'invalid_certificate' } as const
    assert.throws(() => checkCertificate(certificate, set, chain, 8, id, STAKE_PARAMS.dev), refused)
    assert.throws(
      () => checkCertificate({ ...certificate, round: 1 }, set, chain, 7, id, STAKE_PARAMS.dev),
      refused,
    )
    assert.throws(() => checkCertificate(certificate, set, id, 7, id, STAKE_PARAMS.dev), refused)
    assert.throws(() => checkCertificate(certificate, set, chain, 7, chain, STAKE_PARAMS.dev), refused)
  })

  test('may be of a later round than the block was first proposed in', () => {
    const later = (index: number) => blsSign(secrets[index]!, precommitMessage(chain, 7, 4, id))
    const certificate = makeCertificate(
      { ...first, round: 4 },
      set,
      new Map([0, 1, 2].map((index) => [index, later(index)])),
    )
    checkCertificate(certificate, set, chain, 7, id, STAKE_PARAMS.dev)
  })

  test('does not count a validator that did not sign, nor bits beyond the set', () => {
    const certificate = makeCertificate(first, set, votes(0, 1, 2))
    for (const bits of [0b1111, 0b1011, 0b10111]) {
      const forged = { ...certificate, bitmap: Uint8Array.of(bits) }
      assert.throws(() => checkCertificate(forged, set, chain, 7, id, STAKE_PARAMS.dev), {
        code: 'invalid_certificate',
      })
    }
  })
})

test('leaders are drawn by weight', () => {
  const set = [1n, 3n].map((weight, i) => ({ publicKey: new Uint8Array(48).fill(i), weight }))
  const wins = [0, 0]
  for (let height = 0; height < 4_000; height++) wins[leaderOf(set, random(32), height, 0).publicKey[0]!]!++
  // the seeds are fixed, so this is one number: 1,000 expected, standard deviation 27
  assert.ok(Math.abs(wins[0]! - 1_000) < 100, `${wins[0]} of 4,000`)
})

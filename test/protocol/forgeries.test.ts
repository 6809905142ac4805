/** Every way to make money out of nothing, or to spend another's, that we know of. Each must be refused for its own reason. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { NO_EXTRAS } from '../../src/protocol/block-extras.ts'
import { rangeProofTranscript } from '../../src/protocol/build-transaction.ts'
import { compareBytes, concat } from '../../src/protocol/bytes.ts'
import { NO_CERTIFICATE } from '../../src/protocol/certificate.ts'
import { blsKeyFromSeed } from '../../src/protocol/crypto/bls.ts'
import {
  addPoints,
  addScalars,
  BASE,
  encodePoint,
  encodeScalar,
  multiply,
  multiplyBase,
  negateScalar,
  ONE,
  scalarFrom,
  subtractPoints,
  subtractScalars,
} from '../../src/protocol/crypto/group.ts'
import { deriveScalar } from '../../src/protocol/crypto/hash.ts'
import { blindingBase, commit } from '../../src/protocol/crypto/pedersen.ts'
import { proveRange } from '../../src/protocol/crypto/rangeproof.ts'
import { sign } from '../../src/protocol/crypto/schnorr.ts'
import type { ProtocolErrorCode } from '../../src/protocol/errors.ts'
import { executeBlock } from '../../src/protocol/execute.ts'
import { genesisState } from '../../src/protocol/genesis.ts'
import type { FindCoin, LedgerState } from '../../src/protocol/ledger.ts'
import { coreHash } from '../../src/protocol/output.ts'
import {
  AMOUNT_BITS,
  bodyHash,
  decodeTransaction,
  encodeTransaction,
  type Transaction,
  transactionId,
} from '../../src/protocol/transaction.ts'
import type { Validator } from '../../src/protocol/validators.ts'
import { type SpendingTransaction, verifyTransactions } from '../../src/protocol/verify-transactions.ts'
import { alice, bob, chainId, coinOf, type OwnedCoin, params, pay, validatorOf, viewOf } from './fixtures.ts'

let honest: ReturnType<typeof pay>
let coins: OwnedCoin[]

before(() => {
  coins = [coinOf(alice, 5_000_000n, 'one'), coinOf(alice, 0n, 'two')].toSorted((a, b) =>
    compareBytes(a.id, b.id),
  )
  honest = pay(1_000n, { coins })
})

/** Signs a changed transaction again with the keys of its coins: what a dishonest owner would do. */
function resign(
  transaction: Omit<Transaction, 'signatures'>,
  owned: readonly OwnedCoin[] = coins,
): Transaction {
  const id = transactionId(chainId, transaction)
  return { ...transaction, signatures: owned.map(({ secret }) => sign(secret, id)) }
}

/** A transaction whose two outputs commit to `amounts` (mod ℓ), with a range proof over `proven`. */
function forgeAmounts(amounts: [bigint, bigint], proven: [bigint, bigint]): Transaction {
  const openings = amounts.map((amount, i) => {
    const blinding = deriveScalar('test blinding', Uint8Array.of(i))
    const value = amount < 0n ? negateScalar(scalarFrom(-amount)) : scalarFrom(amount)
    return {
      blinding,
      proven: proven[i]!,
      commitment: encodePoint(addPoints(multiply(BASE, value), multiply(blindingBase(), blinding))),
    }
  })
  const forged = honest.transaction.outputs.map((core, i) => ({
    core: { ...core, commitment: openings[i]!.commitment },
    payload: honest.transaction.payloads[i]!,
    ...openings[i]!,
  }))
  forged.sort((a, b) => compareBytes(coreHash(a.core), coreHash(b.core)))
  const blindings = forged.reduce((sum, { blinding }) => addScalars(sum, blinding), scalarFrom(0))
  const spent = coins.reduce((sum, { blinding }) => addScalars(sum, blinding), scalarFrom(0))
  const body = {
    inputs: honest.transaction.inputs,
    outputs: forged.map(({ core }) => core),
    balance: encodeScalar(subtractScalars(spent, blindings)),
    operation: undefined,
  }
  const { proof: rangeProof } = proveRange({
    values: forged.map((output) => output.proven),
    blindings: forged.map(({ blinding }) => blinding),
    bits: AMOUNT_BITS,
    transcript: rangeProofTranscript(bodyHash(chainId, body)),
  })
  return resign({ ...body, rangeProof, payloads: forged.map(({ payload }) => payload) })
}

function verdict(item: SpendingTransaction): ProtocolErrorCode | 'valid' {
  return verifyTransactions(chainId, params, [item])[0]?.error.code ?? 'valid'
}

function refusedBytes(bytes: Uint8Array, code: ProtocolErrorCode): void {
  assert.throws(() => decodeTransaction(bytes), { name: 'ProtocolError', code })
}

describe('a transaction is refused when', () => {
  test('(control) nothing is wrong with it', () => {
    assert.equal(verdict(honest), 'valid')
    assert.deepEqual(decodeTransaction(encodeTransaction(honest.transaction)), honest.transaction)
  })

  test('an amount is out of range: a negative one that balances a surplus', () => {
    const surplus = 5_000_000n - honest.fee + 1_000n
    assert.equal(
      verdict({ ...honest, transaction: forgeAmounts([surplus, -1_000n], [surplus, 1_000n]) }),
      'invalid_proof',
    )
    const wrapped = 2n ** 64n - 1_000n
    assert.equal(
      verdict({ ...honest, transaction: forgeAmounts([surplus, -1_000n], [surplus, wrapped]) }),
      'invalid_proof',
    )
  })

  test('its outputs exceed its inputs', () => {
    const change = 5_000_000n - honest.fee - 1_000n
    const transaction = forgeAmounts([1_001n, change], [1_001n, change])
    assert.equal(verdict({ ...honest, transaction }), 'unbalanced')
  })

  test('its outputs exceed its inputs by exactly 2^64', () => {
    const sum = 2n ** 64n + 5_000_000n - honest.fee
    const amounts: [bigint, bigint] = [2n ** 63n, sum - 2n ** 63n]
    assert.equal(verdict({ ...honest, transaction: forgeAmounts(amounts, amounts) }), 'unbalanced')
  })

  test('its balance scalar is another', () => {
    const balance = encodeScalar(addScalars(scalarFrom(7), ONE))
    const transaction = resign({ ...honest.transaction, balance })
    assert.notEqual(verdict({ ...honest, transaction }), 'valid')
  })

  test('a signature was made under another key', () => {
    const id = transactionId(chainId, honest.transaction)
    const signatures = [honest.transaction.signatures[0]!, sign(deriveScalar('mallory'), id)]
    assert.equal(
      verdict({ ...honest, transaction: { ...honest.transaction, signatures } }),
      'invalid_signature',
    )
  })

  test('one signature stands for the sum of two keys', () => {
    // the flaw of schemes that check one signature under Σ P: a coin to x·B − P lets x alone spend both
    const victim = coinOf(bob, 9n, 'victim')
    const attacker = deriveScalar('attacker')
    const key = encodePoint(subtractPoints(multiplyBase(attacker), multiplyBase(victim.secret)))
    const id = transactionId(chainId, honest.transaction)
    const signatures = [sign(attacker, id), sign(attacker, id)]
    const spent = coins.map(({ core }, i) => ({ ...core, key: i === 0 ? victim.core.key : key }))
    const transaction = { ...honest.transaction, signatures }
    assert.equal(verdict({ transaction, coins: spent }), 'invalid_signature')
  })

  test('it was made for another chain', () => {
    const other = deriveScalarChain()
    assert.notEqual(verifyTransactions(other, params, [honest]).length, 0)
  })

  test('its range proof was lifted from another transaction', () => {
    const other = pay(2_000n, { coins, seed: 'other' })
    const transaction = resign({ ...honest.transaction, rangeProof: other.transaction.rangeProof })
    assert.equal(verdict({ ...honest, transaction }), 'invalid_proof')
  })

  test('an output key or the ephemeral key is the identity', () => {
    for (const field of ['key', 'ephemeral'] as const) {
      const [first, second] = honest.transaction.outputs
      const outputs = [{ ...first!, [field]: new Uint8Array(32) }, second!]
      assert.equal(
        verdict({ ...honest, transaction: resign({ ...honest.transaction, outputs }) }),
        'invalid_point',
      )
    }
  })

  test('a point or a scalar is not canonically encoded', () => {
    const high = new Uint8Array(32).fill(0xff)
    const [first, second] = honest.transaction.outputs
    for (const field of ['key', 'commitment', 'ephemeral'] as const) {
      const outputs = [{ ...first!, [field]: high }, second!]
      assert.notEqual(
        verdict({ ...honest, transaction: resign({ ...honest.transaction, outputs }) }),
        'valid',
      )
    }
    assert.equal(
      verdict({ ...honest, transaction: resign({ ...honest.transaction, balance: high }) }),
      'invalid_scalar',
    )
    const signatures = honest.transaction.signatures.map((signature) =>
      concat(signature.subarray(0, 32), high),
    )
    assert.equal(verdict({ ...honest, transaction: { ...honest.transaction, signatures } }), 'invalid_scalar')
  })

  test('a payload was swapped with its neighbour, or changed', () => {
    const [first, second] = honest.transaction.payloads
    refusedBytes(
      encodeTransaction({ ...honest.transaction, payloads: [second!, first!] }),
      'payload_mismatch',
    )
    const changed = first!.with(100, first![100]! ^ 1)
    refusedBytes(
      encodeTransaction({ ...honest.transaction, payloads: [changed, second!] }),
      'payload_mismatch',
    )
  })

  test('an input occurs twice', () => {
    const id = honest.transaction.inputs[0]!
    refusedBytes(encodeTransaction({ ...honest.transaction, inputs: [id, id] }), 'duplicate_input')
  })

  test('an output occurs twice', () => {
    const [core] = honest.transaction.outputs
    const [payload] = honest.transaction.payloads
    const doubled = { ...honest.transaction, outputs: [core!, core!], payloads: [payload!, payload!] }
    refusedBytes(encodeTransaction(doubled), 'duplicate_output')
  })

  test('inputs or outputs are out of order', () => {
    const { inputs, outputs, payloads } = honest.transaction
    refusedBytes(encodeTransaction({ ...honest.transaction, inputs: inputs.toReversed() }), 'not_sorted')
    const swapped = { ...honest.transaction, outputs: outputs.toReversed(), payloads: payloads.toReversed() }
    refusedBytes(encodeTransaction(swapped), 'not_sorted')
  })

  test('bytes are missing or left over', () => {
    const bytes = encodeTransaction(honest.transaction)
    refusedBytes(concat(bytes, Uint8Array.of(0)), 'invalid_encoding')
    for (const length of [0, 1, 2, 3, 100, bytes.length - 1])
      refusedBytes(bytes.subarray(0, length), 'invalid_encoding')
  })

  test('its shape is none of the network', () => {
    const bytes = encodeTransaction(honest.transaction)
    refusedBytes(bytes.with(0, 2), 'invalid_encoding')
    refusedBytes(bytes.with(0, 3), 'invalid_encoding')
    refusedBytes(bytes.with(1, 0), 'invalid_shape')
    refusedBytes(bytes.with(1, 17), 'invalid_shape')
    refusedBytes(bytes.with(2, 3), 'invalid_shape')
  })
})

describe('in the ledger', () => {
  const { state: start } = genesisState({
    ...{
      params,
      time: 0,
      salt: new Uint8Array(32),
      validators: [validatorOf(blsKeyFromSeed(chainId))],
      mint: [],
    },
  })
  const state: LedgerState = {
    ...start,
    supply: { ...start.supply, issued: start.supply.issued + 10_000_000n },
  }
  const execute = (transactions: readonly Transaction[], findCoin: FindCoin) => {
    const [{ publicKey: leader }] = state.validators as [Validator]
    const content = { ...NO_EXTRAS, transactions, certificate: NO_CERTIFICATE, leader, beacon: chainId }
    return executeBlock(state, content, { ...viewOf(), findCoin }, params)
  }
  const unspent = () => new Map(coins.map(({ id, core }) => [id.join(), { id, core, height: 1 }]))

  test('a spent coin, and so a replayed transaction, is an unknown input', () => {
    const known = unspent()
    const find = (id: Uint8Array) => known.get(id.join())
    const { spent } = execute([honest.transaction], find)
    for (const coin of spent) known.delete(coin.id.join())
    assert.throws(() => execute([honest.transaction], find), {
      code: 'unknown_input',
    })
  })

  test('a coin is spent once in a block', () => {
    const known = unspent()
    const find = (id: Uint8Array) => known.get(id.join())
    const twice = [honest.transaction, honest.transaction]
    assert.throws(() => execute(twice, find), { code: 'duplicate_input' })
  })

  test('a coin made in a block is not spent in it', () => {
    const known = unspent()
    const find = (id: Uint8Array) => known.get(id.join())
    const { created } = execute([honest.transaction], find)
    const child = { ...honest.transaction, inputs: [created[0]!.id, created[1]!.id].toSorted(compareBytes) }
    assert.throws(() => execute([honest.transaction, child], find), {
      code: 'unknown_input',
    })
  })
})

describe('in a batch', () => {
  test('a tampered transaction is named at every index', () => {
    const other = pay(2_000n, { coins, seed: 'other' })
    const rangeProof = honest.transaction.rangeProof.with(200, honest.transaction.rangeProof[200]! ^ 1)
    const bad = { ...honest, transaction: resign({ ...honest.transaction, rangeProof }) }
    const size = 5
    for (let at = 0; at < size; at++) {
      const batch = Array.from({ length: size }, (_, i) => (i === at ? bad : i % 2 ? other : honest))
      const refusals = verifyTransactions(chainId, params, batch)
      assert.deepEqual(
        refusals.map(({ index }) => index),
        [at],
      )
    }
  })

  test('two wrong ones do not cancel out', () => {
    // errors of +1 and −1 in the balances would vanish in a plain sum
    const shift = (by: bigint) => {
      const change = 5_000_000n - honest.fee - 1_000n
      return { ...honest, transaction: forgeAmounts([1_000n + by, change], [1_000n + by, change]) }
    }
    const refusals = verifyTransactions(chainId, params, [shift(1n), shift(-1n)])
    assert.deepEqual(
      refusals.map(({ index, error }) => [index, error.code]),
      [
        [0, 'unbalanced'],
        [1, 'unbalanced'],
      ],
    )
  })
})

test('the commitment that the forgeries are built with is the honest one', () => {
  const blinding = deriveScalar('any')
  assert.deepEqual(
    encodePoint(commit(5n, blinding)),
    encodePoint(addPoints(multiply(BASE, scalarFrom(5)), multiply(blindingBase(), blinding))),
  )
})

function deriveScalarChain(): Uint8Array {
  return encodeScalar(deriveScalar('another chain'))
}

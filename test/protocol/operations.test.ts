/** Transactions with an operation on the stake: their bytes, what signatures cover, and whose money moves. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { buildTransaction } from '../../src/protocol/build-transaction.ts'
import { concat, le32 } from '../../src/protocol/bytes.ts'
import { encodeScalar, scalarFrom } from '../../src/protocol/crypto/group.ts'
import { sign } from '../../src/protocol/crypto/schnorr.ts'
import type { ProtocolErrorCode } from '../../src/protocol/errors.ts'
import { feeOf } from '../../src/protocol/shape.ts'
import type { Operation } from '../../src/protocol/stake/operation.ts'
import { encodeOperation, MAX_OPERATION_LENGTH } from '../../src/protocol/stake/operation-codec.ts'
import { draftOperation, signOperation, type UnsignedOperation } from '../../src/protocol/stake/sign.ts'
import {
  bodyHash,
  decodeTransaction,
  encodeTransaction,
  MAX_TRANSACTION_LENGTH,
  operationBinding,
  type Transaction,
  transactionId,
  transactionLength,
} from '../../src/protocol/transaction.ts'
import { verifyTransactions } from '../../src/protocol/verify-transactions.ts'
import { idOf, keyOf, keySecretOf, publicOf, secretOf } from './chain-world.ts'
import { alice, chainId, coinOf, params, seededRandom } from './fixtures.ts'

const coins = [coinOf(alice, 9_000_000n, 'one'), coinOf(alice, 0n, 'two')]
const vote = { kind: 'prevote', height: 3, round: 1, validator: 2, signature: new Uint8Array(96) } as const
const evidence = {
  type: 'votes',
  first: { ...vote, blockId: new Uint8Array(32) },
  second: { ...vote, blockId: undefined },
} as const

const unsigned: Record<Operation['type'], UnsignedOperation> = {
  register: {
    type: 'register',
    key: keyOf('ada'),
    operator: publicOf('ada'),
    commission: 5,
    amount: 4_000_000n,
  },
  deposit: { type: 'deposit', validator: idOf('ada'), owner: publicOf('eve'), amount: 2_000_000n },
  unbond: { type: 'unbond', deposit: idOf('a deposit'), shares: 2n ** 100n },
  unbond_own: { type: 'unbond_own', validator: idOf('ada'), sequence: 7, shares: 2n ** 90n },
  withdraw: { type: 'withdraw', unbonding: idOf('on its way'), amount: 50_000_000n },
  configure: { type: 'configure', validator: idOf('ada'), sequence: 8, commission: 10 },
  rotate: { type: 'rotate', validator: idOf('ada'), sequence: 9, key: keyOf('ada') },
  resume: { type: 'resume', validator: idOf('ada'), sequence: 10 },
  evidence: { type: 'evidence', evidence, reporter: publicOf('eve') },
  award: { type: 'award', period: 3, proof: new Uint8Array(512).fill(9), poster: publicOf('eve') },
}

/** A transaction of Alice's with an operation that `signer` signs, and `key` where it names a validator key. */
function make(operation: UnsignedOperation, signer = 'ada', key = 'ada'): Transaction {
  const draft = draftOperation(operation)
  const secrets = { signer: secretOf(signer), key: keySecretOf(key) }
  return buildTransaction({
    ...{ chainId, params, keys: alice, coins, recipients: [], outputs: 2, random: seededRandom('operation') },
    operation: { draft, sign: (binding) => signOperation(draft, { chainId, binding }, secrets) },
  }).transaction
}

function verdict(transaction: Transaction, signer: string | undefined = 'ada'): ProtocolErrorCode | 'valid' {
  const byId = new Map(coins.map(({ id, core }) => [id.join(), core]))
  const item = {
    transaction,
    coins: transaction.inputs.map((id) => byId.get(id.join())!),
    signer: signer === undefined ? undefined : publicOf(signer),
  }
  return verifyTransactions(chainId, params, [item])[0]?.error.code ?? 'valid'
}

/** Signs a changed transaction again with the keys of its coins: what a dishonest owner would do. */
function resign(transaction: Transaction): Transaction {
  const id = transactionId(chainId, transaction)
  const secrets = new Map(coins.map((coin) => [coin.id.join(), coin.secret]))
  return {
    ...transaction,
    signatures: transaction.inputs.map((input) => sign(secrets.get(input.join())!, id)),
  }
}

const made = new Map(Object.values(unsigned).map((one) => [one.type, make(one)]))

describe('the bytes of a transaction with an operation', () => {
  test('are read back, whatever the operation', () => {
    for (const [type, transaction] of made) {
      const bytes = encodeTransaction(transaction)
      assert.deepEqual(decodeTransaction(bytes), transaction, type)
      assert.ok(bytes.length <= MAX_TRANSACTION_LENGTH)
      assert.equal(bytes[0], 2)
    }
  })

  test('are those of one without, but for the version and what stands behind', () => {
    const transaction = made.get('deposit')!
    const bytes = encodeTransaction(transaction)
    const plain = encodeTransaction({ ...transaction, operation: undefined })
    const operation = encodeOperation(transaction.operation!)
    assert.equal(plain.length, transactionLength({ inputs: 2, outputs: 2 }))
    assert.deepEqual(bytes, concat(plain, le32(operation.length), operation).with(0, 2))
  })

  test('are refused when they are malformed', () => {
    const refused = (bytes: Uint8Array, why: string) =>
      assert.throws(() => decodeTransaction(bytes), { name: 'ProtocolError', code: 'invalid_encoding' }, why)
    for (const [type, transaction] of made) {
      const bytes = encodeTransaction(transaction)
      const plain = transactionLength({ inputs: 2, outputs: 2 })
      for (const length of [plain, plain + 3, plain + 4, plain + 5, bytes.length - 1])
        refused(bytes.slice(0, length), type)
      refused(Uint8Array.of(...bytes, 0), type)
      refused(bytes.with(0, 1), type)
      refused(bytes.with(0, 3), type)
      refused(bytes.with(plain + 4, 10), type)
      refused(bytes.with(plain + 3, 1), type)
      const size = bytes.length - plain - 4
      const longer = concat(bytes.slice(0, plain), le32(size + 1), bytes.slice(plain + 4), Uint8Array.of(0))
      refused(longer, type)
      const huge = MAX_OPERATION_LENGTH + 1
      refused(concat(bytes.slice(0, plain), le32(huge), new Uint8Array(huge)), type)
    }
    refused(encodeTransaction({ ...made.get('deposit')!, operation: undefined }).with(0, 2), 'none')
  })
})

describe('what is signed', () => {
  const transaction = made.get('unbond')! as Transaction & { operation: Operation }

  test('is all of it: the id covers the signature of the operation, the proof what the operation says', () => {
    const other = { ...transaction, operation: { ...transaction.operation, signature: new Uint8Array(64) } }
    assert.deepEqual(bodyHash(chainId, other as Transaction), bodyHash(chainId, transaction))
    assert.notDeepEqual(transactionId(chainId, other as Transaction), transactionId(chainId, transaction))
    const fewer = { ...transaction, operation: { ...transaction.operation, shares: 1n } as Operation }
    assert.notDeepEqual(bodyHash(chainId, fewer), bodyHash(chainId, transaction))
    const none = { ...transaction, operation: undefined }
    assert.notDeepEqual(bodyHash(chainId, none), bodyHash(chainId, transaction))
  })

  test('is not another transaction: each has a binding of its own', () => {
    const [one, two] = [made.get('unbond')!, made.get('deposit')!]
    assert.notDeepEqual(operationBinding(one), operationBinding(two))
    const moved = resign({ ...two, operation: one.operation })
    assert.notEqual(verdict(moved), 'valid')
  })
})

describe('the proofs of a transaction with an operation', () => {
  test('hold, whatever the operation', () => {
    for (const [type, transaction] of made) assert.equal(verdict(transaction), 'valid', type)
  })

  test('hold together', () => {
    const byId = new Map(coins.map(({ id, core }) => [id.join(), core]))
    const items = [...made.values()].map((transaction) => ({
      transaction,
      coins: transaction.inputs.map((id) => byId.get(id.join())!),
      signer: publicOf('ada'),
    }))
    assert.deepEqual(verifyTransactions(chainId, params, items), [])
    const wrong = items.with(3, { ...items[3]!, signer: publicOf('eve') })
    assert.deepEqual(
      verifyTransactions(chainId, params, wrong).map(({ index, error }) => [index, error.code]),
      [[3, 'invalid_signature']],
    )
  })

  test('do not hold for another signer, or without one', () => {
    for (const type of [
      'register',
      'unbond',
      'unbond_own',
      'withdraw',
      'configure',
      'rotate',
      'resume',
    ] as const) {
      assert.equal(verdict(made.get(type)!, 'eve'), 'invalid_signature', type)
      assert.equal(verdict(make(unsigned[type], 'eve')), 'invalid_signature', type)
      const item = { transaction: made.get(type)!, coins: coins.map(({ core }) => core) }
      assert.equal(verifyTransactions(chainId, params, [item])[0]!.error.code, 'unknown_stake', type)
    }
  })

  test('do not hold for a key that somebody else has', () => {
    const register = { ...unsigned.register, key: keyOf('bob') } as UnsignedOperation
    assert.equal(verdict(make(register)), 'invalid_signature')
    assert.equal(verdict(make(register, 'ada', 'bob')), 'valid')
    const transaction = make(register, 'ada', 'bob')
    const stolen = { ...transaction.operation!, operator: publicOf('eve') } as Operation
    assert.notEqual(verdict(resign({ ...transaction, operation: stolen }), 'eve'), 'valid')
  })

  test('do not hold when it takes less or gives more than its signers paid and signed for', () => {
    const more = (type: Operation['type'], by: bigint) => {
      const transaction = made.get(type)!
      const operation = transaction.operation as Extract<Operation, { amount: bigint }>
      const changed: Operation = { ...operation, amount: operation.amount + by }
      return resign({ ...transaction, operation: changed })
    }
    assert.notEqual(verdict(more('deposit', -1n)), 'valid')
    assert.notEqual(verdict(more('withdraw', 1n)), 'valid')
    const paid = resign({ ...made.get('deposit')!, balance: encodeScalar(scalarFrom(1)) })
    assert.notEqual(verdict(paid), 'valid')
    const without = resign({ ...made.get('deposit')!, operation: undefined })
    assert.notEqual(verdict(without), 'valid')
  })
})

test('an operation costs a fee of its own, whatever it is', () => {
  const shape = { inputs: 2, outputs: 2 }
  assert.equal(feeOf(shape, params, true), feeOf(shape, params) + 20_000n)
})

test('coins have to cover what an operation takes', () => {
  const deposit = { ...unsigned.deposit, amount: 9_000_000n } as UnsignedOperation
  assert.throws(() => make(deposit), { code: 'unbalanced' })
  const withdraw = { ...unsigned.withdraw, amount: 2n ** 64n - 1n } as UnsignedOperation
  assert.throws(() => make(withdraw), { code: 'unbalanced' })
})

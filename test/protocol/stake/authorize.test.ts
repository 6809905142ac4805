import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { toHex } from '../../../src/protocol/bytes.ts'
import {
  blsKeyFromSeed,
  blsProvePossession,
  blsPublicKey,
  blsSign,
  blsVerifyPossession,
} from '../../../src/protocol/crypto/bls.ts'
import { finishAlone } from '../../../src/protocol/crypto/deferred.ts'
import { encodePoint, multiplyBase, type Scalar } from '../../../src/protocol/crypto/group.ts'
import { deriveScalar, hash } from '../../../src/protocol/crypto/hash.ts'
import { holdTogether } from '../../../src/protocol/crypto/linear-check.ts'
import { sign } from '../../../src/protocol/crypto/schnorr.ts'
import {
  authorizations,
  checkAuthorizations,
  schnorrEquations,
} from '../../../src/protocol/stake/authorize.ts'
import { NO_STAKE } from '../../../src/protocol/stake/genesis.ts'
import { NO_CLAIM } from '../../../src/protocol/stake/leak.ts'
import {
  type Operation,
  operationAmounts,
  type RegisterOperation,
} from '../../../src/protocol/stake/operation.ts'
import {
  decodeOperation,
  encodeOperation,
  operationMessage,
} from '../../../src/protocol/stake/operation-codec.ts'
import type { Deposit, FindEntry, Unbonding } from '../../../src/protocol/stake/table.ts'
import { failsWith, idOf, keyOf, operatorOf, SMALL, StakeWorld, UNSIGNED } from './world.ts'

const secretOf = (name: string): Scalar => deriveScalar('test secret', Buffer.from(name))
const publicOf = (name: string) => encodePoint(multiplyBase(secretOf(name)))
const context = { chainId: hash('test chain'), binding: hash('test transaction') }
const zero = new Uint8Array(32)

/** Ada operates a validator; eve has a deposit and money on its way out. */
const record = { ...new StakeWorld({ ada: 1_000_000n }).record('ada'), operator: publicOf('ada') }
const state = { ...NO_STAKE, records: [record] }
const deposit: Deposit = {
  kind: 'deposit',
  id: hash('d'),
  owner: publicOf('eve'),
  validator: record.id,
  shares: 5n,
}
const unbonding: Unbonding = {
  ...{ kind: 'unbonding', id: hash('u'), owner: publicOf('eve'), validator: record.id },
  ...{ amount: 5n, liable: 1, release: 4, own: false, index: 0n },
}
const find: FindEntry = (kind, id) =>
  [deposit, unbonding].find((entry) => entry.kind === kind && toHex(entry.id) === toHex(id))

const unsigned = { signature: UNSIGNED }
const operations: Record<string, Operation> = {
  unbond: { type: 'unbond', deposit: deposit.id, shares: 5n, ...unsigned },
  withdraw: { type: 'withdraw', unbonding: unbonding.id, amount: 5n, ...unsigned },
  unbond_own: { type: 'unbond_own', validator: record.id, sequence: 0, shares: 1n << 70n, ...unsigned },
  configure: { type: 'configure', validator: record.id, sequence: 0, commission: 5, ...unsigned },
  resume: { type: 'resume', validator: record.id, sequence: 0, ...unsigned },
}
const authors: Record<string, string> = {
  ...{ unbond: 'eve', withdraw: 'eve', unbond_own: 'ada', configure: 'ada', resume: 'ada' },
}

const signedBy = (name: string, operation: Operation): Operation => {
  const signature = sign(secretOf(name), operationMessage(context.chainId, context.binding, operation))
  return { ...operation, signature } as Operation
}

const check = (operation: Operation, where = context) =>
  checkAuthorizations(authorizations(operation, state, find, where), blsVerifyPossession)

describe('an operation', () => {
  for (const [type, operation] of Object.entries(operations)) {
    it(`${type} is its author's only, in this transaction only`, () => {
      const author = authors[type]!
      const good = signedBy(author, operation)
      check(good)
      assert.throws(() => check(operation), failsWith('invalid_signature'))
      const other = author === 'eve' ? 'ada' : 'eve'
      assert.throws(() => check(signedBy(other, operation)), failsWith('invalid_signature'))
      assert.throws(() => check(good, { ...context, binding: zero }), failsWith('invalid_signature'))
      assert.throws(() => check(good, { ...context, chainId: zero }), failsWith('invalid_signature'))
    })
  }

  it('on what does not exist is nobody’s', () => {
    const nothing: Operation[] = [
      { type: 'unbond', deposit: zero, shares: 1n, ...unsigned },
      { type: 'withdraw', unbonding: deposit.id, amount: 1n, ...unsigned },
      { type: 'resume', validator: zero, sequence: 0, ...unsigned },
    ]
    for (const one of nothing) assert.throws(() => check(one), failsWith('unknown_stake'))
  })

  it('may be checked in one batch with others', () => {
    const all = Object.entries(operations).flatMap(([type, operation]) =>
      authorizations(signedBy(authors[type]!, operation), state, find, context),
    )
    const equations = schnorrEquations(all).map((one) => finishAlone(one))
    assert.equal(equations.length, 5)
    assert.ok(holdTogether(equations))
    const forged = authorizations(signedBy('mal', operations.unbond!), state, find, context)
    assert.ok(!holdTogether([...equations, ...schnorrEquations(forged).map((one) => finishAlone(one))]))
  })
})

describe('registering a key', () => {
  const secret = blsKeyFromSeed(new Uint8Array(32).fill(3))
  const body: RegisterOperation = {
    ...{ type: 'register', key: blsPublicKey(secret), operator: publicOf('ada'), commission: 500 },
    ...{ amount: 1_000_000n, possession: blsProvePossession(secret), keySignature: new Uint8Array(96) },
    signature: UNSIGNED,
  }
  const complete = (operation: RegisterOperation, operator: string): RegisterOperation => {
    const message = operationMessage(context.chainId, context.binding, operation)
    return {
      ...operation,
      keySignature: blsSign(secret, message),
      signature: sign(secretOf(operator), message),
    }
  }

  it('takes the operator’s signature, the key’s, and a proof of possession', () => {
    const good = complete(body, 'ada')
    check(good)
    assert.deepEqual(
      authorizations(good, state, find, context).map(({ scheme }) => scheme),
      ['schnorr', 'possession', 'bls'],
    )
    assert.throws(() => check({ ...good, possession: good.keySignature }), failsWith('invalid_signature'))
    assert.throws(() => check({ ...good, keySignature: good.possession }), failsWith('invalid_signature'))
    assert.throws(() => check({ ...good, signature: UNSIGNED }), failsWith('invalid_signature'))
  })

  it('of somebody else does not work with what they published', () => {
    const good = complete(body, 'ada')
    const stolen = { ...good, operator: publicOf('mal') }
    const message = operationMessage(context.chainId, context.binding, stolen)
    assert.throws(
      () => check({ ...stolen, signature: sign(secretOf('mal'), message) }),
      failsWith('invalid_signature'),
    )
  })
})

describe('the bytes of an operation', () => {
  const evidence = {
    type: 'proposals' as const,
    first: {
      height: 5,
      round: 1,
      validRound: -1,
      validator: 2,
      signature: new Uint8Array(96),
      blockId: zero,
      claim: NO_CLAIM,
      validClaim: NO_CLAIM,
    },
    second: {
      height: 5,
      round: 1,
      validRound: 0,
      validator: 2,
      signature: new Uint8Array(96),
      blockId: hash('b'),
      claim: Uint8Array.of(1),
      validClaim: Uint8Array.of(2),
    },
  }
  const proofs = { possession: new Uint8Array(96), keySignature: new Uint8Array(96).fill(1), ...unsigned }
  const all: Operation[] = [
    ...Object.values(operations),
    { type: 'deposit', validator: idOf('ada'), owner: zero, amount: 7n },
    {
      type: 'register',
      key: keyOf('x'),
      operator: operatorOf('x'),
      commission: 10_000,
      amount: 9n,
      ...proofs,
    },
    { type: 'rotate', validator: idOf('ada'), sequence: 3, key: keyOf('y'), ...proofs },
    { type: 'evidence', evidence, reporter: zero },
    { type: 'award', period: 4, proof: new Uint8Array(512), poster: zero },
  ]

  it('are read back, and are of one form', () => {
    for (const operation of all) {
      const bytes = encodeOperation(operation)
      assert.deepEqual(decodeOperation(bytes), operation)
      assert.throws(() => decodeOperation(bytes.subarray(1)))
      assert.throws(() => decodeOperation(Buffer.concat([bytes, zero])), failsWith('invalid_encoding'))
    }
    assert.throws(() => decodeOperation(Uint8Array.of(99)), failsWith('invalid_encoding'))
  })

  it('say what it takes from its transaction, and gives to it', () => {
    const amounts = Object.fromEntries(all.map((one) => [one.type, operationAmounts(one, SMALL)]))
    assert.deepEqual(amounts.deposit, { takes: 7n, gives: 0n })
    assert.deepEqual(amounts.register, { takes: 9n, gives: 0n })
    assert.deepEqual(amounts.withdraw, { takes: 0n, gives: 5n })
    assert.deepEqual(amounts.evidence, { takes: SMALL.evidenceBond, gives: 0n })
    assert.deepEqual(amounts.unbond, { takes: 0n, gives: 0n })
  })
})

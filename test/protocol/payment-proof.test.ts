import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareBytes } from '../../src/protocol/bytes.ts'
import { deriveScalar } from '../../src/protocol/crypto/hash.ts'
import { findOutput } from '../../src/protocol/enote.ts'
import { subaddress } from '../../src/protocol/keys.ts'
import { inputContext } from '../../src/protocol/output.ts'
import {
  checkPaymentProof,
  decodePaymentProof,
  encodePaymentProof,
  provePayment,
} from '../../src/protocol/payment-proof.ts'
import { alice, bob, chainId, coinOf, pay, seededRandom } from './fixtures.ts'

const random = seededRandom('payment proof')

test('a payment is proved by its sender, for one challenge, and by nobody else', () => {
  const coins = [coinOf(alice, 5_000_000n, 'one'), coinOf(alice, 0n, 'two')].toSorted((a, b) =>
    compareBytes(a.id, b.id),
  )
  const paid = pay(1_000n, { coins })
  const output = paid.recipientOutputs[0]!
  const { anchor } = findOutput(
    bob,
    inputContext(paid.transaction.inputs),
    paid.transaction.outputs[output]!,
  )!
  const claim = {
    transactionId: paid.id,
    output,
    address: subaddress(bob, 0),
    amount: 1_000n,
    anchor,
    input: 0,
  }
  const keys = coins.map(({ core }) => core.key)
  const check = (proof: typeof honest, challenge = 'invoice 7') =>
    checkPaymentProof(chainId, proof, paid.transaction, keys, challenge)

  const honest = provePayment(chainId, claim, coins[0]!.secret, 'invoice 7', random)
  assert.ok(check(honest))
  assert.ok(check(decodePaymentProof(encodePaymentProof(honest))))

  assert.ok(!check(honest, 'invoice 8'), 'another challenge')
  assert.ok(!check({ ...honest, amount: 1_001n }), 'another amount')
  assert.ok(!check({ ...honest, address: subaddress(bob, 1) }), 'another address')
  assert.ok(!check({ ...honest, output: 1 - output }), 'another output')
  assert.ok(!check({ ...honest, input: 1 }), 'another input')
  assert.ok(!check({ ...honest, input: 9 }), 'an input there is not')
  const bobs = provePayment(chainId, claim, deriveScalar('bob has no input'), 'invoice 7', random)
  assert.ok(!check(bobs), 'the receiver, who knows the anchor')
  const signed = { ...claim, amount: 2_000n }
  assert.ok(!check(provePayment(chainId, signed, coins[0]!.secret, 'invoice 7', random)), 'a lie well signed')
  assert.throws(() => decodePaymentProof(Uint8Array.of(...encodePaymentProof(honest), 0)), {
    name: 'ProtocolError',
  })
})

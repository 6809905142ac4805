import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { formatAddress, parseAddress } from '../../src/protocol/address.ts'
import { isStegosError, parseAmount, waitForPayment } from '../../src/sdk/index.ts'
import { createAccount, createFunded, symbolOf } from '../support/accounts.ts'
import { startNode } from '../support/node-process.ts'

const node = await startNode()
const client = node.client()
after(async () => {
  client.close()
  await node.stop()
})

test('from the faucet through a payment to the balances of both sides', async () => {
  const alice = await createFunded(client, 'alice', parseAmount('100'))
  const bob = await createAccount(client, 'bob')
  const amount = parseAmount('1.5')
  const { accountId } = alice

  const sent = await client.payment.send({ accountId, to: bob.address, amount })
  const payment = await waitForPayment(client, { paymentId: sent.paymentId, accountId })
  assert.equal(payment.status, 'final')
  assert.equal(payment.transactionId, sent.transactionId)

  const ofAlice = await client.account.balance({ accountId })
  assert.equal(BigInt(ofAlice.total), 100_000_000n - 1_500_000n - BigInt(sent.fee))
  assert.equal(ofAlice.available, ofAlice.total, 'the change can be spent')
  const received = await waitForPayment(client, { paymentId: sent.paymentId, accountId: bob.accountId })
  assert.equal(received.direction, 'in')
  assert.equal((await client.account.balance({ accountId: bob.accountId })).available, amount)

  const { fee, inputs, outputs } = await client.chain.transaction({ transactionId: sent.transactionId })
  const { shapes } = await client.chain.fees()
  const shape = shapes.find((one) => one.inputs === inputs.length && one.outputs === outputs.length)
  assert.deepEqual([fee, shape?.fee], [sent.fee, sent.fee], 'the fee follows from the shape')
})

test('a payment to oneself costs the fee alone', async () => {
  const self = await createFunded(client, 'self', '50000000')
  const { accountId, address } = self
  const { paymentId, fee } = await client.payment.send({ accountId, to: address, amount: '20000000' })
  await waitForPayment(client, { paymentId, accountId })
  assert.equal(BigInt((await client.account.balance({ accountId })).total), 50_000_000n - BigInt(fee))
})

test('a subaddress receives like the main address', async () => {
  const payer = await createFunded(client, 'payer')
  const shop = await createAccount(client, 'shop')
  const { address, index } = await client.account.address({ accountId: shop.accountId, label: 'customer 1' })
  assert.equal(index, 1)
  const { paymentId } = await client.payment.send({ accountId: payer.accountId, to: address, amount: '7' })
  const received = await waitForPayment(client, { paymentId, accountId: shop.accountId })
  assert.equal(received.to, address)
})

test('a receipt proves who got how much', async () => {
  const payer = await createFunded(client, 'prover')
  const shop = await createAccount(client, 'verifier')
  const { paymentId, proof } = await client.payment.sendPublic({
    accountId: payer.accountId,
    to: shop.address,
    amount: '31',
  })
  await waitForPayment(client, { paymentId, accountId: payer.accountId })
  const check = await client.payment.verifyProof({ proof })
  assert.deepEqual(
    [check.valid, check.to, check.amount, check.paymentId],
    [true, shop.address, '31', paymentId],
  )
  const challenge = 'for the auditor'
  const asked = await client.payment.prove({ paymentId, accountId: payer.accountId, challenge })
  assert.equal((await client.payment.verifyProof({ proof: asked.proof, challenge })).valid, true)
  assert.equal((await client.payment.verifyProof({ proof: asked.proof })).valid, false)
  const broken = proof.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
  assert.equal((await client.payment.verifyProof({ proof: broken })).valid, false)
})

test('each mistake has an error of its own', async () => {
  const alice = await createFunded(client, 'careless')
  const { accountId, address } = alice
  const send = (to: string, amount: string) => symbolOf(client.payment.send({ accountId, to, amount }))
  assert.equal(
    await send(`tstg1${address.slice(5)}`, '1'),
    'invalid_address',
    'a changed prefix breaks the checksum',
  )
  assert.equal(await send('not an address', '1'), 'invalid_address')
  assert.equal(await send(address, '0'), 'invalid_params')
  assert.equal(await send(address, '1.5'), 'invalid_params')
  assert.equal(
    await symbolOf(client.payment.send({ accountId: 'ffffffffffffffff', to: address, amount: '1' })),
    'account_not_found',
  )

  const error = await client.payment
    .send({ accountId, to: address, amount: '100000001' })
    .catch((thrown) => thrown)
  assert.ok(isStegosError(error, 'insufficient_funds'))
  assert.equal(error.data.available, '100000000')
  assert.ok(BigInt(error.data.needed) > 100_000_001n, 'with the fee')
})

test('an address of another network is told from a typing error', async () => {
  const { accountId, address } = await createAccount(client, 'abroad')
  const to = formatAddress(parseAddress(address, 'dev'), 'test')
  assert.equal(await symbolOf(client.payment.send({ accountId, to, amount: '1' })), 'wrong_network')
  assert.equal(await symbolOf(client.dev.faucet({ address: to })), 'wrong_network')
})

test('a locked account is followed and does not pay', async () => {
  const passphrase = 'correct horse battery staple'
  const payer = await createFunded(client, 'donor')
  const { accountId, address } = await createAccount(client, 'savings', passphrase)
  assert.equal((await client.account.lock({ accountId })).locked, true)

  const deposit = await client.payment.send({ accountId: payer.accountId, to: address, amount: '5000000' })
  await waitForPayment(client, { paymentId: deposit.paymentId, accountId })
  assert.equal((await client.account.balance({ accountId })).available, '5000000')

  const pay = () => client.payment.send({ accountId, to: payer.address, amount: '1000000' })
  assert.equal(await symbolOf(pay()), 'account_locked')
  assert.equal(await symbolOf(client.account.unlock({ accountId, passphrase: 'wrong' })), 'wrong_passphrase')
  assert.equal(await symbolOf(pay()), 'account_locked')
  await client.account.unlock({ accountId, passphrase })
  assert.equal(
    (await waitForPayment(client, { paymentId: (await pay()).paymentId, accountId })).status,
    'final',
  )
})

test('the same key pays once, another amount under it is a conflict', async () => {
  const { accountId } = await createFunded(client, 'twice')
  const { address: to, accountId: receiver } = await createAccount(client, 'receiver')
  const idempotencyKey = 'order-1'
  const first = await client.payment.send({ accountId, to, amount: '1000', idempotencyKey })
  assert.deepEqual(await client.payment.send({ accountId, to, amount: '1000', idempotencyKey }), first)
  await waitForPayment(client, { paymentId: first.paymentId, accountId })
  assert.equal(
    (await client.payment.send({ accountId, to, amount: '1000', idempotencyKey })).paymentId,
    first.paymentId,
  )
  assert.equal(
    await symbolOf(client.payment.send({ accountId, to, amount: '1001', idempotencyKey })),
    'idempotency_conflict',
  )
  assert.equal((await client.account.balance({ accountId: receiver })).total, '1000')
})

/** Every example of the contract, carried out on a fresh development network. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { isStegosError } from '../../src/sdk/index.ts'
import { openSocket } from '../server/support/socket.ts'
import { createAccount, type TestAccount } from '../support/accounts.ts'
import { contractErrorExamples, contractExamples } from '../support/contract-examples.ts'
import { startNode } from '../support/node-process.ts'
import { faucetAccountId, registerValidator } from '../support/register-validator.ts'

const PASSPHRASE = 'correct horse battery staple'
/** A phrase of the BIP-39 test vectors. */
const FOREIGN_PHRASE =
  'letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic bless'

const node = await startNode()
const client = node.client()
after(async () => {
  client.close()
  await node.stop()
})

const values: Record<string, unknown> = {}

test('the examples of the contract hold', async (context) => {
  Object.assign(values, await prepare())
  const socket = await openSocket(context, node.url, node.token)
  const examples = contractExamples(async (method, params) => {
    // One operation on a stake after the other: the commission was changed just before.
    if (method === 'stake.rotate') await client.dev.mine()
    const { result, error } = await socket.rpc(method, params)
    assert.equal(error, undefined, JSON.stringify(error))
    if (method === 'subscribe') Object.assign(values, result)
    return result
  }, placeholderValue)
  for (const { name, run } of examples) await context.test(name, run)
})

test('and so do those that fail on purpose', async (context) => {
  const socket = await openSocket(context, node.url, node.token)
  const examples = contractErrorExamples(async (method, params) => {
    const { error } = await socket.rpc(method, params)
    return error?.data
  }, placeholderValue)
  for (const { name, run } of examples) await context.test(name, run)
})

function placeholderValue(placeholder: string): unknown {
  assert.ok(placeholder in values, `no value for $${placeholder}`)
  return values[placeholder]
}

/** Brings about what the contract's placeholders stand for. Blocks are made on demand, so that nothing has to be waited for. */
async function prepare() {
  const own = await createFunded('own', 1)
  const other = await createFunded('other', 1)
  const coins = await createFunded('coins', 3)
  const locked = await createAccount(client, 'locked', PASSPHRASE)
  await client.account.lock({ accountId: locked.accountId })
  const spare = await createAccount(client, 'spare')
  const staked = await prepareStake(own)
  const payment = { accountId: own.accountId, to: other.address, amount: '1000000' }
  const { paymentId, transactionId } = await client.payment.send(payment)
  await client.dev.mine()
  const { height, blockId, encoded } = await client.chain.transaction({ transactionId, encoded: true })
  const { proof } = await client.payment.prove({ paymentId })
  return {
    ...staked,
    ...(await receivedMessage(other, own)),
    accountId: own.accountId,
    ownAddress: own.address,
    address: other.address,
    lockedAccountId: locked.accountId,
    coinsAccountId: coins.accountId,
    spareAccountId: spare.accountId,
    spareAddress: spare.address,
    foreignPhrase: FOREIGN_PHRASE,
    foreignViewKey: await foreignViewKey(),
    paymentId,
    transactionId,
    transaction: encoded,
    height,
    blockId,
    proof,
    waitingPaymentId: await waitingPayment(spare.address),
    tokenId: (await client.token.create({ name: 'spare', scopes: ['read'] })).tokenId,
    cursor: await currentCursor(),
  }
}

/** A stake of the account, and beside the node's validator one that is suspended because nobody runs it. */
async function prepareStake(own: TestAccount) {
  const { items } = await client.stake.validators()
  const { validatorId, validatorKey } = items[0]!
  const payer = await createAccount(client, 'payer')
  await client.dev.faucet({ address: payer.address, amount: '2000000000' })
  await client.dev.faucet({ address: own.address, amount: '2000000000' })
  await client.dev.mine()
  const stake = { accountId: own.accountId, amount: '20000000' }
  const { stakeId } = await client.stake.deposit(stake)
  const suspendedKey = await registerValidator(client, node.dataDirectory, payer, 1_000_000_000n)
  await client.dev.mine({ blocks: 60 })
  const { status } = await client.stake.validator({ validatorKey: suspendedKey })
  assert.equal(status, 'suspended')
  return {
    ...{ stakeId, validatorId, validatorKey, suspendedKey, operatedKey: validatorKey },
    operatorAccountId: await faucetAccountId(node.dataDirectory),
  }
}

/** An account with so many coins from the faucet. */
async function createFunded(name: string, coins: number): Promise<TestAccount> {
  const account = await createAccount(client, name)
  for (let i = 0; i < coins; i++) await client.dev.faucet({ address: account.address })
  await client.dev.mine({ blocks: coins })
  return account
}

async function receivedMessage(from: TestAccount, to: TestAccount) {
  const body = Buffer.from('hello').toString('base64')
  const message = { accountId: from.accountId, to: to.address, body, app: 'chat' }
  const { messageId, transactionIds } = await client.message.send(message)
  await client.dev.mine()
  const { outputs } = await client.chain.transaction({ transactionId: transactionIds[0]! })
  for (const outputId of outputs) {
    try {
      await client.message.decode({ accountId: to.accountId, outputId })
      return { messageId, outputId }
    } catch (error) {
      if (!isStegosError(error) || error.symbol !== 'not_for_account') throw error
    }
  }
  throw new Error('no output of the message is for its receiver')
}

async function foreignViewKey() {
  const { accountId } = await createAccount(client, 'foreign')
  const { viewKey } = await client.account.viewKey({ accountId })
  await client.account.remove({ accountId })
  return viewKey
}

/** Of many payments from one coin the last one waits for long. */
async function waitingPayment(to: string) {
  const { accountId } = await createFunded('queue', 1)
  const payments = Array.from({ length: 100 }, () => ({ to, amount: '1' }))
  const queued = await client.payment.sendMany({ accountId, payments })
  return queued.payments.at(-1)!.paymentId
}

async function currentCursor() {
  const stream = client.events({ topics: ['chain.block'] })
  for await (const item of stream) return item.cursor
  throw new Error('the stream has ended')
}

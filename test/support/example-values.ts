/** A development network in which what the contract's placeholders stand for has come about. */
import assert from 'node:assert/strict'
import { delay } from '../../src/node/workers/delay.ts'
import { fromHex, toHex } from '../../src/protocol/bytes.ts'
import { delaySeed } from '../../src/protocol/stake/award-draw.ts'
import { type Client, isStegosError } from '../../src/sdk/index.ts'
import { createAccount, type TestAccount } from './accounts.ts'
import type { NodeProcess } from './node-process.ts'
import { faucetAccountId, registerValidator } from './register-validator.ts'

const PASSPHRASE = 'correct horse battery staple'
/** A phrase of the BIP-39 test vectors. */
const FOREIGN_PHRASE =
  'letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic bless'

/** Of a node on which the examples can be carried out: a draw waits there until somebody else has its proof. */
export const EXAMPLE_FLAGS: readonly string[] = ['--award-prover', 'off']

/** Brings about what the contract's placeholders stand for. Blocks are made on demand, so that nothing has to be waited for. */
export async function exampleValues(
  client: Client,
  { dataDirectory }: Pick<NodeProcess, 'dataDirectory'>,
): Promise<Record<string, unknown>> {
  const own = await createFunded(client, 'own', 1)
  const other = await createFunded(client, 'other', 1)
  const coins = await createFunded(client, 'coins', 3)
  const locked = await createAccount(client, 'locked', PASSPHRASE)
  await client.account.lock({ accountId: locked.accountId })
  const spare = await createAccount(client, 'spare')
  const staked = await prepareStake(client, dataDirectory, own)
  const awardProof = await proofOfDraw(client)
  const payment = { accountId: own.accountId, to: other.address, amount: '1000000' }
  const { paymentId, transactionId } = await client.payment.send(payment)
  await client.dev.mine()
  const { height, blockId, encoded } = await client.chain.transaction({ transactionId, encoded: true })
  const { proof } = await client.payment.prove({ paymentId })
  return {
    ...staked,
    awardProof,
    ...(await receivedMessage(client, other, own)),
    accountId: own.accountId,
    ownAddress: own.address,
    address: other.address,
    lockedAccountId: locked.accountId,
    coinsAccountId: coins.accountId,
    spareAccountId: spare.accountId,
    spareAddress: spare.address,
    foreignPhrase: FOREIGN_PHRASE,
    foreignViewKey: await foreignViewKey(client),
    paymentId,
    transactionId,
    transaction: encoded,
    height,
    blockId,
    proof,
    waitingPaymentId: await waitingPayment(client, spare.address),
    tokenId: (await client.token.create({ name: 'spare', scopes: ['read'] })).tokenId,
    cursor: await currentCursor(client),
  }
}

/** A stake of the account, and beside the node's validator one that is suspended because nobody runs it. */
async function prepareStake(client: Client, dataDirectory: string, own: TestAccount) {
  const { items } = await client.stake.validators()
  const { validatorId, validatorKey } = items[0]!
  const payer = await createAccount(client, 'payer')
  await client.dev.faucet({ address: payer.address, amount: '2000000000' })
  await client.dev.faucet({ address: own.address, amount: '2000000000' })
  await client.dev.mine()
  const stake = { accountId: own.accountId, amount: '20000000' }
  const { stakeId } = await client.stake.deposit(stake)
  const suspendedKey = await registerValidator(client, dataDirectory, payer, 1_000_000_000n)
  await client.dev.mine({ blocks: 60 })
  const { status } = await client.stake.validator({ validatorKey: suspendedKey })
  assert.equal(status, 'suspended')
  return {
    ...{ stakeId, validatorId, validatorKey, suspendedKey, operatedKey: validatorKey },
    operatorAccountId: await faucetAccountId(dataDirectory),
  }
}

/** An account with so many coins from the faucet. */
async function createFunded(client: Client, name: string, coins: number): Promise<TestAccount> {
  const account = await createAccount(client, name)
  for (let i = 0; i < coins; i++) await client.dev.faucet({ address: account.address })
  await client.dev.mine({ blocks: coins })
  return account
}

async function receivedMessage(client: Client, from: TestAccount, to: TestAccount) {
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

async function foreignViewKey(client: Client) {
  const { accountId } = await createAccount(client, 'foreign')
  const { viewKey } = await client.account.viewKey({ accountId })
  await client.account.remove({ accountId })
  return viewKey
}

/** Of many payments from one coin, of which a block takes one, the last one waits for minutes. */
async function waitingPayment(client: Client, to: string) {
  const { accountId } = await createFunded(client, 'queue', 1)
  const payments = Array.from({ length: 100 }, () => ({ to, amount: '1' }))
  await client.payment.sendMany({ accountId, payments })
  await client.payment.sendMany({ accountId, payments })
  const queued = await client.payment.sendMany({ accountId, payments })
  return queued.payments.at(-1)!.paymentId
}

/** The proof of a draw that has just got its seed, so that the examples are over before the next one. */
export async function proofOfDraw(client: Client): Promise<string> {
  const { chainId } = await client.chain.params()
  let { nextDraw } = await client.stake.award()
  for (const { period } = nextDraw; nextDraw.period === period || nextDraw.state !== 'seeded'; ) {
    await client.dev.mine()
    ;({ nextDraw } = await client.stake.award())
  }
  const { period, squarings, beacon } = nextDraw
  const eligible = nextDraw.eligible.map(({ validatorId, validatorKey, operator }) => ({
    ...{ id: fromHex(validatorId), key: fromHex(validatorKey), operator: fromHex(operator) },
  }))
  const seed = delaySeed(fromHex(chainId), { period, eligible, beacon: fromHex(beacon!) })
  return toHex(delay({ seed, steps: squarings }))
}

async function currentCursor(client: Client) {
  const stream = client.events({ topics: ['chain.block'] })
  for await (const item of stream) return item.cursor
  throw new Error('the stream has ended')
}

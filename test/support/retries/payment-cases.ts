import { decodeText, encodeBody } from '../../../src/sdk/index.ts'
import { createAccount, type TestAccount } from '../accounts.ts'
import { handMadePayment } from '../register-validator.ts'
import type { Cases } from './case.ts'
import type { World } from './world.ts'

const PASSPHRASE = 'correct horse battery staple'
/** Payments of one coin, so that the last one waits for a while. */
const WAITING = 20

export const PAYMENT_CASES: Cases<'payment' | 'message' | 'chain'> = {
  'payment.send': async (world) => {
    const receiver = await createAccount(world.client, world.name())
    return {
      params: { accountId: world.payer.accountId, to: receiver.address, amount: '1234' },
      look: () => received(world, receiver, '1234'),
    }
  },
  'payment.sendMany': async (world) => {
    const receiver = await createAccount(world.client, world.name())
    const payments = ['1000', '200', '30'].map((amount) => ({ to: receiver.address, amount }))
    return {
      params: { accountId: world.payer.accountId, payments },
      look: () => received(world, receiver, '1230'),
    }
  },
  'payment.sendPublic': async (world) => {
    const { client, payer, name } = world
    const receiver = await createAccount(client, name())
    return {
      params: { accountId: payer.accountId, to: receiver.address, amount: '5000' },
      look: async ({ proof }) => {
        const seen = await received(world, receiver, '5000')
        return [seen, (await client.payment.verifyProof({ proof })).amount]
      },
    }
  },
  'payment.cancel': async (world) => {
    const { client, payer } = world
    const { accountId, address } = await createAccount(client, world.name(), PASSPHRASE)
    await client.dev.faucet({ address })
    await world.mineUntil(async () => (await client.account.balance({ accountId })).available !== '0')
    const payments = Array.from({ length: WAITING }, () => ({ to: payer.address, amount: '1' }))
    const sent = await client.payment.sendMany({ accountId, payments })
    // each waits for the change of the one before, and is not made while nobody can sign it
    await client.account.lock({ accountId })
    const { paymentId } = sent.payments.at(-1)!
    return {
      params: { paymentId },
      look: async () => {
        const { items } = await client.payment.list({ accountId, status: 'cancelled' })
        return items.map((payment) => payment.paymentId === paymentId)
      },
    }
  },
  'payment.consolidate': async ({ client, funded, mineUntil }) => {
    const { accountId } = await funded(3)
    const unspent = async () =>
      (await client.account.outputs({ accountId, status: 'unspent' })).items.filter(
        ({ amount }) => amount !== '0',
      )
    return {
      params: { accountId },
      look: async ({ paymentId }) => {
        await mineUntil(async () => (await client.payment.get({ paymentId, accountId })).status === 'final')
        const { items } = await client.payment.list({ accountId, direction: 'out' })
        return [(await unspent()).map(({ amount }) => amount), items.length]
      },
    }
  },
  'message.send': async ({ client, payer, name, mineUntil }) => {
    const { accountId, address } = await createAccount(client, name())
    const bodies = async () =>
      (await client.message.list({ accountId })).items.map(({ app, body }) => [app, decodeText(body!)])
    return {
      params: { accountId: payer.accountId, to: address, body: encodeBody('once'), app: 'test' },
      look: async ({ messageId }) => {
        const sent = async () =>
          (await client.message.status({ messageId, accountId: payer.accountId })).status
        await mineUntil(async () => (await sent()) === 'final')
        await client.dev.mine()
        return bodies()
      },
    }
  },
  'chain.submit': async (world) => {
    const { client, dataDirectory, name } = world
    const payer = await world.funded()
    const receiver = await createAccount(client, name())
    return {
      params: { transaction: await handMadePayment(client, dataDirectory, payer, receiver.address, 777n) },
      look: async () => {
        const { accountId } = receiver
        const total = async () => (await client.account.balance({ accountId })).total
        await world.mineUntil(async () => (await total()) !== '0')
        return total()
      },
    }
  },
}

/** What came to an account of the one that pays for everybody, when all of it must be there, and what left that one. */
async function received(
  { client, payer, mineUntil }: World,
  { accountId, address }: TestAccount,
  total: string,
): Promise<unknown> {
  const balance = async () => (await client.account.balance({ accountId })).total
  await mineUntil(async () => BigInt(await balance()) >= BigInt(total))
  // were there a second payment, it would come now
  await client.dev.mine({ blocks: 2 })
  const { items: arrived } = await client.account.history({ accountId })
  const { items: all } = await client.payment.list({
    ...{ accountId: payer.accountId, direction: 'out', order: 'newest', limit: 20 },
  })
  const sent = all.filter(({ to }) => to === address)
  return {
    total: await balance(),
    arrived: arrived.map(({ amount }) => amount).sort(),
    sent: sent.map(({ amount, status }) => `${amount} ${status}`).sort(),
  }
}

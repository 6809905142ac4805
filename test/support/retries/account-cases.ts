import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { listAll } from '../../../src/sdk/index.ts'
import { createAccount, symbolOf } from '../accounts.ts'
import type { Cases } from './case.ts'
import type { World } from './world.ts'

const PASSPHRASE = 'correct horse battery staple'
const NEW_PASSPHRASE = 'staple battery horse correct'

export const ACCOUNT_CASES: Cases<'account'> = {
  'account.create': async (world) => {
    const name = world.name()
    return {
      params: { name, passphrase: PASSPHRASE },
      look: async ({ accountId, recoveryPhrase }) => {
        const held = await world.client.account.recoveryPhrase({ accountId, passphrase: PASSPHRASE })
        return [await named(world, name), held.recoveryPhrase === recoveryPhrase]
      },
    }
  },
  'account.recover': async (world) => {
    const { client, payer } = world
    const { accountId, address, recoveryPhrase } = await createAccount(client, 'gone')
    await paid(world, { accountId, address }, payer.accountId)
    await client.account.remove({ accountId })
    const name = world.name()
    return {
      params: { recoveryPhrase, name },
      look: async () => {
        await read(world, accountId)
        return [await named(world, name), (await client.account.balance({ accountId })).total]
      },
    }
  },
  'account.unlock': async ({ client, name }) => {
    const { accountId } = await createAccount(client, name(), PASSPHRASE)
    await client.account.lock({ accountId })
    return {
      params: { accountId, passphrase: PASSPHRASE },
      look: async () => (await client.account.get({ accountId })).locked,
    }
  },
  'account.lock': async ({ client, name }) => {
    const { accountId } = await createAccount(client, name(), PASSPHRASE)
    return {
      params: { accountId },
      look: async () => (await client.account.get({ accountId })).locked,
    }
  },
  'account.remove': async ({ client, dataDirectory, name }) => {
    const { accountId } = await createAccount(client, name())
    const file = join(dataDirectory, 'accounts', `${accountId}.json`)
    return {
      params: { accountId },
      look: async () => [existsSync(file), await symbolOf(client.account.get({ accountId }))],
    }
  },
  'account.changePassphrase': async ({ client, name }) => {
    const { accountId, recoveryPhrase } = await createAccount(client, name(), PASSPHRASE)
    const opens = async (passphrase: string) => {
      const held = await client.account.recoveryPhrase({ accountId, passphrase })
      return held.recoveryPhrase === recoveryPhrase
    }
    return {
      params: { accountId, passphrase: PASSPHRASE, newPassphrase: NEW_PASSPHRASE },
      look: async () => [await opens(NEW_PASSPHRASE), await symbolOf(opens(PASSPHRASE))],
    }
  },
  'account.address': async ({ client, name }) => {
    const { accountId } = await createAccount(client, name())
    return {
      params: { accountId, label: 'customer 7' },
      look: async ({ address }) => {
        const { items } = await client.account.addresses({ accountId })
        return items.map((item) => [item.index, item.label, item.address === address])
      },
    }
  },
  'account.importViewKey': async (world) => {
    const { client } = world
    const { accountId } = await createAccount(client, 'gone')
    const { viewKey } = await client.account.viewKey({ accountId })
    await client.account.remove({ accountId })
    const name = world.name()
    return {
      params: { viewKey, name },
      look: async () => {
        await read(world, accountId)
        const accounts = await named(world, name)
        return [accounts, (await client.account.get({ accountId })).viewOnly]
      },
    }
  },
  'account.rescan': async (world) => {
    const { client, payer } = world
    const { accountId, address } = await createAccount(client, world.name())
    await paid(world, { accountId, address }, payer.accountId)
    return {
      params: { accountId, from: 0 },
      look: async () => {
        await read(world, accountId)
        const { items } = await client.account.history({ accountId })
        return [items.map(({ amount }) => amount), (await client.account.balance({ accountId })).total]
      },
    }
  },
}

/** How many accounts have that name. */
async function named({ client }: World, name: string): Promise<number> {
  let count = 0
  for await (const account of listAll((cursor) => client.account.list({ cursor })))
    if (account.name === name) count += 1
  return count
}

/** Pays an account, once. */
async function paid(
  { client, mineUntil }: World,
  to: { readonly accountId: string; readonly address: string },
  from: string,
): Promise<void> {
  await client.payment.send({ accountId: from, to: to.address, amount: '4321' })
  await mineUntil(async () => (await client.account.balance({ accountId: to.accountId })).total === '4321')
}

/** Waits until the account has been read. */
async function read({ client, mineUntil }: World, accountId: string): Promise<void> {
  await mineUntil(async () => !(await client.account.get({ accountId })).rescanning)
}

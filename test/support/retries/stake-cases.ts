import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VALIDATOR_KEY_FILE } from '../../../src/node/consensus/validator-keys.ts'
import { proofOfDraw } from '../example-values.ts'
import { faucetAccountId, registerValidator } from '../register-validator.ts'
import type { Cases } from './case.ts'
import type { World } from './world.ts'

/** Blocks of an epoch on a development network. */
const EPOCH = 30
/** Base units of an STG. */
const UNITS = 1_000_000

export const STAKE_CASES: Cases<'stake'> = {
  'stake.deposit': async (world) => {
    const { accountId } = await world.funded()
    return {
      params: { accountId, amount: '20000000' },
      look: async ({ stakeId }) => {
        await active(world, accountId, stakeId)
        return holdings(world, accountId)
      },
    }
  },
  'stake.withdraw': async (world) => {
    const { client, mineUntil } = world
    const { accountId } = await world.funded()
    const { stakeId } = await client.stake.deposit({ accountId, amount: '20000000' })
    await active(world, accountId, stakeId)
    const leaving = async () => (await client.stake.get({ accountId, stakeId })).leaving
    return {
      params: { accountId, stakeId, amount: '5000000' },
      look: async () => {
        await mineUntil(async () => (await leaving()).length > 0)
        await client.dev.mine()
        // shares are worth a unit more or less
        return (await leaving()).map(({ amount }) => Math.round(Number(amount) / UNITS))
      },
    }
  },
  'stake.configure': async ({ client, dataDirectory, mineUntil }) => {
    const accountId = await faucetAccountId(dataDirectory)
    const own = async () => (await client.stake.validators()).items.find((validator) => validator.own)!
    // one change of the commission after the other
    await mineUntil(async () => (await own()).announced === undefined)
    const before = await own()
    const commission = before.commission + 1
    const changed = async () => {
      const { announced, commission: now } = await own()
      return (announced?.commission ?? now) - before.commission
    }
    return {
      params: { accountId, commission },
      look: async () => {
        await mineUntil(async () => (await changed()) !== 0)
        return changed()
      },
    }
  },
  'stake.rotate': async ({ client, dataDirectory, mineUntil }) => {
    const accountId = await faucetAccountId(dataDirectory)
    const own = async () => (await client.stake.validators()).items.find((validator) => validator.own)!
    const keys = () => readFileSync(join(dataDirectory, VALIDATOR_KEY_FILE), 'utf8').trim().split('\n').length
    await mineUntil(async () => (await own()).nextKey === undefined)
    await client.dev.mine({ blocks: EPOCH })
    const before = keys()
    return {
      params: { accountId },
      look: async () => {
        await mineUntil(async () => (await own()).nextKey !== undefined)
        return keys() - before
      },
    }
  },
  'stake.resume': async (world) => {
    const { client, dataDirectory, mineUntil } = world
    const accountId = await faucetAccountId(dataDirectory)
    const validatorKey = await silentValidator(world)
    const { validatorId } = await client.stake.validator({ validatorKey })
    const status = async () => (await client.stake.validator({ validatorKey })).status
    for (let epochs = 0; (await status()) !== 'suspended' && epochs < 10; epochs += 1)
      await client.dev.mine({ blocks: EPOCH })
    return {
      params: { accountId, validatorKey },
      look: async () => {
        await mineUntil(async () => (await status()) !== 'suspended')
        const { items } = await client.stake.list({ accountId })
        return items.filter((stake) => stake.validatorId === validatorId).length
      },
    }
  },
  'stake.proveAward': async (world) => {
    const { client, mineUntil } = world
    const { accountId } = await world.funded()
    const proof = await proofOfDraw(client)
    return {
      params: { accountId, proof },
      look: async ({ stakeId }) => {
        const status = async () => (await client.stake.get({ accountId, stakeId })).status
        await mineUntil(async () => (await status()) === 'withdrawable')
        return holdings(world, accountId)
      },
    }
  },
}

async function active({ client, mineUntil }: World, accountId: string, stakeId: string): Promise<void> {
  await mineUntil(async () => (await client.stake.get({ accountId, stakeId })).status === 'active')
}

/** The stakes of an account, and what it has besides. */
async function holdings({ client }: World, accountId: string): Promise<unknown> {
  const { items } = await client.stake.list({ accountId })
  const { available, pending } = await client.account.balance({ accountId })
  return {
    // what a stake is worth differs from block to block; what is left besides tells what was taken
    stakes: items.map(({ type, status, leaving }) => [type, status, leaving.length]),
    rest: String(BigInt(available) + BigInt(pending)),
  }
}

const silent = new WeakMap<World, string>()

/** The key of a validator that nobody runs, so that it is suspended again and again. */
async function silentValidator(world: World): Promise<string> {
  const known = silent.get(world)
  if (known !== undefined) return known
  const { client, dataDirectory, funded, mineUntil } = world
  const payer = await funded(0)
  const { accountId, address } = payer
  await client.dev.faucet({ address, amount: '2000000000' })
  await mineUntil(async () => (await client.account.balance({ accountId })).available === '2000000000')
  const key = await registerValidator(client, dataDirectory, payer, 1_000_000_000n)
  silent.set(world, key)
  await client.dev.mine()
  return key
}

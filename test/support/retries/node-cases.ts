import { listAll } from '../../../src/sdk/index.ts'
import { createAccount } from '../accounts.ts'
import type { Cases } from './case.ts'
import type { World } from './world.ts'

/** More than a node makes by itself while it comes back. */
const BLOCKS = 12
const HOUR = 3_600

export const NODE_CASES: Cases<'token' | 'dev'> = {
  'token.create': async (world) => {
    const name = world.name()
    return {
      params: { name, scopes: ['read'] },
      look: async ({ token }) => {
        using bearer = world.node.client({ token })
        const { network } = await bearer.node.status()
        return [network, await statusesOf(world, name)]
      },
    }
  },
  'token.revoke': async (world) => {
    const name = world.name()
    const { tokenId } = await world.client.token.create({ name, scopes: ['read'] })
    return { params: { tokenId }, look: () => statusesOf(world, name) }
  },
  'dev.faucet': async ({ client, name, mineUntil }) => {
    const { accountId, address } = await createAccount(client, name())
    const total = async () => (await client.account.balance({ accountId })).total
    return {
      params: { address, amount: '4000' },
      look: async () => {
        await mineUntil(async () => (await total()) !== '0')
        await client.dev.mine({ blocks: 2 })
        return total()
      },
    }
  },
  'dev.mine': async ({ client }) => {
    const { height: before } = await client.chain.status()
    return {
      params: { blocks: BLOCKS },
      look: async ({ height }) => {
        const made = (await client.chain.status()).height
        return {
          there: made >= height,
          // the node makes some by itself meanwhile, and never as many again
          once: made - before >= BLOCKS && made - before < 2 * BLOCKS,
        }
      },
    }
  },
  'dev.time': async ({ client }) => {
    const offset = async () => Date.parse((await client.dev.time({})).time) - Date.now()
    const before = await offset()
    return {
      params: { advance: HOUR },
      look: async () => Math.round(((await offset()) - before) / (HOUR * 1_000)),
    }
  },
}

async function statusesOf({ client }: World, name: string): Promise<readonly string[]> {
  const statuses: string[] = []
  for await (const token of listAll((cursor) => client.token.list({ cursor })))
    if (token.name === name) statuses.push(token.status)
  return statuses
}

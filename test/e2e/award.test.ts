/** A development network draws its award every period: its pool grows block by block, and falls when somebody is paid. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Client } from '../../src/sdk/index.ts'
import { startNode, temporaryDirectory } from '../support/node-process.ts'

/** Blocks of a period, and from its end until the draw has its seed. */
const PERIOD = 60
const SEED = 3

const poolOf = async (client: Client) => Number((await client.chain.supply()).awardPool)
const turn = () => new Promise((resolve) => setTimeout(resolve, 25))

test('the award is paid unless nobody works out its delay, and then by who does', async () => {
  const dataDirectory = temporaryDirectory()
  const idle = await startNode({ dataDirectory, flags: ['--award-prover', 'off'] })
  const client = idle.client()
  await client.dev.mine({ blocks: PERIOD + SEED })
  let before = await poolOf(client)
  assert.ok(before > 0)
  for (let block = 0; block < 5; block++) {
    await turn()
    await client.dev.mine({ blocks: 1 })
    const pool = await poolOf(client)
    assert.ok(pool > before, 'nobody is paid')
    before = pool
  }
  client.close()
  await idle.stop()

  const node = await startNode({ dataDirectory })
  const again = node.client()
  let pool = await poolOf(again)
  assert.ok(pool >= before)
  for (let tries = 0; tries < 400 && pool >= before; tries++) {
    await turn()
    await again.dev.mine({ blocks: 1 })
    pool = await poolOf(again)
  }
  assert.ok(pool < before / 2, 'what was frozen is paid')
  assert.match(node.output(), /the delay of an award is worked out/)
  again.close()
  await node.stop()
})

/** A development network draws its award every period: its pool grows block by block, and falls when somebody is paid. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Client } from '../../src/sdk/index.ts'
import { createCommandLine } from '../support/command-line.ts'
import { type NodeProcess, startNode, temporaryDirectory } from '../support/node-process.ts'

/** Blocks of a period, and from its end until the draw has its seed. */
const PERIOD = 60
const SEED = 3

const poolOf = async (client: Client) => Number((await client.chain.supply()).awardPool)
const turn = () => new Promise((resolve) => setTimeout(resolve, 25))

/** The record of the award, for the chain that the node names and for another one. */
async function verifyFromCommandLine({ url, token }: NodeProcess, client: Client): Promise<void> {
  const { chainId, genesis } = await client.chain.params()
  const shell = createCommandLine()
  const verify = (chain: string) =>
    shell.run(['award', 'verify', '--period', '1', '--chain', chain], {
      env: { STEGOS_URL: url, STEGOS_TOKEN: token },
    })
  const { code, out } = await verify(chainId)
  assert.equal(code, 0)
  assert.match(out, /^Outcome +paid$/m)
  const other = await verify(genesis)
  assert.equal(other.code, 7, 'the id of the genesis block is not that of the chain')
  assert.match(other.notes, /another chain/)
  shell.remove()
}

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
  await verifyFromCommandLine(node, again)
  again.close()
  await node.stop()
})

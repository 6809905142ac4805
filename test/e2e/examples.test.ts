/** Every example of the contract, carried out on a fresh development network. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openSocket } from '../server/support/socket.ts'
import { contractErrorExamples, contractExamples } from '../support/contract-examples.ts'
import { EXAMPLE_FLAGS, exampleValues } from '../support/example-values.ts'
import { startNode } from '../support/node-process.ts'

const node = await startNode({ flags: EXAMPLE_FLAGS })
const client = node.client()
after(async () => {
  client.close()
  await node.stop()
})

const values: Record<string, unknown> = {}

test('the examples of the contract hold', async (context) => {
  Object.assign(values, await exampleValues(client, node))
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

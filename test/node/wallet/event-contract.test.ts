/** Events of the wallet fit the contract: their topics, and every field of every one. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { utf8 } from '../../../src/protocol/bytes.ts'
import { PART_LENGTH } from '../../../src/protocol/payload.ts'
import { sharedWorkers } from '../world.ts'
import { createWalletWorld, openWalletNode } from './wallet-node.ts'

const workers = sharedWorkers({ after })
const world = await createWalletWorld({ alice: [5_000_000n, 0n, 0n, 0n] })

type Contract = {
  components: object
  methods: { name: string; 'x-subscription'?: { topics: Record<string, { event: { $ref: string } }> } }[]
}

test('every event is one of the contract', async (t) => {
  const contract = JSON.parse(
    await readFile(new URL('../../../openrpc.json', import.meta.url), 'utf8'),
  ) as Contract
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema({ $id: 'contract', components: contract.components })
  const topics = contract.methods.find(({ name }) => name === 'subscribe')!['x-subscription']!.topics

  const node = await openWalletNode(t, world, workers)
  const alice = await node.account('alice')
  const bob = await node.account('bob')
  const { payment, message } = node.wallet
  const accountId = alice.accountId
  await payment.send({ accountId, to: bob.address, amount: 5n, data: utf8('rent'), app: 'notes' })
  const body = new Uint8Array(PART_LENGTH + 1)
  await message.send({ accountId, to: bob.address, body, app: 'chat' })
  const last = await payment.send({ accountId, to: bob.address, amount: 6n })
  await payment.cancel({ paymentId: last.paymentId })
  await node.built(accountId)
  await node.mine(10)

  const events = await node.events.read(0n, 1_000)
  const told = new Set<string>()
  for (const { topic, event } of events) {
    const schema = { $ref: `contract${topics[topic]!.event.$ref}` }
    assert.ok(ajv.validate(schema, event), `${topic}: ${ajv.errorsText()} in ${JSON.stringify(event)}`)
    told.add(topic)
  }
  assert.deepEqual([...told].toSorted(), [
    'account.balance',
    'chain.block',
    'message.received',
    'message.status',
    'payment.status',
  ])
})

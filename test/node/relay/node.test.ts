/** The relay of a whole node: its own pool, chain and wallet's way in. */
import assert from 'node:assert/strict'
import { after, before, describe, type TestContext, test } from 'node:test'
import { createChainApi } from '../../../src/node/chain/chain-api.ts'
import { createWalletChain } from '../../../src/node/chain/wallet-chain.ts'
import { createManualClock } from '../../../src/node/clock.ts'
import {
  type Listener,
  NO_NETWORK,
  type NodeNetwork,
  type Verdict,
} from '../../../src/node/network/channel.ts'
import { decodeBatch, encodeBatch } from '../../../src/node/relay/batch.ts'
import { RELAY_PARAMS } from '../../../src/node/relay/params.ts'
import { toHex } from '../../../src/protocol/bytes.ts'
import { temporaryDirectory } from '../support.ts'
import { createWorld, openTestNode, payment, START, sharedWorkers } from '../world.ts'

const workers = sharedWorkers({ after })
const world = createWorld({ amounts: [5_000_000n, 0n, 3_000_000n, 0n], seed: 'relay' })
const EVER = 8 * RELAY_PARAMS.dev.embargo
let first: Awaited<ReturnType<typeof payment>>
let second: Awaited<ReturnType<typeof payment>>

before(async () => {
  first = await payment(world, workers, [0, 1])
  second = await payment(world, workers, [2, 3])
})

/** Two neighbours that the node connected to, which hear and say nothing by themselves. */
function neighbours() {
  const peers = ['left', 'right']
  const sent: Uint8Array[] = []
  const said: Uint8Array[] = []
  let listener: Listener | undefined
  const network: NodeNetwork = {
    ...NO_NETWORK,
    connections: peers.map((peerId) => ({
      peerId,
      address: peerId,
      direction: 'outbound',
      connectedAt: START,
    })),
    transactions: {
      ...NO_NETWORK.transactions,
      broadcast: (bytes) => void said.push(...decodeBatch(bytes)),
      onMessage: (own) => {
        listener = own
        return () => {}
      },
    },
    stem: { ...NO_NETWORK.stem, peers, send: (_, bytes) => void sent.push(...decodeBatch(bytes)) },
  }
  const hear = (transactions: readonly Uint8Array[]) =>
    new Promise<Verdict>((resolve) => listener!('left', encodeBatch(transactions), resolve))
  return { network, sent, said, hear }
}

/** Waits for something that other threads have a part in. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(setImmediate)
}

async function open(t: TestContext, directory?: string) {
  const clock = createManualClock(START + 1_000)
  const ends = neighbours()
  const options = { clock, network: ends.network, ...(directory && { directory }) }
  const node = await openTestNode(t, world, workers, options)
  return { ...ends, node, clock }
}

describe('a transaction that leaves by the stem', () => {
  test('is taken, and nobody who asks this node sees it before it is public', async (t) => {
    const { node, sent, said, clock } = await open(t)
    const { chain, mempool, relay, consensus } = node
    const api = createChainApi(chain, mempool, relay)
    const transactionId = toHex(first.id)
    assert.deepEqual(await api.submit(first.bytes), { transactionId, status: 'pending' })
    await until(() => sent.length > 0)
    assert.deepEqual(sent, [first.bytes])
    await assert.rejects(api.transaction({ transactionId }), { code: 'transaction_not_found' })
    assert.deepEqual((await api.status()).mempool, { transactions: 0, bytes: 0 })
    assert.deepEqual([mempool.isVerified(first.bytes), mempool.candidates(1, 1e6)], [false, []])
    await consensus.mine(1)
    assert.deepEqual((await api.block({ height: 1 })).transactions, [])
    clock.advance(EVER)
    await until(() => said.length > 0)
    assert.deepEqual([said, (await api.transaction({ transactionId })).status], [[first.bytes], 'pending'])
    await consensus.mine(1)
    assert.deepEqual((await api.block({ height: 2 })).transactions, [transactionId])
  })

  test('leaves by the stem again when the wallet hands it in after a restart', async (t) => {
    const directory = await temporaryDirectory(t)
    for (let run = 0; run < 2; run++) {
      const { node, sent, said } = await open(t, directory)
      await createWalletChain(node.chain, node.relay).submit(first.bytes)
      await until(() => sent.length > 0)
      assert.deepEqual([sent, said, node.mempool.size], [[first.bytes], [], 0])
      await node.close()
    }
  })

  test('is let go of when a block has it that another made', async (t) => {
    const { node, said, clock, hear } = await open(t)
    await node.relay.submit(first.bytes)
    assert.equal(await hear([first.bytes]), 'accept')
    await node.relay.settle()
    await node.consensus.mine(1)
    clock.advance(EVER)
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate)
    assert.deepEqual(said, [])
  })
})

describe('a batch', () => {
  test('with a copy whose signature was changed goes nowhere: others could blame this node for it', async (t) => {
    const { node, said, hear } = await open(t)
    const bent = first.bytes.slice()
    bent[bent.length - 2 * 1_024 - 2 * 64 + 40]! ^= 1
    assert.equal(await hear([first.bytes]), 'accept')
    await node.relay.settle()
    assert.equal(await hear([bent, second.bytes]), 'ignore')
    await node.relay.settle()
    await until(() => said.length > 0)
    assert.deepEqual([said, node.reports], [[second.bytes], []])
    await node.consensus.mine(1)
    assert.equal(await hear([bent]), 'ignore')
    const { node: other, hear: hearOther } = await open(t)
    assert.equal(await hearOther([bent, second.bytes]), 'reject')
    assert.equal(other.reports.length, 1)
  })

  test('of what is in a block already is ignored', async (t) => {
    const { node, said, hear } = await open(t)
    assert.equal(await hear([first.bytes]), 'accept')
    await node.relay.settle()
    await node.consensus.mine(1)
    assert.equal(await hear([first.bytes]), 'ignore')
    assert.deepEqual([said, node.reports, node.mempool.size], [[], [], 0])
  })
})

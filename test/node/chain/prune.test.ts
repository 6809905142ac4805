/** Pruning: what goes, what stays, that rules stay what they are, and that a crash at any instant does no harm. */
import assert from 'node:assert/strict'
import { after, before, describe, type TestContext, test } from 'node:test'
import fc from 'fast-check'
import { certifiedBlockAt } from '../../../src/node/chain/certified-block.ts'
import { createChainApi } from '../../../src/node/chain/chain-api.ts'
import { Pruner } from '../../../src/node/chain/pruner.ts'
import { rawBlocks, rawRecords } from '../../../src/node/chain/raw-blocks.ts'
import { heightRange } from '../../../src/node/chain/tables.ts'
import { readInputs } from '../../../src/node/chain/transaction-layout.ts'
import { createWalletChain } from '../../../src/node/chain/wallet-chain.ts'
import { NodeError } from '../../../src/node/errors.ts'
import { DEFAULT_LIMITS } from '../../../src/node/limits.ts'
import type { Table } from '../../../src/node/table.ts'
import { blockId, decodeBlock } from '../../../src/protocol/block.ts'
import { toHex } from '../../../src/protocol/bytes.ts'
import { ProtocolError } from '../../../src/protocol/errors.ts'
import { transactionId as idOf } from '../../../src/protocol/transaction.ts'
import type { Hooks } from '../support.ts'
import { createWorld, openTestNode, sharedWorkers, type TestNode, type World } from '../world.ts'
import { Purse } from './purse.ts'

const RETENTION = 4
const workers = sharedWorkers({ after })
const worldOf = (coins: number): World =>
  createWorld({
    amounts: Array.from({ length: coins }, () => 5_000_000n),
    params: { payloadRetention: RETENTION },
  })
const world = worldOf(12)

type Certified = NonNullable<Awaited<ReturnType<typeof certifiedBlockAt>>>

/** Blocks as an archive node has them, and the payments in each. */
let blocks: Certified[]
let payments: Uint8Array[][]

before(async () => {
  const made = await chainOf({ after }, world, [[2, 2], [], [2], [1, 2], [], [], [2, 2], [1], []])
  blocks = made.blocks
  payments = made.payments
})

/** A chain whose blocks have such payments, made by a node that keeps everything. */
async function chainOf(t: Hooks, { genesis, keys }: World, plan: readonly number[][]) {
  const node = await openTestNode(t, { genesis, keys }, workers)
  const purse = new Purse({ genesis, keys }, workers)
  const payments: Uint8Array[][] = [[]]
  for (const one of plan) payments.push(await purse.block(node, one))
  const blocks: Certified[] = []
  for (let height = 1; height <= plan.length; height++)
    blocks.push((await certifiedBlockAt(node.chain.tables, height))!)
  return { node, blocks, payments }
}

function prunerOf(
  { chain, store, clock, logger }: TestNode,
  options: { step?: number; needed?: number } = {},
) {
  const neededFrom = () => options.needed ?? Number.POSITIVE_INFINITY
  const limits = { ...DEFAULT_LIMITS, pruneStep: options.step ?? 512 }
  return new Pruner({ chain, store, clock, logger, neededFrom }, limits)
}

async function pruneAll(pruner: Pruner): Promise<number> {
  for (let steps = 0; ; steps++) if (!(await pruner.step())) return steps
}

/** Takes blocks over from elsewhere. */
async function follow({ chain }: TestNode, certified: readonly Certified[]): Promise<void> {
  for (const { block, certificate } of certified) await chain.commit(await chain.check(block), certificate)
}

async function rowsOf(table: Table): Promise<string[]> {
  return (await table.entries()).map(([key, value]) => `${toHex(key)} ${toHex(value)}`)
}

/** A node with the blocks, pruned after each of them. */
async function prunedNode(t: TestContext, options: { directory?: string; step?: number } = {}) {
  const node = await openTestNode(t, world, workers, { key: null, ...options })
  for (const one of blocks) {
    await follow(node, [one])
    await pruneAll(prunerOf(node, options))
  }
  return node
}

const nodeFails = (code: string, details: object) => (error: unknown) => {
  assert.ok(error instanceof NodeError, String(error))
  assert.deepEqual([error.code, { ...error.details }], [code, details])
  return true
}

describe('what is pruned', () => {
  test('is everything of old blocks but headers, certificates and coins', async (t) => {
    const { chain } = await prunedNode(t)
    const archive = await openTestNode(t, world, workers, { key: null })
    await follow(archive, blocks)
    const { tables } = chain
    const earliest = chain.height - RETENTION + 1
    assert.deepEqual(chain.pruned, { earliest, swept: earliest })
    const old = heightRange(1, earliest - 1)
    for (const table of [tables.transactions, tables.outputs, tables.payloads, tables.stakeEvents])
      assert.deepEqual(await table.entries(old), [])
    for (const name of [
      'coins',
      'entries',
      'owners',
      'validatorSets',
      'awards',
      'blockIds',
      'meta',
    ] as const) {
      const [mine, others] = [await rowsOf(tables[name]), await rowsOf(archive.chain.tables[name])]
      assert.deepEqual(name === 'meta' ? mine.slice(0, 2) : mine, others, name)
    }
    const recent = heightRange(earliest, chain.height)
    for (const name of ['transactions', 'outputs', 'payloads', 'blocks'] as const)
      assert.deepEqual(await tables[name].entries(recent), await archive.chain.tables[name].entries(recent))
    const kept = payments.slice(earliest).flat()
    assert.equal((await tables.transactionIds.entries()).length, kept.length)
    assert.equal((await tables.spends.entries()).length, kept.flatMap(readInputs).length)
    const genesisOutputs = world.genesis.mint.length
    assert.equal((await tables.outputIds.entries()).length, kept.length * 2 + genesisOutputs)
  })

  test('is not what somebody has still to read', async (t) => {
    const node = await openTestNode(t, world, workers, { key: null })
    await follow(node, blocks)
    await pruneAll(prunerOf(node, { needed: 3 }))
    assert.deepEqual(node.chain.pruned, { earliest: 3, swept: 3 })
    await pruneAll(prunerOf(node))
    assert.equal(node.chain.pruned.swept, blocks.length - RETENTION + 1)
  })

  test('is the same whatever the size of a step', async (t) => {
    const [large, small] = [await prunedNode(t), await prunedNode(t, { step: 1 })]
    for (const [name, table] of Object.entries(large.chain.tables))
      assert.deepEqual(
        await rowsOf(small.chain.tables[name as keyof typeof large.chain.tables]),
        await rowsOf(table),
        name,
      )
  })

  test('begins in the background when an archive is to prune from now on', async (t) => {
    const node = await openTestNode(t, world, workers, { key: null })
    await follow(node, blocks)
    const ending = new AbortController()
    const running = prunerOf(node, { step: 8 }).run(ending.signal)
    const until = blocks.length - RETENTION + 1
    while (node.chain.pruned.swept < until) await new Promise(setImmediate)
    ending.abort()
    await running
    assert.deepEqual(node.logger.lines, [])
  })
})

describe('a pruned node', () => {
  test('says of a block that it is pruned, and from where on there are blocks', async (t) => {
    const node = await prunedNode(t)
    const { chain } = node
    const api = createChainApi(chain, node.mempool, node.relay)
    const earliestHeight = chain.pruned.earliest
    const pruned = (height: number) => nodeFails('block_pruned', { height, earliestHeight })
    assert.equal((await api.status()).earliestHeight, earliestHeight)
    await assert.rejects(api.block({ height: 1 }), pruned(1))
    const { header, transactions } = decodeBlock(blocks[0]!.block, chain.params.maxBlockTransactions)
    await assert.rejects(api.block({ id: toHex(blockId(header)) }), pruned(1))
    assert.equal((await api.block({ height: 0 })).height, 0)
    assert.equal((await api.block({ height: earliestHeight })).height, earliestHeight)
    await assert.rejects(api.blocks({ limit: 10, from: 0 }), pruned(1))
    await assert.rejects(api.blocks({ limit: 10, from: 2, order: 'newest' }), pruned(2))
    const listed = await api.blocks({ limit: 100, order: 'newest' })
    assert.deepEqual(
      listed.items.map(({ height }) => height),
      Array.from({ length: RETENTION }, (_, index) => chain.height - index),
    )
    await assert.rejects(api.outputs({ limit: 10, from: 1 }), pruned(1))
    const transactionId = toHex(idOf(chain.state.chainId, transactions[0]!))
    await assert.rejects(
      api.transaction({ transactionId }),
      nodeFails('transaction_not_found', { transactionId, earliestHeight }),
    )
    assert.equal(await certifiedBlockAt(chain.tables, 1), undefined)
    const records = await rawRecords(chain.tables, 1, chain.height)
    assert.equal(records.length, chain.height, 'headers are there')
    assert.deepEqual(await rawBlocks(chain.tables, records), [])
    assert.deepEqual(
      await rawBlocks(chain.tables, records.slice(earliestHeight - 1)),
      blocks.slice(earliestHeight - 1).map(({ block }) => block),
    )
    assert.deepEqual(await certifiedBlockAt(chain.tables, chain.height), blocks.at(-1))
    const reading = createWalletChain(chain, node.mempool).blocks(0, chain.height)
    await assert.rejects(reading[Symbol.asyncIterator]().next(), pruned(1))
  })

  test('still tells a genesis coin that was spent long ago from one that was not', async (t) => {
    const node = await prunedNode(t)
    const api = createChainApi(node.chain, node.mempool, node.relay)
    const { mints } = await api.supply()
    const spent = await Promise.all(mints.map(async ({ outputId }) => (await api.output({ outputId })).spent))
    const used = new Set(payments.flat().flatMap(readInputs).map(toHex))
    assert.deepEqual(
      spent,
      mints.map(({ outputId }) => used.has(outputId)),
    )
    assert.ok(spent.includes(true) && spent.includes(false))
  })

  test('refuses a coin that was spent in a block it no longer has', async (t) => {
    const node = await prunedNode(t)
    const again = payments[1]![0]!
    const admission = await node.mempool.submit(again)
    assert.equal(admission.accepted, false)
    assert.deepEqual(await node.chain.coins(readInputs(again)), [])
  })

  test('opens again with what it has', async (t) => {
    const node = await prunedNode(t)
    const { pruned, state } = node.chain
    const reopened = await reopen(t, node)
    assert.deepEqual(reopened.chain.pruned, pruned)
    assert.deepEqual(reopened.chain.state.blockId, state.blockId)
  })

  test('judges any block exactly as one with all blocks does', async () => {
    const plans = fc.array(fc.array(fc.integer({ min: 1, max: 2 }), { maxLength: 2 }), {
      minLength: 7,
      maxLength: 10,
    })
    await fc.assert(
      fc.asyncProperty(plans, fc.integer({ min: 1, max: 64 }), fc.nat(), async (plan, step, at) => {
        const ended: (() => unknown)[] = []
        const hooks = { after: (end: () => unknown) => void ended.push(end) }
        const made = await chainOf(hooks, worldOf(24), plan)
        const pruned = await openTestNode(hooks, worldOf(24), workers, { key: null })
        const archive = await openTestNode(hooks, worldOf(24), workers, { key: null })
        for (const one of made.blocks) {
          const bent = one.block.slice()
          bent[at % bent.length]! ^= 1
          assert.equal(await verdictOf(pruned, bent), await verdictOf(archive, bent))
          await follow(pruned, [one])
          await follow(archive, [one])
          await pruneAll(prunerOf(pruned, { step }))
          assert.deepEqual(pruned.chain.state.unspent, archive.chain.state.unspent)
        }
        for (const bytes of made.payments.flat()) {
          const [mine, others] = [await pruned.mempool.submit(bytes), await archive.mempool.submit(bytes)]
          assert.equal(mine.accepted && !mine.final, others.accepted && !others.final)
        }
        assert.ok(pruned.chain.pruned.earliest > 1)
        for (const end of ended.toReversed()) await end()
      }),
      { numRuns: 4 },
    )
  })
})

describe('a crash', () => {
  test('after any batch leaves a node that goes on, and ends where others do', async (t) => {
    const whole = await prunedNode(t)
    for (let batches = 0; ; batches++) {
      const node = await openTestNode(t, world, workers, { key: null })
      await follow(node, blocks)
      const pruner = prunerOf(node, { step: 6 })
      let steps = 0
      while (steps < batches && (await pruner.step())) steps++
      const over = steps < batches
      const again = await reopen(t, node)
      const api = createChainApi(again.chain, again.mempool, again.relay)
      const { earliest } = again.chain.pruned
      if (earliest > 1) await assert.rejects(api.block({ height: earliest - 1 }), NodeError)
      const from = Math.max(1, earliest)
      for await (const one of createWalletChain(again.chain, again.mempool).blocks(from, again.chain.height))
        assert.equal(one.transactions.length, payments[one.height]!.length)
      await pruneAll(prunerOf(again))
      for (const [name, table] of Object.entries(whole.chain.tables))
        assert.deepEqual(
          await rowsOf(again.chain.tables[name as keyof typeof whole.chain.tables]),
          await rowsOf(table),
          name,
        )
      if (over) break
    }
  })
})

async function reopen(t: TestContext, node: TestNode): Promise<TestNode> {
  const { directory } = node
  await node.close()
  return openTestNode(t, world, workers, { key: null, directory })
}

async function verdictOf({ chain }: TestNode, block: Uint8Array): Promise<string> {
  try {
    await chain.check(block)
    return 'valid'
  } catch (error) {
    if (error instanceof ProtocolError) return `${error.code} ${error.message}`
    throw error
  }
}

/** The chain on disk: what a block changes, what is refused, and what is there after a restart. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, type TestContext, test } from 'node:test'
import type { Chain } from '../../../src/node/chain/chain.ts'
import { createChainApi } from '../../../src/node/chain/chain-api.ts'
import { chainTables, readCoin } from '../../../src/node/chain/tables.ts'
import { operationOf, readInputs } from '../../../src/node/chain/transaction-layout.ts'
import { createWalletChain } from '../../../src/node/chain/wallet-chain.ts'
import { HEAD_KEY } from '../../../src/node/chain/write-block.ts'
import { NodeError } from '../../../src/node/errors.ts'
import { silentLogger } from '../../../src/node/logger.ts'
import { be64 } from '../../../src/node/ordered-keys.ts'
import { openStore, type Store } from '../../../src/node/store.ts'
import { StoreError } from '../../../src/node/store-error.ts'
import type { SeenBlock } from '../../../src/node/wallet/chain-view.ts'
import { packCoins } from '../../../src/node/workers/coins.ts'
import { unpack } from '../../../src/node/workers/packed.ts'
import { packState } from '../../../src/node/workers/state.ts'
import type { PackedView } from '../../../src/node/workers/view.ts'
import { NO_EXTRAS } from '../../../src/protocol/block-extras.ts'
import { toHex } from '../../../src/protocol/bytes.ts'
import { NO_CERTIFICATE } from '../../../src/protocol/certificate.ts'
import { decodeAll } from '../../../src/protocol/codec.ts'
import { LtHash } from '../../../src/protocol/crypto/lthash.ts'
import { SIGNATURE_LENGTH } from '../../../src/protocol/crypto/schnorr.ts'
import { findOutput } from '../../../src/protocol/enote.ts'
import { ProtocolError } from '../../../src/protocol/errors.ts'
import { coinElement } from '../../../src/protocol/ledger.ts'
import { inputContext, readCore } from '../../../src/protocol/output.ts'
import { PAYLOAD_LENGTH } from '../../../src/protocol/payload.ts'
import { awardPart } from '../../../src/protocol/stake/schedule.ts'
import { heldStake } from '../../../src/protocol/stake/state.ts'
import { holdsSupply } from '../../../src/protocol/supply.ts'
import { temporaryDirectory } from '../support.ts'
import { bob, createWorld, openTestNode, payment, STAKED, sharedWorkers } from '../world.ts'

const world = createWorld({ amounts: [5_000_000n, 0n, 3_000_000n, 0n] })
const workers = sharedWorkers({ after })
let payments: Awaited<ReturnType<typeof payment>>[]

before(async () => {
  payments = await Promise.all([payment(world, workers, [0, 1]), payment(world, workers, [2, 3])])
})

const storeFails = (code: string) => (error: unknown) => error instanceof StoreError && error.code === code
const nodeFails = (code: string) => (error: unknown) => error instanceof NodeError && error.code === code
const rule = (code: string) => (error: unknown) => error instanceof ProtocolError && error.code === code

/** The unspent set in the store is the one the state commits to, and it adds up. */
async function assertSound(chain: Chain): Promise<void> {
  const unspent = new LtHash()
  let count = 0
  for await (const [id, value] of chain.tables.coins.range()) {
    unspent.add(coinElement({ id, core: decodeAll(readCoin(id, value).core, readCore) }))
    count++
  }
  assert.deepEqual(unspent.toBytes(), chain.state.unspent)
  assert.equal(count, chain.unspentOutputs)
  assert.ok(holdsSupply(chain.state.supply, heldStake(chain.state.stake)))
}

async function viewFor(chain: Chain, transactions: readonly Uint8Array[]): Promise<PackedView> {
  const operations = transactions.flatMap((one) => operationOf(one) ?? [])
  const coins = packCoins(await chain.coins(transactions.flatMap(readInputs)))
  return { coins, ...(await chain.stakeFor(operations)) }
}

/** A node with both payments in block 1 and an empty block 2. */
async function withBlocks(t: TestContext, directory?: string) {
  const node = await openTestNode(t, world, workers, directory === undefined ? {} : { directory })
  for (const { bytes } of payments) assert.equal((await node.mempool.submit(bytes)).accepted, true)
  await node.consensus.mine(2)
  return { ...node, api: createChainApi(node.chain, node.mempool, node.relay) }
}

describe('a new chain', () => {
  test('begins with the coins of genesis and the event of block 0', async (t) => {
    const { chain, events } = await openTestNode(t, world, workers)
    assert.equal(chain.height, 0)
    assert.equal(chain.unspentOutputs, 4)
    assert.equal(chain.state.supply.issued, 8_000_000n + STAKED)
    await assertSound(chain)
    const [begun] = await events.read(0n, 10)
    assert.equal(begun!.topic, 'chain.block')
    assert.deepEqual(begun!.event, {
      id: toHex(chain.genesisId),
      height: 0,
      time: '2030-01-01T00:00:00.000Z',
      leader: '00'.repeat(48),
      transactions: [],
    })
  })
})

describe('a block', () => {
  test('moves coins, leaves the fees to the stake and is told once', async (t) => {
    const { chain, events, mempool } = await withBlocks(t)
    assert.equal(chain.height, 2)
    assert.equal(mempool.size, 0)
    assert.equal(chain.unspentOutputs, 4)
    assert.equal(chain.state.supply.burnt, 0n)
    assert.equal(chain.state.stake.totals.fees, payments[0]!.fee * 2n)
    await assertSound(chain)
    const told = await events.read(0n, 10)
    assert.deepEqual(
      told.map(({ topic, event }) => [topic, event.height]),
      [0, 1, 2].map((height) => ['chain.block', height]),
    )
    assert.deepEqual(
      told[1]!.event.transactions,
      payments.map(({ id }) => toHex(id)),
    )
  })

  test('is refused when a byte of it is wrong, and nothing changes', async (t) => {
    const { chain, consensus } = await openTestNode(t, world, workers)
    await consensus.mine(1)
    const { block: proposal } = await workers.run('assemble', {
      params: chain.params,
      state: packState(chain.state),
      transactions: [payments[0]!.bytes],
      extras: NO_EXTRAS,
      view: await viewFor(chain, [payments[0]!.bytes]),
      time: chain.state.time + 1,
      round: 0,
      certificate: chain.certificate,
      secret: world.keys[0]!.secret,
    })
    await chain.check(proposal)
    for (let at = 0; at < proposal.length; at += Math.ceil(proposal.length / 60)) {
      const bent = proposal.slice()
      bent[at]! ^= 1
      await assert.rejects(chain.check(bent), ProtocolError, `byte ${at}`)
    }
    await assert.rejects(chain.check(proposal.slice(0, -1)), rule('invalid_encoding'))
    await assert.rejects(chain.check(new Uint8Array(0)), rule('invalid_encoding'))
    assert.equal(chain.height, 1)
    await assertSound(chain)
  })

  test('with a transaction whose signature does not hold is refused, unless somebody has verified it', async (t) => {
    const { chain } = await openTestNode(t, world, workers)
    const bad = payments[1]!.bytes.slice()
    bad[bad.length - 2 * PAYLOAD_LENGTH - SIGNATURE_LENGTH]! ^= 1
    const transactions = [payments[0]!.bytes, bad]
    const propose = async (time: number) => {
      const { block } = await workers.run('assemble', {
        params: chain.params,
        state: packState(chain.state),
        transactions,
        extras: NO_EXTRAS,
        view: await viewFor(chain, transactions),
        time,
        round: 0,
        certificate: chain.certificate,
        secret: world.keys[0]!.secret,
      })
      return block
    }
    const { time } = chain.state
    const proposal = await propose(time + 1)
    await assert.rejects(chain.check(proposal), (error) => {
      assert.ok(error instanceof ProtocolError)
      assert.ok(
        ['invalid_signature', 'invalid_encoding', 'invalid_point', 'invalid_scalar'].includes(error.code),
      )
      return true
    })
    await assert.rejects(
      chain.check(proposal, { verified: (one) => toHex(one) !== toHex(bad) }),
      ProtocolError,
    )
    const { outputIds } = await chain.check(proposal, { verified: (one) => toHex(one) === toHex(bad) })
    assert.equal(outputIds.length, 4)
    // a rule that it breaks comes before a proof that does not hold
    const early = await propose(time + 2 * chain.params.maxTimeDrift)
    await assert.rejects(chain.check(early, { now: time }), rule('invalid_block'))
  })

  test('is not committed without a certificate, nor upon another head', async (t) => {
    const { chain, consensus, store } = await openTestNode(t, world, workers)
    const { params, state, certificate } = chain
    const { secret } = world.keys[0]!
    const job = {
      params,
      state: packState(state),
      transactions: [],
      extras: NO_EXTRAS,
      view: await viewFor(chain, []),
      time: state.time + 1,
      round: 0,
      certificate,
      secret,
    }
    const stale = await chain.check((await workers.run('assemble', job)).block)
    await assert.rejects(chain.commit(stale, NO_CERTIFICATE), rule('invalid_certificate'))
    assert.equal(chain.height, 0)
    await consensus.mine(1)
    await assert.rejects(chain.commit(stale, chain.certificate), (error) => error instanceof ProtocolError)
    assert.equal(chain.height, 1)
    assert.equal((await store.table('block').entries()).length, 2)
  })
})

describe('after a restart', () => {
  test('everything is as it was', async (t) => {
    const directory = await temporaryDirectory(t)
    const node = await withBlocks(t, directory)
    const before = [node.chain.state, node.chain.certificate, node.chain.unspentOutputs, node.events.head]
    await node.close()
    const again = await openTestNode(t, world, workers, { directory })
    assert.deepEqual(
      [again.chain.state, again.chain.certificate, again.chain.unspentOutputs, again.events.head],
      before,
    )
    await assertSound(again.chain)
    assert.equal(await again.consensus.mine(1), 3)
  })

  test('another genesis is refused', async (t) => {
    const directory = await temporaryDirectory(t)
    await (await openTestNode(t, world, workers, { directory })).close()
    await assert.rejects(
      openTestNode(t, createWorld({ seed: 'another' }), workers, { directory }),
      storeFails('wrong_chain'),
    )
  })

  const damages: [string, (store: Store) => Promise<void>][] = [
    ['a head that is gone', (store) => store.commit([chainTables(store).meta.delete(HEAD_KEY)])],
    ['a block that is gone', (store) => store.commit([chainTables(store).blocks.delete(be64(1))])],
    [
      'a head of an earlier time',
      async (store) => {
        const { meta, blocks } = chainTables(store)
        const head = (await meta.get(HEAD_KEY))!
        // The height stands behind the chain id.
        head[32]! -= 1
        await store.commit([meta.put(HEAD_KEY, head), blocks.delete(be64(2))])
      },
    ],
    [
      'a bit of the head',
      async (store) => {
        const { meta } = chainTables(store)
        const head = (await meta.get(HEAD_KEY))!
        head[head.length - 100]! ^= 1
        await store.commit([meta.put(HEAD_KEY, head)])
      },
    ],
    [
      'a bit of an older block',
      async (store) => {
        const { blocks } = chainTables(store)
        const block = (await blocks.get(be64(1)))!
        block[60]! ^= 1
        await store.commit([blocks.put(be64(1), block)])
      },
    ],
  ]
  for (const [name, damage] of damages) {
    test(`damage is found and not repaired: ${name}`, async (t) => {
      const directory = await temporaryDirectory(t)
      const node = await openTestNode(t, world, workers, { directory })
      await node.consensus.mine(2)
      await node.close()
      const store = await openStore(join(directory, 'db'), { logger: silentLogger })
      await damage(store)
      await store.close()
      await assert.rejects(openTestNode(t, world, workers, { directory }), storeFails('corrupt'))
    })
  }
})

describe('what everybody may ask', () => {
  test('blocks by height, by id and in pages', async (t) => {
    const { api, chain } = await withBlocks(t)
    const block = await api.block({ height: 1 })
    assert.deepEqual(await api.block({ id: block.id }), block)
    assert.deepEqual(
      block.transactions,
      payments.map(({ id }) => toHex(id)),
    )
    assert.equal(block.outputs, 4)
    assert.equal(block.previous, toHex(chain.genesisId))
    assert.equal(block.certificate!.signers, '01')
    assert.equal((await api.block({ height: 0 })).certificate, undefined)
    await assert.rejects(api.block({ height: 3 }), nodeFails('block_not_found'))
    await assert.rejects(api.block({ id: '00'.repeat(32) }), nodeFails('block_not_found'))
    const heights = async (order: 'oldest' | 'newest', from?: number) =>
      (await api.blocks({ limit: 2, order, from })).items.map(({ height }) => height)
    assert.deepEqual(await heights('oldest'), [0, 1])
    assert.deepEqual(await heights('oldest', 2), [2])
    assert.deepEqual(await heights('newest'), [2, 1])
    assert.deepEqual(await heights('newest', 1), [1, 0])
  })

  test('transactions, pending and final, with their bytes', async (t) => {
    const { chain, mempool, consensus } = await openTestNode(t, world, workers)
    const api = createChainApi(chain, mempool, mempool)
    const [{ bytes, id, fee }] = payments as [(typeof payments)[0]]
    const transactionId = toHex(id)
    await assert.rejects(api.transaction({ transactionId }), nodeFails('transaction_not_found'))
    assert.deepEqual(await api.submit(bytes), { transactionId, status: 'pending' })
    const pending = await api.transaction({ transactionId, encoded: true })
    assert.deepEqual([pending.status, pending.fee, pending.bytes], ['pending', fee, bytes.length])
    assert.deepEqual(pending.encoded, bytes)
    await consensus.mine(1)
    const final = await api.transaction({ transactionId, encoded: true })
    assert.deepEqual([final.status, final.height, final.position], ['final', 1, 0])
    assert.deepEqual(final.encoded, bytes)
    assert.deepEqual(final.outputs, pending.outputs)
    assert.equal((await api.transaction({ transactionId })).encoded, undefined)
    assert.deepEqual(await api.submit(bytes), { transactionId, status: 'final' })
  })

  test('outputs, spent and unspent', async (t) => {
    const { api } = await withBlocks(t)
    const all = await api.outputs({ limit: 100 })
    assert.deepEqual(
      all.items.map(({ height, position, spent }) => [height, position, spent]),
      [0, 1, 2, 3].map((n) => [0, n, true]).concat([0, 1, 0, 1].map((n) => [1, n, false])),
    )
    assert.equal(all.items[0]!.transactionId, undefined)
    assert.ok(all.items.slice(0, 4).every(({ spentIn }) => payments.some(({ id }) => toHex(id) === spentIn)))
    assert.equal(all.items[4]!.transactionId, toHex(payments[0]!.id))
    const unspent = await api.outputs({ limit: 100, unspent: true, payload: true })
    assert.deepEqual(
      unspent.items.map(({ outputId, payload }) => [outputId, payload!.length]),
      all.items.slice(4).map(({ outputId }) => [outputId, 1_024]),
    )
    assert.deepEqual((await api.outputs({ limit: 100, from: 1 })).items.length, 4)
    const { outputId } = all.items[5]!
    assert.deepEqual(await api.output({ outputId }), all.items[5])
    await assert.rejects(api.output({ outputId: '00'.repeat(32) }), nodeFails('output_not_found'))
  })

  test('supply, fees, parameters and status', async (t) => {
    const { api, chain } = await withBlocks(t)
    const supply = await api.supply()
    const awards = 2n * awardPart(chain.params.stake.blockReward, chain.params.stake)
    assert.deepEqual([supply.issued, supply.burnt], [8_000_000n + STAKED + awards, 0n])
    assert.equal(supply.awardPool, awards)
    assert.equal(supply.staked, STAKED + awards + payments[0]!.fee * 2n)
    assert.deepEqual(
      supply.mints.map(({ amount }) => amount),
      [5_000_000n, 0n, 3_000_000n, 0n],
    )
    assert.equal(supply.mints[0]!.outputId, (await api.outputs({ limit: 1 })).items[0]!.outputId)
    assert.equal((await api.fees()).ordinary.fee, payments[0]!.fee)
    const { genesis, chainId } = await api.params()
    assert.deepEqual([genesis, chainId], [toHex(chain.genesisId), toHex(chain.state.chainId)])
    assert.deepEqual((await api.status()).mempool, { transactions: 0, bytes: 0 })
  })
})

test('the wallet sees every block with what it spends and makes', async (t) => {
  const { chain, mempool } = await withBlocks(t)
  const view = createWalletChain(chain, mempool)
  const blocks: SeenBlock[] = []
  for await (const one of view.blocks(0, 2)) blocks.push(one)
  const [genesis, block, empty] = blocks
  const outputsOf = ({ height, transactions }: SeenBlock) =>
    view.outputs(transactions.map((transaction, position) => ({ height, position, transaction })))
  assert.deepEqual(empty!.transactions, [])
  assert.deepEqual(genesis!.transactions, [{ inputs: [], outputs: 4 }])
  assert.deepEqual(
    block!.transactions.map(({ id, outputs }) => [id, outputs]),
    payments.map(({ id }) => [toHex(id), 2]),
  )
  const [mint] = await outputsOf(genesis!)
  const coins = mint!.outputs.map(({ id }) => id)
  assert.deepEqual(block!.transactions.flatMap(({ inputs }) => inputs).toSorted(), coins.toSorted())
  const received = (await outputsOf(block!)).flatMap(({ origin, outputs }) => {
    assert.ok(origin.type === 'transaction')
    const context = inputContext(unpack(origin.inputs, 32))
    return outputs
      .filter(({ core }) => findOutput(bob, context, decodeAll(core, readCore)))
      .map((output) => ({ ...output, context }))
  })
  assert.equal(received.length, 2)
  assert.equal(received[0]!.payload!.length, 1_024)
  const again = await view.output(received[0]!.id)
  assert.deepEqual(again!.context, received[0]!.context)
  assert.equal(again!.height, 1)
  assert.deepEqual((await view.transaction(toHex(payments[1]!.id)))!.bytes, payments[1]!.bytes)
  assert.equal(await view.transaction('00'.repeat(32)), undefined)
  assert.equal(await view.output('00'.repeat(32)), undefined)
})

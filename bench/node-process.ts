/** The process that `node.ts` measures: gets its material as a message, and answers with rows. */
import { setTimeout as wait } from 'node:timers/promises'
import { blockAt } from '../src/node/chain/find.ts'
import { readInputs } from '../src/node/chain/transaction-layout.ts'
import { createWalletChain } from '../src/node/chain/wallet-chain.ts'
import { systemClock } from '../src/node/clock.ts'
import { DEFAULT_LIMITS } from '../src/node/limits.ts'
import { silentLogger } from '../src/node/logger.ts'
import type { WalletChain } from '../src/node/wallet/chain-view.ts'
import { DEFAULT_WALLET_LIMITS } from '../src/node/wallet/limits.ts'
import { scanAhead } from '../src/node/wallet/scan-ahead.ts'
import { formatViewKey } from '../src/node/wallet/view-key.ts'
import { createNodeWorkers, type NodeWorkers } from '../src/node/workers/node-workers.ts'
import { verifyInParts } from '../src/node/workers/verify-in-parts.ts'
import { encodeBlock } from '../src/protocol/block.ts'
import { NO_EXTRAS } from '../src/protocol/block-extras.ts'
import { concat, utf8 } from '../src/protocol/bytes.ts'
import { hash } from '../src/protocol/crypto/hash.ts'
import { accountKeys, encodeViewKey } from '../src/protocol/keys.ts'
import { decodeTransaction } from '../src/protocol/transaction.ts'
import { openWalletNode, type WalletNode } from '../test/node/wallet/wallet-node.ts'
import { alice, bob, openTestNode, sharedWorkers, type TestNode } from '../test/node/world.ts'
import { bounded } from './crypto/rows.ts'
import { type Row, summary } from './harness.ts'
import { hooks } from './hooks.ts'
import type { Material } from './node.ts'

/** Transactions that one thread verifies together. */
const BATCH = 128
/** Batches for each thread in one measurement: enough to keep the threads at work for some tenths of a second. */
const ROUNDS = 4
/** Measurements of one thread and of all, in turn. */
const RUNS = 9
/** Rounds before the first that counts. */
const WARM_UP_ROUNDS = 6
/** How often a block is sent through two new nodes. */
const BLOCKS = 5
/** Blocks of one reading: enough to keep the threads at work for half a second. */
const SCANNED_BLOCKS = 40
/** Milliseconds between two looks at whether the event loop gets its turns. */
const TICK = 1
/** Transactions accepted before the measured ones. */
const WARM_UP = 32

type Hooks = ReturnType<typeof hooks>
type Pools = { readonly one: NodeWorkers; readonly all: NodeWorkers }
type Measured = { readonly milliseconds: number; readonly stall: number; readonly busy: number }
type FollowedBlock = {
  readonly node: WalletNode
  readonly flood: Measured
  readonly making: Measured
  readonly checking: Measured
  readonly following: Measured
}

process.once('message', async (material: Material) => {
  const ends = hooks()
  const tell = (line: string) => process.send!(line)
  try {
    const workers = sharedWorkers(ends)
    tell('accepting one after the other …')
    const rows = [await acceptOne(ends, material, workers)]
    tell('a block through two nodes …')
    const blocks: FollowedBlock[] = []
    for (let i = 0; i < BLOCKS; i++) blocks.push(await followBlock(ends, material, workers))
    rows.push(...blockRows(material.payments.length, blocks))
    tell('verifying and scanning, one thread and all …')
    // both new: a thread's code is compiled for what it has done before
    const pools = { one: openPool(ends, 1), all: openPool(ends, DEFAULT_LIMITS.workers) }
    rows.push(...(await verifyTogether(ends, material, pools)))
    rows.push(...(await scanForeign(blocks[0]!.node, pools)))
    process.send!(rows)
  } finally {
    await ends.run()
    process.disconnect()
  }
})

function openPool(ends: Hooks, workers: number): NodeWorkers {
  const controller = new AbortController()
  ends.after(() => controller.abort(new Error('measured')))
  const limits = { ...DEFAULT_LIMITS, workers }
  return createNodeWorkers(
    { limits, signal: controller.signal },
    { clock: systemClock, logger: silentLogger },
  )
}

/** Each is handed in when the one before waits in the pool. */
async function acceptOne(ends: Hooks, { world, payments }: Material, workers: NodeWorkers): Promise<Row> {
  const { mempool } = await openTestNode(ends, world, workers)
  const times: number[] = []
  for (const bytes of payments) {
    const start = performance.now()
    const { accepted } = await mempool.submit(bytes)
    times.push(performance.now() - start)
    if (!accepted) throw new Error('a measured transaction was refused')
  }
  const row = summary('accept a 2-in 2-out transaction', times.slice(WARM_UP), 'ms')
  return bounded(row, { against: 'monerod 0.18: 11.2 ms', wanted: 'under 6 ms' }, (figure) => figure < 6)
}

/** What a block of all payments takes, and how long it keeps the event loop busy. */
async function followBlock(ends: Hooks, material: Material, workers: NodeWorkers): Promise<FollowedBlock> {
  const { world, payments } = material
  const leader = await openTestNode(ends, world, workers)
  const flood = await measured(() => Promise.all(payments.map((bytes) => leader.mempool.submit(bytes))))
  const order = leader.mempool.candidates(payments.length, Number.POSITIVE_INFINITY)
  const making = await measured(() => leader.consensus.mine(1))
  const { header } = await blockAt(leader.chain.tables, 1)
  const block = encodeBlock({
    header,
    transactions: order.map((bytes) => decodeTransaction(bytes)),
    ...NO_EXTRAS,
  })

  const node = await openWalletNode(ends, world, workers)
  for (const keys of [alice, bob]) {
    await node.wallet.account.importViewKey({ viewKey: formatViewKey(keys, 'dev') })
  }
  while (node.wallet.rescanning) await wait(10)
  node.clock.advance(60_000)
  const checking = await measured(() => node.chain.check(block))
  const following = await measured(async () => {
    await node.chain.commit(checking.result, leader.chain.certificate)
    await node.wallet.reached(1)
  })
  return { node, flood, making, checking, following }
}

function blockRows(count: number, blocks: readonly FollowedBlock[]): Row[] {
  const group = `A block of ${count} transactions, 2 in 2 out`
  const times = (name: string, part: (block: FollowedBlock) => Measured, note?: string): Row => {
    const milliseconds = blocks.map((block) => part(block).milliseconds)
    return { ...summary(name, milliseconds, 'ms', note), group }
  }
  const stall = (name: string, part: (block: FollowedBlock) => Measured): Row => {
    const figures = blocks.map((block) => part(block).stall)
    const row = summary(`longest stall while they are ${name}`, figures, 'ms')
    return bounded(row, { against: '', wanted: 'at most 10 ms' }, (figure) => figure <= 10)
  }
  const busy = (name: string, part: (block: FollowedBlock) => Measured): Row => {
    const figures = blocks.map((block) => part(block).busy)
    return { ...summary(`busy in one go while they are ${name}`, figures, 'ms', 'of this thread'), group }
  }
  const flood = blocks.map((block) => (count * 1_000) / block.flood.milliseconds)
  return [
    { ...summary('accepted, when they come at once', flood, 'a second'), group },
    times('made into a block by its leader', ({ making }) => making),
    times('checked as a block, none of them known', ({ checking }) => checking),
    times('committed, and read for two accounts', ({ following }) => following, 'that own all of it'),
    stall('accepted', ({ flood }) => flood),
    stall('made into a block', ({ making }) => making),
    stall('checked as a block', ({ checking }) => checking),
    stall('committed and read', ({ following }) => following),
    busy('accepted', ({ flood }) => flood),
    busy('made into a block', ({ making }) => making),
    busy('checked as a block', ({ checking }) => checking),
    busy('committed and read', ({ following }) => following),
  ]
}

/**
 * What `work` takes, and the longest time for which the event loop had no turn meanwhile: by the clock, and of that the time
 * this thread was at work, which leaves out what other processes took. All in milliseconds.
 */
async function measured<T>(work: () => Promise<T>): Promise<Measured & { readonly result: T }> {
  let [stall, busy] = [0, 0]
  let [time, cpu] = [performance.now(), threadTime()]
  const ticking = setInterval(() => {
    const [now, used] = [performance.now(), threadTime()]
    stall = Math.max(stall, now - time)
    busy = Math.max(busy, used - cpu)
    ;[time, cpu] = [now, used]
  }, TICK)
  const start = performance.now()
  const result = await work()
  const milliseconds = performance.now() - start
  await wait(2 * TICK)
  clearInterval(ticking)
  return { result, milliseconds, stall: Math.max(0, stall - TICK), busy }
}

/** Milliseconds that this thread has worked. */
function threadTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

/** As many as make some full batches for every thread. */
async function verifyTogether(ends: Hooks, { world, payments }: Material, pools: Pools): Promise<Row[]> {
  const { chain } = await openTestNode(ends, world, pools.all)
  const known = payments.slice(0, BATCH).map(async (transaction) => {
    const coins = await chain.coins(readInputs(transaction))
    return { transaction, coins: concat(...coins.map(({ core }) => core)) }
  })
  const batch = await Promise.all(known)
  const network = { chainId: chain.state.chainId, params: chain.params }
  const { ratios } = await besideOneThread(`verify, ${BATCH} together`, pools, async (pool) => {
    const items = Array.from({ length: pool.threads }, () => batch).flat()
    const calls = Array.from({ length: ROUNDS }, () =>
      verifyInParts({ ...network, items }, pool, DEFAULT_LIMITS),
    )
    if ((await Promise.all(calls)).flat().length > 0) throw new Error('a measured transaction was refused')
    return ROUNDS * items.length
  })
  return ratios
}

/** Reads one block again and again from the store for an account that owns nothing in it. */
async function scanForeign({ chain, mempool }: TestNode, pools: Pools): Promise<Row[]> {
  const real = createWalletChain(chain, mempool)
  const repeated: Pick<WalletChain, 'blocks' | 'outputs'> = {
    blocks: async function* (from, until) {
      for (let height = from; height <= until; height++) {
        for await (const { time, transactions } of real.blocks(1, 1)) yield { height, time, transactions }
      }
    },
    outputs: (places) => real.outputs(places),
  }
  const stranger = encodeViewKey(accountKeys(hash('bench seed', utf8('stranger'))))
  const request = { viewKeys: [stranger], from: 1, until: SCANNED_BLOCKS, kind: 'sift' } as const
  const { ratios, together } = await besideOneThread('scan foreign outputs', pools, async (pool) => {
    let outputs = 0
    const modules = { chain: repeated, workers: pool, limits: DEFAULT_WALLET_LIMITS }
    for await (const { blocks } of scanAhead(request, modules, new AbortController().signal)) {
      for (const { transactions } of blocks) for (const one of transactions) outputs += one.outputs
    }
    return outputs
  })
  const row = { ...together, name: 'scan foreign outputs, all threads' }
  const goal = { against: 'Monero 0.18: 24,000-31,000 a second', wanted: '24,000 a second' }
  return [...ratios, bounded(row, goal, (figure) => figure >= 24_000)]
}

/** What a piece of work took: how many a second, and microseconds of processor time for each: of all threads, and of this one. */
type Worked = { readonly rate: number; readonly all: number; readonly own: number }

/**
 * Work in a pool of all threads beside that in a pool of one, measured in turn; `work` returns how much it did. The goal is by
 * the clock, which other processes disturb. By processor time it says what a quiet machine would come to.
 */
async function besideOneThread(
  name: string,
  { one, all }: Pools,
  work: (pool: NodeWorkers) => Promise<number>,
): Promise<{ ratios: Row[]; together: Row }> {
  const measure = async (pool: NodeWorkers): Promise<Worked> => {
    const [start, total, own] = [performance.now(), process.cpuUsage(), threadTime()]
    const done = await work(pool)
    const seconds = (performance.now() - start) / 1_000
    const { user, system } = process.cpuUsage(total)
    return { rate: done / seconds, all: (user + system) / done, own: (1_000 * (threadTime() - own)) / done }
  }
  while (all.size < all.threads) await work(all)
  // a thread compiles its own JavaScript, and takes some rounds for it
  for (let run = 0; run < WARM_UP_ROUNDS; run++) for (const pool of [one, all]) await work(pool)
  const figures: { readonly single: Worked; readonly together: Worked }[] = []
  for (let run = 0; run < RUNS; run++) {
    figures.push({ single: await measure(one), together: await measure(all) })
  }
  const row = (title: string, figure: (both: (typeof figures)[number]) => number, unit: string) =>
    summary(title, figures.map(figure), unit)
  const together = row(`${name}, ${all.threads} threads`, (both) => both.together.rate, 'a second')
  const reference = row(`${name}, one thread`, ({ single }) => single.rate, 'a second')
  const ratio = row('ratio', (both) => both.together.rate / both.single.rate, '×')
  const least = 0.8 * all.threads
  const wanted = `${least.toFixed(1)} ×`
  const goal = { against: 'one thread', reference, ratio, wanted, met: ratio.median >= least }
  const byTime = row(
    `${name}, ${all.threads} threads to one`,
    ({ single, together: shared }) => (all.threads * (single.all - single.own)) / shared.all,
    '×',
  )
  return {
    ratios: [
      { ...together, goal },
      { ...byTime, group: 'By processor time' },
    ],
    together,
  }
}

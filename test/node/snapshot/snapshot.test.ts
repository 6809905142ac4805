/** Snapshots: what comes out of one is what all blocks give, and nothing that a peer says is believed. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, type TestContext, test } from 'node:test'
import { encodeHead } from '../../../src/node/chain/head-record.ts'
import { readInputs } from '../../../src/node/chain/transaction-layout.ts'
import { systemClock } from '../../../src/node/clock.ts'
import { silentLogger } from '../../../src/node/logger.ts'
import { MemoryNetwork } from '../../../src/node/network/memory-network.ts'
import { digestChunk, readCoins } from '../../../src/node/snapshot/chunk.ts'
import {
  chunkAt,
  chunkCount,
  decodeManifest,
  encodeManifest,
  type Manifest,
  manifestId,
} from '../../../src/node/snapshot/manifest.ts'
import { encodeOffer, type SnapshotQuestion } from '../../../src/node/snapshot/messages.ts'
import { openShelf } from '../../../src/node/snapshot/shelf.ts'
import { SnapshotImport } from '../../../src/node/snapshot/snapshot-import.ts'
import { openStore } from '../../../src/node/store.ts'
import { blockId } from '../../../src/protocol/block.ts'
import { concat, toHex } from '../../../src/protocol/bytes.ts'
import { encodePoint, multiplyBase, scalarFrom } from '../../../src/protocol/crypto/group.ts'
import { LtHash } from '../../../src/protocol/crypto/lthash.ts'
import { ProtocolError } from '../../../src/protocol/errors.ts'
import { stateCommitment } from '../../../src/protocol/ledger.ts'
import { temporaryDirectory } from '../support.ts'
import { openTestNode, sharedWorkers, type TestNode } from '../world.ts'
import {
  FIRST,
  headersOf,
  prepareWorld,
  putSnapshot,
  SECOND,
  type SnapshotWorld,
  type SyncOptions,
  servePeer,
  sync,
  world,
} from './snapshot-world.ts'

const HOUR = 3_600_000
const workers = sharedWorkers({ after })
let made: SnapshotWorld

const endings: (() => unknown)[] = []
before(async () => {
  made = await prepareWorld({ after: (end) => endings.push(end) }, workers)
})
after(async () => {
  for (const end of endings.toReversed()) await end()
})

/** The headers up to a height: what a node knows that came earlier. */
function headersUpTo(height: number): SnapshotWorld['headers'] {
  return headersOf(made.archive.chain, height)
}

function netOf(peers: readonly string[]) {
  const network = new MemoryNetwork(systemClock)
  return { own: network.join('own'), peers: peers.map((name) => network.join(name)) }
}

function open(t: TestContext, directory: string): Promise<TestNode> {
  return openTestNode(t, world, workers, { key: null, directory })
}

async function follow({ chain }: TestNode, from: number): Promise<void> {
  for (const { block, certificate } of made.blocks.slice(from - 1))
    await chain.commit(await chain.check(block), certificate)
}

/** Everything a snapshot of the node's head consists of. */
async function snapshotOf(t: TestContext, node: TestNode): Promise<string[]> {
  const shelf = await openShelf(await temporaryDirectory(t), 1)
  await putSnapshot(node, shelf, workers)
  const [item] = shelf.items
  const chunks = await Promise.all(Array.from({ length: item!.chunks }, (_, n) => shelf.chunk(item!, n)))
  return [(await shelf.manifest(item!))!, ...chunks.map((chunk) => chunk!)].map(toHex)
}

async function manifestAt(height: number): Promise<Manifest> {
  const item = made.shelf.items.find((one) => one.height === height)!
  return decodeManifest((await made.shelf.manifest(item))!)
}

/** Syncs from peers that answer each in its way; honest where nothing is said. */
async function syncFrom(
  t: TestContext,
  twists: Record<string, Parameters<typeof servePeer>[2]>,
  options: Partial<SyncOptions> = {},
) {
  const directory = await temporaryDirectory(t)
  const { own, peers } = netOf(Object.keys(twists))
  const served = Object.values(twists).map((twist, index) => servePeer(peers[index]!, made.shelf, twist))
  const result = await sync(directory, { network: own, headers: made.headers, workers, ...options })
  return { directory, ...result, asked: served.map(({ asked }) => asked) }
}

const isChunk = (number: number) => (question: SnapshotQuestion) =>
  question.type === 'chunk' && question.number === number

describe('a snapshot', () => {
  test('has several chunks of coins and of entries', async () => {
    const { coins, entries } = await manifestAt(FIRST)
    assert.ok(coins.length > 3 && entries.length > 1)
  })

  test('makes a node of which the next snapshot is the same, byte for byte', async (t) => {
    const { directory, height, pruned, liars } = await syncFrom(
      t,
      { one: undefined, two: undefined },
      { headers: headersUpTo(FIRST) },
    )
    assert.deepEqual([height, pruned, liars], [FIRST, { earliest: FIRST + 1, swept: FIRST + 1 }, []])
    const node = await open(t, directory)
    await follow(node, FIRST + 1)
    assert.deepEqual(encodeHead(headOf(node)), encodeHead(headOf(made.archive)))
    assert.deepEqual(await snapshotOf(t, node), await snapshotOf(t, made.archive))
    for (const name of ['entries', 'owners', 'validatorSets'] as const)
      assert.deepEqual(
        await node.chain.tables[name].entries(),
        await made.archive.chain.tables[name].entries(),
        name,
      )
  })

  test('is refused as double spends are, without any of the blocks that spent', async (t) => {
    const { directory } = await syncFrom(t, { one: undefined })
    const node = await open(t, directory)
    for (const bytes of [...made.payments.values()].flat()) {
      assert.deepEqual(await node.chain.coins(readInputs(bytes)), [])
      assert.equal((await node.mempool.submit(bytes)).accepted, false)
    }
  })

  test('comes from all that have it, and each chunk once', async (t) => {
    const { asked } = await syncFrom(t, { one: undefined, two: undefined, three: undefined })
    const chunks = asked.map((one) => one.filter(({ type }) => type === 'chunk').length)
    assert.ok(chunks.every((count) => count > 0))
    assert.equal(
      chunks.reduce((sum, count) => sum + count),
      chunkCount(await manifestAt(SECOND)),
    )
  })

  test('leaves headers and certificates of all blocks before it', async (t) => {
    const { directory } = await syncFrom(t, { one: undefined })
    const { chain } = await open(t, directory)
    const [mine, theirs] = [headersOf(chain), made.headers].map((headers) => headers.read(1, SECOND))
    assert.deepEqual(await mine, await theirs)
    assert.equal((await mine)!.length, SECOND)
  })
})

describe('a peer that lies', () => {
  const chunkLies: Record<string, (chunk: Uint8Array, manifest: Manifest) => Uint8Array | undefined> = {
    'changes a byte': (chunk) => {
      const bent = chunk.slice()
      bent[100]! ^= 1
      return bent
    },
    'leaves a coin out': (chunk) => chunk.subarray(0, -187),
    'gives a coin twice': (chunk) => concat(chunk.subarray(0, 187), chunk),
    'gives coins in another order': (chunk) => concat(chunk.subarray(187), chunk.subarray(0, 187)),
    'sends nothing that is a chunk': () => new Uint8Array(3),
    'sends an empty chunk': () => new Uint8Array(0),
    'sends more than any chunk has': () => new Uint8Array(1 << 20),
  }
  for (const [name, lie] of Object.entries(chunkLies)) {
    test(`${name}: it is found, and the others suffice`, async (t) => {
      const manifest = await manifestAt(SECOND)
      const twist = (question: SnapshotQuestion, part: Uint8Array) =>
        question.type === 'chunk' && chunkAt(manifest, question.number).kind === 'coins'
          ? lie(part, manifest)
          : part
      const { height, liars, directory } = await syncFrom(t, { liar: twist, honest: undefined })
      assert.equal(height, SECOND)
      assert.equal(liars.length, 1)
      assert.match(liars[0]!, /^liar: /)
      const node = await open(t, directory)
      assert.deepEqual(await snapshotOf(t, node), await snapshotOf(t, made.archive))
    })
  }

  test('gives another chunk of the same snapshot', async (t) => {
    const other = (await made.shelf.chunk(made.shelf.items[0]!, 1))!
    const twist = (question: SnapshotQuestion, part: Uint8Array) => (isChunk(0)(question) ? other : part)
    const { height, liars } = await syncFrom(t, { liar: twist, honest: undefined })
    assert.equal(height, SECOND)
    assert.deepEqual(
      liars.map((one) => one.split(':')[0]),
      ['liar'],
    )
  })

  /** Offers a manifest of its own making under its true id, first of all. */
  const forged = (change: (manifest: Manifest) => Manifest, chunk?: (part: Uint8Array) => Uint8Array) => {
    return async () => {
      const bytes = encodeManifest(change(await manifestAt(SECOND)))
      const id = manifestId(bytes)
      return { bytes, id, chunk }
    }
  }
  const forgeries: Record<string, ReturnType<typeof forged>> = {
    'a stake that was changed': forged(({ head, ...rest }) => {
      const [record, ...records] = head.state.stake.records
      const stake = { ...head.state.stake, records: [{ ...record!, stake: record!.stake + 1n }, ...records] }
      return { ...rest, head: { ...head, state: { ...head.state, stake } } }
    }),
    'a supply that was changed': forged(({ head, ...rest }) => {
      const supply = { ...head.state.supply, issued: head.state.supply.issued + 1n }
      return { ...rest, head: { ...head, state: { ...head.state, supply } } }
    }),
    'another beacon': forged(({ head, ...rest }) => ({
      ...rest,
      head: { ...head, state: { ...head.state, beacon: new Uint8Array(32) } },
    })),
    'validators with other weights': forged(({ sets, ...rest }) => ({
      ...rest,
      sets: sets.map(({ from, set }) => ({
        from,
        set: set.map(({ publicKey, weight }) => ({ publicKey, weight: weight + 1n })),
      })),
    })),
    'no validators of old heights': forged(({ sets, head, ...rest }) => ({
      ...rest,
      head,
      sets: [{ from: head.state.height + 1, set: sets.at(-1)!.set }],
    })),
    'a coin less': forged(({ coins, ...rest }) => ({ ...rest, coins: coins.slice(1) })),
    'a coin more': forged(({ coins, ...rest }) => ({
      ...rest,
      coins: [...coins, { first: new Uint8Array(32).fill(255), sum: coins[0]!.sum }],
    })),
    'sums that were moved between chunks': forged(({ coins, ...rest }) => ({
      ...rest,
      coins: coins.map((info, at) => ({
        ...info,
        sum: at < 2 ? shifted(info.sum, at === 0 ? 1 : 0xffff) : info.sum,
      })),
    })),
  }
  for (const [name, forge] of Object.entries(forgeries)) {
    test(`offers ${name}: nobody takes it, and the true one is found`, async (t) => {
      const { bytes, id } = await forge()
      const directory = await temporaryDirectory(t)
      const { own, peers } = netOf(['liar', 'honest'])
      servePeer(peers[1]!, made.shelf)
      peers[0]!.requests.serve('snapshot', async function* (_, question) {
        if (question[0] === 0) yield encodeOffer({ height: SECOND, id })
        else if (question[0] === 1) yield bytes
        else yield (await made.shelf.chunk(made.shelf.items[0]!, question.at(-4)!))!
      })
      const { height, liars } = await sync(directory, { network: own, headers: made.headers, workers })
      assert.equal(height, SECOND)
      assert.ok(liars.every((one) => one.startsWith('liar: ')))
      assert.ok(liars.length === 1, liars.join())
      const node = await open(t, directory)
      assert.deepEqual(await snapshotOf(t, node), await snapshotOf(t, made.archive))
    })
  }

  test('that answers without end is cut short', async (t) => {
    const directory = await temporaryDirectory(t)
    const { own, peers } = netOf(['endless', 'honest'])
    servePeer(peers[1]!, made.shelf)
    const counts = { offers: 0, parts: 0 }
    peers[0]!.requests.serve('snapshot', async function* (_, question) {
      for (;;) {
        if (question[0] === 0) {
          counts.offers++
          yield encodeOffer({ height: SECOND, id: new Uint8Array(32).fill(counts.offers) })
        } else {
          counts.parts++
          yield new Uint8Array(1 << 18)
        }
      }
    })
    const { height, liars } = await sync(directory, { network: own, headers: made.headers, workers })
    assert.equal(height, SECOND)
    assert.ok(counts.offers < 64 && counts.parts < 300)
    assert.ok(liars.every((one) => one.startsWith('endless: ')))
  })
})

describe('no snapshot', () => {
  test('is taken that is older than half of the retention period, or of a height that is not certified', async (t) => {
    const old = { ...made.headers, height: SECOND + world.genesis.params.payloadRetention }
    const limits = { snapshotTries: 2 }
    assert.equal((await syncFrom(t, { one: undefined }, { headers: old, limits })).height, 0)
    const early = headersUpTo(FIRST - 1)
    const { height, directory, liars } = await syncFrom(t, { one: undefined }, { headers: early, limits })
    assert.deepEqual([height, liars], [0, []])
    const node = await open(t, directory)
    await follow(node, 1)
    assert.deepEqual(node.chain.state.unspent, made.archive.chain.state.unspent)
  })

  test('comes of peers that never answer, or offer it and never give it; others are asked', async (t) => {
    const directory = await temporaryDirectory(t)
    const { own, peers } = netOf(['stuck', 'idle', 'honest'])
    servePeer(peers[2]!, made.shelf)
    peers[0]!.requests.serve('snapshot', async function* () {
      yield await new Promise<Uint8Array>(() => {})
    })
    const { id } = made.shelf.items[0]!
    peers[1]!.requests.serve('snapshot', async function* (_, question) {
      if (question[0] === 0) yield encodeOffer({ height: SECOND, id })
      else yield await new Promise<Uint8Array>(() => {})
    })
    const limits = { snapshotPatience: 1_000, snapshotFailures: 1 }
    const { height, liars } = await sync(directory, { network: own, headers: made.headers, workers, limits })
    assert.equal(height, SECOND)
    assert.deepEqual(liars, [])
  })

  test('is waited for when others have one', { timeout: 60_000 }, async (t) => {
    const directory = await temporaryDirectory(t)
    const { own, peers } = netOf(['silent', 'honest'])
    servePeer(peers[1]!, made.shelf)
    peers[0]!.requests.serve('snapshot', async function* () {
      yield await new Promise<Uint8Array>(() => {})
    })
    const limits = { snapshotPatience: HOUR, snapshotOfferPatience: 100 }
    const options = { network: own, headers: made.headers, workers, limits }
    assert.equal((await sync(directory, options)).height, SECOND)
  })

  test('is lost because its offer comes late', { timeout: 60_000 }, async (t) => {
    const directory = await temporaryDirectory(t)
    const { own, peers } = netOf(['slow', 'quick'])
    const third = Promise.withResolvers<void>()
    let rounds = 0
    servePeer(peers[0]!, made.shelf, async (question, part) => {
      if (question.type === 'offers') await third.promise
      return part
    })
    // has none, and is asked again and again meanwhile
    peers[1]!.requests.serve('snapshot', async function* () {
      rounds += 1
      if (rounds === 3) third.resolve()
      yield* []
    })
    const limits = { snapshotPatience: HOUR, snapshotOfferPatience: 20, snapshotTries: 1_000 }
    const options = { network: own, headers: made.headers, workers, limits }
    assert.equal((await sync(directory, options)).height, SECOND)
  })

  test('is there on a young chain: the node does not ask for long', async (t) => {
    const directory = await temporaryDirectory(t)
    const { own, peers } = netOf(['young'])
    const { asked } = servePeer(peers[0]!, await openShelf(await temporaryDirectory(t), 1))
    const options = { network: own, headers: made.headers, workers, limits: { snapshotTries: 1_000 } }
    assert.equal((await sync(directory, options)).height, 0)
    assert.equal(asked.length, 5)
  })

  test('comes of peers that are silent; others are asked', async (t) => {
    const silent = () => undefined
    const { height, liars } = await syncFrom(t, { silent, honest: undefined })
    assert.deepEqual([height, liars], [SECOND, []])
  })
})

describe('certified money from nothing', () => {
  test('is found by adding up the coins, and the node does not start', async (t) => {
    const manifest = await manifestAt(SECOND)
    const [item] = made.shelf.items
    // one coin is worth more, and the validators have certified the state with it
    const chunk = (await made.shelf.chunk(item!, 0))!.slice()
    chunk.set(encodePoint(multiplyBase(scalarFrom(1_000_000n))), 32 + 32)
    const { sum } = digestChunk('coins', chunk)
    const coins = manifest.coins.map((info, at) => (at === 0 ? { ...info, sum } : info))
    const unspent = new LtHash()
    for (const info of coins) unspent.join(info.sum)
    const { head } = manifest
    const [before] = await made.headers.read(SECOND, 1)
    const changed = { ...head.state, unspent: unspent.toBytes() }
    const header = { ...before!.header, stateCommitment: stateCommitment(changed) }
    const state = { ...changed, blockId: blockId(header) }
    const bytes = encodeManifest({ ...manifest, coins, head: { ...head, state } })
    const headers = {
      ...made.headers,
      height: SECOND,
      read: async (from: number, count: number) =>
        (await made.headers.read(from, count)).map((one) =>
          one.header.height === SECOND ? { ...before!, header } : one,
        ),
    }
    const directory = await temporaryDirectory(t)
    const { own, peers } = netOf(['one'])
    peers[0]!.requests.serve('snapshot', async function* (_, question) {
      const number = question.at(-4)!
      if (question[0] === 0) yield encodeOffer({ height: SECOND, id: manifestId(bytes) })
      else if (question[0] === 1) yield bytes
      else yield number === 0 ? chunk : (await made.shelf.chunk(item!, number))!
    })
    const isBroken = (error: unknown) => error instanceof ProtocolError && error.code === 'supply_broken'
    for (const _ of ['the first time', 'and ever after'])
      await assert.rejects(sync(directory, { network: own, headers, workers }), isBroken)
  })
})

describe('a snapshot that was cut off', () => {
  test('goes on where it was, and asks for no chunk twice', async (t) => {
    const directory = await temporaryDirectory(t)
    const { own, peers } = netOf(['one'])
    const { asked } = servePeer(peers[0]!, made.shelf)
    const numbers = () => asked.flatMap((one) => (one.type === 'chunk' ? [one.number] : []))
    const count = chunkCount(await manifestAt(SECOND))
    for (const stopAt of [2, 5, count]) {
      const ending = new AbortController()
      const onProgress = ({ done = 0 }) => {
        if (done >= stopAt) ending.abort(new Error('cut off'))
      }
      const options = { network: own, headers: made.headers, workers, onProgress, signal: ending.signal }
      await assert.rejects(sync(directory, { ...options, limits: { snapshotAsked: 1 } }), /cut off/)
    }
    const before = numbers().length
    const { height } = await sync(directory, { network: own, headers: made.headers, workers })
    assert.equal(height, SECOND)
    assert.ok(numbers().length <= count + 2, 'no more than what was on its way')
    assert.ok(before >= 5)
    const node = await open(t, directory)
    assert.deepEqual(await snapshotOf(t, node), await snapshotOf(t, made.archive))
  })

  test('and that nobody has any more gives way to a newer one', async (t) => {
    const directory = await temporaryDirectory(t)
    const { own, peers } = netOf(['one'])
    const ending = new AbortController()
    const onlyFirst = (question: SnapshotQuestion, part: Uint8Array) =>
      question.type === 'offers' && part[0] !== FIRST ? undefined : part
    servePeer(peers[0]!, made.shelf, onlyFirst)
    const onProgress = ({ done = 0 }) => {
      if (done >= 3) ending.abort(new Error('cut off'))
    }
    const options = { network: own, headers: made.headers, workers }
    await assert.rejects(sync(directory, { ...options, onProgress, signal: ending.signal }), /cut off/)
    servePeer(peers[0]!, made.shelf, (question, part) =>
      question.type === 'offers' && part[0] !== SECOND ? undefined : part,
    )
    assert.equal((await sync(directory, options)).height, SECOND)
    const node = await open(t, directory)
    assert.deepEqual(await snapshotOf(t, node), await snapshotOf(t, made.archive))
  })

  test('is taken back by a node that is to read all blocks', async (t) => {
    const directory = await temporaryDirectory(t)
    const { own, peers } = netOf(['one'])
    servePeer(peers[0]!, made.shelf)
    const ending = new AbortController()
    const onProgress = () => ending.abort(new Error('cut off'))
    const options = { network: own, headers: made.headers, workers }
    await assert.rejects(sync(directory, { ...options, onProgress, signal: ending.signal }), /cut off/)
    let store = await openStore(join(directory, 'db'), { logger: silentLogger })
    await (await SnapshotImport.resume(store))!.putHeaders(made.headers, new AbortController().signal)
    await store.close()
    assert.equal((await sync(directory, { ...options, headers: undefined })).height, 0)
    store = await openStore(join(directory, 'db'), { logger: silentLogger })
    assert.deepEqual(await store.table('snapshot').entries(), [])
    await store.close()
    const node = await open(t, directory)
    await follow(node, 1)
    assert.deepEqual(await snapshotOf(t, node), await snapshotOf(t, made.archive))
  })
})

describe('a shelf', () => {
  test('serves nothing that its disk has damaged', async (t) => {
    const { appendFile, readdir } = await import('node:fs/promises')
    const directory = await temporaryDirectory(t)
    const shelf = await openShelf(directory, 2)
    await putSnapshot(made.archive, shelf, workers)
    const [name] = await readdir(directory)
    const [item] = shelf.items
    assert.ok(await shelf.chunk(item!, 0))
    assert.equal(readCoins((await shelf.chunk(item!, 0))!).length, 4)
    await appendFile(join(directory, name!, '0'), new Uint8Array(1))
    assert.equal(await shelf.chunk(item!, 0), undefined)
    assert.deepEqual(shelf.items, [])
    assert.deepEqual(await readdir(directory), [])
  })

  test('keeps the newest, and finds after a restart what was whole', async (t) => {
    const directory = await temporaryDirectory(t)
    const shelf = await openShelf(directory, 1)
    await putSnapshot(made.archive, shelf, workers)
    await shelf.begin()
    const again = await openShelf(directory, 1)
    assert.deepEqual(again.items, shelf.items)
    const { readdir } = await import('node:fs/promises')
    assert.equal((await readdir(directory)).length, 1)
  })
})

function headOf({ chain: { state, unspentOutputs } }: TestNode) {
  return { state, unspentOutputs }
}

/** An LtHash with something added to its first lane. */
function shifted(sum: Uint8Array, by: number): Uint8Array {
  const lane = new Uint8Array(2048)
  new DataView(lane.buffer).setUint16(0, by, true)
  const joined = LtHash.fromBytes(sum)
  joined.join(lane)
  return joined.toBytes()
}

/** Neighbours that lie, stall, leave or know less: the node finds out who, does without them, and keeps what others gave. */
import assert from 'node:assert/strict'
import { cp } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import type { Answerer } from '../../../src/node/network/requests.ts'
import { decodeBlocks, encodeBlocks } from '../../../src/node/sync/wire.ts'
import { encodeHeader } from '../../../src/protocol/block.ts'
import { Writer } from '../../../src/protocol/codec.ts'
import { decodeHeaderRun, encodeHeaderRun, MAX_HEADER_LENGTH } from '../../../src/protocol/header-run.ts'
import type { HeaderRun } from '../../../src/protocol/trail.ts'
import { type Hooks, seededRandom, temporaryDirectory } from '../support.ts'
import { createWorld, payment, sharedWorkers, type TestNode } from '../world.ts'
import {
  type Answers,
  answersOf,
  createLane,
  type Lane,
  type LaneNode,
  type LaneOptions,
  SMALL,
  sameChain,
  until,
} from './lane.ts'
import { makeBlock } from './maker.ts'

const workers = sharedWorkers({ after })
const world = createWorld({
  validators: 4,
  amounts: [5_000_000n, 0n, 5_000_000n, 0n],
  seed: 'liars',
})
const { params } = world.genesis
const HEIGHT = 70
/** Far above what the honest have. */
const CLAIMED = 5_000

/** Made once; every test begins with nodes on copies of it. */
const original = await temporaryDirectory({ after })

before(async () => {
  const hooks: (() => unknown)[] = []
  const lane = await createLane({ after: (end) => hooks.push(end) }, world, workers)
  await lane.open('maker', { directory: original, first: make })
  for (const end of hooks) await end()
})

async function make({ chain }: TestNode): Promise<void> {
  for (let height = 1; height <= HEIGHT; height++) {
    const coins = height === 20 ? [0, 1] : height === 45 ? [2, 3] : []
    const transactions = coins.length > 0 ? [(await payment(world, workers, coins)).bytes] : []
    await makeBlock(chain, workers, world.keys, { transactions })
  }
}

/** A lane with an honest node that has the chain. */
async function withHonest(t: Hooks): Promise<{ lane: Lane; honest: LaneNode }> {
  const directory = await temporaryDirectory(t)
  await cp(original, directory, { recursive: true })
  const lane = await createLane(t, world, workers)
  return { lane, honest: await lane.open('honest', { directory }) }
}

/** Each part of an honest answer, changed. */
function spoilt(answerer: Answerer, spoil: (part: Uint8Array) => Uint8Array): Answerer {
  return async function* (from, question, signal) {
    for await (const part of answerer(from, question, signal)) yield spoil(part)
  }
}

function spoiltRun(honest: LaneNode, spoil: (run: HeaderRun) => HeaderRun): Answerer {
  return async function* (from, question, signal) {
    let height = Number(new DataView(question.buffer, question.byteOffset).getBigUint64(0, true))
    for await (const part of answersOf(honest).headers(from, question, signal)) {
      const run = decodeHeaderRun(part, height, 4_096, params.stake)
      height += run.headers.length
      const { headers, certificate, epochProofs } = spoil(run)
      yield encodeHeaderRun(headers.map(encodeHeader), certificate, epochProofs)
    }
  }
}

const flipped = (bytes: Uint8Array, at: number) =>
  bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))

/** With nobody but a liar there the node finds out; then it comes to the end of the chain with somebody honest. */
async function findsOut(
  t: Hooks,
  lie: (answers: Answers, honest: LaneNode) => Partial<Answers>,
  complaint: RegExp,
  options: LaneOptions & { readonly height?: number } = {},
): Promise<void> {
  const { honest } = await withHonest(t)
  const answers = answersOf(honest)
  const lane = await createLane(t, world, workers)
  const { height = HEIGHT + 1, ...others } = options
  lane.stranger('liar', height, { ...answers, ...lie(answers, honest) })
  const node = await lane.open('node', others)
  await until(() => node.reports.length > 0, 'the liar is found', node)
  assert.match(node.reports[0]!, complaint)
  lane.stranger('second', HEIGHT + 1, answers)
  await until(() => node.chain.height === HEIGHT, 'the chain', node)
  await sameChain(node, honest)
  assert.equal(node.reports.length, 1)
}

type HeaderLie = {
  readonly spoil: (honest: LaneNode) => Answerer
  readonly complaint: RegExp
  /** What it says it decides; far above what anybody has when left out. */
  readonly height?: number
}

const HEADER_LIES: Record<string, HeaderLie> = {
  'rubbish for headers': {
    spoil: () =>
      async function* () {
        yield seededRandom('rubbish')(500)
      },
    complaint: /^liar: false headers/,
  },
  'headers with a certificate of other validators': {
    spoil: (honest) =>
      spoiltRun(honest, (run) => ({
        ...run,
        certificate: { ...run.certificate, signature: run.headers.at(-1)!.vrf },
      })),
    complaint: /^liar: false headers: a certificate that the validators did not sign/,
  },
  'headers with too few signers': {
    spoil: (honest) =>
      spoiltRun(honest, (run) => ({
        ...run,
        certificate: { ...run.certificate, bitmap: Uint8Array.of(3) },
      })),
    complaint: /^liar: false headers: not more than two thirds/,
  },
  'a fork': {
    spoil: (honest) =>
      spoiltRun(honest, (run) => ({
        ...run,
        headers: run.headers.map((header, index) =>
          index === run.headers.length - 1 ? { ...header, time: header.time + 1 } : header,
        ),
      })),
    complaint: /^liar: false headers: a certificate that the validators did not sign/,
  },
  'a claim of silence that nobody voted on': {
    spoil: (honest) =>
      spoiltRun(honest, (run) => ({
        ...run,
        certificate: { ...run.certificate, round: 40, claim: Uint8Array.of(8) },
      })),
    complaint: /^liar: false headers/,
  },
  'other validators for the next epoch': {
    spoil: (honest) =>
      spoiltRun(honest, (run) => ({
        ...run,
        // in the weight of a member
        epochProofs: run.epochProofs.map((proof) => flipped(proof, 2_400)),
      })),
    complaint: /^liar: false headers/,
    height: HEIGHT + 1,
  },
  'no headers at all': {
    spoil: () => async function* () {},
    complaint: /^liar: claims a height that it cannot serve/,
  },
  'a part without headers': {
    spoil: () =>
      async function* () {
        for (;;) yield new Writer().u32(0).bytes(new Uint8Array(108)).finish()
      },
    complaint: /^liar: false headers: a run of no headers/,
  },
  'more headers than were asked for': {
    spoil: (honest) => (from, _question, signal) =>
      answersOf(honest).headers(from, new Writer().u64(1).u32(HEIGHT).finish(), signal),
    complaint: /^liar: false headers: a run of no headers, or of more than were asked for/,
  },
  'a part longer than any': {
    spoil: () =>
      async function* () {
        yield new Uint8Array(200 * MAX_HEADER_LENGTH)
      },
    complaint: /^liar: a part longer than any answer has/,
  },
}

describe('a neighbour that gives', () => {
  for (const [name, { spoil, complaint, height = CLAIMED }] of Object.entries(HEADER_LIES)) {
    test(name, async (t) => {
      const lie = (_: Answers, honest: LaneNode) => ({ headers: spoil(honest) })
      // Few at a time, so that more than was asked for shows.
      await findsOut(t, lie, complaint, { height, sync: { headersAsked: 10 } })
    })
  }
})

const BLOCK_LIES: Record<string, { spoil: (part: Uint8Array) => Uint8Array; complaint: RegExp }> = {
  'blocks with other headers': {
    spoil: (part) => encodeBlocks(decodeBlocks(part, 256).map((block) => flipped(block, 60))),
    complaint: /^liar: a block that is not of the header/,
  },
  'blocks with other contents': {
    spoil: (part) => encodeBlocks(decodeBlocks(part, 256).map((block) => flipped(block, block.length - 1))),
    complaint: /^liar: a false block/,
  },
  'more blocks than were asked for': {
    spoil: (part) => encodeBlocks(Array.from({ length: 100 }, () => decodeBlocks(part, 256)[0]!)),
    complaint: /^liar: (more blocks than were asked for|a block that is not of the header)/,
  },
  'rubbish for blocks': {
    spoil: (part) => seededRandom('rubbish')(part.length),
    complaint: /^liar: (bytes end too early|a field of|a block that is not of the header)/,
  },
  'a payment with another payload': {
    spoil: (part) =>
      encodeBlocks(
        decodeBlocks(part, 256).map((block) =>
          block.length > 3_000 ? flipped(block, block.length - 40) : block,
        ),
      ),
    complaint: /^liar: a false block/,
  },
  'parts without blocks': {
    spoil: () => new Uint8Array(0),
    complaint: /^liar: bytes end too early/,
  },
}

describe('a neighbour with true headers that gives', () => {
  for (const [name, { spoil, complaint }] of Object.entries(BLOCK_LIES)) {
    test(name, async (t) => {
      await findsOut(t, ({ blocks }) => ({ blocks: spoilt(blocks, spoil) }), complaint)
    })
  }
})

describe('nobody lies, but a neighbour', () => {
  /** The chain is there, and nobody was complained of. */
  const arrives = async (lane: Lane, honest: LaneNode, options?: LaneOptions) => {
    const node = await lane.open('node', options)
    await until(() => node.chain.height === HEIGHT, 'the chain', node)
    await sameChain(node, honest)
    assert.deepEqual(node.reports, [])
  }

  test('never gives a block', async (t) => {
    const { lane, honest } = await withHonest(t)
    const { headers } = answersOf(honest)
    const never: Answerer = async function* () {
      await new Promise(() => {})
    }
    lane.stranger('silent', HEIGHT + 1, { headers, blocks: never })
    await arrives(lane, honest)
  })

  test('answers a part at a time, each just before patience ends', async (t) => {
    const { lane, honest } = await withHonest(t)
    const { headers, blocks } = answersOf(honest)
    const slowly: Answerer = async function* (from, question, signal) {
      for await (const part of blocks(from, question, signal)) {
        for (const block of decodeBlocks(part, 256)) {
          await lane.clock.sleep(SMALL.patience - 100, signal)
          yield encodeBlocks([block])
        }
      }
    }
    lane.stranger('slow', HEIGHT + 1, { headers, blocks: slowly })
    await arrives(lane, honest)
  })

  test('leaves in the middle', async (t) => {
    const { lane, honest } = await withHonest(t)
    const { headers, blocks } = answersOf(honest)
    const leaving = lane.stranger('leaving', HEIGHT + 1, {
      headers,
      blocks: async function* (from, question, signal) {
        for await (const part of blocks(from, question, signal)) {
          const [first] = decodeBlocks(part, 256)
          yield encodeBlocks([first!])
          leaving.close()
        }
      },
    })
    await arrives(lane, honest)
  })

  test('has a shorter chain', async (t) => {
    const { lane, honest } = await withHonest(t)
    const { headers, blocks } = answersOf(honest)
    const short = 40
    const upTo = (answerer: Answerer): Answerer =>
      async function* (from, question, signal) {
        const first = Number(new DataView(question.buffer, question.byteOffset).getBigUint64(0, true))
        const count = new DataView(question.buffer, question.byteOffset).getUint32(8, true)
        assert.ok(first + count <= short + 1, 'it is asked for what it has')
        yield* answerer(from, question, signal)
      }
    lane.stranger('short', short + 1, { headers: upTo(headers), blocks: upTo(blocks) })
    await arrives(lane, honest)
  })

  test('has headers and no blocks any more', async (t) => {
    const { lane, honest } = await withHonest(t)
    const { headers } = answersOf(honest)
    lane.stranger('pruned', HEIGHT + 1, { headers, blocks: async function* () {} })
    await arrives(lane, honest)
  })

  test('breaks off', async (t) => {
    const { lane, honest } = await withHonest(t)
    const { headers, blocks } = answersOf(honest)
    const breaking = (answerer: Answerer): Answerer =>
      async function* (from, question, signal) {
        for await (const part of answerer(from, question, signal)) {
          yield part
          throw new Error('a fault')
        }
      }
    const first = spoilt(blocks, (part) => encodeBlocks(decodeBlocks(part, 256).slice(0, 1)))
    lane.stranger('broken', HEIGHT + 1, { headers: breaking(headers), blocks: breaking(first) })
    await arrives(lane, honest)
  })
})

test('who claims much and serves nothing does not keep others from being heard', async (t) => {
  const lane = await createLane(t, world, workers)
  lane.stranger('boaster', CLAIMED, {})
  const node = await lane.open('node')
  await until(() => node.logger.lines.some((line) => line.startsWith('others are ahead')), 'it says so', node)
  assert.equal(node.chain.height, 0)
  assert.equal(node.sync.progress, undefined)
})

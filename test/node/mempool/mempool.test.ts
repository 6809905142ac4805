/** The pool: what it takes, what it refuses, and that nobody can hurt it with bytes. */
import assert from 'node:assert/strict'
import { after, before, describe, type TestContext, test } from 'node:test'
import fc from 'fast-check'
import { blockAt } from '../../../src/node/chain/find.ts'
import { NodeError } from '../../../src/node/errors.ts'
import type { NodeLimits } from '../../../src/node/limits.ts'
import type { Admission, Dropped } from '../../../src/node/mempool/mempool.ts'
import { encodeBlock } from '../../../src/protocol/block.ts'
import { NO_EXTRAS } from '../../../src/protocol/block-extras.ts'
import { toHex } from '../../../src/protocol/bytes.ts'
import { ProtocolError } from '../../../src/protocol/errors.ts'
import { decodeTransaction } from '../../../src/protocol/transaction.ts'
import { createWorld, openTestNode, payment, sharedWorkers, type TestNode } from '../world.ts'

const world = createWorld({ amounts: [5_000_000n, 0n, 3_000_000n, 0n, 2_000_000n, 0n] })
const workers = sharedWorkers({ after })
type Payment = Awaited<ReturnType<typeof payment>>
let first: Payment
let second: Payment
let third: Payment
/** Spends a coin that `first` spends, too. */
let rival: Payment

before(async () => {
  ;[first, second, third, rival] = (await Promise.all(
    [
      [0, 1],
      [2, 3],
      [4, 5],
      [0, 3],
    ].map((coins) => payment(world, workers, coins)),
  )) as [Payment, Payment, Payment, Payment]
})

async function openPool(t: TestContext, limits: Partial<NodeLimits> = {}) {
  const node = await openTestNode(t, world, workers, { limits })
  const dropped: Dropped[] = []
  node.mempool.onDropped((one) => dropped.push(one))
  return { ...node, dropped }
}

const codeOf = (admission: Admission) => (admission.accepted ? 'accepted' : admission.error.code)
const length = () => first.bytes.length

/** The payment with one bit of its first signature turned: same id, same shape, not valid. */
function badlySigned({ bytes }: Payment): Uint8Array {
  const bad = bytes.slice()
  const at = bad.length - 2 * 1_024 - 2 * 64 + 40
  bad[at]! ^= 1
  return bad
}

describe('a valid transaction', () => {
  test('is taken in once, however often it comes', async (t) => {
    const { mempool } = await openPool(t)
    const admissions = await Promise.all([1, 2, 3].map(() => mempool.submit(first.bytes)))
    admissions.push(await mempool.submit(first.bytes))
    for (const admission of admissions)
      assert.deepEqual(admission, { accepted: true, id: first.id, final: false })
    assert.deepEqual([mempool.size, mempool.bytes], [1, length()])
    assert.deepEqual(mempool.get(toHex(first.id)), first.bytes)
  })

  test('is known as final when it is in a block', async (t) => {
    const { mempool, consensus } = await openPool(t)
    await mempool.submit(first.bytes)
    await consensus.mine(1)
    assert.deepEqual([mempool.size, mempool.bytes], [0, 0])
    assert.deepEqual(await mempool.submit(first.bytes), { accepted: true, id: first.id, final: true })
    assert.equal(mempool.size, 0)
  })

  test('does not change when the caller reuses its bytes', async (t) => {
    const { mempool } = await openPool(t)
    const bytes = first.bytes.slice()
    const admission = mempool.submit(bytes)
    bytes.fill(0)
    assert.equal(codeOf(await admission), 'accepted')
    assert.deepEqual(mempool.candidates(1, 1e6), [first.bytes])
  })
})

describe('a double spend', () => {
  test('is refused while the first waits, however close they come', async (t) => {
    const { mempool } = await openPool(t)
    const admissions = await Promise.all([mempool.submit(first.bytes), mempool.submit(rival.bytes)])
    assert.deepEqual(admissions.map(codeOf).toSorted(), ['accepted', 'input_spent'])
    assert.equal(mempool.size, 1)
    const refused = await mempool.submit(admissions[0]!.accepted ? rival.bytes : first.bytes)
    assert.ok(!refused.accepted && refused.error instanceof NodeError)
    assert.equal(refused.error.code, 'input_spent')
  })

  test('is refused when the first is final, and names the output', async (t) => {
    const { mempool, consensus } = await openPool(t)
    await mempool.submit(first.bytes)
    await consensus.mine(1)
    const refused = await mempool.submit(rival.bytes)
    assert.equal(codeOf(refused), 'input_spent')
    assert.match(JSON.stringify((refused as { error: NodeError }).error.details), /"outputId":"[0-9a-f]{64}"/)
  })

  test('that waits leaves when a block spends its input', async (t) => {
    const one = await openPool(t)
    const other = await openPool(t)
    for (const { bytes } of [first, third]) await one.mempool.submit(bytes)
    await other.mempool.submit(rival.bytes)
    await other.consensus.mine(1)
    const block = await one.chain.check(await encodedBlock(other, rival))
    await one.chain.commit(block, other.chain.certificate)
    assert.deepEqual(one.dropped, [{ id: toHex(first.id), reason: 'conflict' }])
    assert.deepEqual(one.mempool.candidates(10, 1e6), [third.bytes])
  })
})

/** Block 1 of a node, which holds one transaction, as it goes over the wire. */
async function encodedBlock({ chain }: Pick<TestNode, 'chain'>, only: Payment): Promise<Uint8Array> {
  const { header } = await blockAt(chain.tables, 1)
  return encodeBlock({ header, transactions: [decodeTransaction(only.bytes)], ...NO_EXTRAS })
}

describe('what is not valid', () => {
  test('garbage of any kind is refused and never throws', async (t) => {
    const { mempool } = await openPool(t)
    const shaped = fc
      .tuple(
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 20 }),
        fc.uint8Array({ maxLength: 200 }),
      )
      .map(([inputs, outputs, rest]) => Uint8Array.of(1, inputs, outputs, ...rest))
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 4_000 }), shaped), async (bytes) => {
        const admission = await mempool.submit(bytes)
        assert.ok(!admission.accepted && admission.error instanceof ProtocolError)
      }),
    )
    assert.equal(codeOf(await mempool.submit(new Uint8Array(10_000_000))), 'invalid_encoding')
    assert.equal(mempool.size, 0)
  })

  test('a transaction with any byte changed is refused', async (t) => {
    const { mempool } = await openPool(t)
    for (let at = 0; at < length(); at += Math.ceil(length() / 40)) {
      const bent = first.bytes.slice()
      bent[at]! ^= 1
      assert.notEqual(codeOf(await mempool.submit(bent)), 'accepted', `byte ${at}`)
    }
    assert.equal(mempool.size, 0)
    assert.equal(codeOf(await mempool.submit(first.bytes)), 'accepted')
  })

  test('an input that does not exist is told from one that is spent', async (t) => {
    const { mempool } = await openPool(t)
    const stranger = await payment(createWorld({ seed: 'another' }), workers, [0, 1])
    assert.equal(codeOf(await mempool.submit(stranger.bytes)), 'unknown_input')
  })

  test('bad ones in a batch are named and the good ones get in', async (t) => {
    const { mempool } = await openPool(t)
    const all = [badlySigned(first), second.bytes, badlySigned(third), first.bytes, badlySigned(second)]
    const codes = (await Promise.all(all.map((bytes) => mempool.submit(bytes)))).map(codeOf)
    assert.deepEqual(codes.slice(0, 4), ['invalid_signature', 'accepted', 'invalid_signature', 'accepted'])
    // Of the id that is in the pool by then, or refused in the same batch.
    assert.ok(['invalid_signature', 'accepted'].includes(codes[4]!))
    assert.deepEqual(
      mempool.candidates(10, 1e6).map(toHex).toSorted(),
      [second, first].map(({ bytes }) => toHex(bytes)).toSorted(),
    )
  })

  test('a badly signed copy that comes first does not keep the real one out', async (t) => {
    const { mempool } = await openPool(t)
    const codes = await Promise.all([badlySigned(first), first.bytes].map((bytes) => mempool.submit(bytes)))
    assert.deepEqual(codes.map(codeOf), ['invalid_signature', 'accepted'])
    assert.ok(mempool.isVerified(first.bytes))
    assert.ok(!mempool.isVerified(badlySigned(first)))
  })
})

describe('limits', () => {
  test('a full pool refuses by count, and takes again when a block has made room', async (t) => {
    const { mempool, consensus } = await openPool(t, { mempoolTransactions: 1 })
    await mempool.submit(first.bytes)
    assert.equal(codeOf(await mempool.submit(second.bytes)), 'mempool_full')
    assert.equal(codeOf(await mempool.submit(first.bytes)), 'accepted')
    await consensus.mine(1)
    assert.equal(codeOf(await mempool.submit(second.bytes)), 'accepted')
  })

  test('a full pool refuses by bytes, also those that were checked side by side', async (t) => {
    const { mempool } = await openPool(t, { mempoolBytes: 2 * length() })
    const all = await Promise.all([first, second, third].map(({ bytes }) => mempool.submit(bytes)))
    assert.deepEqual(all.map(codeOf).toSorted(), ['accepted', 'accepted', 'mempool_full'])
    assert.equal(mempool.bytes, 2 * length())
  })

  test('what cannot wait for its check is refused at once', async (t) => {
    const { mempool } = await openPool(t, { mempoolPending: 0 })
    const codes = (await Promise.all([first, second].map(({ bytes }) => mempool.submit(bytes)))).map(codeOf)
    assert.deepEqual(codes, ['mempool_full', 'mempool_full'])
    assert.equal(mempool.size, 0)
  })

  test('a transaction that no block takes is dropped after a while', async (t) => {
    const { mempool, chain, consensus, dropped } = await openPool(t, { mempoolExpiry: 3, proposalBytes: 100 })
    await mempool.submit(first.bytes)
    await consensus.mine(3)
    assert.equal(mempool.size, 1)
    await consensus.mine(1)
    assert.equal(chain.height, 4)
    assert.deepEqual(dropped, [{ id: toHex(first.id), reason: 'expired' }])
    assert.equal(mempool.size, 0)
    assert.equal(codeOf(await mempool.submit(first.bytes)), 'accepted')
  })

  test('a proposal takes what came first, up to its own limits', async (t) => {
    const { mempool } = await openPool(t)
    for (const { bytes } of [second, first, third]) await mempool.submit(bytes)
    const ids = (count: number, bytes: number) => mempool.candidates(count, bytes).map(toHex)
    assert.deepEqual(
      ids(10, 1e6),
      [second, first, third].map(({ bytes }) => toHex(bytes)),
    )
    assert.deepEqual(ids(1, 1e6), [toHex(second.bytes)])
    assert.deepEqual(
      ids(10, 2 * length()),
      [second, first].map(({ bytes }) => toHex(bytes)),
    )
  })
})

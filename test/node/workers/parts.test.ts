/** Splitting work over threads: nothing is lost, nothing changes its place. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { NodeWorkers } from '../../../src/node/workers/node-workers.ts'
import { unpack } from '../../../src/node/workers/packed.ts'
import { inParts } from '../../../src/node/workers/parts.ts'
import type { VerifyJob, VerifyResult } from '../../../src/node/workers/verify.ts'
import { verifyInParts } from '../../../src/node/workers/verify-in-parts.ts'
import { NETWORKS } from '../../../src/protocol/network.ts'

describe('a list in parts', () => {
  test('is the list again, in equal parts that are not too small', () => {
    const numbers = fc.integer({ min: 1, max: 20 })
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 200 }), numbers, numbers, (items, parts, least) => {
        const cut = inParts(items, parts, least)
        assert.deepEqual(cut.flat(), items)
        assert.ok(cut.length <= parts)
        const lengths = cut.map(({ length }) => length)
        assert.ok(Math.max(0, ...lengths) - Math.min(...lengths) <= 1 || items.length === 0)
        if (cut.length > 1) assert.ok(lengths.every((length) => length >= least))
        if (items.length >= parts * least) assert.equal(cut.length, parts)
      }),
    )
  })

  test('that is empty has none', () => {
    assert.deepEqual(inParts([], 4, 1), [])
  })
})

test('packed bytes come apart in whole pieces only', () => {
  assert.deepEqual(unpack(Uint8Array.of(1, 2, 3, 4), 2), [Uint8Array.of(1, 2), Uint8Array.of(3, 4)])
  assert.throws(() => unpack(Uint8Array.of(1, 2, 3), 2), RangeError)
})

describe('a verification in parts', () => {
  const job = (count: number): VerifyJob => ({
    chainId: new Uint8Array(32),
    params: NETWORKS.dev,
    items: Array.from({ length: count }, (_, index) => ({
      transaction: Uint8Array.of(index),
      coins: new Uint8Array(0),
    })),
  })
  const limits = { verifyPart: 2 }

  /** Threads that refuse transactions by their only byte, the first parts last. */
  function threads(count: number, refused: ReadonlySet<number>) {
    const parts: number[][] = []
    const ends: (() => void)[] = []
    const run = async (_: string, { items }: VerifyJob): Promise<VerifyResult> => {
      const part = items.map(({ transaction }) => transaction[0]!)
      parts.push(part)
      await new Promise<void>((resolve) => {
        ends.unshift(resolve)
        if (ends.length === count) for (const end of ends) end()
      })
      const bad = part.flatMap((name, index) =>
        refused.has(name)
          ? [{ index, code: 'invalid_proof' as const, message: `number ${name}`, details: {} }]
          : [],
      )
      return { ids: new Uint8Array(32 * part.length), refused: bad }
    }
    return { workers: { threads: count, run } as unknown as NodeWorkers, parts }
  }

  test('names the refused by their place in the whole, in order', async () => {
    const { workers, parts } = threads(3, new Set([1, 4, 6]))
    const refused = await verifyInParts(job(8), workers, limits)
    assert.deepEqual(
      refused.map(({ index, message }) => [index, message]),
      [1, 4, 6].map((number) => [number, `number ${number}`]),
    )
    assert.deepEqual(parts, [
      [0, 1],
      [2, 3, 4],
      [5, 6, 7],
    ])
  })

  test('of few transactions is one', async () => {
    const { workers, parts } = threads(1, new Set())
    assert.deepEqual(await verifyInParts(job(3), workers, limits), [])
    assert.equal(parts.length, 1)
  })
})

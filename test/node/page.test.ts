/** Pages: every item once and in order, from any limit, while the list grows. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { NodeError } from '../../src/node/errors.ts'
import { be64, fromBe64 } from '../../src/node/ordered-keys.ts'
import { type Order, type PageQuery, readPage } from '../../src/node/page.ts'
import { temporaryStore } from './support.ts'

const invalid = (error: unknown) => error instanceof NodeError && error.code === 'invalid_cursor'
const EMPTY = new Uint8Array(0)

test('walk through the list in either order, whatever the limit and the filter', async (t) => {
  const store = await temporaryStore(t)
  const table = store.table('list')
  await store.commit(Array.from({ length: 30 }, (_, n) => table.put(be64(n), EMPTY)))
  const orders = fc.constantFrom<Order>('oldest', 'newest')
  await fc.assert(
    fc.asyncProperty(
      orders,
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 9 }),
      async (order, limit, step, scan) => {
        const seen: number[] = []
        let cursor: string | undefined
        for (;;) {
          const page = await readPage({
            table,
            list: 'list',
            request: { limit, order, cursor },
            gte: be64(5),
            lt: be64(25),
            scan,
            item: ([key]) => (fromBe64(key) % BigInt(step) === 0n ? Number(fromBe64(key)) : undefined),
          })
          assert.ok(page.items.length <= limit)
          seen.push(...page.items)
          cursor = page.next
          if (page.complete) break
        }
        const expected = Array.from({ length: 20 }, (_, n) => n + 5).filter((n) => n % step === 0)
        assert.deepEqual(seen, order === 'oldest' ? expected : expected.toReversed())
      },
    ),
  )
})

describe('the cursor of the last page', () => {
  test('leads to what is added later', async (t) => {
    const store = await temporaryStore(t)
    const table = store.table('list')
    const read = (cursor?: string) =>
      readPage({
        table,
        list: 'list',
        request: { limit: 10, cursor },
        item: ([key]) => Number(fromBe64(key)),
      })
    const empty = await read()
    assert.deepEqual([empty.items, empty.complete], [[], true])
    await store.commit([table.put(be64(1), EMPTY)])
    const one = await read(empty.next)
    assert.deepEqual([one.items, one.complete], [[1], true])
    await store.commit([table.put(be64(2), EMPTY)])
    assert.deepEqual((await read(one.next)).items, [2])
    assert.deepEqual((await read((await read(one.next)).next)).items, [])
  })
})

test('a cursor of another list, another order or nobody is refused', async (t) => {
  const table = (await temporaryStore(t)).table('list')
  const read = (list: string, order: Order, cursor?: string) =>
    readPage({ table, list, request: { limit: 1, order, cursor }, item: () => 1 } satisfies PageQuery<number>)
  const { next } = await read('list', 'oldest')
  await assert.rejects(read('other', 'oldest', next), invalid)
  await assert.rejects(read('list', 'newest', next), invalid)
  for (const cursor of ['', 'A', 'garbage!', 'AAAAAAAA'])
    await assert.rejects(read('list', 'oldest', cursor), invalid)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { NodeError } from '../../../src/node/errors.ts'
import { be64 } from '../../../src/node/ordered-keys.ts'
import type { Order } from '../../../src/node/page.ts'
import { readExpandedPage } from '../../../src/node/stake/expanded-page.ts'
import { temporaryStore } from '../support.ts'

/** Entries of so many items each; odd numbers are left out of the list. */
async function listOf(t: Parameters<typeof temporaryStore>[0], sizes: readonly number[], name: string) {
  const store = await temporaryStore(t)
  const table = store.table('block')
  await store.transact((batch) => {
    for (const [at, size] of sizes.entries()) batch.put(table, be64(at), Uint8Array.of(size))
  })
  const read = (order: Order, limit: number, cursor?: string) =>
    readExpandedPage({
      ...{ table, list: name, keyLength: 8, request: { order, limit, cursor } },
      items: ([key, value]) =>
        Array.from({ length: value[0]! }, (_, at) => (at % 2 ? undefined : `${key[7]}.${at}`)),
    })
  const all = sizes.flatMap((size, entry) =>
    Array.from({ length: Math.ceil(size / 2) }, (_, at) => `${entry}.${2 * at}`),
  )
  return { read, all }
}

test('pages together have every item once, in order, whatever their size', async (t) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 8 }),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom<Order>('oldest', 'newest'),
      async (sizes, limit, order) => {
        const { read, all } = await listOf(t, sizes, 'list')
        const found: string[] = []
        let cursor: string | undefined
        for (;;) {
          const page = await read(order, limit, cursor)
          found.push(...page.items)
          cursor = page.next
          if (page.complete) break
          assert.ok(page.items.length <= limit)
        }
        assert.deepEqual(found, order === 'oldest' ? all : all.toReversed())
        assert.deepEqual((await read(order, limit, cursor)).items, [], 'nothing comes twice')
      },
    ),
    { numRuns: 25 },
  )
})

test('a cursor of another list, another order or a wrong length is refused', async (t) => {
  const { read } = await listOf(t, [3, 3], 'list')
  const { next } = await read('oldest', 1)
  const refuses = (error: unknown) => error instanceof NodeError && error.code === 'invalid_cursor'
  await assert.rejects(read('newest', 1, next), refuses)
  await assert.rejects(read('oldest', 1, next.slice(0, -4)), refuses)
  await assert.rejects(read('oldest', 1, 'junk'), refuses)
})

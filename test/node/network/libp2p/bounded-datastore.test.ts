import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BoundedDatastore, type Datastore } from '../../../../src/node/network/libp2p/bounded-datastore.ts'

type Key = Parameters<Datastore['put']>[0]

/** All that the store asks of a key. */
const key = (name: string) => ({ toString: () => `/${name}` }) as Key

test('records are there until too many others were used since', async () => {
  const store = new BoundedDatastore(3, 4)
  for (const name of ['a', 'b', 'c']) store.put(key(name), Uint8Array.of(name.charCodeAt(0)))
  store.get(key('a'))
  store.put(key('d'), Uint8Array.of(1))
  assert.equal(store.size, 3)
  assert.equal(store.has(key('a')), true)
  assert.throws(() => store.get(key('b')), { name: 'NotFoundError' })
  const batch = store.batch()
  batch.put(key('e/1'), Uint8Array.of(2))
  batch.delete(key('c'))
  assert.equal(store.has(key('c')), true)
  await batch.commit()
  const found = [...store.query({ prefix: '/e', filters: [({ value }) => value[0] === 2] })]
  assert.deepEqual(
    found.map(({ key }) => key.toString()),
    ['/e/1'],
  )
  assert.deepEqual([...store.queryKeys({ offset: 1, limit: 1 })].map(String), ['/d'])
})

test('a record too long is not kept, and what it was to replace is gone', () => {
  const store = new BoundedDatastore(3, 4)
  store.put(key('a'), new Uint8Array(4))
  store.put(key('a'), new Uint8Array(5))
  assert.equal(store.has(key('a')), false)
})

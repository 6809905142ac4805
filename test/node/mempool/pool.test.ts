/** The pool as a data structure, against a model of it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Pool, type PoolEntry } from '../../../src/node/mempool/pool.ts'

const LIMITS = { mempoolTransactions: 6, mempoolOperations: 2, mempoolBytes: 60, mempoolExpiry: 3 }

type Command =
  | { do: 'add'; entry: Omit<PoolEntry, 'height'> }
  | { do: 'remove'; id: string }
  | { do: 'spend'; inputs: string[] }
  | { do: 'move'; id: string }
  | { do: 'expire'; blocks: number }

const input = fc.integer({ min: 0, max: 9 }).map((n) => `input ${n}`)
const claim = fc.integer({ min: 0, max: 4 }).map((n) => `claim ${n}`)
const command: fc.Arbitrary<Command> = fc.oneof(
  fc
    .record({
      name: fc.nat(99),
      inputs: fc.uniqueArray(input, { minLength: 1, maxLength: 3 }),
      claims: fc.uniqueArray(claim, { maxLength: 2 }),
      size: fc.integer({ min: 1, max: 20 }),
    })
    .map(({ name, inputs, claims, size }) => ({
      do: 'add' as const,
      entry: {
        id: `id ${name}`,
        digest: `digest ${name}`,
        inputs,
        claims,
        bytes: new Uint8Array(size),
        operation: undefined,
      },
    })),
  fc.nat(99).map((name) => ({ do: 'remove' as const, id: `id ${name}` })),
  fc.array(fc.oneof(input, claim)).map((inputs) => ({ do: 'spend' as const, inputs })),
  fc.nat(99).map((name) => ({ do: 'move' as const, id: `id ${name}` })),
  fc.nat(2).map((blocks) => ({ do: 'expire' as const, blocks })),
)

test('counts, claims and order are those of a plain list', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
      const pool = new Pool(LIMITS)
      let model: PoolEntry[] = []
      let height = 0
      const bytes = () => model.reduce((sum, entry) => sum + entry.bytes.length, 0)
      for (const step of commands) {
        if (step.do === 'add') {
          const entry = { ...step.entry, height }
          const claimed = entry.inputs.find((one) => model.some(({ inputs }) => inputs.includes(one)))
          assert.equal(pool.claimed(entry.inputs), claimed)
          const rivals = model.filter(({ claims }) => claims.some((one) => entry.claims.includes(one)))
          const claimant = pool.claimant(entry.claims)
          assert.ok(claimant === undefined ? rivals.length === 0 : rivals.some(({ id }) => id === claimant))
          const room = model.length < 6 && bytes() + entry.bytes.length <= 60
          assert.equal(pool.hasRoom(entry.bytes.length), room)
          if (claimed === undefined && rivals.length === 0 && room && !pool.get(entry.id)) {
            pool.add(entry)
            model.push(entry)
          }
        } else if (step.do === 'remove') {
          const there = model.find(({ id }) => id === step.id)
          assert.equal(pool.remove(step.id), there)
          model = model.filter((entry) => entry !== there)
        } else if (step.do === 'spend') {
          const hit = model.filter(({ inputs, claims }) =>
            [...inputs, ...claims].some((one) => step.inputs.includes(one)),
          )
          assert.deepEqual(new Set(pool.removeClaiming(step.inputs)), new Set(hit))
          model = model.filter((entry) => !hit.includes(entry))
        } else if (step.do === 'move') {
          pool.moveBack(step.id)
          const moved = model.filter(({ id }) => id === step.id)
          model = [...model.filter(({ id }) => id !== step.id), ...moved]
        } else {
          height += step.blocks
          const old = model.filter((entry) => entry.height + LIMITS.mempoolExpiry < height)
          assert.deepEqual(pool.removeExpired(height), old)
          model = model.filter((entry) => !old.includes(entry))
        }
        assert.deepEqual([pool.size, pool.bytes], [model.length, bytes()])
        assert.deepEqual(pool.oldest(100, 1_000), model)
        assert.ok(
          model.every((entry) => pool.hasDigest(entry.digest) && pool.ofDigest(entry.digest) === entry),
        )
        const odd = (entry: PoolEntry) => entry.id.endsWith('1')
        const even = model.filter((entry) => !odd(entry))
        assert.deepEqual(pool.oldest(2, 1_000, 0, odd), even.slice(0, 2))
      }
    }),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { whatFits } from '../../../src/node/consensus/what-fits.ts'

/** Makes the list itself, unless something in it is bad; counts how often it was asked. */
function maker(isBad: (n: number) => boolean) {
  const asked = { times: 0 }
  const attempt = async (items: readonly number[]) => {
    asked.times++
    return items.some(isBad) ? undefined : [...items]
  }
  return { asked, attempt }
}

test('all that is bad is found, and all else is taken, in order', async () => {
  const items = fc.uniqueArray(fc.nat(1_000), { maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(items, fc.integer({ min: 1, max: 9 }), async (all, modulus) => {
      const isBad = (n: number) => n % modulus === 0
      const { attempt } = maker(isBad)
      const { made, bad, untried } = await whatFits(all, attempt, 200)
      const good = all.filter((n) => !isBad(n))
      assert.deepEqual(made ?? [], good)
      assert.deepEqual(bad, all.filter(isBad))
      assert.deepEqual(untried, [])
    }),
  )
})

test('two that do not go together: the second is the bad one', async () => {
  const attempt = async (items: readonly number[]) =>
    items.includes(3) && items.includes(6) ? undefined : [...items]
  const { made, bad } = await whatFits([1, 2, 3, 4, 5, 6, 7], attempt, 30)
  assert.deepEqual([made, bad], [[1, 2, 3, 4, 5, 7], [6]])
})

test('one bad of 256 takes 17 attempts; when they run out, what is not known is not blamed', async () => {
  const all = Array.from({ length: 256 }, (_, n) => n)
  const { attempt, asked } = maker((n) => n === 200)
  const found = await whatFits(all, attempt, 24)
  assert.deepEqual([found.bad, found.untried.length, found.made?.length], [[200], 0, 255])
  assert.equal(asked.times, 17)
  const cut = await whatFits(all, maker((n) => n === 200).attempt, 5)
  assert.deepEqual(cut.bad, [])
  assert.deepEqual([...cut.made!, ...cut.untried], all)
})

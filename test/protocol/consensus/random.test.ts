/** Machines under schedules that nobody would think of. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Network, type Setting } from './network.ts'

const RUNS = Number(process.env.CONSENSUS_RUNS ?? 300)
/** Milliseconds after which what was found is reported as it is. */
const TIME_LIMIT = 60_000

/** Three numbers decide about one action. */
const choices = fc.array(fc.nat({ max: 0xffff }), { minLength: 30, maxLength: 1500, size: 'max' })

/** Mostly four, where the fewest messages make a difference. */
const counts = fc.oneof(
  { weight: 3, arbitrary: fc.constant(4) },
  { weight: 1, arbitrary: fc.integer({ min: 5, max: 7 }) },
)

const allHonest = counts.map(
  (count): Setting => ({
    weights: new Array(count).fill(1),
    dishonest: [],
  }),
)

/** As many dishonest validators as there may be: less than a third of the weight. */
const someDishonest = fc
  .tuple(
    counts.chain((count) => fc.array(fc.integer({ min: 3, max: 5 }), { minLength: count, maxLength: count })),
    fc.nat({ max: 6 }),
  )
  .map(([weights, first]): Setting => {
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const dishonest: number[] = []
    let left = total
    for (let i = 0; i < weights.length; i++) {
      const validator = (first + i) % weights.length
      if ((total - left + weights[validator]!) * 3 >= total) continue
      dishonest.push(validator)
      left -= weights[validator]!
    }
    return { weights, dishonest }
  })

for (const [name, settings] of [
  ['honest machines', allHonest],
  ['machines of which less than a third are dishonest', someDishonest],
] as const) {
  describe(name, () => {
    test('never decide differently, and all decide once the network is fair', () => {
      fc.assert(
        fc.property(settings, choices, (setting, numbers) => {
          const network = new Network(setting)
          network.run(numbers)
          assert.ok(new Set(network.decided.values()).size <= 1, 'two blocks were decided')
          assert.equal(network.decided.size, network.honest, 'not all have decided')
        }),
        { numRuns: RUNS, interruptAfterTimeLimit: TIME_LIMIT },
      )
    })
  })
}

test('the same messages in the same order do the same, to the byte', () => {
  fc.assert(
    fc.property(someDishonest, choices, (setting, numbers) => {
      const traces = [new Network(setting), new Network(setting)].map((network) => {
        network.run(numbers)
        return network.trace
      })
      assert.deepEqual(traces[0], traces[1])
    }),
    { numRuns: 20 },
  )
})

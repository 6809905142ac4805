/** Whatever happens to a byte of the genesis file, it is refused or says the same chain. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatGenesis, parseGenesis } from '../../../src/node/genesis/genesis-file.ts'
import { StoreError } from '../../../src/node/store-error.ts'
import { hash } from '../../../src/protocol/crypto/hash.ts'
import { chainIdOf, type Genesis } from '../../../src/protocol/genesis.ts'
import { seededRandom } from '../../support/seeded-random.ts'
import { createWorld } from '../world.ts'

test('a genesis file with a changed or missing part', (t) => {
  const { genesis } = createWorld()
  const text = formatGenesis({ genesis, chainId: chainIdOf(genesis), blockId: hash('test block') })
  const seed = Date.now() % 2 ** 32
  t.diagnostic(`seed ${seed}`)
  const random = seededRandom(seed)
  let refused = 0
  for (let run = 0; run < 400; run += 1) {
    const at = random.below(text.length)
    const changed = String.fromCharCode(text.charCodeAt(at) ^ (1 << random.below(7)))
    const damaged = run % 4 === 0 ? text.slice(0, at) : text.slice(0, at) + changed + text.slice(at + 1)
    try {
      assert.deepEqual(named(parseGenesis(damaged).genesis), named(genesis), `seed ${seed}, run ${run}`)
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      assert.equal(error.code, 'corrupt')
      refused += 1
    }
  }
  assert.ok(refused > 150, `${refused} refused`)
})

/** What a chain is named after; the rest is looked at when one is begun. */
function named({ possessions: _, mint, ...rest }: Genesis) {
  return { ...rest, mint: mint.map(({ payload: __, ...coin }) => coin) }
}

/**
 * A database is written, one of its files is damaged at random, and it is opened again. Allowed is that this is refused as
 * damaged, or that it holds what was in it after some commit: never anything in between, and never other bytes.
 */
import assert from 'node:assert/strict'
import { cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { silentLogger } from '../../src/node/logger.ts'
import { be32, fromBe32 } from '../../src/node/ordered-keys.ts'
import { openStore } from '../../src/node/store.ts'
import { StoreError } from '../../src/node/store-error.ts'
import { hash } from '../../src/protocol/crypto/hash.ts'
import { damageFile } from '../node/database-files/damage.ts'
import { seededRandom } from './seeded-random.ts'

export type DamageResult = { refused: number; shorter: number; unharmed: number }

const COMMITS = 1_500
const KEYS = 400
const VALUE = 6_000

/** What commit `number` puts in two places at once: half of it can be compressed. */
function contentOf(number: number): Uint8Array {
  const value = new Uint8Array(VALUE)
  for (let at = 0; at < VALUE / 2; at += 32) value.set(hash('damage', be32(number), be32(at)), at)
  return value
}

/** Several tables, a manifest with some edits, and logs. */
async function fill(directory: string): Promise<void> {
  for (const half of [0, 1]) {
    const store = await openStore(directory, { logger: silentLogger })
    const table = store.table('things')
    const last = store.table('last')
    for (let number = (half * COMMITS) / 2; number < ((half + 1) * COMMITS) / 2; number += 1) {
      const key = be32(number % KEYS)
      await store.commit([table.put(key, contentOf(number)), last.put(be32(0), be32(number))])
    }
    await store.close()
  }
}

export async function damageRun(seeds: number, from = 1): Promise<DamageResult> {
  const root = await mkdtemp(join(tmpdir(), 'stegos-damage-'))
  const result: DamageResult = { refused: 0, shorter: 0, unharmed: 0 }
  try {
    const whole = join(root, 'whole')
    await fill(whole)
    for (let seed = from; seed < from + seeds; seed += 1) {
      const copy = join(root, 'copy')
      await cp(whole, copy, { recursive: true })
      result[await damageOne(copy, seed)] += 1
      await rm(copy, { recursive: true })
    }
    return result
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

async function damageOne(directory: string, seed: number): Promise<keyof DamageResult> {
  const random = seededRandom(seed)
  const kind = random.pick([/^CURRENT$/, /^MANIFEST/, /\.log$/, /\.ldb$/])
  const files: string[] = []
  for (const name of await readdir(directory)) {
    if (kind.test(name) && (await stat(join(directory, name))).size > 0) files.push(name)
  }
  const file = random.pick(files.toSorted())
  const damage = await damageFile(join(directory, file), random)
  const what = `seed ${seed}: ${file} ${JSON.stringify(damage)}`
  let found: number
  try {
    found = await check(directory, what)
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    assert.equal(error.code, 'corrupt', what)
    assert.match(error.message, /is damaged/)
    return 'refused'
  }
  return found === COMMITS - 1 ? 'unharmed' : 'shorter'
}

/** Everything is as it was after one of the commits. @returns which one. */
async function check(directory: string, what: string): Promise<number> {
  const store = await openStore(directory, { logger: silentLogger })
  try {
    const stored = await store.table('last').get(be32(0))
    const last = stored ? fromBe32(stored) : -1
    const entries = await store.table('things').entries()
    assert.equal(entries.length, Math.min(last + 1, KEYS), what)
    for (const [index, [key, value]] of entries.entries()) {
      assert.deepEqual(key, be32(index), what)
      const number = last - ((last - index) % KEYS)
      assert.ok(Buffer.compare(value, contentOf(number)) === 0, `${what}: key ${index}`)
    }
    return last
  } finally {
    await store.close()
  }
}

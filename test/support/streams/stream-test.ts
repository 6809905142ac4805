import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Language, makeFollowers, missingTools } from './languages.ts'
import { streamRun } from './stream-run.ts'

const BLOCKS = 300

/**
 * A small share of `npm run test:streams`, of one SDK.
 *
 * @param built whether `test.sh --build` has run already
 */
export function streamTest(language: Language, { built = false } = {}): void {
  const missing = missingTools(language)
  const skip = process.env.CI_TOOLCHAINS === '1' || missing === undefined ? false : missing
  test(`a stream in ${language} loses and doubles nothing, whatever breaks`, { skip }, async (context) => {
    const seed = Date.now() % 2 ** 32
    context.diagnostic(
      `seed ${seed}; more: npm run test:streams -- --events 10000 --languages ${language} --seed ${seed}`,
    )
    const followers = makeFollowers(language, { built })
    const { cuts, nodeRestarts } = await streamRun({ followers, blocks: BLOCKS, seed })
    context.diagnostic(`${cuts} cuts, ${nodeRestarts} restarts of the node`)
    assert.ok(cuts > 0 && nodeRestarts > 0)
  })
}

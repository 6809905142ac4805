/** A sample node with real tokens and a real audit log, in a store of its own. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { Access, createTokenApi } from '../../../src/node/access/access.ts'
import { openAccess } from '../../../src/node/access/open-access.ts'
import { createManualClock } from '../../../src/node/clock.ts'
import { openIdempotency } from '../../../src/node/idempotency.ts'
import { DEFAULT_LIMITS } from '../../../src/node/limits.ts'
import { silentLogger } from '../../../src/node/logger.ts'
import { openStore } from '../../../src/node/store.ts'
import { systemRandom } from '../../../src/protocol/crypto/random.ts'
import { type SampleNode, sampleNode } from './sample-node.ts'

export async function tokenNode(
  context: TestContext,
): Promise<{ readonly node: SampleNode; readonly clock: ReturnType<typeof createManualClock> }> {
  const directory = await mkdtemp(join(tmpdir(), 'stegos-tokens-'))
  const store = await openStore(join(directory, 'db'), { logger: silentLogger })
  const clock = createManualClock()
  const modules = { store, clock, random: systemRandom, limits: DEFAULT_LIMITS }
  const opened = await openAccess(modules)
  const { tokens } = opened
  const ending = new AbortController()
  const run = tokens.run(ending.signal)
  const access = new Access()
  access.open({ ...opened, signal: ending.signal })
  context.after(async () => {
    ending.abort()
    await Promise.all([run, access.close()])
    await store.close()
    await rm(directory, { recursive: true })
  })
  const token = createTokenApi(opened, await openIdempotency(modules))
  return { node: { ...sampleNode(), access, token }, clock }
}

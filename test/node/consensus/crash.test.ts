/** Crashes at every instant between deciding to say something and storing what came of it. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { createWorld, sharedWorkers } from '../world.ts'
import { type Cluster, createCluster } from './cluster.ts'
import { crashAt, type Instant } from './faults.ts'

const workers = sharedWorkers({ after })
const params = { blockInterval: 50 }

const INSTANTS: readonly Instant[] = (['journal', 'broadcast', 'commit'] as const).flatMap((deed) =>
  (['before', 'after'] as const).flatMap((when) => [1, 2, 3].map((count) => ({ deed, when, count }))),
)

/** Runs members until one of them is struck down, and a moment longer; then all of them are dead and buried. */
async function runAndCrash(cluster: Cluster, instants: ReadonlyMap<number, Instant>): Promise<void> {
  const struck = await Promise.all(
    Array.from(instants, async ([position, instant]) => {
      const crash = crashAt(instant)
      return { crash, member: await cluster.start(position, { faulty: crash.modules }) }
    }),
  )
  await Promise.race(struck.map(({ crash }) => crash.down))
  if (struck.length > 1) await new Promise((resolve) => setTimeout(resolve, 50))
  const stopping = struck.map(({ member }) => member.stop())
  for (const { crash } of struck) crash.bury()
  await Promise.all(stopping)
}

describe('a validator that is struck down again and again', () => {
  test('never contradicts itself, and catches up with the others', async (t) => {
    const world = createWorld({ validators: 4, params, seed: 'struck' })
    const cluster = await createCluster(t, world, workers, 4)
    for (const position of [1, 2, 3]) await cluster.start(position)
    for (const instant of INSTANTS) await runAndCrash(cluster, new Map([[0, instant]]))
    await cluster.start(0)
    await cluster.reached(0, cluster.members[1]!.chain.height + 2)
    await cluster.check()
  })

  test('never contradicts itself when it is alone, and goes on', async (t) => {
    const world = createWorld({ params, seed: 'alone' })
    const cluster = await createCluster(t, world, workers, 2)
    await cluster.start(1)
    for (const instant of INSTANTS) await runAndCrash(cluster, new Map([[0, instant]]))
    const again = await cluster.start(0)
    const { height } = again.chain
    assert.ok(height > 0)
    await cluster.reached(0, height + 2)
    await cluster.reached(1, height + 2)
    await cluster.check()
  })
})

test('all struck down at once go on without a contradiction', async (t) => {
  const world = createWorld({ validators: 4, params, seed: 'all' })
  const cluster = await createCluster(t, world, workers, 4)
  for (const instant of INSTANTS) {
    const each = [1, 2, 3, 4].map((count, position) => [position, { ...instant, count }] as const)
    await runAndCrash(cluster, new Map(each))
  }
  for (const position of [0, 1, 2, 3]) await cluster.start(position)
  await cluster.reached(0, cluster.members[0]!.chain.height + 2)
  await cluster.check()
})

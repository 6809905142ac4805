/** Many subscribers on one node: each gets every event once, in order. */
import assert from 'node:assert/strict'
import type { WebSocket } from 'ws'
import { startNode } from '../node-process.ts'
import { PATIENT } from './patient.ts'
import { openSubscriber } from './raw-subscriber.ts'
import { createWatch } from './watch.ts'

export type SubscribersOptions = { readonly subscribers: number; readonly blocks: number }

/** Connections that are opened at the same time. */
const AT_ONCE = 50

export async function subscribersRun({ subscribers, blocks }: SubscribersOptions) {
  const node = await startNode({ flags: ['--award-prover', 'off'] })
  const client = node.client({ timeout: 600_000, retry: PATIENT })
  const sockets: WebSocket[] = []
  try {
    await client.dev.mine()
    const { until, look } = createWatch()
    const told: { height: number; cursor: string }[][] = []
    let marks = 0
    let done = 0
    let goal = Number.POSITIVE_INFINITY
    const open = async () => {
      const blocksOfOne: (typeof told)[number] = []
      told.push(blocksOfOne)
      const socket = await openSubscriber(node, ({ topic, event, cursor }) => {
        if (topic === 'chain.block') {
          blocksOfOne.push({ height: event.height, cursor })
          if (event.height === goal) done += 1
        } else {
          assert.equal(topic, 'caught_up')
          marks += 1
        }
        look()
      })
      sockets.push(socket)
    }
    for (let count = 0; count < subscribers; count += AT_ONCE)
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, subscribers - count) }, open))
    await until(() => marks === subscribers)

    const { height: before } = await client.node.status()
    goal = before + blocks
    await client.dev.mine({ blocks })
    await until(() => done === subscribers)
    assert.equal(marks, subscribers, 'one mark each')
    const heights = Array.from({ length: blocks }, (_, index) => before + 1 + index)
    const common = told.map((each) => each.filter(({ height }) => height > before && height <= goal))
    assert.deepEqual(
      common[0]!.map(({ height }) => height),
      heights,
    )
    for (const each of common) assert.deepEqual(each, common[0])
    return { subscribers, deliveries: told.reduce((sum, { length }) => sum + length, 0) }
  } finally {
    for (const socket of sockets) socket.terminate()
    client.close()
    await node.stop()
  }
}

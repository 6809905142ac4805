import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { progressLine, snapshotLine } from '../../src/cli/sync-line.ts'
import { watchSync } from '../../src/cli/watch-sync.ts'
import type { NodeStatus } from '../../src/node/api.ts'
import { createManualClock } from '../../src/node/clock.ts'

const sync = { from: 10, height: 250, headers: 1_000, target: 1_000, blocksPerSecond: 41.6, peers: 2 }

test('progress fits one line', () => {
  assert.equal(progressLine(sync), 'block 250 of 1000 (25 %), 42 blocks/s from 2 peers')
  const early = { ...sync, height: 0, headers: 600, blocksPerSecond: 0, peers: 1 }
  assert.equal(progressLine(early), 'block 0 of 1000 (0 %), headers to 600, 0.0 blocks/s from 1 peer')
})

test('so does the progress of a snapshot', () => {
  const early = { headers: 600, target: 1_000, done: 0, chunks: 0 }
  assert.equal(snapshotLine(early), 'headers to 600 of 1000, no snapshot chosen yet')
  const later = { ...early, headers: 1_000, height: 960, done: 3, chunks: 8 }
  assert.equal(snapshotLine(later), '3 of 8 chunks (37 %) of the snapshot at block 960')
})

test('a node that begins with a snapshot says so', async () => {
  const clock = createManualClock()
  const ending = new AbortController()
  const notes: string[] = []
  const io = {
    draw: () => {},
    out: () => {},
    note: (text: string) => void notes.push(text),
    noteIsTerminal: false,
  }
  const snapshot = { headers: 9, target: 9, height: 8, done: 1, chunks: 2 }
  const watching = watchSync(
    { status: () => ({ height: 0, snapshot }) as NodeStatus },
    io,
    clock,
    ending.signal,
  )
  ending.abort()
  await watching
  assert.deepEqual(notes, ['Catching up: 1 of 2 chunks (50 %) of the snapshot at block 8'])
})

describe('a node that catches up', () => {
  const watch = async (noteIsTerminal: boolean) => {
    const clock = createManualClock()
    const ending = new AbortController()
    const said: string[] = []
    const write = (kind: string) => (text: string) => void said.push(`${kind} ${text}`)
    let status: Partial<NodeStatus> = { height: 250, sync }
    const io = { draw: write('draw'), note: write('note'), out: write('out'), noteIsTerminal }
    const watching = watchSync({ status: () => status as NodeStatus }, io, clock, ending.signal)
    const pass = async (ms: number) => {
      for (let passed = 0; passed < ms; passed += 1_000) {
        clock.advance(1_000)
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
    await pass(31_000)
    status = { height: 1_000 }
    await pass(5_000)
    ending.abort()
    await watching
    return said
  }

  test('draws one line on a terminal, and says where it is in the end', async () => {
    const said = await watch(true)
    assert.equal(said.filter((line) => line.includes('block 250 of 1000')).length, 32)
    assert.deepEqual(said.slice(-2), ['draw \r\u001b[K', 'out At block 1000.'])
  })

  test('prints a line now and then where there is no terminal', async () => {
    const line = `note Catching up: ${progressLine(sync)}`
    assert.deepEqual(await watch(false), [line, line, 'out At block 1000.'])
  })
})

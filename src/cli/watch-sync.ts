import type { Clock } from '../node/clock.ts'
import type { StegosNode } from '../node/node.ts'
import type { Io } from './io.ts'
import { progressLine, snapshotLine } from './sync-line.ts'

/** Milliseconds between two looks, and between two lines where there is no terminal to draw on. */
const LOOK = 1_000
const LINES = 30_000

/** Shows how far a node has come whenever it catches up, until the signal is aborted: one line that changes, or one now and then. */
export async function watchSync(
  node: Pick<StegosNode, 'status'>,
  io: Pick<Io, 'draw' | 'note' | 'out' | 'noteIsTerminal'>,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  let catching = false
  let told = Number.NEGATIVE_INFINITY
  while (!signal.aborted) {
    const { sync, snapshot, height } = node.status()
    const line = sync ? progressLine(sync) : snapshot && snapshotLine(snapshot)
    const now = clock.now()
    if (line && io.noteIsTerminal) io.draw(`\r\u001b[K${line}`)
    else if (line && now - told >= LINES) {
      io.note(`Catching up: ${line}`)
      told = now
    }
    if (catching && !line) {
      if (io.noteIsTerminal) io.draw('\r\u001b[K')
      io.out(`At block ${height}.`)
    }
    catching = line !== undefined
    // Rejected by the signal alone.
    await clock.sleep(LOOK, signal).catch(() => {})
  }
}

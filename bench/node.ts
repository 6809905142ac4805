/**
 * A node from inside, in a process of its own with the flags that a node runs with: what accepting, verifying and scanning
 * take with real threads, and how long they keep the event loop from answering others.
 */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createWorld, payment, sharedWorkers } from '../test/node/world.ts'
import type { Row } from './harness.ts'
import { NODE_FLAGS } from './harness.ts'
import { hooks } from './hooks.ts'

/** Transactions in the block that is measured: as many as one may carry. */
const TRANSACTIONS = 256
/** A chain's beginning, and ordinary payments that make its first block. */
export type Material = {
  readonly world: ReturnType<typeof createWorld>
  readonly payments: readonly Uint8Array[]
}

export async function benchNode(progress: (line: string) => void): Promise<Row[]> {
  progress(`making ${TRANSACTIONS} transactions …`)
  const material = await makeMaterial()
  const child = fork(fileURLToPath(new URL('./node-process.ts', import.meta.url)), {
    execArgv: NODE_FLAGS,
    serialization: 'advanced',
  })
  try {
    return await new Promise<Row[]>((resolve, reject) => {
      child.on('message', (message: string | Row[]) => {
        if (typeof message === 'string') progress(message)
        else resolve(message)
      })
      child.once('exit', (code) => reject(new Error(`the measured process ended with ${code}`)))
      child.send(material)
    })
  } finally {
    child.kill()
  }
}

async function makeMaterial(): Promise<Material> {
  const ends = hooks()
  try {
    const workers = sharedWorkers(ends)
    const amounts = Array.from({ length: 2 * TRANSACTIONS }, (_, i) => (i % 2 === 0 ? 1_000_000n : 0n))
    const world = createWorld({ amounts })
    const made = Array.from({ length: TRANSACTIONS }, (_, i) => payment(world, workers, [2 * i, 2 * i + 1]))
    return { world, payments: (await Promise.all(made)).map(({ bytes }) => bytes) }
  } finally {
    await ends.run()
  }
}

/** Calls a second: `node.status` through all of the server, beside a bare fastify route that sends the same answer. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { startDevnet } from './devnet.ts'
import { type Row, summary } from './harness.ts'
import { requestsPerSecond } from './http-load.ts'

const ROUNDS = 5

export async function benchRpc(progress: (line: string) => void): Promise<Row[]> {
  const devnet = await startDevnet()
  const bare = fork(fileURLToPath(new URL('./bare-fastify.ts', import.meta.url)), {
    execPath: process.execPath,
  })
  try {
    const request = {
      headers: { authorization: `Bearer ${devnet.token}` },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'node.status', params: {} }),
    }
    const answer = await fetch(`${devnet.url}/rpc`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...request.headers },
      body: request.body,
    })
    bare.send(await answer.text())
    const [bareUrl] = (await once(bare, 'message')) as [string]
    const figures: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] }
    progress('loading both servers in turn …')
    for (let round = 0; round <= ROUNDS; round++) {
      const ours = await requestsPerSecond(`${devnet.url}/rpc`, request)
      const theirs = await requestsPerSecond(bareUrl, request)
      // the first round warms both up
      if (round > 0) {
        figures.ours.push(ours)
        figures.bare.push(theirs)
      }
    }
    const ratios = figures.ours.map((ours, i) => ours / figures.bare[i]!)
    return [
      summary('node.status', figures.ours, 'calls/s'),
      summary('bare fastify, the same answer', figures.bare, 'calls/s'),
      summary('ratio', ratios, '×'),
    ]
  } finally {
    bare.kill()
    await devnet.stop()
  }
}

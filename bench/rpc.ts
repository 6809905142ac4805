/** Calls a second: `node.status` through all of the server, beside bare fastify routes that send the same answer. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { DEFAULT_LIMITS } from '../src/server/limits.ts'
import { startDevnet } from './devnet.ts'
import { type Row, summary } from './harness.ts'
import { requestsPerSecond } from './http-load.ts'
import { callsPerSecond } from './socket-load.ts'

export const GROUP = 'The interface'
/** Short ones, so that both servers meet with the same troubles of the machine. */
const ROUNDS = 9
const ROUND = 1_000
/** Calls that are under way on the one WebSocket. */
const IN_FLIGHT = 64
/**
 * Milliseconds of a round over WebSocket, and of the rest before it: one connection is answered faster than one token may ask
 * for long, so it asks for no longer than what it may ask at once lasts, and waits until it may again.
 */
const BURST = 500
const BUCKET_FILLS = (1_000 * DEFAULT_LIMITS.callsBurst) / DEFAULT_LIMITS.callsPerSecond

type Load = {
  readonly name: string
  readonly reference: string
  /** Of the calls a second of the reference. */
  readonly atLeast: number
  readonly measure: (server: string) => Promise<number>
}

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
    const loads: Load[] = [
      {
        ...{ name: 'node.status over HTTP', reference: 'a bare fastify route', atLeast: 0.8 },
        measure: (server) => requestsPerSecond(`${server}/rpc`, request, { milliseconds: ROUND }),
      },
      {
        ...{ name: `node.status over one WebSocket, ${IN_FLIGHT} in flight`, atLeast: 0.6 },
        reference: 'a bare @fastify/websocket handler',
        measure: async (server) => {
          await sleep(BUCKET_FILLS)
          return callsPerSecond(`${server}/ws`, request, { inFlight: IN_FLIGHT, milliseconds: BURST })
        },
      },
    ]
    const rows: Row[] = []
    for (const load of loads) {
      progress(`loading both servers in turn: ${load.name} …`)
      rows.push(await inTurn(load, devnet.url, bareUrl))
    }
    return rows
  } finally {
    bare.kill()
    await devnet.stop()
  }
}

async function inTurn({ name, reference, atLeast, measure }: Load, ours: string, bare: string): Promise<Row> {
  const figures: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] }
  for (let round = 0; round <= ROUNDS; round++) {
    const mine = await measure(ours)
    const theirs = await measure(bare)
    // the first round warms both up
    if (round === 0) continue
    figures.ours.push(mine)
    figures.bare.push(theirs)
  }
  const ratios = figures.ours.map((calls, i) => calls / figures.bare[i]!)
  const ratio = summary('ratio', ratios, '×')
  return {
    ...summary(name, figures.ours, 'calls/s'),
    group: GROUP,
    goal: {
      against: reference,
      reference: summary(reference, figures.bare, 'calls/s'),
      ratio,
      wanted: `${atLeast} ×`,
      met: ratio.median >= atLeast,
    },
  }
}

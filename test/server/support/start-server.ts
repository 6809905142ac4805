/** A server over a sample node, on a free port, that ends with the test. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { createManualClock } from '../../../src/node/clock.ts'
import { systemRandom } from '../../../src/protocol/crypto/random.ts'
import { createServer, type ServerOptions } from '../../../src/server/create-server.ts'
import type { Log, ServerModules } from '../../../src/server/modules.ts'
import { type SampleNode, sampleNode } from './sample-node.ts'

export type LogLine = {
  readonly level: 'info' | 'warn' | 'error'
  readonly fields: object
  readonly message: string
}

export type TestServer = {
  readonly url: string
  readonly token: string
  readonly node: SampleNode
  readonly clock: ReturnType<typeof createManualClock>
  readonly lines: readonly LogLine[]
  /** Sends a body to `POST /rpc` with the token; headers are added, or left out where undefined. */
  post(body: string, headers?: Readonly<Record<string, string | undefined>>): Promise<Response>
  /** One call; the answer as it came. */
  rpc(method: string, params?: unknown): Promise<RpcAnswer>
  close(): Promise<void>
}

// biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape
export type RpcAnswer = { jsonrpc: string; id: unknown; result?: any; error?: any }

export async function startServer(
  context: TestContext,
  options: Partial<ServerOptions> = {},
  modules: Partial<Omit<ServerModules, 'node'>> & { readonly node?: SampleNode } = {},
): Promise<TestServer> {
  const directory = mkdtempSync(join(tmpdir(), 'stegos-server-'))
  const tokenFile = join(directory, 'api.token')
  const lines: LogLine[] = []
  const node = modules.node ?? sampleNode()
  const clock = createManualClock()
  const server = createServer(
    { port: 0, tokenFile, validateResponses: true, ...options },
    { log: memoryLog(lines), clock, random: systemRandom, ...modules, node },
  )
  const url = await server.listen()
  const token = readFileSync(tokenFile, 'utf8').trim()
  let closed: Promise<void> | undefined
  const close = () => {
    closed ??= server.close()
    return closed
  }
  context.after(async () => {
    await close()
    rmSync(directory, { recursive: true })
  })
  const post = (body: string, headers: Readonly<Record<string, string | undefined>> = {}) => {
    const all = { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers }
    const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined)
    return fetch(`${url}/rpc`, { method: 'POST', body, headers: given })
  }
  return {
    url,
    token,
    node,
    clock,
    lines,
    post,
    rpc: async (method, params) => {
      const response = await post(JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }))
      return (await response.json()) as RpcAnswer
    },
    close,
  }
}

function memoryLog(lines: LogLine[]): Log {
  const write = (level: LogLine['level']) => (fields: object, message: string) => {
    lines.push({ level, fields, message })
  }
  return { info: write('info'), warn: write('warn'), error: write('error') }
}

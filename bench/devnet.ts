/** A development network in a process of its own, on a free port and a data directory that goes away. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../src/cli/free-port.ts'
import { type Client, createClient } from '../src/sdk/index.ts'

export type Devnet = {
  readonly url: string
  readonly token: string
  readonly client: Client
  readonly process: ChildProcess
  readonly stop: () => Promise<void>
}

const CLI = fileURLToPath(new URL('../bin/stegos.mjs', import.meta.url))
const PATIENCE = 20_000

export async function startDevnet(flags: readonly string[] = []): Promise<Devnet> {
  const dataDir = await mkdtemp(join(tmpdir(), 'stegos-bench-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(
    process.execPath,
    [CLI, 'devnet', '--data-dir', dataDir, '--listen', `127.0.0.1:${port}`, ...flags],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await ready(url, child)
  const token = (await readFile(join(dataDir, 'api.token'), 'utf8')).trim()
  const client = createClient({ url, token })
  return {
    url,
    token,
    client,
    process: child,
    stop: async () => {
      client.close()
      child.kill('SIGTERM')
      await ended
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  const until = performance.now() + PATIENCE
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`the node ended with ${child.exitCode}`)
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the node did not become ready')
}

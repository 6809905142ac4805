/** Nodes in processes of their own, as `stegos node` starts them, each connected with all others. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../src/cli/free-port.ts'
import { formatGenesis, GENESIS_FILE } from '../../src/node/genesis/genesis-file.ts'
import { peerIdOf } from '../../src/node/network/libp2p/identity.ts'
import { toHex } from '../../src/protocol/bytes.ts'
import { systemRandom } from '../../src/protocol/crypto/random.ts'
import { type Client, createClient } from '../../src/sdk/index.ts'
import { NODE_FLAGS } from '../harness.ts'
import type { Material } from './material.ts'

export type Running = {
  readonly name: string
  readonly pid: number
  readonly url: string
  readonly client: Client
  /** Where other nodes connect to, and who is there. */
  readonly port: number
  readonly peerId: string
  /** Bytes of messages to other nodes so far, by what they are. */
  sent(): Promise<Map<string, number>>
  stop(): Promise<void>
}

const CLI = fileURLToPath(new URL('../../bin/stegos.mjs', import.meta.url))
const SENT = /^stegos_network_bytes_total\{direction="out",kind="([^"]+)"\} (\S+)$/gm

/**
 * @param profile a folder for profiles of the processor, one of each thread
 */
export async function startNodes(
  { named, keys }: Pick<Material, 'named' | 'keys'>,
  directory: string,
  profile?: string,
): Promise<Running[]> {
  const genesis = formatGenesis(named)
  const places = await Promise.all(
    keys.map(async ({ secret, publicKey }, index) => {
      const own = join(directory, `node-${index + 1}`)
      mkdirSync(own, { recursive: true })
      writeFileSync(join(own, GENESIS_FILE), genesis)
      writeFileSync(join(own, 'validator.key'), `${toHex(secret)} ${toHex(publicKey)}\n`, { mode: 0o600 })
      const port = await freePort()
      const listen = `/ip4/127.0.0.1/tcp/${port}`
      return { own, port, listen, address: `${listen}/p2p/${await peerIdOf(own, systemRandom)}` }
    }),
  )
  const starting = places.map(({ own, port, listen, address }, index) => {
    const persistent = places.flatMap((other) => (other.address === address ? [] : [other.address]))
    const name = `node-${index + 1}`
    const flags = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${join(profile, name)}`]
    const config = { 'award-prover': 'off', network: { listen: [listen], persistent } }
    return startNode({ name, directory: own, port, config, flags })
  })
  const started = await Promise.allSettled(starting)
  const running = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const failed = started.find((one) => one.status === 'rejected')
  if (!failed) return running
  await Promise.all(running.map((node) => node.stop()))
  throw failed.reason
}

export type Start = {
  readonly name: string
  /** Its data directory, where the genesis file lies. */
  readonly directory: string
  /** Where other nodes connect to, if they do. */
  readonly port: number
  /** What its configuration file says beside that. */
  readonly config: object
  /** Of the `node` program, beside those that a node runs with. */
  readonly flags?: readonly string[]
}

/** Starts a node; resolves when it is ready: before it has caught up, and after it has fetched a snapshot. */
export async function startNode({ name, directory, port, config, flags = [] }: Start): Promise<Running> {
  const file = join(directory, 'node.json')
  writeFileSync(file, JSON.stringify({ 'data-dir': directory, listen: '127.0.0.1:0', ...config }))
  const args = [...NODE_FLAGS, ...flags, CLI, 'node', '--config', file, '--json']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const { url, peerId } = await readyAt(child, name)
  const token = readFileSync(join(directory, 'api.token'), 'utf8').trim()
  const client = createClient({ url, token })
  return {
    name,
    pid: child.pid!,
    url,
    client,
    port,
    peerId,
    sent: async () => {
      const answer = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } })
      const counted = (await answer.text()).matchAll(SENT)
      return new Map(Array.from(counted, ([, kind, bytes]) => [kind!, Number(bytes)]))
    },
    stop: async () => {
      client.close()
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** The URL of its API and its peer id, when it is ready. */
function readyAt(child: ChildProcess, name: string): Promise<{ url: string; peerId: string }> {
  const ready = Promise.withResolvers<{ url: string; peerId: string }>()
  let url = ''
  child.once('exit', (code, signal) => ready.reject(new Error(`${name} ended with ${code ?? signal}`)))
  createInterface({ input: child.stdout! }).on('line', (line) => {
    const said: { readonly url?: string; readonly peerId?: string } = JSON.parse(line)
    if (said.url !== undefined) url = said.url
    else if (said.peerId !== undefined) ready.resolve({ url, peerId: said.peerId })
  })
  return ready.promise
}

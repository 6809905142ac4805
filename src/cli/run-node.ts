/** Runs a node, or the nodes of a development network, with a server for each, until a signal ends them. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Logger, pino } from 'pino'
import { systemClock } from '../node/clock.ts'
import { createDevnet, type DevnetNodes } from '../node/devnet.ts'
import { readLocalNetwork } from '../node/genesis/local-network.ts'
import { createNode, type StegosNode } from '../node/node.ts'
import { systemRandom } from '../protocol/crypto/random.ts'
import { createServer, type Server, type ServerOptions } from '../server/create-server.ts'
import { isLoopback } from '../server/guard/host-guard.ts'
import { aborted } from './aborted.ts'
import { CliError, usageError } from './cli-error.ts'
import type { Invocation } from './command.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { genesisPlace } from './genesis-place.ts'
import type { Io } from './io.ts'
import { peersOf } from './network-settings.ts'
import { nodeLimits } from './node-limits.ts'
import type { Settings } from './options.ts'
import { DEFAULT_LISTEN, dataDirOf, readListen, tokenFileOf } from './paths.ts'
import { tendHeap } from './small-heap.ts'
import { startError } from './start-error.ts'
import { validatorsOf } from './validators-of.ts'
import { packageVersion } from './version.ts'
import { watchSync } from './watch-sync.ts'
import { reachableAt, welcome } from './welcome.ts'

/** Bytes of the log that wait while nothing can be written. */
const LOG_BYTES_HELD = 1 << 20

/** @throws CliError `cannotStart` with what to do about it */
export async function runNode({ settings, io }: Invocation, kind: 'devnet' | 'node'): Promise<ExitCode> {
  const place = kind === 'node' ? await genesisPlace(settings, io) : undefined
  const { network, dataDirectory } = place ?? { network: 'dev', dataDirectory: dataDirOf(settings, io) }
  const peers = place && (await peersOf(settings, place.network))
  const tokenFile = tokenFileOf(settings, dataDirectory, io)
  const options = await serverOptions(settings, io, tokenFile)
  if (!isLoopback(options.host!) && !options.tls && !options.allowPublic) {
    throw new CliError(
      EXIT.cannotStart,
      `others can reach ${options.host}, and without TLS they could read tokens and calls.\nGive --tls-cert and --tls-key, or listen on 127.0.0.1 behind a proxy, or insist with --allow-public.`,
    )
  }
  const validators = kind === 'devnet' ? await validatorsOf(settings, dataDirectory) : 1
  const everyServer = serversOf(options, validators)

  const logger = openLogger(settings)
  const failed = Promise.withResolvers<never>()
  failed.promise.catch(() => {})
  const { prune } = settings
  const switched = (name: 'award-prover' | 'serve-snapshots') =>
    settings[name] === undefined ? undefined : settings[name] === 'on'
  const awardProver = switched('award-prover')
  const serveSnapshots = switched('serve-snapshots')
  const limits = nodeLimits(settings)
  const running = { version: packageVersion(), dataDirectory, awardProver, prune, serveSnapshots, limits }
  const snapshot = settings.snapshot !== 'off'
  const modules = { logger, onFailure: failed.reject }
  const openNetwork = async () => (await readLocalNetwork(dataDirectory))!
  const { nodes, close } =
    kind === 'devnet'
      ? createDevnet({ ...running, validators }, modules)
      : alone(createNode({ ...running, network, snapshot }, { ...modules, peers: peers?.open, openNetwork }))
  const servers: Server[] = []
  tendHeap(io.signal)
  try {
    const urls: string[] = []
    for (const [index, node] of nodes.entries()) {
      const own = everyServer[index]!
      const server = createServer(own, { node, log: logger, clock: systemClock, random: systemRandom })
      servers.push(server)
      // Before the node is ready: it says itself what it cannot serve yet.
      urls.push(await listen(server, own))
    }
    const [url, ...others] = urls as [string, ...string[]]
    if (settings.json) {
      const more = others.length > 0 ? { nodes: urls } : {}
      io.out(JSON.stringify({ url, ...place, network, dataDirectory, tokenFile, ...more }))
    } else {
      const shown = { kind, url, others, dataDirectory, tokenFile, chainId: place?.chainId }
      for (const line of welcome({ ...shown, alone: !peers, io })) io.out(line)
    }
    const interrupted = aborted(io.signal)
    // A node that begins with a snapshot takes its time.
    await Promise.race([Promise.all(nodes.map((node) => node.ready)), interrupted, failed.promise])
    if (io.signal.aborted) return EXIT.ok
    const { peerId, addresses } = peers?.network ?? {}
    if (settings.json && peerId)
      io.out(JSON.stringify({ height: nodes[0]!.status().height, peerId, addresses }))
    if (!settings.json) {
      if (peerId) for (const line of reachableAt(peerId, addresses ?? [])) io.out(line)
      io.out(`Ready at block ${nodes[0]!.status().height}. Ctrl-C ends it.`)
      void watchSync(nodes[0]!, io, systemClock, io.signal)
    }
    await Promise.race([interrupted, failed.promise])
    return EXIT.ok
  } catch (error) {
    throw error instanceof CliError ? error : startError(error, dataDirectory)
  } finally {
    await closeAll(servers, close)
  }
}

/** Lines that cannot be written, as when the log is on a disk that is full, are lost; the node goes on. */
function openLogger(settings: Settings): Logger {
  const destination = pino.destination({ fd: 2, sync: true, maxLength: LOG_BYTES_HELD })
  destination.on('error', () => {})
  return pino({ name: 'stegos', level: settings['log-level'] ?? 'warn' }, destination)
}

function alone(node: StegosNode): Pick<DevnetNodes, 'nodes' | 'close'> {
  return { nodes: [node], close: () => node.close() }
}

/** One server for each node, all with one token: the first where the flags say, the others on the ports after it. */
function serversOf(options: ServerOptions, count: number): ServerOptions[] {
  const { port = 0 } = options
  if (port + count - 1 > 65_535) throw usageError(`there are no ${count} ports from ${port} on`)
  return Array.from({ length: count }, (_, index) => ({ ...options, port: port === 0 ? 0 : port + index }))
}

async function serverOptions(settings: Settings, io: Io, tokenFile: string): Promise<ServerOptions> {
  const { 'tls-cert': cert, 'tls-key': key } = settings
  if ((cert === undefined) !== (key === undefined)) throw usageError('--tls-cert and --tls-key go together')
  const read = async (file: string) => {
    try {
      return await readFile(resolve(io.cwd, file), 'utf8')
    } catch (cause) {
      throw usageError(`cannot read ${file}: ${(cause as Error).message}`)
    }
  }
  return {
    ...readListen(settings.listen ?? DEFAULT_LISTEN),
    tokenFile,
    allowPublic: settings['allow-public'],
    tls: cert && key ? { cert: await read(cert), key: await read(key) } : undefined,
    allowedHosts: settings['allow-host'],
    allowedOrigins: settings['allow-origin'],
    validateResponses: settings['check-answers'],
  }
}

async function listen(server: Server, { host, port }: ServerOptions): Promise<string> {
  try {
    return await server.listen()
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    const where = `${host}:${port}`
    if (code === 'EADDRINUSE') {
      throw new CliError(
        EXIT.cannotStart,
        `${where} is taken, perhaps by a node that runs already (see: stegos status).\nListen elsewhere with --listen HOST:PORT.`,
      )
    }
    if (code === 'EACCES')
      throw new CliError(EXIT.cannotStart, `${where} may not be listened on; take a port above 1023`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new CliError(EXIT.cannotStart, `${host} is no address of this machine`)
    }
    throw cause
  }
}

async function closeAll(servers: readonly Server[], closeNodes: () => Promise<void>): Promise<void> {
  try {
    await Promise.all(servers.map((server) => server.close()))
  } finally {
    await closeNodes()
  }
}

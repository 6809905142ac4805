/** Runs a node, or the nodes of a development network, with a server for each, until a signal ends them. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { pino } from 'pino'
import { systemClock } from '../node/clock.ts'
import type { DevnetNodes } from '../node/devnet.ts'
import type { StegosNode } from '../node/node.ts'
import { systemRandom } from '../protocol/crypto/random.ts'
import type { NetworkName } from '../protocol/network.ts'
import type { Server, ServerOptions } from '../server/create-server.ts'
import { CliError, usageError } from './cli-error.ts'
import type { Invocation } from './command.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Io } from './io.ts'
import type { Settings } from './options.ts'
import { DEFAULT_LISTEN, dataDirOf, readListen } from './paths.ts'
import { packageVersion } from './version.ts'
import { watchSync } from './watch-sync.ts'
import { welcome } from './welcome.ts'

const GENESIS_FILE = 'genesis.json'

/** @throws CliError `cannotStart` with what to do about it */
export async function runNode({ settings, io }: Invocation, kind: 'devnet' | 'node'): Promise<ExitCode> {
  const { network, dataDirectory } = await placeOf(settings, io, kind)
  const tokenFile = join(dataDirectory, 'api.token')
  const options = await serverOptions(settings, io, tokenFile)
  // Nothing of this is loaded by commands that only talk to a node.
  const [{ createNode }, devnet, { createServer }, { isLoopback }] = await Promise.all([
    import('../node/node.ts'),
    import('../node/devnet.ts'),
    import('../server/create-server.ts'),
    import('../server/guard/host-guard.ts'),
  ])
  if (!isLoopback(options.host!) && !options.tls && !options.allowPublic) {
    throw new CliError(
      EXIT.cannotStart,
      `others can reach ${options.host}, and without TLS they could read tokens and calls.\nGive --tls-cert and --tls-key, or listen on 127.0.0.1 behind a proxy, or insist with --allow-public.`,
    )
  }
  const validators = kind === 'devnet' ? await validatorsOf(settings, dataDirectory, devnet) : 1
  const everyServer = serversOf(options, validators)

  const logger = pino(
    { name: 'stegos', level: settings['log-level'] ?? 'warn' },
    pino.destination({ fd: 2, sync: true }),
  )
  const failed = Promise.withResolvers<never>()
  failed.promise.catch(() => {})
  const awardProver = settings['award-prover'] !== 'off'
  const { prune, 'serve-snapshots': serve } = settings
  const serveSnapshots = serve === undefined ? undefined : serve === 'on'
  const running = { version: packageVersion(), dataDirectory, awardProver, prune, serveSnapshots }
  const modules = { logger, onFailure: failed.reject }
  const { nodes, close } =
    kind === 'devnet'
      ? devnet.createDevnet({ ...running, validators }, modules)
      : alone(createNode({ ...running, network }, modules))
  const servers: Server[] = []
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
      io.out(JSON.stringify({ url, network, dataDirectory, tokenFile, ...more }))
    } else for (const line of welcome({ kind, url, others, dataDirectory, io })) io.out(line)
    await Promise.all(nodes.map((node) => node.ready))
    if (!settings.json) {
      io.out(`Ready at block ${nodes[0]!.status().height}. Ctrl-C ends it.`)
      void watchSync(nodes[0]!, io, systemClock, io.signal)
    }
    await Promise.race([aborted(io.signal), failed.promise])
    return EXIT.ok
  } catch (error) {
    throw error instanceof CliError ? error : startError(error, dataDirectory)
  } finally {
    await closeAll(servers, close)
  }
}

function alone(node: StegosNode): Pick<DevnetNodes, 'nodes' | 'close'> {
  return { nodes: [node], close: () => node.close() }
}

/** How many nodes the development network has: what the data directory says, or at the first start the flag. */
async function validatorsOf(
  { validators: given }: Settings,
  dataDirectory: string,
  { devnetSize, MAX_DEVNET_VALIDATORS }: typeof import('../node/devnet.ts'),
): Promise<number> {
  if (given !== undefined && (given < 1 || given > MAX_DEVNET_VALIDATORS)) {
    throw usageError(`--validators takes 1 to ${MAX_DEVNET_VALIDATORS}, not ${given}`)
  }
  const found = await devnetSize(dataDirectory).catch((error) => {
    throw startError(error, dataDirectory)
  })
  if (found !== undefined && given !== undefined && found !== given) {
    throw new CliError(
      EXIT.cannotStart,
      `${dataDirectory} holds a network of ${found} validator${found === 1 ? '' : 's'}.\nLeave --validators out, or take another directory with --data-dir DIR.`,
    )
  }
  return found ?? given ?? 1
}

/** One server for each node, all with one token: the first where the flags say, the others on the ports after it. */
function serversOf(options: ServerOptions, count: number): ServerOptions[] {
  const { port = 0 } = options
  if (port + count - 1 > 65_535) throw usageError(`there are no ${count} ports from ${port} on`)
  return Array.from({ length: count }, (_, index) => ({ ...options, port: port === 0 ? 0 : port + index }))
}

async function placeOf(
  settings: Settings,
  io: Io,
  kind: 'devnet' | 'node',
): Promise<{ network: NetworkName; dataDirectory: string }> {
  if (kind === 'devnet') return { network: 'dev', dataDirectory: dataDirOf(settings, io) }
  const given = settings.genesis === undefined ? undefined : resolve(io.cwd, settings.genesis)
  if (given === undefined && settings['data-dir'] === undefined) {
    throw usageError('a node needs --genesis FILE at its first start, and --data-dir DIR at every other')
  }
  const file = given ?? join(dataDirOf(settings, io), GENESIS_FILE)
  const text = await readGenesis(file, given !== undefined)
  const network = networkOf(text, file)
  const dataDirectory = dataDirOf(settings, io, network)
  if (given !== undefined) await keepGenesis(dataDirectory, text)
  return { network, dataDirectory }
}

async function readGenesis(file: string, given: boolean): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    const hint = given ? '' : '\nGive the genesis of the network with --genesis FILE.'
    throw usageError(`cannot read the genesis ${file}: ${(cause as NodeJS.ErrnoException).code}${hint}`)
  }
}

/** Which network a genesis is of. The node checks the rest of the file. */
function networkOf(text: string, file: string): NetworkName {
  try {
    const { params } = JSON.parse(text) as { params: { network: NetworkName } }
    if (['main', 'test', 'dev'].includes(params.network)) return params.network
  } catch {
    // told below, together with a network nobody knows
  }
  throw usageError(`${basename(file)} is not a genesis file`)
}

/** Puts the genesis where the node looks for it; one that is there already has to be the same. */
async function keepGenesis(dataDirectory: string, text: string): Promise<void> {
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 })
  const path = join(dataDirectory, GENESIS_FILE)
  try {
    await writeFile(path, text, { flag: 'wx' })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
    if ((await readFile(path, 'utf8')) !== text) {
      throw new CliError(
        EXIT.cannotStart,
        `${dataDirectory} belongs to another network: its ${GENESIS_FILE} differs`,
      )
    }
  }
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

const HINTS: Readonly<Record<string, string>> = {
  locked: 'Another node runs on it. Take another directory with --data-dir DIR.',
  wrong_schema:
    'It was written by another version. Take another directory, or remove this one if nothing in it counts.',
  pruned:
    'Start it with --prune, as before. A node with all blocks begins in another directory: --data-dir DIR.',
  wrong_chain: 'Take another directory with --data-dir DIR.',
  corrupt: 'Restore it from a backup, or remove it and recover the accounts from their phrases.',
  disk_full: 'Make room and start again; nothing that was confirmed is lost.',
}

/** What the store and the file system say, with what a person can do about it. */
function startError(error: unknown, dataDirectory: string): unknown {
  const { name, code = '', message, syscall } = error as NodeJS.ErrnoException
  if (name === 'StoreError') {
    const hint = HINTS[code]
    return new CliError(EXIT.cannotStart, `${dataDirectory}: ${message}${hint ? `\n${hint}` : ''}`, error)
  }
  if (syscall === undefined) return error
  return new CliError(
    EXIT.cannotStart,
    `the data directory ${dataDirectory} cannot be used: ${message}`,
    error,
  )
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

async function closeAll(servers: readonly Server[], closeNodes: () => Promise<void>): Promise<void> {
  try {
    await Promise.all(servers.map((server) => server.close()))
  } finally {
    await closeNodes()
  }
}

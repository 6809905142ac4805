/** Runs the nodes of a development network in processes of their own, connected over real sockets, until a signal ends them. */
import { dirname, join, resolve } from 'node:path'
import { devnetDirectories, prepareDevnet } from '../node/devnet.ts'
import { writeFileDurably } from '../node/files.ts'
import { DEFAULT_LIMITS } from '../node/limits.ts'
import { silentLogger as logger } from '../node/logger.ts'
import { peerIdOf } from '../node/network/libp2p/identity.ts'
import { openStore } from '../node/store.ts'
import { systemRandom as random } from '../protocol/crypto/random.ts'
import { loadOwnerToken } from '../server/auth/owner-token.ts'
import { aborted } from './aborted.ts'
import { CliError, usageError } from './cli-error.ts'
import { type Invocation, NODE_OPTIONS } from './command.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { freePort } from './free-port.ts'
import type { Io } from './io.ts'
import { type NodeProcess, startNodeProcess } from './node-process.ts'
import type { OptionName, Settings } from './options.ts'
import { DEFAULT_LISTEN, dataDirOf, hostText, readListen, tokenFileOf } from './paths.ts'
import { startError } from './start-error.ts'
import { validatorsOf } from './validators-of.ts'
import { welcome } from './welcome.ts'

/** From the port of a node's API to the one that other nodes connect to. */
const PEER_PORTS = 10_000
const CONFIG_FILE = 'node.json'
/** What each node is told for itself. */
const OWN: readonly OptionName[] = ['data-dir', 'listen', 'token-file']

/** @throws CliError `cannotStart` with what to do about it */
export async function runProcesses({ settings, io }: Invocation): Promise<ExitCode> {
  const dataDirectory = dataDirOf(settings, io)
  const tokenFile = tokenFileOf(settings, dataDirectory, io)
  const { host, port } = readListen(settings.listen ?? DEFAULT_LISTEN)
  const count = await validatorsOf(settings, dataDirectory)
  const directories = devnetDirectories(dataDirectory, count)
  const configs = await prepare(directories, { ...settings, 'token-file': tokenFile }, io, host, port)
  const nodes = configs.map((config, index) => {
    const name = `node-${index + 1}`
    return startNodeProcess({ name, config, env: io.env, onLine: (line) => io.note(`[${name}] ${line}`) })
  })
  const ready = Promise.all(nodes.map((node) => node.ready))
  let ending = false
  let left = nodes.length
  for (const [index, node] of nodes.entries()) {
    const told = ([how]: [string, unknown]) => {
      const again = `stegos node --config ${configs[index]}`
      left--
      const outlook =
        3 * left > 2 * nodes.length
          ? 'The others go on'
          : `Of ${nodes.length} validators ${left} are left: there is no block until the silent ones have lost enough weight`
      if (!ending) io.note(`${node.name} ${how}. ${outlook}; start it again with: ${again}`)
    }
    // Who ends before all are ready ends the start.
    Promise.all([node.ended, ready]).then(told, () => {})
  }
  try {
    const interrupted = aborted(io.signal)
    const started = Promise.all(nodes.map((node) => node.url))
    await Promise.race([started, interrupted])
    if (io.signal.aborted) return EXIT.ok
    const [url, ...others] = (await started) as [string, ...string[]]
    const processes = nodes.map(({ pid }) => pid)
    if (settings.json) {
      const more = { nodes: [url, ...others], processes }
      io.out(JSON.stringify({ url, network: 'dev', dataDirectory, tokenFile, ...more }))
    } else {
      const shown = { kind: 'devnet' as const, url, others, dataDirectory, tokenFile, chainId: undefined }
      for (const line of welcome({ ...shown, alone: false, io })) io.out(line)
    }
    await Promise.race([ready, interrupted])
    if (io.signal.aborted) return EXIT.ok
    if (!settings.json) io.out(`Ready: ${count} processes, ${processes.join(', ')}. Ctrl-C ends them.`)
    await Promise.race([interrupted, Promise.all(nodes.map(({ ended }) => ended))])
    if (io.signal.aborted) return EXIT.ok
    throw new CliError(EXIT.refused, 'all nodes have ended')
  } catch (error) {
    throw error instanceof CliError ? error : new CliError(EXIT.cannotStart, (error as Error).message, error)
  } finally {
    ending = true
    await endAll(nodes)
  }
}

async function endAll(nodes: readonly NodeProcess[]): Promise<void> {
  await Promise.all(nodes.map((node) => node.end()))
}

/**
 * Makes the network where there is none, and writes a configuration file for each node. They know each other by addresses that
 * hold for this start.
 * @returns the files
 */
async function prepare(
  directories: readonly string[],
  settings: Settings,
  io: Pick<Io, 'cwd'>,
  host: string,
  port: number,
): Promise<string[]> {
  const last = port + directories.length - 1
  if (last > 65_535) throw usageError(`there are no ${directories.length} ports from ${port} on`)
  const shift = last + PEER_PORTS > 65_535 ? -PEER_PORTS : PEER_PORTS
  try {
    await assertUnused(directories[0]!)
    await prepareDevnet(directories, { logger, random })
    loadOwnerToken(settings['token-file']!, random)
    const places: { listen: string; address: string }[] = []
    for (const [index, directory] of directories.entries()) {
      const listen = `/ip4/127.0.0.1/tcp/${port === 0 ? await freePort() : port + index + shift}`
      places.push({ listen, address: `${listen}/p2p/${await peerIdOf(directory, random)}` })
    }
    const common = NODE_OPTIONS.filter((name) => !OWN.includes(name) && settings[name] !== undefined)
    const shared = Object.fromEntries(common.map((name) => [name, settings[name]]))
    for (const name of ['tls-cert', 'tls-key'] as const)
      if (settings[name] !== undefined) shared[name] = resolve(io.cwd, settings[name])
    return await Promise.all(
      directories.map(async (directory, index) => {
        const config = {
          ...{ 'data-dir': directory, listen: `${hostText(host)}:${port === 0 ? 0 : port + index}` },
          ...{ 'token-file': settings['token-file'], ...shared },
          network: {
            listen: [places[index]!.listen],
            persistent: places.filter((_, other) => other !== index).map(({ address }) => address),
          },
        }
        const file = join(directory, CONFIG_FILE)
        await writeFileDurably(file, `${JSON.stringify(config, null, 2)}\n`)
        return file
      }),
    )
  } catch (error) {
    throw startError(error, dirname(directories[0]!))
  }
}

/** @throws StoreError `locked`: what a running network is configured with stays as it is. */
async function assertUnused(directory: string): Promise<void> {
  const modules = { logger, limits: DEFAULT_LIMITS, onFailure: () => {} }
  await (await openStore(join(directory, 'db'), modules)).close()
}

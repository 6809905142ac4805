/** A development network whose validators are processes of their own: each can be killed and started again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createAdjustableClock } from '../../../src/node/clock.ts'
import { installNativeBls } from '../../../src/node/crypto/native-bls.ts'
import { devnetDirectories } from '../../../src/node/devnet.ts'
import { openDevnets } from '../../../src/node/genesis/devnet.ts'
import { DEFAULT_LIMITS, type NodeLimits } from '../../../src/node/limits.ts'
import { silentLogger as logger } from '../../../src/node/logger.ts'
import { createNodeWorkers } from '../../../src/node/workers/node-workers.ts'
import { systemRandom } from '../../../src/protocol/crypto/random.ts'
import { NETWORKS } from '../../../src/protocol/network.ts'
import { type Client, createClient } from '../../../src/sdk/index.ts'
import { cleanEnvironment, follow } from '../node-process.ts'
import { type Hub, openHub } from './hub.ts'
import type { ValidatorOptions } from './validator.ts'

const ENTRY = fileURLToPath(new URL('./validator.ts', import.meta.url))

export type ValidatorProcess = {
  /** Its number at the hub. */
  readonly number: number
  /** Of the key it votes with. */
  readonly publicKey: Uint8Array
  /** Keeps trying while the process is away, always with the same idempotency key. */
  readonly client: Client
  readonly alive: boolean
  /** Milliseconds since 1970 when the process was started last. */
  readonly startedAt: number
  /** What all its processes have logged. */
  readonly log: () => string
  start(): Promise<void>
  /** Ends it as a power cut does. */
  kill(): Promise<void>
}

export type ValidatorNetwork = {
  readonly chainId: Uint8Array
  readonly hub: Hub
  readonly validators: readonly ValidatorProcess[]
  /** Kills whoever still runs. */
  close(): Promise<void>
}

export type ValidatorNetworkOptions = {
  readonly directory: string
  readonly validators: number
  /** Milliseconds. */
  readonly blockInterval: number
  readonly limits: Partial<NodeLimits>
}

const PATIENT = { attempts: 100_000, delay: 20, maxDelay: 200 }

/** Makes the network, and starts all its validators. */
export async function startValidators(options: ValidatorNetworkOptions): Promise<ValidatorNetwork> {
  const { directory, limits } = options
  const directories = devnetDirectories(directory, options.validators)
  const made = await makeNetwork(directories, options.blockInterval)
  const hub = await openHub(join(directory, 'hub'))
  const validators = directories.map((dataDirectory, number) =>
    createValidator({ dataDirectory, number, publicKey: made.publicKeys[number]!, hub: hub.path, limits }),
  )
  await Promise.all(validators.map((validator) => validator.start()))
  return {
    chainId: made.chainId,
    hub,
    validators,
    close: async () => {
      for (const { client } of validators) client.close()
      await Promise.all(validators.map((validator) => validator.kill()))
      await hub.close()
    },
  }
}

/** Writes the genesis and the keys of all. */
async function makeNetwork(
  directories: readonly string[],
  blockInterval: number,
): Promise<{ readonly chainId: Uint8Array; readonly publicKeys: readonly Uint8Array[] }> {
  const clock = createAdjustableClock()
  const ending = new AbortController()
  await installNativeBls({ logger })
  const workers = createNodeWorkers({ limits: DEFAULT_LIMITS, signal: ending.signal }, { clock, logger })
  const params = { ...NETWORKS.dev, blockInterval }
  const devnets = await openDevnets(directories, { clock, random: systemRandom, workers }, params)
  ending.abort()
  return {
    chainId: devnets[0]!.named.chainId,
    publicKeys: devnets.map(({ validatorKeys }) => validatorKeys.first.publicKey),
  }
}

type Place = Pick<ValidatorOptions, 'dataDirectory' | 'hub' | 'limits'> &
  Pick<ValidatorProcess, 'number' | 'publicKey'>

function createValidator({ dataDirectory, number, publicKey, hub, limits }: Place): ValidatorProcess {
  let child: ChildProcess | undefined
  let client: Client | undefined
  let port = 0
  let startedAt = 0
  let log = ''

  const start = async () => {
    const options: ValidatorOptions = { dataDirectory, port, hub, self: number, limits }
    startedAt = Date.now()
    const started = follow(
      spawn(process.execPath, [ENTRY, JSON.stringify(options)], {
        env: cleanEnvironment(dataDirectory),
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    )
    child = started
    const listening = Promise.withResolvers<string>()
    let output = ''
    started.stdout!.on('data', (piece: Buffer) => {
      output += piece
      const line = /^\{"url":.*\}$/m.exec(output)
      if (line) listening.resolve(JSON.parse(line[0]).url)
    })
    started.stderr!.on('data', (piece: Buffer) => {
      log += piece
    })
    started.on('exit', (code, signal) => {
      if (child === started) child = undefined
      if (signal !== 'SIGKILL') log += `\nended with ${code} ${signal}\n`
      listening.reject(new Error(`validator ${number} ended with ${code} ${signal}:\n${log.slice(-4_000)}`))
    })
    const url = await listening.promise
    port = Number(new URL(url).port)
    const token = readFileSync(join(dataDirectory, 'api.token'), 'utf8').trim()
    client ??= createClient({ url, token, retry: PATIENT, checkContract: false })
  }
  return {
    number,
    publicKey,
    get client() {
      return client!
    },
    get alive() {
      return child !== undefined
    },
    get startedAt() {
      return startedAt
    },
    log: () => log,
    start,
    kill: async () => {
      const dying = child
      if (!dying) return
      const exited = once(dying, 'exit')
      dying.kill('SIGKILL')
      await exited
    },
  }
}

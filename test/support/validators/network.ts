/** A development network whose validators are processes of their own: each can be killed and started again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { devnetDirectories, prepareDevnet } from '../../../src/node/devnet.ts'
import type { NodeLimits } from '../../../src/node/limits.ts'
import { silentLogger as logger } from '../../../src/node/logger.ts'
import { peerIdOf } from '../../../src/node/network/libp2p/identity.ts'
import { systemRandom } from '../../../src/protocol/crypto/random.ts'
import { NETWORKS } from '../../../src/protocol/network.ts'
import { type Client, createClient } from '../../../src/sdk/index.ts'
import { freePort } from '../free-port.ts'
import { cleanEnvironment, follow } from '../node-process.ts'
import type { ValidatorOptions } from './validator.ts'
import { openWitness, type Witness } from './witness.ts'

const ENTRY = fileURLToPath(new URL('./validator.ts', import.meta.url))

export type ValidatorProcess = {
  /** Its place among the directories. */
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
  readonly witness: Witness
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
  const params = { ...NETWORKS.dev, blockInterval: options.blockInterval }
  const made = await prepareDevnet(directories, { logger }, params)
  const { chainId } = made[0]!.named
  const places = await Promise.all(
    directories.map(async (dataDirectory) => {
      const listen = `/ip4/127.0.0.1/tcp/${await freePort()}`
      return { listen, address: `${listen}/p2p/${await peerIdOf(dataDirectory, systemRandom)}` }
    }),
  )
  const addresses = places.map(({ address }) => address)
  const validators = directories.map((dataDirectory, number) =>
    createValidator({
      dataDirectory,
      number,
      publicKey: made[number]!.validatorKeys.first.publicKey,
      network: {
        listen: [places[number]!.listen],
        persistent: addresses.filter((_, other) => other !== number),
        freeLocal: true,
      },
      limits,
    }),
  )
  const witness = await openWitness({ chainId, directory, addresses })
  await Promise.all(validators.map((validator) => validator.start()))
  return {
    chainId,
    witness,
    validators,
    close: async () => {
      for (const { client } of validators) client.close()
      await Promise.all(validators.map((validator) => validator.kill()))
      await witness.close()
    },
  }
}

type Place = Pick<ValidatorOptions, 'dataDirectory' | 'network' | 'limits'> &
  Pick<ValidatorProcess, 'number' | 'publicKey'>

function createValidator({ dataDirectory, number, publicKey, network, limits }: Place): ValidatorProcess {
  let child: ChildProcess | undefined
  let client: Client | undefined
  let port = 0
  let startedAt = 0
  let log = ''

  const start = async () => {
    const options: ValidatorOptions = { dataDirectory, port, network, limits }
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

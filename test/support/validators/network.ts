/** A development network whose validators are processes of their own: each can be killed and started again. */

import { freePort } from '../../../src/cli/free-port.ts'
import { devnetDirectories, prepareDevnet } from '../../../src/node/devnet.ts'
import type { NodeLimits } from '../../../src/node/limits.ts'
import { silentLogger as logger } from '../../../src/node/logger.ts'
import { peerIdOf } from '../../../src/node/network/libp2p/identity.ts'
import { systemRandom } from '../../../src/protocol/crypto/random.ts'
import { NETWORKS } from '../../../src/protocol/network.ts'
import { createProcess, type ManagedProcess } from './process.ts'
import { openWitness, type Witness } from './witness.ts'

export type ValidatorProcess = ManagedProcess & {
  /** Its place among the directories. */
  readonly number: number
  /** Of the key it votes with. */
  readonly publicKey: Uint8Array
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
    Object.assign(
      createProcess(`validator ${number}`, {
        dataDirectory,
        network: {
          listen: [places[number]!.listen],
          persistent: addresses.filter((_, other) => other !== number),
          freeLocal: true,
        },
        limits,
      }),
      { number, publicKey: made[number]!.validatorKeys.first.publicKey },
    ),
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

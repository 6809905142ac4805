/** Nodes' places in networks of real sockets on loopback, for tests; closed after the test. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../../../src/node/clock.ts'
import { type LibP2pNetwork, openNetwork } from '../../../../src/node/network/libp2p/open-network.ts'
import type { NetworkOptions } from '../../../../src/node/network/libp2p/options.ts'
import type { PeersModules } from '../../../../src/node/network/open-peers.ts'
import { utf8 } from '../../../../src/protocol/bytes.ts'
import { hash } from '../../../../src/protocol/crypto/hash.ts'
import { systemRandom } from '../../../../src/protocol/crypto/random.ts'
import { type Hooks, recordingLogger } from '../../support.ts'

export const CHAIN = hash('test chain', utf8('one'))
export const LOOPBACK = '/ip4/127.0.0.1/tcp/0'

export type Host = LibP2pNetwork & {
  readonly directory: string
  readonly logger: ReturnType<typeof recordingLogger>
}

/** Opens one on loopback. */
export async function openHost(
  t: Hooks,
  options: Partial<NetworkOptions> = {},
  modules: Partial<PeersModules> = {},
): Promise<Host> {
  const directory = modules.directory ?? (await mkdtemp(join(tmpdir(), 'stegos-test-')))
  const logger = recordingLogger()
  const network = await openNetwork(
    { listen: [LOOPBACK], freeLocal: true, ...options },
    {
      chainId: CHAIN,
      maxConsensus: 6 << 20,
      validator: false,
      clock: systemClock,
      random: systemRandom,
      logger,
      ...modules,
      directory,
    },
  )
  let closed: Promise<void> | undefined
  const close = () => {
    closed ??= network.close()
    return closed
  }
  // A host writes to its directory until it is closed.
  t.after(async () => {
    await close()
    await rm(directory, { recursive: true, force: true, maxRetries: 5 })
  })
  return Object.defineProperties({ directory, logger } as Host, {
    ...Object.getOwnPropertyDescriptors(network),
    close: { value: close },
  })
}

/** Resolves when that has come true; fails when it does not for long. */
export async function until(what: string, holds: () => boolean, patience = 30_000): Promise<void> {
  const end = Date.now() + patience
  while (!holds()) {
    if (Date.now() > end) throw new Error(`not in time: ${what}`)
    await systemClock.sleep(20)
  }
}

/** Resolves when all of them are each other's neighbours, with a mesh for every topic. */
export async function untilMeshed(...hosts: readonly Host[]): Promise<void> {
  await until('all are in all meshes', () =>
    hosts.every((host) => {
      const { mesh } = host.measure!()
      return Object.values(mesh).every((size) => size > 0) && host.consensus.peers.length > 0
    }),
  )
}

/** The file of known peers of a host. */
export function peersFileOf({ directory }: Host): string {
  return join(directory, 'peers.json')
}

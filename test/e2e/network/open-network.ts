/** The network of a rehearsal: each node a process of its own, with a line to each that it connects to. */
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { devnetDirectories, prepareDevnet } from '../../../src/node/devnet.ts'
import { GENESIS_FILE } from '../../../src/node/genesis/genesis-file.ts'
import { silentLogger as logger } from '../../../src/node/logger.ts'
import { IDENTITY_FILE, peerIdOf } from '../../../src/node/network/libp2p/identity.ts'
import type { NetworkOptions } from '../../../src/node/network/libp2p/options.ts'
import { systemRandom } from '../../../src/protocol/crypto/random.ts'
import { NETWORKS } from '../../../src/protocol/network.ts'
import type { SeededRandom } from '../../support/seeded-random.ts'
import { BLOCK_INTERVAL, QUICK } from '../../support/validators/crash-run.ts'
import { createProcess, type ManagedProcess } from '../../support/validators/process.ts'
import { openWitness, type Witness } from '../../support/validators/witness.ts'
import type { Manifest } from './manifest.ts'
import type { Site, Terrain } from './terrain.ts'

export type Role = 'validator' | 'sentry' | 'archive' | 'pruned'

export type Member = ManagedProcess & {
  readonly role: Role
  /** Among those of its role. */
  readonly number: number
  /** Where it listens itself, `/p2p/ID` at the end. */
  readonly address: string
  /** Of a validator: what it signs with. */
  readonly key: { readonly publicKey: Uint8Array; readonly secret: Uint8Array } | undefined
  /** Forgets everything but its name and its network; the process has ended. */
  wipe(): void
}

export type Rehearsed = {
  readonly chainId: Uint8Array
  readonly directory: string
  readonly members: readonly Member[]
  readonly validators: readonly Member[]
  readonly terrain: Terrain
  readonly witness: Witness
  /** Names that are one place: a validator and its sentries. All others are places of their own. */
  readonly hidden: readonly string[]
  close(): Promise<void>
}

/** Blocks between the snapshots that nodes with all history make. */
export const SNAPSHOT_INTERVAL = 20
/** Nodes with all history or part of it connect to so many, if there are. */
const FOLLOWED = 3

export async function openNetwork(
  manifest: Manifest,
  directory: string,
  random: SeededRandom,
  terrain: Terrain,
): Promise<Rehearsed> {
  const directories = devnetDirectories(directory, manifest.validators)
  const made = await prepareDevnet(
    directories,
    { logger },
    { ...NETWORKS.dev, blockInterval: BLOCK_INTERVAL },
  )
  const places = [
    ...directories.map((at, number) => ({ at, role: 'validator' as Role, number })),
    ...Array.from({ length: manifest.sentries }, (_, number) => ({
      at: join(directory, `sentry-${number}`),
      role: 'sentry' as Role,
      number,
    })),
    ...manifest.followers.map((role, number) => ({
      at: join(directory, `follower-${number}`),
      role: role as Role,
      number,
    })),
  ]
  const known = await Promise.all(
    places.map(async (place) => {
      const { at, role, number } = place
      if (role !== 'validator') {
        mkdirSync(at, { recursive: true })
        copyFileSync(join(directories[0]!, GENESIS_FILE), join(at, GENESIS_FILE))
      }
      const name = `${role} ${number}`
      const site = await terrain.site(name)
      return { ...place, name, site, peerId: await peerIdOf(at, systemRandom) }
    }),
  )
  type Known = (typeof known)[number]
  const isHidden = ({ role, number }: Known) => manifest.sentries > 0 && role === 'validator' && number === 0
  const sentries = known.filter(({ role }) => role === 'sentry')
  const open = known.filter((one) => !isHidden(one))
  const servers = open.filter(({ role }) => role === 'validator' || role === 'sentry')

  const via = (from: Known, targets: readonly Known[]) =>
    Promise.all(
      targets
        .filter((to) => to !== from)
        .map(async (to) => peerAt(await terrain.way(from.name, to.name, to.site), to.peerId)),
    )
  const placeOf = async (one: Known): Promise<Partial<NetworkOptions>> => {
    if (isHidden(one)) return { onlyPeers: await via(one, sentries) }
    const targets = one.role === 'validator' || one.role === 'sentry' ? servers : drawSome(servers, random)
    const privatePeers = one.role === 'sentry' ? known.filter(isHidden).map(({ peerId }) => peerId) : []
    return {
      listen: [listenedAt(one.site)],
      persistent: await via(one, targets),
      privatePeers,
      keepIdentity: true,
    }
  }
  const members: Member[] = []
  for (const one of known) {
    const { at, role, number, site } = one
    const process = createProcess(one.name, {
      dataDirectory: at,
      host: site.apiHost,
      network: { ...(await placeOf(one)), freeLocal: true },
      limits: { ...QUICK, snapshotInterval: SNAPSHOT_INTERVAL },
      ...(role !== 'validator' && { role: { follower: true, prune: role === 'pruned' } }),
      prefix: site.prefix,
    })
    members.push(
      Object.assign(process, {
        role,
        number,
        address: peerAt(site, one.peerId),
        key: role === 'validator' ? made[number]!.validatorKeys.first : undefined,
        wipe: () => wipe(at),
      }),
    )
  }
  const { chainId } = made[0]!.named
  const addresses = members.filter(({ name }) => open.some((one) => one.name === name)).map((m) => m.address)
  const witness = await openWitness({ chainId, directory, addresses })
  await Promise.all(members.map((member) => member.start()))
  return {
    chainId,
    directory,
    members,
    validators: members.filter(({ role }) => role === 'validator'),
    terrain,
    witness,
    hidden: [...known.filter(isHidden), ...sentries].map(({ name }) => name),
    close: async () => {
      for (const { client } of members) client?.close()
      await Promise.all(members.map((member) => member.kill()))
      await witness.close()
      await terrain.close()
    },
  }
}

function listenedAt({ host, port }: Pick<Site, 'host' | 'port'>): string {
  return `/ip4/${host}/tcp/${port}`
}

function peerAt(site: Pick<Site, 'host' | 'port'>, peerId: string): string {
  return `${listenedAt(site)}/p2p/${peerId}`
}

function drawSome<Item>(items: readonly Item[], random: SeededRandom): Item[] {
  const left = [...items]
  while (left.length > FOLLOWED) left.splice(random.below(left.length), 1)
  return left
}

/** The name of its peer, its network, and the token that its users have. */
const KEPT = new Set([GENESIS_FILE, IDENTITY_FILE, 'api.token'])

function wipe(directory: string): void {
  for (const name of readdirSync(directory))
    if (!KEPT.has(name)) rmSync(join(directory, name), { recursive: true, force: true })
}

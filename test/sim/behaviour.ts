/** How a validator that breaks the rules differs from one that keeps them: it runs the same code, and meddles with it. */
import type { ConsensusMessage } from '../../src/protocol/consensus/messages.ts'
import type { Time } from './agenda.ts'
import type { BlockPlace } from './app.ts'
import { accomplice } from './byzantine/accomplice.ts'
import { amnesiac } from './byzantine/amnesiac.ts'
import { censor } from './byzantine/censor.ts'
import { confessor } from './byzantine/confessor.ts'
import { divider } from './byzantine/divider.ts'
import { equivocator } from './byzantine/equivocator.ts'
import { excluder } from './byzantine/excluder.ts'
import { flooder } from './byzantine/flooder.ts'
import { late } from './byzantine/late.ts'
import { liar } from './byzantine/liar.ts'
import { replayer } from './byzantine/replayer.ts'
import { revisionist } from './byzantine/revisionist.ts'
import { slanderer } from './byzantine/slanderer.ts'
import { turner } from './byzantine/turner.ts'
import { withholder } from './byzantine/withholder.ts'
import { type Chance, chanceOf } from './chance.ts'
import type { Role } from './config.ts'
import { Forger } from './forger.ts'
import type { SimNode } from './node.ts'
import type { World } from './world.ts'

export type Outgoing = { readonly message: ConsensusMessage; readonly delay: Time }

export type Behaviour = {
  /** What goes to one node instead of `message`. */
  outgoing?(message: ConsensusMessage, to: number): readonly Outgoing[]
  /** A message arrived. */
  heard?(from: string, message: ConsensusMessage, bytes: Uint8Array): void
  /** A block of its own; undefined for an honest one. */
  build?(place: BlockPlace): Uint8Array | undefined
  /** What it reports in its blocks of what it heard. */
  reports?(place: BlockPlace): BlockPlace
  /** The node starts, for the first time or again. */
  started?(): void
  /** Finds every block valid. */
  readonly believesAnything?: boolean
}

/** What a behaviour has in its hands. */
export type Tools = {
  readonly world: World
  readonly node: SimNode
  readonly chance: Chance
  /** Signs with its own key, and with no other. */
  readonly forger: Forger
}

const BEHAVIOURS: Readonly<Record<Role, (tools: Tools) => Behaviour>> = {
  equivocator,
  accomplice,
  withholder,
  liar,
  twin: () => ({}),
  censor,
  confessor,
  excluder,
  divider,
  late,
  amnesiac,
  flooder,
  replayer,
  revisionist,
  slanderer,
  turner,
}

export function behaviourOf(role: Role, world: World, node: SimNode): Behaviour {
  const chance = chanceOf(world.config.seed, `${role} ${node.index}`)
  return BEHAVIOURS[role]({ world, node, chance, forger: new Forger(world, node) })
}

/** Whether the half of the nodes that is shown the second of two stories includes `node`: alike for all liars. */
export function isSecondHalf(world: World, node: number): boolean {
  const { config } = world
  if (config.faulty === 'third') {
    // The honest are two thirds of equal weight: that is where the network can be split.
    const parts = [0, 1, 2].filter((part) => config.roles[part] === undefined)
    return node % 3 === parts[1]
  }
  return chanceOf(config.seed, `half ${node}`).happens(0.5)
}

/** What can happen to a network, and what holds while it does. When a trouble is over all nodes have the same head again. */
import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SeededRandom } from '../../support/seeded-random.ts'
import { heightOf, reach } from '../../support/validators/checks.ts'
import { besiege } from './besiege.ts'
import type { TroubleName } from './manifest.ts'
import { type Member, type Rehearsed, SNAPSHOT_INTERVAL } from './open-network.ts'
import { FAIR } from './terrain.ts'

/** Brings the trouble, and its end. @returns what it was */
export type Trouble = (network: Rehearsed, random: SeededRandom) => Promise<string>

/** Blocks that those make who can, while others are away. */
const BLOCKS_MEANWHILE = 2
/** Milliseconds that a trouble lasts at least, and how much longer it may. */
const LASTS = { least: 1_000, more: 4_000 }
/** Of bad lines: milliseconds of delay, and the share of segments lost, at most. */
const WORST = { delay: 250, loss: 0.05 }
/** Share of the kills that hit a node a second time while it starts, and milliseconds that takes at most. */
const EARLY = 0.25
const STARTING = 1_500

export const TROUBLE: Readonly<Record<TroubleName, Trouble>> = {
  async kill(network, random) {
    const victim = random.pick(network.members)
    await victim.kill()
    await goesOn(network, [victim])
    const early = random.next() < EARLY
    if (early) {
      victim.start().catch(() => {})
      await sleep(random.below(STARTING))
      await victim.kill()
    }
    await victim.start()
    return `${victim.name} killed${early ? ', and again while it started' : ''}`
  },

  async restart(network, random) {
    const victim = random.pick(network.members)
    await victim.stop()
    await goesOn(network, [victim])
    await victim.start()
    return `${victim.name} restarted`
  },

  async pause(network, random) {
    const victim = random.pick(network.members)
    const time = duration(random)
    victim.pause()
    try {
      await sleep(time)
      await goesOn(network, [victim])
    } finally {
      victim.resume()
    }
    return `${victim.name} without time for ${time} ms`
  },

  /** One place is cut off; the others go on. */
  async partition(network, random) {
    const { terrain, members } = network
    const place = placeOf(network, random.pick(members))
    const time = duration(random)
    const broken = random.next() < 0.5
    const across = (one: string, other: string) => place.includes(one) && !place.includes(other)
    terrain.set({ ...FAIR, cut: true }, across)
    // Either those cut off learn of it, or what they say is silently lost.
    if (broken) terrain.reset(across)
    await sleep(time)
    await goesOn(
      network,
      members.filter(({ name }) => place.includes(name)),
    )
    terrain.heal()
    return `${place.join(', ')} cut off for ${time} ms${broken ? ', all connections broken' : ''}`
  },

  /** No side has more than two thirds of the weight: none makes a block but the one that was under way. */
  async halves(network, random) {
    const { terrain, members, validators, hidden } = network
    const half = validators.length / 2
    const shuffled = [...validators]
    for (let left = shuffled.length; left > 1; left -= 1)
      shuffled.push(shuffled.splice(random.below(left), 1)[0]!)
    const side = new Set(shuffled.slice(0, half).map(({ name }) => name))
    for (const { role, name } of members) if (role !== 'validator' && random.next() < 0.5) side.add(name)
    // A hidden validator is where its sentries are.
    for (const name of hidden) {
      if (side.has(hidden[0]!)) side.add(name)
      else side.delete(name)
    }
    const time = duration(random)
    terrain.set({ ...FAIR, cut: true }, (one, other) => side.has(one) !== side.has(other))
    const before = await highest(members)
    await sleep(time)
    const after = await highest(members)
    assert.ok(after <= before + 1, `blocks without two thirds of the weight: ${before}, then ${after}`)
    terrain.heal()
    return `in halves for ${time} ms: ${[...side].join(', ')} apart from the others`
  },

  /** Slow lines that lose segments, of one node or of all. */
  async slow(network, random) {
    const { terrain, members } = network
    const victim = random.next() < 0.5 ? random.pick(members) : undefined
    const weather = {
      cut: false,
      delay: 1 + random.below(WORST.delay),
      loss: random.next() * WORST.loss,
    }
    const time = duration(random)
    terrain.set(weather, (one) => victim === undefined || one === victim.name)
    await sleep(time)
    await goesOn(network, [])
    terrain.heal()
    return `lines of ${victim?.name ?? 'all'} with ${terrain.describe(weather)} for ${time} ms`
  },

  /** Strangers send a validator and a follower what no node sends; neither gives them its memory. */
  async hostile(network, random) {
    const { validators, members } = network
    const follower = random.pick(members.filter(({ role }) => role === 'archive' || role === 'pruned'))
    const open = validators.filter(({ name }) => !network.hidden.includes(name))
    const victims = [random.pick(open), follower]
    const attacks = await besiege(network, victims, () => goesOn(network, []))
    return `${victims.map(({ name }) => name).join(' and ')} besieged: ${attacks} attacks ended`
  },

  /** A follower loses its disk, and begins anew: by a snapshot where it prunes. */
  async wipe(network, random) {
    const { members } = network
    const victim = random.pick(members.filter(({ role }) => role === 'archive' || role === 'pruned'))
    await victim.kill()
    victim.wipe()
    await goesOn(network, [victim])
    const head = await highest(others(members, [victim]))
    await victim.start()
    await reach([victim], head)
    const { earliestHeight } = await victim.client.chain.status()
    // Two intervals on, a snapshot is there for certain.
    if (victim.role === 'pruned' && head > 2 * SNAPSHOT_INTERVAL + 5)
      assert.ok(earliestHeight > 1, `${victim.name} has all blocks, so no snapshot helped it`)
    return `${victim.name} wiped: has the blocks from ${earliestHeight} on again, at ${head}`
  },
}

/** All have what any of them had, and go on together. */
export async function together({ members }: Rehearsed): Promise<number> {
  const height = (await highest(members)) + BLOCKS_MEANWHILE
  await reach(members, height)
  return height
}

async function highest(members: readonly Member[]): Promise<number> {
  return Math.max(...(await Promise.all(members.map(heightOf))))
}

/** The others make blocks meanwhile. */
async function goesOn({ members }: Rehearsed, away: readonly Member[]): Promise<void> {
  const left = others(members, away)
  await reach(left, (await highest(left)) + BLOCKS_MEANWHILE)
}

function others(members: readonly Member[], away: readonly Member[]): Member[] {
  return members.filter((one) => !away.includes(one))
}

/** Names of those that are cut off together with it. */
function placeOf({ hidden }: Rehearsed, { name }: Member): readonly string[] {
  return hidden.includes(name) ? hidden : [name]
}

function duration(random: SeededRandom): number {
  return LASTS.least + random.below(LASTS.more)
}

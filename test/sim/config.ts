/** What a run consists of: everything that is not the code under test, drawn from the seed. */
import type { ReplicaLimits } from '../../src/protocol/consensus/replica.ts'
import { MILLISECOND, type Time } from './agenda.ts'
import { type Chance, chanceOf } from './chance.ts'
import { drawFaults, drawLateCrashes, type Fault } from './faults.ts'
import { drawSilentWorld, LATE_LEAK, type LongSilence, type SilenceRules } from './silence.ts'
import { drawStaking, type StakingConfig } from './stake-config.ts'
import { drawTurnedWorld } from './turned.ts'

export const ROLES = [
  /** Signs two votes or proposals where one is allowed, and shows each half of the others a different one. */
  'equivocator',
  /** Signs for every block it hears of, in every round, both kinds of vote. */
  'accomplice',
  /** Keeps its votes or proposals to itself, always or sometimes. */
  'withholder',
  /** Proposes invalid blocks, claims heights that are not there, hands out false certificates. */
  'liar',
  /** Two nodes with one key that know nothing of each other. */
  'twin',
  /** Shows what it sends to some only. */
  'censor',
  /** Lets single honest validators see two thirds that nobody else sees, then falls silent. */
  'divider',
  /** Sends everything, but late. */
  'late',
  /** Forgets its journal and starts again. */
  'amnesiac',
  /** Sends masses of stale, premature, oversized and broken messages. */
  'flooder',
  /** Sends what it heard before again, its own and others'. */
  'replayer',
  /** Claims that two thirds had prevoted for a block of an earlier round. */
  'revisionist',
] as const
/**
 * `slanderer` claims that others are silent who are not: it needs rounds as late as only long silence brings about. `excluder`
 * leaves a rival's votes out of its blocks, as censors do, and keeps to the rules otherwise: on chains of stake. There a `confessor`
 * signs twice where nobody sees it, and tells later. `turner` drives the rounds of validators that hear few.
 */
export type Role = (typeof ROLES)[number] | 'slanderer' | 'excluder' | 'confessor' | 'turner'

/** Roles that all dishonest validators of a run may share; those that gain most by it come up more often. */
const COMPANIES: readonly Role[] = [
  ...ROLES,
  ...new Array<Role>(6).fill('divider'),
  'revisionist',
  'revisionist',
  'accomplice',
  'equivocator',
]

export type SimConfig = {
  readonly seed: number
  /** By validator. */
  readonly weights: readonly number[]
  readonly roles: readonly (Role | undefined)[]
  /**
   * `less`: those with a role hold less than a third of the weight, and blocks must go on. `third`: they hold exactly a
   * third, which may stop the chain but must not split it.
   */
  readonly faulty: 'less' | 'third'
  /** Nodes without a key that follow the chain. */
  readonly followers: number
  readonly network: {
    /** Least delay of a link, and mean of what comes on top. */
    readonly latency: Time
    readonly jitter: Time
    /** Until the last fault is over. */
    readonly loss: number
    readonly duplicates: number
  }
  readonly limits: ReplicaLimits
  readonly silenceRules: SilenceRules
  /** Where many are silent for long, and the rest has to go on. */
  readonly silence: LongSilence | undefined
  /** How long a sync takes. */
  readonly sync: { readonly least: Time; readonly most: Time }
  /** By node: how wrong its clock is, in milliseconds, and how much too fast its timers run. */
  readonly clocks: readonly { readonly offset: number; readonly drift: number }[]
  readonly faults: readonly Fault[]
  /** What makes the chain one of stake, whose validators come and go; left out for the toy ledger. */
  readonly staking?: StakingConfig
  /** Blocks that everybody has to commit after the last fault. */
  readonly blocks: number
}

/** Faults of a run. */
const MOST_FAULTS = 24

/**
 * What networks are like; losses end with the last fault. In the third hardly a round goes as it should. In the fourth the
 * first rounds of a height are too short.
 */
const WEATHERS = [
  { latency: 30, jitter: 40, loss: 0, duplicates: 0 },
  { latency: 30, jitter: 60, loss: 0.2, duplicates: 0.2 },
  { latency: 30, jitter: 200, loss: 0.7, duplicates: 0.2 },
  { latency: 300, jitter: 100, loss: 0.1, duplicates: 0.1 },
] as const

export type ConfigLimits = { readonly fewest: number; readonly most: number }

export const DEFAULT_VALIDATORS: ConfigLimits = { fewest: 4, most: 10 }

/** Validators, then the second nodes of twins, then followers. */
export function nodeCount({ roles, followers }: Pick<SimConfig, 'roles' | 'followers'>): number {
  return roles.length + roles.filter((role) => role === 'twin').length + followers
}

/** One world in so many is one of long silence. */
const SILENT_WORLDS = 8
/** One in so many is one in which the dishonest turn the rounds of those who hear few. */
const TURNED_WORLDS = 16
const FIRST_TURNED = 12
/** With fewer validators a third is too much for anybody. */
const FEWEST_SILENT = 4

export const LEDGERS = ['toy', 'stake'] as const
export type Ledger = (typeof LEDGERS)[number]

/** Half of the seeds run on stake. */
export function ledgerOf(seed: number): Ledger {
  return chanceOf(seed, 'ledger').happens(0.5) ? 'stake' : 'toy'
}

export function drawConfig(
  seed: number,
  limits: ConfigLimits = DEFAULT_VALIDATORS,
  ledger: Ledger = ledgerOf(seed),
): SimConfig {
  const { fewest, most } = limits
  if (most >= FEWEST_SILENT) {
    if (seed % SILENT_WORLDS === 0) return drawSilentConfig(seed, limits, ledger, drawSilentWorld)
    if (seed % TURNED_WORLDS === FIRST_TURNED) return drawSilentConfig(seed, limits, ledger, drawTurnedWorld)
  }
  const chance = chanceOf(seed, 'config')
  // Stakes move, so nobody could hold exactly a third of them for long.
  const third = chance.happens(0.2) && ledger === 'toy'
  const validators = chance.whole(fewest, most)
  const { weights, faulty } = third ? drawThirds(chance, validators) : drawWeights(chance, validators)
  // In many runs all dishonest ones are of one kind, which makes them strong.
  const common = chance.happens(0.5) ? chance.pick(COMPANIES) : undefined
  const drawn = weights.map((_, i) => (faulty.has(i) ? (common ?? drawRole(chance, third)) : undefined))
  const roles = ledger === 'stake' ? withConfessors(seed, withExcluders(seed, drawn)) : drawn
  const followers = chance.happens(0.4) ? 1 : 0
  const nodes = nodeCount({ roles, followers })
  const span = chance.whole(500, 15_000) * MILLISECOND
  const weather = chance.pick(WEATHERS)
  const faults = [
    ...drawFaults(chance, nodes, span, chance.happens(0.1) ? 0 : chance.whole(1, MOST_FAULTS)),
    ...(common === 'divider' ? drawLateCrashes(chance, nodes, span) : []),
    ...roles.flatMap((role, i) => (role === 'twin' ? separate(chance, roles, i, nodes, span) : [])),
  ]
  const least = chance.whole(1, 10) * 100
  return {
    seed,
    weights,
    roles,
    faulty: third ? 'third' : 'less',
    followers,
    network: {
      latency: chance.whole(1, weather.latency) * MILLISECOND,
      jitter: chance.whole(1, weather.jitter) * MILLISECOND,
      loss: chance.between(weather.loss / 3, weather.loss),
      duplicates: chance.between(0, weather.duplicates),
    },
    limits: drawLimits(chance),
    silenceRules: { ...LATE_LEAK, silentRound: chanceOf(seed, 'silent round').whole(10, 40) * 100 },
    silence: undefined,
    sync: { least, most: least + chance.whole(0, 200) * 100 },
    clocks: drawClocks(chance, nodes),
    faults,
    ...(ledger === 'stake' ? stakeChain(seed, weights, roles) : { blocks: 3 }),
  }
}

function drawClocks(chance: Chance, nodes: number): SimConfig['clocks'] {
  return Array.from({ length: nodes }, () => {
    return { offset: chance.whole(-150, 150), drift: chance.between(-0.05, 0.05) }
  })
}

/** Little else goes wrong there: what is looked at is who goes on, when, and whether it is one chain. */
function drawSilentConfig(
  seed: number,
  { fewest, most }: ConfigLimits,
  ledger: Ledger,
  drawWorld: typeof drawSilentWorld,
): SimConfig {
  const chance = chanceOf(seed, 'silent config')
  const { faults, ...silent } = drawWorld(chance, Math.max(fewest, FEWEST_SILENT), most)
  const followers = chance.happens(0.3) ? 1 : 0
  const nodes = nodeCount({ roles: silent.roles, followers })
  const awake = [...silent.roles.keys()].filter((i) => !faults.some((one) => 'node' in one && one.node === i))
  const crashes = awake
    .filter(() => chance.happens(0.2))
    .map((node): Fault => {
      const from = chance.whole(0, 20_000) * MILLISECOND
      const down = chance.whole(1, 200) * MILLISECOND
      const point = chance.pick(['anywhere', 'synced', 'written', 'sending'] as const)
      const until = point === 'anywhere' ? from : from + chance.whole(100, 20_000) * MILLISECOND
      return {
        kind: 'crash',
        node,
        from,
        until,
        point,
        count: chance.whole(3, 20),
        down,
        kept: chance.pick([0, 1]),
      }
    })
  const least = chance.whole(1, 10) * 100
  return {
    seed,
    ...silent,
    faulty: 'less',
    followers,
    network: {
      latency: chance.whole(1, 30) * MILLISECOND,
      jitter: chance.whole(1, 40) * MILLISECOND,
      loss: chance.between(0, 0.1),
      duplicates: chance.between(0, 0.1),
    },
    limits: { ...drawLimits(chance), tick: chance.whole(1, 3) * 100 },
    sync: { least, most: least + chance.whole(0, 200) * 100 },
    clocks: drawClocks(chance, nodes),
    faults: [...faults, ...crashes],
    ...(ledger === 'stake' ? silentStakeChain(seed, silent.weights) : { blocks: 3 }),
  }
}

/** A chain of stake goes on for some epochs. */
function stakeChain(
  seed: number,
  weights: readonly number[],
  roles: SimConfig['roles'],
): Pick<SimConfig, 'staking' | 'blocks'> {
  const chance = chanceOf(seed, 'stake')
  const staking = drawStaking(chance, weights, (validator) => roles[validator] !== undefined)
  return { staking, blocks: staking.epochBlocks + chance.whole(2, 10) }
}

/** Nobody comes or goes before it is seen who goes on: the first epoch is long enough. */
function silentStakeChain(seed: number, weights: readonly number[]): Pick<SimConfig, 'staking' | 'blocks'> {
  const chance = chanceOf(seed, 'silent stake')
  const all = [...weights.keys()]
  const epochBlocks = chance.pick([20, 24])
  const staking = { registered: all, epochBlocks, maxValidators: all.length, maxRecords: all.length }
  return { staking, blocks: chance.whole(3, 12) }
}

/** Shorter than on a real network, as its delays are; and the pace of repetition in any proportion to them. */
function drawLimits(chance: Chance): ReplicaLimits {
  const timeout = () => ({ base: chance.whole(2, 5) * 100, increment: chance.whole(1, 3) * 100 })
  return {
    propose: { base: chance.whole(3, 6) * 100, increment: chance.whole(1, 3) * 100 },
    prevote: timeout(),
    precommit: timeout(),
    maxTimeout: 3_000,
    tick: chance.whole(2, 12) * 100,
    servedPerTick: chance.whole(2, 6),
    askedPerTick: chance.whole(1, 3),
    maxPeers: chance.pick([4, 32]),
    nextProposals: 4,
  }
}

type Draw = { readonly weights: number[]; readonly faulty: ReadonlySet<number> }

/** Equal or very unequal weights, and as many with a role as together hold less than a third. */
function drawWeights(chance: Chance, validators: number): Draw {
  const spread = chance.pick([1, 1, 3, 10, 1_000])
  const weights = Array.from({ length: validators }, () => chance.whole(1, spread))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const faulty = new Set<number>()
  let held = 0
  const wanted = chance.happens(0.4) ? validators : chance.whole(0, validators)
  for (const index of chance.some([...weights.keys()], validators)) {
    if (faulty.size >= wanted || (held + weights[index]!) * 3 >= total) continue
    faulty.add(index)
    held += weights[index]!
  }
  return { weights, faulty }
}

/** Weights that can be split into three equal parts, one of which is faulty. */
function drawThirds(chance: Chance, validators: number): Draw {
  const parts: number[][] = [[], [], []]
  for (let i = 0; i < validators; i++) parts[i % 3]!.push(i)
  const share = 60
  const weights = new Array<number>(validators).fill(0)
  for (const part of parts) for (const i of part) weights[i] = share / part.length
  return { weights, faulty: new Set(chance.pick(parts)) }
}

function drawRole(chance: Chance, third: boolean): Role {
  return third && chance.happens(0.6) ? 'accomplice' : chance.pick(ROLES)
}

function withExcluders(seed: number, roles: SimConfig['roles']): SimConfig['roles'] {
  const chance = chanceOf(seed, 'excluders')
  const share = chance.pick([0, 0.2, 1])
  return roles.map((role) => (role && chance.happens(share) ? 'excluder' : role))
}

function withConfessors(seed: number, roles: SimConfig['roles']): SimConfig['roles'] {
  const chance = chanceOf(seed, 'confessors')
  const share = chance.pick([0, 0, 0.4])
  return roles.map((role) => (role && chance.happens(share) ? 'confessor' : role))
}

/** Most of the time the others hear either one of the twins or the other. */
function separate(
  chance: Chance,
  roles: SimConfig['roles'],
  twin: number,
  nodes: number,
  span: Time,
): Fault[] {
  const second = roles.length + roles.slice(0, twin).filter((role) => role === 'twin').length
  const others = Array.from({ length: nodes }, (_, i) => i).filter((i) => i !== twin && i !== second)
  const first = chance.some(others, others.length >> 1)
  const rest = others.filter((i) => !first.includes(i))
  const cut = (sources: readonly number[], targets: readonly number[]): Fault => {
    return { kind: 'cut', from: 0, until: span, sources, targets }
  }
  return [cut([twin], rest), cut([second], first), cut([twin], [second]), cut([second], [twin])]
}

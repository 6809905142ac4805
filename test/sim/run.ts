/** One run: a world from its config, driven until all is done or something is wrong. */
import { MILLISECOND, type Time } from './agenda.ts'
import { type Invariant, Violation } from './checker.ts'
import { type Code, REAL_CODE } from './code.ts'
import type { SimConfig } from './config.ts'
import { blsSignatures, standInSignatures } from './signer.ts'
import { World } from './world.ts'

/**
 * Virtual time within which everybody has to commit the blocks a config asks for, once the last fault is over. A round
 * with longest timeouts takes about 10 s; one whose leader is honest decides when all stand in it, and fewer than one
 * leader in three is not.
 */
export const LIVENESS_BOUND: Time = 300_000 * MILLISECOND
/** The blocks it is for, and what each further one may take. */
const BLOCKS_BOUND = 3
const LATER_BLOCK: Time = 30_000 * MILLISECOND
/** Where a third of the weight is faulty nothing is promised: the run ends so long after the last fault. */
const WITHOUT_PROMISE: Time = 3_000 * MILLISECOND

export type RunOptions = {
  readonly config: SimConfig
  readonly code?: Code
  /** Real signatures instead of the stand-in. */
  readonly bls?: boolean
  readonly print?: (line: string) => void
  readonly tolerated?: readonly Invariant[]
}

export type Failure = {
  readonly invariant: Invariant
  readonly detail: string
  readonly tail: readonly string[]
}

export type RunResult = {
  readonly seed: number
  readonly failure: Failure | undefined
  /** Validators that broke the rules, by how. */
  readonly roles: Readonly<Record<string, number>>
  /** Over everything that happened: same seed, same hash. */
  readonly traceHash: string
  readonly events: number
  /** Virtual, microseconds. */
  readonly time: Time
  readonly heights: number
  /** Of the certificates, summed, plus one each. */
  readonly rounds: number
  readonly struck: Readonly<Record<string, number>>
  readonly guilty: number
  /** What happened on a chain of stake, by kind. */
  readonly staking: Readonly<Record<string, number>>
  /** From the showing of a block to its being final on a node, microseconds: sorted. */
  readonly finality: readonly Time[]
  readonly messages: number
  readonly bytes: number
  /** Largest replica seen, bytes. */
  readonly largest: number
  /** Blocks that were decided under a claim of silence. */
  readonly claimed: number
  readonly silent: SilentResult | undefined
  /** From the last fault until everybody had the blocks asked for; undefined where that was not waited for. */
  readonly recovery: Time | undefined
}

/** What long silence came to: undefined rounds where the rest went on without a claim. */
export type SilentResult = {
  /** Rounds between the first in which there could be a quorum and the one that decided. */
  readonly rounds: number | undefined
  /** From its beginning until two blocks more, microseconds. */
  readonly resumed: Time
}

export function run({ config, code = REAL_CODE, bls = false, print, tolerated }: RunOptions): RunResult {
  const keys = config.weights.length * (config.staking ? 2 : 1)
  const signatures = (bls ? blsSignatures : standInSignatures)(keys, config.seed)
  const world = new World({
    config,
    code,
    signatures,
    ...(print && { print }),
    ...(tolerated && { tolerated }),
  })
  let failure: Failure | undefined
  let outcome: Outcome = { recovery: undefined, resumed: undefined }
  try {
    outcome = drive(world)
  } catch (error) {
    const [invariant, detail] =
      error instanceof Violation
        ? ([error.invariant, error.message] as const)
        : (['no exception', error instanceof Error ? (error.stack ?? error.message) : `${error}`] as const)
    world.trace.add(`VIOLATION ${invariant}: ${detail}`)
    failure = { invariant, detail, tail: world.trace.tail() }
  }
  const { checker, network, trace, agenda } = world
  const chain = checker.chain.slice(1)
  return {
    seed: config.seed,
    failure,
    roles: countOf(config.roles.filter((role) => role !== undefined)),
    traceHash: trace.digest(),
    events: trace.lines,
    time: agenda.now,
    heights: chain.length,
    rounds: chain.reduce((sum, { round }) => sum + round + 1, 0),
    struck: Object.fromEntries(world.struck),
    guilty: checker.guilty.size,
    staking: {
      ...Object.fromEntries(world.app.news?.() ?? []),
      ...(checker.beyond && { 'a third was lost': 1 }),
    },
    finality: checker.finality.toSorted((a, b) => a - b),
    messages: network.statistics.sent,
    bytes: network.statistics.bytes,
    largest: Math.max(...world.nodes.map((node) => node.largest)),
    claimed: chain.filter(({ claimed }) => claimed).length,
    silent: silentResult(config, chain, outcome),
    recovery: outcome.recovery,
  }
}

function countOf(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

type Outcome = { readonly recovery: Time | undefined; readonly resumed: Time | undefined }

function silentResult(
  { silence }: SimConfig,
  chain: readonly { readonly round: number; readonly claimed: boolean }[],
  { resumed }: Outcome,
): SilentResult | undefined {
  if (!silence || resumed === undefined) return undefined
  const first = chain.find(({ claimed }) => claimed)
  return { rounds: first && first.round - silence.round, resumed }
}

/** @throws Violation */
function drive(world: World): Outcome {
  const { agenda, calm, checker, config } = world
  const { silence } = config
  const honest = world.nodes.filter((node) => node.honest)
  const promised = config.faulty === 'less'
  const more = Math.max(0, config.blocks - BLOCKS_BOUND) * LATER_BLOCK
  const deadline = calm + (promised ? LIVENESS_BOUND + more : WITHOUT_PROMISE)
  let target: number | undefined
  let recovered: Time | undefined
  let before: number | undefined
  let resumed: Time | undefined
  while (agenda.step()) {
    if (checker.beyond) return { recovery: undefined, resumed }
    if (silence && resumed === undefined && agenda.now >= silence.from) {
      before ??= checker.chain.length - 1
      // The first of them may have been decided before all had fallen silent.
      if (checker.chain.length > before + 2) resumed = agenda.now - silence.from
      else if (agenda.now > silence.deadline) {
        checker.fail('liveness', `nothing after ${before + 1} while many are silent, round ${silence.round}`)
      }
    }
    if (agenda.now < calm) continue
    target ??= checker.chain.length - 1 + config.blocks
    const least = Math.min(...honest.map((node) => checker.heightOf(node.index)))
    if (least >= target - config.blocks + BLOCKS_BOUND) recovered ??= agenda.now - calm
    if (least >= target) break
    if (agenda.now <= deadline) continue
    if (promised) {
      const heights = honest.map((node) => `n${node.index} ${checker.heightOf(node.index)}`)
      checker.fail('liveness', `${target} was not reached by all: ${heights.join(', ')}`)
    }
    break
  }
  for (const node of honest) node.checkSize()
  return { recovery: promised ? (recovered ?? agenda.now - calm) : undefined, resumed }
}

/** Faults that a simulator worth its name finds: the code under test with one line changed, or executed wrongly. */
import type * as Journal from '../../src/protocol/consensus/journal.ts'
import type * as Messages from '../../src/protocol/consensus/messages.ts'
import type * as Replica from '../../src/protocol/consensus/replica.ts'
import type { Invariant } from './checker.ts'
import { type Code, REAL_CODE, type StakeCode } from './code.ts'
import { DEFAULT_VALIDATORS, drawConfig, type Ledger, type SimConfig } from './config.ts'
import { type Folder, loadPatched, type Patch } from './patched.ts'
import { STAKE_BUGS } from './planted-stake-bugs.ts'
import { run } from './run.ts'

export type PlantedBug = {
  readonly patches: readonly Patch[]
  /** What is patched: the rules of consensus where nothing is said. */
  readonly folder?: Folder
  /** Whether messages leave before the journal is on disk. */
  readonly sendsBeforeSync?: boolean
  /** What it must be caught by. */
  readonly breaks: Invariant
  /** Invariants that would give it away earlier, left out to show what it leads to. */
  readonly tolerated?: readonly Invariant[]
  /** Worlds in which it is looked for; all, where nothing is said. */
  readonly only?: (config: SimConfig) => boolean
}

const UNLOCK_RULE = 'mayChange = locked === undefined || locked.round <= validRound // 29'
const LOCK_RULE = 'mayChange = locked === undefined // 23'
const MORE_THAN_TWO_THIRDS = 'quorum: (total * 2n) / 3n + 1n,'
const TWO_THIRDS = 'quorum: (total * 2n + 2n) / 3n,'

export const PLANTED_BUGS: Readonly<Record<string, PlantedBug>> = {
  'no unlock rule': {
    patches: [{ file: 'machine.ts', find: UNLOCK_RULE, replace: 'mayChange = locked === undefined' }],
    breaks: 'liveness',
  },
  'vote before fsync': { patches: [], sendsBeforeSync: true, breaks: 'contradiction' },
  'a quorum of exactly two thirds': {
    patches: [{ file: 'machine-state.ts', find: MORE_THAN_TWO_THIRDS, replace: TWO_THIRDS }],
    breaks: 'certificate',
  },
  'a quorum of exactly two thirds, seen from its end': {
    patches: [{ file: 'machine-state.ts', find: MORE_THAN_TWO_THIRDS, replace: TWO_THIRDS }],
    breaks: 'agreement',
    tolerated: ['certificate', 'lock'],
    only: ({ faulty }) => faulty === 'third',
  },
  'no lock': {
    patches: [{ file: 'machine.ts', find: LOCK_RULE, replace: 'mayChange = true' }],
    breaks: 'lock',
  },
  'a lock that a crash takes away': {
    patches: [
      {
        file: 'machine-state.ts',
        find: 'return resumed.reduce(restoreLock, begun)',
        replace: 'return resumed.length < 0 ? resumed.reduce(restoreLock, begun) : begun',
      },
    ],
    breaks: 'lock',
    only: hasLateCrashes,
  },
  'a lock that the journal drops too early': {
    patches: [{ file: 'journal.ts', find: ' || record === lock)', replace: ')' }],
    breaks: 'lock',
    only: hasLateCrashes,
  },
  'a claimed quorum that nobody looks for': {
    patches: [
      {
        file: 'machine.ts',
        find: 'if (!prevotes || !hasQuorum(prevotes, known.earlier!, machine.config)) return // 28: prevotes are still missing',
        replace: '',
      },
    ],
    breaks: 'lock',
    only: ({ roles }) => roles.includes('revisionist'),
  },
  'a vote after the decision by who has voted': {
    patches: [
      {
        file: 'drive.ts',
        find: 'if (machine.round > round || (machine.round === round && machine.precommitted)) return undefined',
        replace: '',
      },
    ],
    breaks: 'contradiction',
  },
  'votes counted under another claim': {
    patches: [
      {
        file: 'candidate.ts',
        find: 'const signers = votesFor(ballot, target).map(({ validator }) => validator)',
        replace:
          'const signers = ballot.votes.flatMap((vote) => (vote?.blockId && target ? [vote.validator] : []))',
      },
      {
        file: 'machine.ts',
        find: 'const precommits = votesFor(roundOf(machine.tally, round)!.precommits, target)',
        replace:
          'const precommits = roundOf(machine.tally, round)!.precommits.votes.filter((vote) => vote?.blockId && target) as Vote[]',
      },
    ],
    breaks: 'certificate',
    tolerated: ['lock'],
    only: hasSlander,
  },
  'a claim of somebody heard': {
    patches: [
      {
        file: 'machine.ts',
        find: 'const agreed = acceptable && accepts(machine, round, claim)',
        replace: 'const agreed = acceptable && (claim.length > 0 || accepts(machine, round, claim))',
      },
    ],
    breaks: 'claim',
    only: hasSlander,
  },
  'a claim that the journal forgets': {
    patches: [
      {
        file: 'journal.ts',
        find: "return { type: 'proposal', height, round, blockId, validRound, claim, validClaim, block }",
        replace:
          "return { type: 'proposal', height, round, blockId, validRound, claim: claim.subarray(0, 0), validClaim, block }",
      },
    ],
    breaks: 'contradiction',
    only: ({ silence }) => silence !== undefined,
  },
  'rounds turned by the few that are heard': {
    patches: [
      { file: 'rounds.ts', find: ' || (follows && !(machine.halfTime && hearsThird(machine)))', replace: '' },
    ],
    breaks: 'clock',
    only: ({ roles }) => roles.includes('turner'),
  },
  ...STAKE_BUGS,
}

/** Worlds of long silence in which somebody calls others silent who are not. */
function hasSlander({ roles }: SimConfig): boolean {
  return roles.includes('slanderer')
}

/** Worlds in which validators lock on different blocks, and crash afterwards. */
function hasLateCrashes({ roles, faults }: SimConfig): boolean {
  return (
    roles.includes('divider') &&
    faults.some((fault) => fault.kind === 'crash' && fault.point === 'late round')
  )
}

export async function codeWith({ patches, folder, sendsBeforeSync = false }: PlantedBug): Promise<Code> {
  if (folder === 'stake') return { ...REAL_CODE, stake: await patchedStake(patches) }
  const code = patches.length > 0 ? await patched(patches) : REAL_CODE
  return { ...code, syncFirst: !sendsBeforeSync }
}

async function patched(patches: readonly Patch[]): Promise<Code> {
  const copy = await loadPatched(patches, ['messages.ts', 'journal.ts', 'replica.ts'])
  return {
    messages: copy['messages.ts'] as typeof Messages,
    journal: copy['journal.ts'] as typeof Journal,
    replica: copy['replica.ts'] as typeof Replica,
    syncFirst: true,
    stake: REAL_CODE.stake,
  }
}

async function patchedStake(patches: readonly Patch[]): Promise<StakeCode> {
  const copy = await loadPatched(patches, ['apply.ts', 'block.ts', 'genesis.ts'], 'stake')
  return {
    apply: copy['apply.ts'] as StakeCode['apply'],
    block: copy['block.ts'] as StakeCode['block'],
    genesis: copy['genesis.ts'] as StakeCode['genesis'],
  }
}

/** Seeds of consensus bugs are those of the toy ledger. */
export const ledgerOfBug = ({ folder }: PlantedBug): Ledger => (folder === 'stake' ? 'stake' : 'toy')

/** The first seed up to `last` for which the bug is found as it must be. */
export async function findBug(bug: PlantedBug, last: number): Promise<number | undefined> {
  const code = await codeWith(bug)
  for (let seed = 1; seed <= last; seed++) {
    const config = drawConfig(seed, DEFAULT_VALIDATORS, ledgerOfBug(bug))
    if (bug.only && !bug.only(config)) continue
    const { failure } = run({ config, code, tolerated: bug.tolerated ?? [] })
    if (failure?.invariant === bug.breaks) return seed
  }
  return undefined
}

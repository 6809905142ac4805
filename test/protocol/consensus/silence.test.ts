/** Claims of silence in the votes of a height: docs/staking.md, "Silence". Five validators of 1; the machine is validator 0. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { decodeRecord, encodeRecord, type JournalRecord } from '../../../src/protocol/consensus/journal.ts'
import {
  beginMachine,
  type MachineInput,
  type MachineOutput,
  type MachineState,
  stepMachine,
} from '../../../src/protocol/consensus/machine.ts'
import type { MachineConfig } from '../../../src/protocol/consensus/machine-state.ts'
import type { Proposal, Vote, VoteKind } from '../../../src/protocol/consensus/messages.ts'
import { timeoutOf } from '../../../src/protocol/consensus/timeouts.ts'
import { withBits } from '../../../src/protocol/stake/bitmap.ts'
import { NO_CLAIM, voteTarget } from '../../../src/protocol/stake/leak.ts'
import { STAKE_PARAMS } from '../../../src/protocol/stake/params.ts'
import { blockOf, deepFreeze, HEIGHT, idOf, machineConfig, validatorsOf } from './blocks.ts'

const A = idOf('A')!
/** Validators 3 and 4: two fifths of the weight, which go on without a leak of a quarter. */
const GONE = withBits(5, [3, 4])
/** Weighs them half. */
const LATE = 20
const { leak, leakSilence } = STAKE_PARAMS.dev

function configOf(changed: Partial<MachineConfig> = {}): MachineConfig {
  return { ...machineConfig([1, 1, 1, 1, 1], 0, () => 1), leak, leakSilence, ...changed }
}

class Machine {
  state: MachineState
  outputs: readonly MachineOutput[] = []
  readonly journal: JournalRecord[] = []

  constructor(config = configOf(), resumed: readonly JournalRecord[] = []) {
    this.state = deepFreeze(beginMachine({ ...config, resumed }))
    this.give({ type: 'start' })
  }

  /** In `round`, with nothing heard of 3 and 4 for as many rounds as `listened` says. */
  static waiting(round: number, listened = 2 * leakSilence, config = configOf()): Machine {
    const machine = new Machine(config)
    for (let turn = 0; turn < listened; turn++) {
      machine.give({ type: 'timeout', timer: { kind: 'listen', round: turn } })
    }
    for (const one of [1, 2]) machine.vote('prevote', round, undefined, one)
    assert.equal(machine.state.round, round)
    return machine
  }

  give(input: MachineInput): readonly MachineOutput[] {
    const step = stepMachine(this.state, deepFreeze(input))
    this.state = deepFreeze(step.state)
    this.outputs = step.outputs
    const all = [...step.outputs]
    for (const output of step.outputs) {
      if (output.type === 'propose') this.journal.push({ height: HEIGHT, ...output, type: 'proposal' })
      if (output.type !== 'vote') continue
      this.journal.push({ height: HEIGHT, ...output })
      all.push(...this.vote(output.kind, output.round, output.blockId, 0))
    }
    return all
  }

  vote(kind: VoteKind, round: number, target: Uint8Array | undefined, validator: number) {
    const vote: Vote = {
      kind,
      height: HEIGHT,
      round,
      blockId: target,
      validator,
      signature: new Uint8Array(96),
    }
    return this.give({ type: 'vote', vote })
  }

  propose(round: number, claims: Partial<Proposal> = {}, valid = true) {
    const named = { height: HEIGHT, round, validRound: -1, blockId: A, block: blockOf('A'), validator: 1 }
    const proposal = {
      ...named,
      claim: NO_CLAIM,
      validClaim: NO_CLAIM,
      ...claims,
      signature: new Uint8Array(96),
    }
    return this.give({ type: 'proposal', proposal, valid })
  }

  /** What it voted for in outputs, 'claimed' for A with the claim. */
  static votes(outputs: readonly MachineOutput[]): string[] {
    return outputs.flatMap((output) =>
      output.type === 'vote' ? [`${output.kind} ${nameOf(output.blockId)} in ${output.round}`] : [],
    )
  }
}

function nameOf(target: Uint8Array | undefined): string {
  if (!target) return 'nil'
  if (Buffer.compare(target, A) === 0) return 'A'
  return Buffer.compare(target, voteTarget(A, GONE)) === 0 ? 'claimed' : 'other'
}

describe('a claim', () => {
  test('is made by the leader of a late round, of those it has not heard for long', () => {
    const machine = Machine.waiting(LATE, 2 * leakSilence, configOf({ leader: () => 0 }))
    const [proposed] = machine.give({ type: 'built', round: LATE, blockId: A, block: blockOf('A') })
    assert.deepEqual(proposed?.type === 'propose' && proposed.claim, GONE)
    const early = Machine.waiting(leak[0]!.round, 2 * leakSilence, configOf({ leader: () => 0 }))
    const [unclaimed] = early.give({ type: 'built', round: leak[0]!.round, blockId: A, block: blockOf('A') })
    assert.deepEqual(unclaimed?.type === 'propose' && unclaimed.claim, NO_CLAIM)
  })

  test('decides with the weight that it leaves, and a vote names it', () => {
    const machine = Machine.waiting(LATE)
    assert.deepEqual(Machine.votes(machine.propose(LATE, { claim: GONE })), [`prevote claimed in ${LATE}`])
    const target = voteTarget(A, GONE)
    machine.vote('prevote', LATE, target, 1)
    assert.deepEqual(Machine.votes(machine.vote('prevote', LATE, target, 2)), [
      `precommit claimed in ${LATE}`,
    ])
    machine.vote('precommit', LATE, target, 1)
    const decision = machine.vote('precommit', LATE, target, 2).find(({ type }) => type === 'decide')
    assert.ok(decision?.type === 'decide')
    assert.deepEqual([decision.claim, decision.blockId, decision.precommits.length], [GONE, A, 3])
  })

  test('that leaves too little weight decides nothing', () => {
    const machine = Machine.waiting(leak[0]!.round + 1)
    const round = machine.state.round
    machine.propose(round, { claim: GONE })
    for (const one of [1, 2]) {
      assert.deepEqual(Machine.votes(machine.vote('prevote', round, voteTarget(A, GONE), one)), [])
    }
  })

  test('counts no votes for the block without it, or with another one', () => {
    for (const target of [A, voteTarget(A, withBits(5, [4]))]) {
      const machine = Machine.waiting(LATE)
      machine.propose(LATE, { claim: GONE })
      for (const one of [1, 2]) machine.vote('prevote', LATE, target, one)
      assert.equal(machine.state.locked, undefined)
    }
  })

  test('of somebody heard is voted down, though not the block', () => {
    const machine = Machine.waiting(LATE)
    machine.vote('prevote', LATE, undefined, 4)
    assert.deepEqual(Machine.votes(machine.propose(LATE, { claim: GONE })), [`prevote nil in ${LATE}`])
    const alone = Machine.waiting(LATE)
    alone.vote('prevote', LATE, undefined, 4)
    assert.deepEqual(Machine.votes(alone.propose(LATE)), [`prevote A in ${LATE}`])
  })

  test('of somebody heard since the prevote is not precommitted to', () => {
    const machine = Machine.waiting(LATE)
    machine.propose(LATE, { claim: GONE })
    machine.vote('prevote', LATE, undefined, 4)
    machine.vote('prevote', LATE, voteTarget(A, GONE), 1)
    const last = machine.vote('prevote', LATE, voteTarget(A, GONE), 2)
    assert.deepEqual(Machine.votes(last), [`precommit nil in ${LATE}`])
    assert.equal(machine.state.locked, undefined)
  })

  test('is not believed by who has not listened for long enough, nor for an old vote said again', () => {
    const machine = Machine.waiting(LATE, leakSilence - 1)
    assert.deepEqual(Machine.votes(machine.propose(LATE, { claim: GONE })), [`prevote nil in ${LATE}`])
    const heard = new Machine()
    heard.vote('prevote', 3, undefined, 4)
    for (let turn = 0; turn <= leakSilence; turn++) {
      heard.give({ type: 'timeout', timer: { kind: 'listen', round: turn } })
      heard.vote('precommit', 2, undefined, 4)
    }
    assert.equal(heard.state.silentFor[4], leakSilence)
  })

  test('does not touch locks: the block may come with another claim, or with none', () => {
    const machine = Machine.waiting(LATE)
    machine.propose(LATE, { claim: GONE })
    for (const one of [1, 2]) machine.vote('prevote', LATE, voteTarget(A, GONE), one)
    assert.deepEqual([machine.state.locked?.round, machine.state.locked?.claim], [LATE, GONE])
    for (const one of [1, 2]) machine.vote('prevote', LATE + 1, undefined, one)
    const again = { validRound: LATE, validClaim: GONE }
    assert.deepEqual(Machine.votes(machine.propose(LATE + 1, again)), [`prevote A in ${LATE + 1}`])
  })

  test('of an earlier round is what its prevotes are counted under', () => {
    const machine = Machine.waiting(LATE)
    for (const one of [1, 2, 3, 4]) machine.vote('prevote', LATE - 1, voteTarget(A, GONE), one)
    const wrong = withBits(5, [4])
    assert.deepEqual(Machine.votes(machine.propose(LATE, { validRound: LATE - 1, validClaim: wrong })), [])
    const right = Machine.waiting(LATE)
    for (const one of [1, 2, 3, 4]) right.vote('prevote', LATE - 1, voteTarget(A, GONE), one)
    const proposed = right.propose(LATE, { validRound: LATE - 1, validClaim: GONE })
    assert.deepEqual(Machine.votes(proposed), [`prevote A in ${LATE}`])
  })
})

describe('the leak of the certificate in a block', () => {
  const carried = { claim: GONE, round: LATE }
  const leaked = validatorsOf([4, 4, 4, 1, 1])
  const config = configOf({ silenceIn: () => carried, votersAfter: () => leaked })

  test('weighs the votes on it', () => {
    const machine = new Machine(config)
    machine.propose(0)
    machine.vote('prevote', 0, A, 1)
    assert.deepEqual(Machine.votes(machine.vote('prevote', 0, A, 2)), ['precommit A in 0'])
  })

  test('is not believed of a block that breaks a rule', () => {
    const machine = new Machine(config)
    machine.propose(0, {}, false)
    for (const one of [1, 2]) machine.vote('precommit', 0, A, one)
    assert.notEqual(machine.state.step, 'decided')
  })
})

describe('after a crash', () => {
  test('a validator is locked on what it voted for with the claim, and can show why', () => {
    const machine = Machine.waiting(LATE)
    machine.propose(LATE, { claim: GONE })
    for (const one of [1, 2]) machine.vote('prevote', LATE, voteTarget(A, GONE), one)
    const journal = machine.journal.map((record) => decodeRecord(encodeRecord(record)))
    const again = new Machine(configOf(), journal)
    assert.deepEqual(again.state.locked, machine.state.locked)
    const lock = journal.find((record) => record.type === 'vote' && record.lock)
    assert.deepEqual(lock?.blockId, voteTarget(A, GONE))
  })

  test('its rounds go on, and it has not heard anybody be silent', () => {
    const journal: JournalRecord[] = [
      { type: 'vote', height: HEIGHT, kind: 'prevote', round: 9, blockId: undefined, lock: undefined },
    ]
    const machine = new Machine(configOf(), journal)
    assert.deepEqual(machine.state.silentFor, [0, 0, 0, 0, 0])
    assert.deepEqual(
      machine.outputs.map((output) => output.type === 'timer' && output.timer.kind),
      ['half', 'round', 'listen'],
    )
  })
})

describe('a round in which no two thirds vote', () => {
  const end = (machine: Machine) => machine.give({ type: 'timeout', timer: { kind: 'round', round: 0 } })
  const settle = (machine: Machine) => machine.give({ type: 'timeout', timer: { kind: 'settle', round: 0 } })

  test('ends when those present have been in it together for a while', () => {
    const machine = new Machine()
    for (const one of [1, 2]) machine.vote('prevote', 0, undefined, one)
    assert.equal(machine.state.settling, 'apart', 'the others may be on their way')
    end(machine)
    for (const turn of [0, 1]) machine.give({ type: 'timeout', timer: { kind: 'listen', round: turn } })
    for (const one of [1, 2]) machine.vote('prevote', 1, undefined, one)
    assert.equal(machine.state.round, 1)
  })

  test('goes on while the others are behind and speak, and ends when they are silent', () => {
    const machine = new Machine()
    machine.vote('prevote', 0, undefined, 1)
    end(machine)
    assert.equal(machine.state.round, 0)
    machine.give({ type: 'timeout', timer: { kind: 'listen', round: 0 } })
    // Of those heard, itself and validator 1, all are here.
    assert.equal(machine.state.settling, 'together')
    settle(machine)
    assert.equal(machine.state.round, 1)
  })
})

describe('timeouts', () => {
  const growing = { base: 100, increment: 50 }
  const limits = { propose: growing, prevote: growing, precommit: growing, maxTimeout: 1_000 } as never

  test('of a silent round are parts of the time that the network gives it, however late it is', () => {
    const params = { silentRound: 200, leak }
    assert.equal(timeoutOf('round', false, 10, limits, params), 1_800)
    assert.equal(timeoutOf('round', true, 10, limits, params), 200)
    assert.equal(timeoutOf('propose', true, 10, limits, params), 100)
    assert.equal(timeoutOf('propose', false, 10, limits, params), 600)
  })

  test('grow again when all has leaked', () => {
    const params = { silentRound: 200, leak }
    assert.equal(timeoutOf('round', true, leak.at(-1)!.round + 4, limits, params), 400)
    assert.equal(timeoutOf('round', true, 10_000, limits, params), 3_000)
  })
})

describe('who hears hardly anybody', () => {
  const lonely = () => new Machine({ ...machineConfig([250, 150, 600], 0, () => 2), leak, leakSilence })
  const listen = (machine: Machine, times: number) => {
    for (let turn = 0; turn < times; turn++) {
      machine.give({ type: 'timeout', timer: { kind: 'listen', round: machine.state.listened } })
    }
  }

  const half = (machine: Machine, round: number) =>
    machine.give({ type: 'timeout', timer: { kind: 'half', round } })

  test('follows the few it hears by one round, when half of its own is over, whatever they say', () => {
    const machine = lonely()
    listen(machine, leakSilence + 1)
    machine.vote('prevote', 2 ** 31 - 2, undefined, 1)
    assert.equal(machine.state.round, 0)
    half(machine, 0)
    assert.equal(machine.state.round, 1)
    machine.vote('precommit', 2 ** 31 - 1, undefined, 1)
    listen(machine, 1)
    assert.equal(machine.state.round, 1)
    half(machine, 1)
    assert.equal(machine.state.round, 2)
  })

  test('follows them at once in the second half', () => {
    const machine = lonely()
    listen(machine, leakSilence + 1)
    half(machine, 0)
    assert.equal(machine.state.round, 0)
    machine.vote('prevote', 7, undefined, 1)
    assert.equal(machine.state.round, 1)
  })

  test('takes nobody along who was led on: each of its own rounds has its half', () => {
    // Validator 1 is dishonest, 0 and 2 hear each other and it; together 1 and 2 are more than a third of all.
    const machine = new Machine({ ...machineConfig([10, 30, 10, 50], 0, () => 1), leak, leakSilence })
    listen(machine, leakSilence + 1)
    machine.vote('prevote', 9, undefined, 1)
    machine.vote('prevote', 1, undefined, 2)
    assert.equal(machine.state.round, 1, 'with somebody honest at once')
    machine.vote('precommit', 9, undefined, 1)
    assert.equal(machine.state.round, 1)
  })

  test('stays where it is for long when that is no third, and neither timers nor others lead it on', () => {
    const machine = new Machine({ ...machineConfig([100, 150, 750], 0, () => 2), leak, leakSilence })
    const end = (kind: 'round' | 'settle') => machine.give({ type: 'timeout', timer: { kind, round: 0 } })
    listen(machine, 1)
    machine.vote('prevote', 5, undefined, 1)
    half(machine, 0)
    assert.equal(machine.state.settling, 'together')
    for (const kind of ['round', 'settle'] as const) end(kind)
    listen(machine, leakSilence - 1)
    assert.equal(machine.state.round, 0)
    listen(machine, 1)
    assert.equal(machine.state.round, 1, 'but not for good: others hear it by a later round only')
  })

  test('keeps the long timers, or it would find nobody present whose rounds are long', () => {
    const timersWith = (own: number) => {
      const machine = new Machine({ ...machineConfig([own, 650 - own, 350], 0, () => 2), leak, leakSilence })
      listen(machine, 1)
      const [timer] = machine.outputs
      assert.ok(timer?.type === 'timer' && timer.timer.kind === 'listen')
      return timer.silent ? 'short' : 'long'
    }
    assert.equal(timersWith(300), 'long')
    assert.equal(timersWith(340), 'short', 'a third can go on when the others have leaked away')
  })

  test('goes on as soon as it hears a third', () => {
    const machine = new Machine({ ...machineConfig([100, 150, 100, 650], 0, () => 2), leak, leakSilence })
    listen(machine, 1)
    for (const kind of ['round', 'settle'] as const)
      machine.give({ type: 'timeout', timer: { kind, round: 0 } })
    assert.equal(machine.state.round, 0)
    machine.vote('prevote', 0, undefined, 1)
    assert.equal(machine.state.round, 0)
    machine.vote('prevote', 0, undefined, 2)
    assert.equal(machine.state.round, 1)
  })

  test('follows a third of all at once', () => {
    const machine = lonely()
    machine.vote('prevote', 40, undefined, 2)
    assert.equal(machine.state.round, 40)
  })
})

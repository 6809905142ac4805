/**
 * What surrounds the voting machine on one node, validator or follower: one height after the other, own messages
 * journalled before they are signed and sent again until the height is decided, messages of the next height kept, blocks
 * that others have and this node lacks. Pure like the machine: step(state, input) → { state, outputs }.
 *
 * Of the messages of heights that are over only precommits are of use, as attendance: those are handed out (`late`).
 */
import { ask, help, tellWhereIStand } from './catch-up.ts'
import { commit, drive, handOut, sign, takeSigned } from './drive.ts'
import { compactJournal, type JournalRecord } from './journal.ts'
import type { RoundTimer } from './machine.ts'
import { beginMachine, lacksBlock } from './machine-state.ts'
import { type ConsensusMessage, heightOf } from './messages.ts'
import { allHeld, hold, NOTHING_HELD } from './next-height.ts'
import { notePeer } from './peers.ts'
import { takeChecked, takeProposal } from './proposals.ts'
import type { HeightConfig, PeerId, ReplicaInput, ReplicaOutput } from './replica-io.ts'
import type { Replica, ReplicaState } from './replica-state.ts'
import { broadcastOwn, isStillNeeded, shareValid } from './say-again.ts'

export type * from './replica-io.ts'
export { createReplica, hasBegun, isRoundKept, isSuperfluous, type ReplicaState } from './replica-state.ts'

const ROUND_TIMERS = ['propose', 'prevote', 'precommit', 'half', 'round', 'settle', 'listen'] as const

/** One step. Nothing that was passed in is changed. */
export function stepReplica(
  state: ReplicaState,
  input: ReplicaInput,
): { readonly state: ReplicaState; readonly outputs: readonly ReplicaOutput[] } {
  const replica: Replica = { ...state }
  const outputs: ReplicaOutput[] = []
  take(replica, input, outputs)
  return { state: replica, outputs }
}

function take(replica: Replica, input: ReplicaInput, outputs: ReplicaOutput[]): void {
  const height = replica.config?.height
  switch (input.type) {
    case 'start':
      if (height === undefined) start(replica, input.config, input.journal, outputs)
      break
    case 'message':
      if (height !== undefined) takeMessage(replica, input.from, input.message, outputs)
      break
    case 'timer':
      takeTimer(replica, input.id, outputs)
      break
    case 'checked':
      if (input.height === height) takeChecked(replica, input, outputs)
      break
    case 'built':
      if (input.height === height) drive(replica, input, outputs)
      break
    case 'signed':
      takeSigned(replica, input.message, outputs)
      break
    case 'committed':
      if (height === undefined || input.next.height <= height) break
      if (replica.owed) outputs.push({ type: 'sign', message: { type: 'vote', vote: replica.owed } })
      enterHeight(replica, input.next, [], outputs)
      break
    case 'hurry':
      if (input.height === height) begin(replica, outputs)
  }
}

function start(
  replica: Replica,
  config: HeightConfig,
  journal: readonly JournalRecord[],
  outputs: ReplicaOutput[],
): void {
  const records = compactJournal(journal.filter(({ height }) => height === config.height))
  enterHeight(replica, config, records, outputs)
  // What is in the journal may never have been signed, or never have arrived.
  for (const record of records) sign(replica, record, outputs)
  outputs.push({ type: 'timer', id: tickId(1), delay: replica.limits.tick })
  outputs.push({ type: 'broadcast', message: { type: 'status', height: config.height, round: 0 } })
}

function enterHeight(
  replica: Replica,
  config: HeightConfig,
  resumed: readonly JournalRecord[],
  outputs: ReplicaOutput[],
): void {
  const held = replica.config?.height === config.height - 1 ? allHeld(replica.next) : []
  const { height, delay } = config
  replica.config = config
  replica.machine = beginMachine({ ...config, resumed })
  replica.begun = undefined
  replica.own = []
  replica.owed = undefined
  replica.proposals = []
  replica.accused = []
  replica.next = NOTHING_HELD
  replica.asked = 0
  outputs.push({ type: 'timer', id: `begin/${height}`, delay: Math.max(0, delay) })
  if (held.length > 0) outputs.push({ type: 'verify', messages: held })
  ask(replica, height + 1, outputs)
}

/** The block interval is over. */
function begin(replica: Replica, outputs: ReplicaOutput[]): void {
  if (replica.begun !== undefined) return
  replica.begun = replica.tick
  drive(replica, { type: 'start' }, outputs)
}

function takeTimer(replica: Replica, id: string, outputs: ReplicaOutput[]): void {
  const { config } = replica
  if (!config) return
  const [kind, height, round] = id.split('/')
  if (id === tickId(replica.tick + 1)) takeTick(replica, outputs)
  if (Number(height) !== config.height) return
  if (kind === 'begin') begin(replica, outputs)
  else if (isRoundTimer(kind))
    drive(replica, { type: 'timeout', timer: { kind, round: Number(round) } }, outputs)
}

/** Where the height should have been over by now, everything is said again, and what is missing is asked for. */
function takeTick(replica: Replica, outputs: ReplicaOutput[]): void {
  const { limits, config, machine } = replica
  replica.tick += 1
  replica.asked = 0
  outputs.push({ type: 'timer', id: tickId(replica.tick + 1), delay: limits.tick })
  if (!machine) return
  const { height } = config!
  ask(replica, height + 1, outputs)
  if (replica.begun === undefined || replica.begun > replica.tick - 2) return
  outputs.push({ type: 'broadcast', message: { type: 'status', height, round: machine.round } })
  if (lacksBlock(machine)) ask(replica, height, outputs)
  replica.own = replica.own.filter(({ message }) => isStillNeeded(machine, message))
  for (const { message, tick } of replica.own) {
    if (tick <= replica.tick - 2) broadcastOwn(machine, message, outputs)
  }
  shareValid(replica, machine, outputs)
}

function takeMessage(
  replica: Replica,
  from: PeerId,
  message: ConsensusMessage,
  outputs: ReplicaOutput[],
): void {
  const { limits, tick, config, machine } = replica
  replica.peers = notePeer(replica.peers, from, message, tick, limits.maxPeers)
  const { height } = config!
  const stands = heightOf(message)
  if (message.type === 'request') help(replica, from, stands, outputs)
  else if (message.type === 'certified') {
    const { block, certificate } = message
    if (stands === height && machine) commit(replica, block, { type: 'certificate', certificate }, outputs)
  } else if (stands < height) {
    if (message.type === 'vote') handOut(message.vote, from, false, outputs)
    tellWhereIStand(replica, from, outputs)
  } else if (stands > height + 1) ask(replica, stands, outputs)
  else if (message.type === 'status') return
  else if (stands === height + 1) replica.next = hold(replica.next, { from, message }, limits.nextProposals)
  else if (message.type !== 'vote') takeProposal(replica, message.proposal, outputs)
  else if (machine) drive(replica, message, outputs)
  else handOut(message.vote, from, true, outputs)
}

function tickId(tick: number): string {
  return `tick/${tick}`
}

function isRoundTimer(kind: string | undefined): kind is RoundTimer['kind'] {
  return ROUND_TIMERS.some((known) => known === kind)
}

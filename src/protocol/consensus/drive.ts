/** Steps of the voting machine inside a replica, and what becomes of its outputs. */
import type { JournalRecord } from './journal.ts'
import { stepMachine } from './machine.ts'
import type { MachineInput, MachineOutput } from './machine-io.ts'
import { isKept, type MachineState, precommitsOf } from './machine-state.ts'
import { type Evidence, heightOf, type ProposalMessage, type Vote, type VoteMessage } from './messages.ts'
import type { FinalityProof, PeerId, ReplicaOutput } from './replica-io.ts'
import type { Replica, SeenProposal } from './replica-state.ts'
import { broadcastOwn, isStillNeeded } from './say-again.ts'
import { timeoutOf } from './timeouts.ts'

/** An own message is durable and signed: now it is said, and counts here too. */
export function takeSigned(
  replica: Replica,
  message: VoteMessage | ProposalMessage,
  outputs: ReplicaOutput[],
): void {
  const { machine, config, tick } = replica
  // A precommit is worth something to others even when the block was decided without it.
  if (!machine || heightOf(message) !== config!.height) {
    outputs.push({ type: 'broadcast', message })
    if (message.type === 'vote') handOut(message.vote, undefined, true, outputs)
    return
  }
  replica.own = [...replica.own.filter((own) => isStillNeeded(machine, own.message)), { message, tick }]
  broadcastOwn(machine, message, outputs)
  if (message.type === 'vote') drive(replica, message, outputs)
  else {
    const { proposal } = message
    remember(replica, machine, { proposal, checking: false })
    drive(replica, { type: 'proposal', proposal, valid: true }, outputs)
  }
}

/** Keeps the first proposal of a round for as long as the machine does. */
export function remember(replica: Replica, machine: MachineState, seen: SeenProposal): void {
  replica.proposals = [...replica.proposals.filter(({ proposal }) => isKept(machine, proposal.round)), seen]
}

export function drive(replica: Replica, input: MachineInput, outputs: ReplicaOutput[]): void {
  if (!replica.machine) return
  const step = stepMachine(replica.machine, input)
  replica.machine = step.state
  for (const output of step.outputs) execute(replica, output, outputs)
}

function execute(replica: Replica, output: MachineOutput, outputs: ReplicaOutput[]): void {
  const { height } = replica.config!
  switch (output.type) {
    case 'vote': {
      const { kind, round, blockId, lock } = output
      journalAndSign(replica, { type: 'vote', height, kind, round, blockId, lock }, outputs)
      break
    }
    case 'propose': {
      const { type: _, ...proposal } = output
      journalAndSign(replica, { type: 'proposal', height, ...proposal }, outputs)
      break
    }
    case 'build':
      outputs.push({ type: 'build', height, round: output.round })
      break
    case 'timer': {
      const { kind, round } = output.timer
      const current = kind === 'listen' ? (replica.machine?.round ?? 0) : round
      const delay = timeoutOf(kind, output.silent, current, replica.limits, replica.config!)
      outputs.push({ type: 'timer', id: `${kind}/${height}/${round}`, delay })
      break
    }
    case 'decide': {
      const { round, claim, blockId, block, precommits } = output
      commit(replica, block, { type: 'precommits', round, claim, blockId, precommits }, outputs)
      break
    }
    case 'evidence':
      accuse(replica, output.evidence, outputs)
  }
}

function journalAndSign(replica: Replica, record: JournalRecord, outputs: ReplicaOutput[]): void {
  outputs.push({ type: 'journal', record })
  sign(replica, record, outputs)
}

export function sign({ config }: Replica, record: JournalRecord, outputs: ReplicaOutput[]): void {
  const { height, self } = config!
  if (self === undefined) return
  if (record.type === 'vote') {
    const { kind, round, blockId } = record
    const vote = { kind, height, round, blockId, validator: self }
    outputs.push({ type: 'sign', message: { type: 'vote', vote } })
  } else {
    const { type: _, ...signed } = record
    outputs.push({ type: 'sign', message: { type: 'proposal', proposal: { ...signed, validator: self } } })
  }
}

export function commit(
  replica: Replica,
  block: Uint8Array,
  proof: FinalityProof,
  outputs: ReplicaOutput[],
): void {
  const precommits = replica.machine ? precommitsOf(replica.machine) : []
  replica.owed = lateVote(replica, proof)
  replica.machine = undefined
  replica.own = []
  replica.proposals = []
  outputs.push({ type: 'commit', height: replica.config!.height, block, proof, precommits })
}

/**
 * The precommit of a validator that learns of a decision before it could take part in it: signed once the block is stored, so
 * that it counts as present, which it was. Nothing needs to be journalled then: the block is what every honest validator can
 * have signed in that round or later, and after a crash this height is over. Only where nothing was signed in that round or a
 * later one, and only for what others were seen to sign.
 */
function lateVote({ config, machine }: Replica, proof: FinalityProof): Replica['owed'] {
  if (!machine || config?.self === undefined || proof.type !== 'precommits') return undefined
  const { round, claim } = proof
  // A claim of silence is signed by nobody who has not judged it.
  if (claim.length > 0) return undefined
  if (machine.round > round || (machine.round === round && machine.precommitted)) return undefined
  const { blockId } = proof.precommits[0]!
  return { kind: 'precommit', height: config.height, round, blockId, validator: config.self }
}

/** A vote of a height that is decided. */
export function handOut(
  vote: Vote,
  from: PeerId | undefined,
  verified: boolean,
  outputs: ReplicaOutput[],
): void {
  if (vote.kind === 'precommit') outputs.push({ type: 'late', from, vote, verified })
}

export function accuse(replica: Replica, evidence: Evidence, outputs: ReplicaOutput[]): void {
  const { validator } = evidence.first
  if (replica.accused.includes(validator)) return
  replica.accused = [...replica.accused, validator]
  outputs.push({ type: 'evidence', evidence })
}

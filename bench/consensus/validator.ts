/**
 * A validator as if on a core of its own: what it does is done for real, its CPU time is measured and added to its virtual
 * time, and only then does what it says leave. It does what a node's engine and inbox do (src/node/consensus), one thing
 * after the other: messages are read, and votes verified, at most 64 together.
 */
import { type Certificate, checkCertificate, makeCertificate } from '../../src/protocol/certificate.ts'
import {
  type CertifiedMessage,
  type ConsensusMessage,
  decodeMessage,
  encodeMessage,
  heightOf,
  type Proposal,
  proposalMessage,
  type VoteMessage,
  voteMessage,
} from '../../src/protocol/consensus/messages.ts'
import {
  createReplica,
  isSuperfluous,
  type ReplicaInput,
  type ReplicaOutput,
  type ReplicaState,
  stepReplica,
} from '../../src/protocol/consensus/replica.ts'
import { blsFindInvalid, blsSign, blsVerify } from '../../src/protocol/crypto/bls.ts'
import { vrfMessage } from '../../src/protocol/validators.ts'
import { MILLISECOND, type Time } from '../../test/sim/agenda.ts'
import type { AppState } from '../../test/sim/app.ts'
import { heightConfig, LIMITS, STAKE, type World } from './world.ts'

type Event = { readonly from: string; readonly bytes: Uint8Array } | ReplicaInput
type Output<Type extends ReplicaOutput['type']> = Extract<ReplicaOutput, { type: Type }>

const READ_TOGETHER = 64
/** What a write to the disk takes before what follows it, sync included. */
const SYNC: Time = 1 * MILLISECOND

export class VirtualValidator {
  readonly #world: World
  readonly #self: number
  readonly #inbox: Event[] = []
  #replica: ReplicaState = createReplica(LIMITS)
  #state: AppState
  /** Of the last block: it stands in the next. */
  #certificate: Certificate | undefined
  /** Its core has work until then. */
  #busyUntil: Time = 0
  #woken = false
  /** The work under way: CPU time of this process when it began, and what it has waited for the disk. */
  #began = process.cpuUsage()
  #waited: Time = 0
  #busy: Time = 0

  constructor(world: World, self: number) {
    this.#world = world
    this.#self = self
    this.#state = world.ledger.genesis
  }

  get height(): number {
    return this.#state.height
  }

  /** CPU time and waits for the disk so far. */
  get busy(): Time {
    return this.#busy
  }

  start(): void {
    this.take({ type: 'start', config: this.#config(), journal: [] })
  }

  /** Something happens to it now: it is seen to when the core is free. */
  take(event: Event): void {
    this.#inbox.push(event)
    if (this.#woken) return
    this.#woken = true
    this.#world.agenda.at(this.#busyUntil, () => this.#work())
  }

  #work(): void {
    const { agenda } = this.#world
    this.#began = process.cpuUsage()
    this.#waited = 0
    const taken = this.#inbox.splice(0, READ_TOGETHER)
    this.#readAll(taken.filter((event) => 'bytes' in event))
    for (const event of taken) if (!('bytes' in event)) this.#step(event)
    const elapsed = this.#elapsed()
    this.#busy += elapsed
    this.#busyUntil = agenda.now + elapsed
    this.#woken = this.#inbox.length > 0
    if (this.#woken) agenda.at(this.#busyUntil, () => this.#work())
  }

  /** Virtual time since the work under way began. */
  #elapsed(): Time {
    const { user, system } = process.cpuUsage(this.#began)
    return user + system + this.#waited
  }

  #readAll(events: readonly { readonly from: string; readonly bytes: Uint8Array }[]): void {
    const read = events.map(({ from, bytes }) => ({ from, message: decodeMessage(bytes) }))
    this.#takeMessages(read)
  }

  #takeMessages(messages: readonly { readonly from: string; readonly message: ConsensusMessage }[]): void {
    const height = this.height + 1
    const fresh = messages.filter(({ message }) => !isSuperfluous(this.#replica, message))
    const votes = fresh.map(({ message }) => message).filter((one) => isVoteOf(one, height))
    this.#verifyVotes(votes)
    for (const [index, { from, message }] of fresh.entries()) {
      // What was verified was verified for the height before.
      if (this.height + 1 !== height) {
        this.#takeMessages(fresh.slice(index))
        return
      }
      if (message.type === 'proposal' && message.proposal.height === height) this.#verify(message.proposal)
      if (message.type === 'certified') this.#verifyCertified(message)
      this.#step({ type: 'message', from, message })
    }
  }

  #verifyVotes(votes: readonly VoteMessage[]): void {
    if (votes.length === 0) return
    const { chainId, validators } = this.#world
    const signed = votes.map(({ vote }) => ({
      publicKey: validators[vote.validator]!.publicKey,
      message: voteMessage(chainId, vote),
      signature: vote.signature,
    }))
    must(blsFindInvalid(signed).length === 0)
  }

  #verify(proposal: Proposal): void {
    const { chainId, validators } = this.#world
    const { publicKey } = validators[proposal.validator]!
    must(blsVerify(publicKey, proposalMessage(chainId, proposal), proposal.signature))
  }

  #verifyCertified({ height, block, certificate }: CertifiedMessage): void {
    const { chainId, validators, ledger } = this.#world
    if (height === this.height + 1)
      checkCertificate(certificate, validators, chainId, height, ledger.id(block), STAKE)
  }

  #step(input: ReplicaInput): void {
    const { state, outputs } = stepReplica(this.#replica, input)
    this.#replica = state
    // All records of a step are written with one sync.
    if (outputs.some(({ type }) => type === 'journal')) this.#waited += SYNC
    for (const output of outputs) this.#carryOut(output)
  }

  #carryOut(output: ReplicaOutput): void {
    const { agenda } = this.#world
    switch (output.type) {
      case 'sign':
        this.#sign(output)
        break
      case 'broadcast':
        this.#broadcast(output.message)
        break
      case 'send':
        this.#send(Number(output.to), encodeMessage(output.message))
        break
      case 'timer': {
        const { id, delay } = output
        agenda.after(this.#elapsed() + delay * MILLISECOND, () => this.take({ type: 'timer', id }))
        break
      }
      case 'check':
        this.#check(output.proposal)
        break
      case 'build':
        this.#build(output)
        break
      case 'verify':
        this.#takeMessages(output.messages)
        break
      case 'commit':
        this.#commit(output)
        break
      case 'evidence':
        throw new Error('nobody here contradicts himself')
    }
  }

  #sign({ message }: Output<'sign'>): void {
    const { chainId, secrets } = this.#world
    const secret = secrets[this.#self]!
    if (message.type === 'vote') {
      const signature = blsSign(secret, voteMessage(chainId, message.vote))
      this.#step({ type: 'signed', message: { type: 'vote', vote: { ...message.vote, signature } } })
    } else {
      const signature = blsSign(secret, proposalMessage(chainId, message.proposal))
      const proposal = { ...message.proposal, signature }
      this.#world.shown(proposal.block, this.#now())
      this.#step({ type: 'signed', message: { type: 'proposal', proposal } })
    }
  }

  #broadcast(message: ConsensusMessage): void {
    const bytes = encodeMessage(message)
    for (let to = 0; to < this.#world.validators.length; to++) if (to !== this.#self) this.#send(to, bytes)
  }

  #send(to: number, bytes: Uint8Array): void {
    this.#world.send(this.#self, to, bytes, this.#elapsed())
  }

  /** What an empty block costs: the certificate of the one before, and the leader's part in the beacon. */
  #check({ height, round, blockId, block, validator }: Proposal): void {
    const { ledger, validators, chainId } = this.#world
    if (this.#certificate)
      checkCertificate(this.#certificate, validators, chainId, height - 1, this.#state.id, STAKE)
    const vrf = vrfMessage(chainId, this.#state.id, height, round)
    must(blsVerify(validators[validator]!.publicKey, vrf, this.#world.vrfOf(block)))
    ledger.apply(this.#state, block, this.#clock())
    this.#step({ type: 'checked', height, round, blockId, valid: true })
  }

  #build({ height, round }: Output<'build'>): void {
    const { ledger, chainId, secrets } = this.#world
    const time = Math.max(this.#clock(), this.#state.time + 1)
    const known = { votes: [], evidence: [] }
    const place = { round, leader: this.#self, time, certificate: this.#certificate, known }
    const block = ledger.build(this.#state, place, () => 0)
    const vrf = blsSign(secrets[this.#self]!, vrfMessage(chainId, this.#state.id, height, round))
    this.#world.built(block, vrf)
    this.#step({ type: 'built', height, round, blockId: ledger.id(block), block })
  }

  #commit({ height, block, proof }: Output<'commit'>): void {
    const { ledger, validators, chainId } = this.#world
    const id = ledger.id(block)
    const certificate = proof.type === 'certificate' ? proof.certificate : certificateOf(proof, validators)
    checkCertificate(certificate, validators, chainId, height, id, STAKE)
    this.#state = ledger.apply(this.#state, block)
    this.#certificate = certificate
    this.#world.final(this.#self, block, this.#now(), certificate.round)
    this.#waited += SYNC
    this.#step({ type: 'committed', height, next: this.#config() })
  }

  #config() {
    return heightConfig(this.#world.validators, this.#state, this.#self, this.#clock())
  }

  #now(): Time {
    return this.#world.agenda.now + this.#elapsed()
  }

  /** Milliseconds. */
  #clock(): number {
    return Math.round(this.#now() / MILLISECOND)
  }
}

function certificateOf(
  { round, claim, precommits }: Extract<Output<'commit'>['proof'], { type: 'precommits' }>,
  validators: World['validators'],
): Certificate {
  const votes = new Map(precommits.map(({ validator, signature }) => [validator, signature]))
  return makeCertificate({ round, claim }, validators, votes)
}

function isVoteOf(message: ConsensusMessage, height: number): message is VoteMessage {
  return message.type === 'vote' && heightOf(message) === height
}

function must(holds: boolean): void {
  if (!holds) throw new Error('something measured did not verify')
}

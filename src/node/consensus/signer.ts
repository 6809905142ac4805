/**
 * Signs what this validator says, with the key of its that is in the set of the height, and with no other: it changes with an
 * epoch. A native signature takes a third of a millisecond, a portable one 14: that goes to a worker.
 */
import {
  type ProposalMessage,
  proposalMessage,
  type VoteMessage,
  voteMessage,
} from '../../protocol/consensus/messages.ts'
import type { HeightConfig, ReplicaOutput } from '../../protocol/consensus/replica.ts'
import { blsBackend, blsSign } from '../../protocol/crypto/bls.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import { ConsensusError } from './consensus-error.ts'
import type { ValidatorKey, ValidatorKeys } from './validator-keys.ts'

export type Unsigned = Extract<ReplicaOutput, { type: 'sign' }>['message']

export class Signer {
  readonly #keys: Pick<ValidatorKeys, 'find'>
  readonly #chainId: Uint8Array
  readonly #workers: NodeWorkers
  /** The height being decided, and the one before, of which a vote may still be owed. */
  #heights: readonly HeightConfig[] = []

  constructor(keys: Pick<ValidatorKeys, 'find'>, chainId: Uint8Array, workers: NodeWorkers) {
    this.#keys = keys
    this.#chainId = chainId
    this.#workers = workers
  }

  /** The next height is being decided. */
  begin(next: HeightConfig): void {
    this.#heights = [next, ...this.#heights.slice(0, 1)]
  }

  /** @throws ConsensusError when no key of this node's is in the set of that height. */
  keyAt(height: number): ValidatorKey {
    const { self, validators } = this.#heights.find((one) => one.height === height) ?? {}
    const key = self === undefined ? undefined : this.#keys.find(validators![self]!.publicKey)
    if (!key) throw new ConsensusError('internal', height, new Error('no key of this node is in the set'))
    return key
  }

  /** @throws ConsensusError */
  async sign(message: Unsigned, signal?: AbortSignal): Promise<VoteMessage | ProposalMessage> {
    const key = this.keyAt(message.type === 'vote' ? message.vote.height : message.proposal.height)
    if (message.type === 'vote') {
      const signature = await this.#sign(key, voteMessage(this.#chainId, message.vote), signal)
      return { type: 'vote', vote: { ...message.vote, signature } }
    }
    const signature = await this.#sign(key, proposalMessage(this.#chainId, message.proposal), signal)
    return { type: 'proposal', proposal: { ...message.proposal, signature } }
  }

  async #sign(
    { secret }: ValidatorKey,
    message: Uint8Array,
    signal: AbortSignal | undefined,
  ): Promise<Uint8Array> {
    if (blsBackend().name === 'blst') return blsSign(secret, message)
    return this.#workers.run('sign', { secret, message }, signal)
  }
}

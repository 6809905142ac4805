/** Signs what this validator says. A native signature takes a third of a millisecond, a portable one 14: that goes to a worker. */
import {
  type ProposalMessage,
  proposalMessage,
  type VoteMessage,
  voteMessage,
} from '../../protocol/consensus/messages.ts'
import type { ReplicaOutput } from '../../protocol/consensus/replica.ts'
import { blsBackend, blsSign } from '../../protocol/crypto/bls.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import type { ValidatorKey } from './validator-key.ts'

export type Unsigned = Extract<ReplicaOutput, { type: 'sign' }>['message']

export class Signer {
  readonly #key: ValidatorKey
  readonly #chainId: Uint8Array
  readonly #workers: NodeWorkers

  constructor(key: ValidatorKey, chainId: Uint8Array, workers: NodeWorkers) {
    this.#key = key
    this.#chainId = chainId
    this.#workers = workers
  }

  async sign(message: Unsigned, signal?: AbortSignal): Promise<VoteMessage | ProposalMessage> {
    if (message.type === 'vote') {
      const signature = await this.#sign(voteMessage(this.#chainId, message.vote), signal)
      return { type: 'vote', vote: { ...message.vote, signature } }
    }
    const signature = await this.#sign(proposalMessage(this.#chainId, message.proposal), signal)
    return { type: 'proposal', proposal: { ...message.proposal, signature } }
  }

  async #sign(message: Uint8Array, signal: AbortSignal | undefined): Promise<Uint8Array> {
    const { secret } = this.#key
    if (blsBackend().name === 'blst') return blsSign(secret, message)
    return this.#workers.run('sign', { secret, message }, signal)
  }
}

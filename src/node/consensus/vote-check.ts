/** Verifies votes of the height being decided, many at once, and says which are passed on. */
import { type VoteMessage, voteMessage } from '../../protocol/consensus/messages.ts'
import { isSuperfluous } from '../../protocol/consensus/replica.ts'
import { FEW_VOTES, findInvalid } from './find-invalid.ts'
import type { Heard, InboxModules } from './inbox.ts'
import { VoteRelay } from './vote-relay.ts'

/**
 * Only of so few validators votes are verified on this thread. Of more, votes come in so many small lots that this thread would
 * do little else; while a lot is verified by another the next one grows.
 */
const FEW_VALIDATORS = 16

export class VoteCheck {
  readonly #modules: InboxModules
  readonly #report: (heard: Heard, reason: string) => void
  readonly #signal: AbortSignal
  readonly #relay: VoteRelay

  /** @param report says that whoever sent a message did what no honest node does */
  constructor(modules: InboxModules, report: (heard: Heard, reason: string) => void, signal: AbortSignal) {
    this.#modules = modules
    this.#report = report
    this.#signal = signal
    this.#relay = new VoteRelay(modules.clock)
  }

  /** Hands those on that hold. @throws WorkerError when threads have no time: then no vote was judged or handed on. */
  async verify(votes: readonly Heard<VoteMessage>[]): Promise<void> {
    const { chain, deliver, current, workers } = this.#modules
    const { config } = current()
    const unknown = votes.filter((heard) => this.#isUnknown(heard))
    if (unknown.length === 0) return
    const signed = unknown.map(({ message: { vote } }) => ({
      publicKey: config.validators[vote.validator]!.publicKey,
      message: voteMessage(chain.state.chainId, vote),
      signature: vote.signature,
    }))
    const mayBeHere = signed.length <= FEW_VOTES && config.validators.length <= FEW_VALIDATORS
    const invalid = new Set(await findInvalid(signed, workers, this.#signal, mayBeHere))
    const delivered = unknown.map((heard, index) => {
      const { from, message, judge } = heard
      if (invalid.has(index)) return this.#report(heard, 'a vote with a false signature')
      judge(this.#relay.take(message.vote) ? 'accept' : 'ignore')
      return deliver(from, message, config.height)
    })
    await Promise.all(delivered)
  }

  /** Whether a vote is of this height and not counted yet; all others are judged at once. */
  #isUnknown(heard: Heard<VoteMessage>): boolean {
    const { replica, config } = this.#modules.current()
    const { message, judge } = heard
    const { vote } = message
    if (vote.height !== config.height) judge('ignore')
    else if (vote.validator >= config.validators.length) {
      this.#report(heard, 'a vote of a validator that there is not')
    } else if (!isSuperfluous(replica, message)) return true
    else judge(this.#relay.takeAgain(vote) ? 'accept' : 'ignore')
    return false
  }
}

/** What each peer may have at a time: so many answers, so many bytes a second. Whoever asks for more waits. */
import type { PeerId } from '../../protocol/consensus/replica.ts'
import type { Clock } from '../clock.ts'
import type { SyncLimits } from './limits.ts'

type Account = {
  answers: number
  /** Bytes it may have now; below zero after a part that was longer than what was left. */
  bytes: number
  /** When that was. */
  at: number
}

export type AllowanceLimits = Pick<
  SyncLimits,
  'peerAnswers' | 'answers' | 'servedPerSecond' | 'servedAtOnce' | 'peersKnown'
>

export class Allowance {
  readonly #clock: Clock
  readonly #limits: AllowanceLimits
  /** Whoever was served last stands last. */
  readonly #accounts = new Map<PeerId, Account>()
  #answers = 0

  constructor(clock: Clock, limits: AllowanceLimits) {
    this.#clock = clock
    this.#limits = limits
  }

  /** Begins an answer; false when that peer, or all together, have as many as they may. */
  enter(peer: PeerId): boolean {
    const { answers, peerAnswers } = this.#limits
    const account = this.#accountOf(peer)
    if (this.#answers >= answers || account.answers >= peerAnswers) return false
    account.answers += 1
    this.#answers += 1
    return true
  }

  leave(peer: PeerId): void {
    this.#accountOf(peer).answers -= 1
    this.#answers -= 1
  }

  /** Resolves when the peer may have that many bytes. @throws the signal's reason. */
  async take(peer: PeerId, bytes: number, signal: AbortSignal): Promise<void> {
    const { servedPerSecond } = this.#limits
    const account = this.#accountOf(peer)
    account.bytes -= bytes
    if (account.bytes < 0) await this.#clock.sleep((-account.bytes / servedPerSecond) * 1_000, signal)
  }

  #accountOf(peer: PeerId): Account {
    const { servedAtOnce, servedPerSecond, peersKnown } = this.#limits
    const now = this.#clock.now()
    const account = this.#accounts.get(peer) ?? { answers: 0, bytes: servedAtOnce, at: now }
    const earned = (Math.max(0, now - account.at) / 1_000) * servedPerSecond
    account.bytes = Math.min(servedAtOnce, account.bytes + earned)
    account.at = now
    this.#accounts.delete(peer)
    this.#accounts.set(peer, account)
    if (this.#accounts.size > peersKnown) this.#forget()
    return account
  }

  #forget(): void {
    for (const [peer, { answers }] of this.#accounts) {
      if (answers === 0) {
        this.#accounts.delete(peer)
        return
      }
    }
  }
}

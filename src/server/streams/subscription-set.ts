/** The subscriptions of one connection. */
import { toHex } from '../../protocol/bytes.ts'
import type { Random } from '../../protocol/crypto/random.ts'
import type { StopReason } from '../../sdk/generated/contract.ts'
import { RpcError } from '../rpc/rpc-error.ts'
import { Subscription, type SubscriptionModules, type SubscriptionOptions } from './subscription.ts'
import { Turns } from './turns.ts'

export type SubscriptionSetModules = Omit<SubscriptionModules, 'turns' | 'onSlow'> & {
  readonly random: Random
  /** Subscriptions the connection may have. */
  readonly limit: number
  /** Milliseconds the reader may leave its buffer full. */
  readonly stallTime: number
  /** Told how many there are more, or fewer. */
  readonly onCount: (change: number) => void
}

const ID_BYTES = 8

export class SubscriptionSet {
  readonly #modules: SubscriptionSetModules
  readonly #open = new Map<string, Subscription>()
  readonly #turns = new Turns()

  constructor(modules: SubscriptionSetModules) {
    this.#modules = modules
  }

  /** Opens a subscription that sends nothing until `start` is called. @throws RpcError `too_many_subscriptions`. */
  open(options: Pick<SubscriptionOptions, 'topics' | 'accountId' | 'accounts' | 'after'>): {
    readonly id: string
    readonly cursor: string
    readonly start: () => void
  } {
    const { limit, random, stallTime, onCount } = this.#modules
    if (this.#open.size >= limit) throw new RpcError('too_many_subscriptions', { limit })
    const id = toHex(random(ID_BYTES))
    const subscription = new Subscription(
      { ...options, id, stallTime },
      { ...this.#modules, turns: this.#turns, onSlow: () => this.stopAll('slow_reader') },
    )
    this.#open.set(id, subscription)
    onCount(1)
    const start = () => {
      subscription.run().finally(() => this.#forget(id))
    }
    return { id, cursor: subscription.cursor, start }
  }

  /** Ends a subscription; returns up to where events were sent. @throws RpcError `subscription_not_found`. */
  close(id: string): string {
    const subscription = this.#open.get(id)
    if (!subscription) throw new RpcError('subscription_not_found', { subscription: id })
    subscription.close()
    this.#forget(id)
    return subscription.cursor
  }

  /** Ends all of them and says why. */
  stopAll(reason: StopReason): void {
    for (const subscription of this.#open.values()) subscription.stop(reason)
  }

  /** The connection is gone. */
  closeAll(): void {
    for (const [id, subscription] of this.#open) {
      subscription.close()
      this.#forget(id)
    }
  }

  #forget(id: string): void {
    if (this.#open.delete(id)) this.#modules.onCount(-1)
  }
}

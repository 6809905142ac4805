/** What tokens have spent: checked in memory, written in the batch of what they spent it for. */
import { fromHex } from '../../protocol/bytes.ts'
import type { Batch } from '../batch.ts'
import type { Clock } from '../clock.ts'
import { NodeError } from '../errors.ts'
import type { Store } from '../store.ts'
import { encodeStructured } from '../structured.ts'
import type { Table } from '../table.ts'
import { addSpend, freeAt, type Spending, spentOf } from './budget.ts'
import { lineOf } from './token-line.ts'
import { decodeEntry, type TokenEntry } from './token-record.ts'

export class Budgets {
  readonly #clock: Clock
  /** Token → Spending. */
  readonly #table: Table

  constructor({ store, clock }: { readonly store: Store; readonly clock: Clock }) {
    this.#clock = clock
    this.#table = store.table('token-spending')
  }

  /** What a token had spent when the store was opened. */
  async read(tokenId: string): Promise<Spending> {
    const bytes = await this.#table.get(fromHex(tokenId))
    return bytes ? decodeEntry<Spending>(bytes) : []
  }

  /** @throws NodeError `over_budget` when so much is more than is left to the token, or to one above it. */
  assertLeft(token: TokenEntry, amount: bigint): void {
    for (const link of lineOf(token)) this.#spend(link, amount)
  }

  /** Counts what a call takes, in the batch of the call. @throws as {@link assertLeft}; then the batch must not be written. */
  charge(batch: Batch, token: TokenEntry, amount: bigint): void {
    if (amount === 0n) return
    for (const link of lineOf(token)) {
      const spending = this.#spend(link, amount)
      if (!spending) continue
      batch.put(this.#table, fromHex(link.record.tokenId), encodeStructured(spending))
      batch.onCommit(() => {
        link.spending = spending
      })
    }
  }

  /** Drops what is known of a token. */
  forget(batch: Batch, tokenId: string): void {
    batch.delete(this.#table, fromHex(tokenId))
  }

  /** The spending of a token with `amount` added; undefined for one without a budget. */
  #spend({ record: { budget }, spending }: TokenEntry, amount: bigint): Spending | undefined {
    if (!budget) return undefined
    const now = this.#clock.now()
    const added = addSpend(spending, budget, amount, now)
    if (added) return added
    throw new NodeError('over_budget', {
      budget: budget.amount,
      period: budget.period,
      left: budget.amount - spentOf(spending, budget, now),
      needed: amount,
      freeAt: freeAt(spending, budget, amount, now),
    })
  }
}

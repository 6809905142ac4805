/**
 * The checker's own books of stake on its way out: what silence and contradictions take of it is counted from the blocks, and held
 * against what is paid.
 */
import { toHex } from '../../src/protocol/bytes.ts'
import { unbondingOf } from '../../src/protocol/stake/deposits.ts'
import { MILLION, type StakeParams } from '../../src/protocol/stake/params.ts'
import { epochOf } from '../../src/protocol/stake/schedule.ts'
import { entryName, type Unbonding } from '../../src/protocol/stake/table.ts'
import type { SlashingBooks } from './slashing-books.ts'
import type { StakeBlock } from './stake-block.ts'
import type { StakeLedgerState } from './stake-state.ts'

type Leaving = {
  readonly entry: Unbonding
  readonly epoch: number
  /** Of the amount, what silence left: so many of so many parts. */
  kept: bigint
  parts: bigint
}

export class LeavingBooks {
  readonly #params: StakeParams
  readonly #slashing: Pick<SlashingBooks, 'penaltyOf'>
  readonly #leaving = new Map<string, Leaving>()

  constructor(params: StakeParams, slashing: Pick<SlashingBooks, 'penaltyOf'>) {
    this.#params = params
    this.#slashing = slashing
  }

  /** The certificate of `height` said that these validators (ids in hex) were silent. @param factor millionths that are left */
  leak(silent: ReadonlySet<string>, height: number, factor: bigint): void {
    const epoch = epochOf(height, this.#params)
    for (const one of this.#leaving.values()) {
      if (one.epoch !== epoch || !silent.has(toHex(one.entry.validator))) continue
      one.kept *= factor
      one.parts *= MILLION
    }
  }

  /** @returns how a withdrawal in this block pays something else than silence and punishment left */
  check({ height, transactions }: StakeBlock, { table }: StakeLedgerState): string | undefined {
    for (const { operation } of transactions) {
      const sent = unbondingOf(operation)
      const entry = sent && table.get(entryName('unbonding', sent))
      if (entry?.kind === 'unbonding')
        this.#leaving.set(toHex(entry.id), {
          ...{ entry, epoch: epochOf(height, this.#params), kept: 1n, parts: 1n },
        })
      if (operation.type !== 'withdraw') continue
      const id = toHex(operation.unbonding)
      const known = this.#leaving.get(id)
      if (!known) continue
      this.#leaving.delete(id)
      const penalty = this.#slashing.penaltyOf(toHex(known.entry.validator))
      const isPunished = penalty !== undefined && penalty.infraction <= known.entry.liable
      if (isPunished && !penalty.isOver) return `${operation.amount} are paid of what is frozen`
      const burnt = isPunished ? BigInt(penalty.burnt) : 0n
      const left = (known.entry.amount * known.kept) / known.parts
      const most = left - (left * burnt) / MILLION
      // Of the operator's own a part is forfeited, if it was punished; the index may round a unit away.
      const least = burnt > 0n ? 0n : most - 1n
      if (operation.amount < least || operation.amount > most)
        return `${operation.amount} are paid of ${known.entry.amount}, of which ${most} are left`
    }
    return undefined
  }
}

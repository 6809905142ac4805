/** The checker's own books of contradictions: what was told of whom is judged again from the blocks, and the worst of it counts. */
import { toHex } from '../../src/protocol/bytes.ts'
import { ProtocolError } from '../../src/protocol/errors.ts'
import { type Evidence, judge, type Verdict } from '../../src/protocol/stake/evidence.ts'
import { MILLION } from '../../src/protocol/stake/params.ts'
import { validatorId } from '../../src/protocol/stake/registry.ts'
import { epochOf, lastHeight } from '../../src/protocol/stake/schedule.ts'
import { findRecord } from '../../src/protocol/stake/state.ts'
import { entryName } from '../../src/protocol/stake/table.ts'
import type { Broken } from './app.ts'
import { courtOf } from './stake-apply.ts'
import type { StakeBlock } from './stake-block.ts'
import type { StakeLedgerState, StakeRules } from './stake-state.ts'

/** The epoch from which a validator's stake is punished, and the millionths of it that are burnt in the end. */
export type Penalty = { readonly infraction: number; readonly burnt: number }

type Guilt = {
  readonly id: Uint8Array
  readonly since: number
  /** The earliest epoch and the largest share of all that was told. */
  infraction: number
  share: number
  /** All who were frozen at some time while it was, itself included. */
  readonly company: Set<Guilt>
  isOver: boolean
}

export class SlashingBooks {
  readonly #rules: StakeRules
  /** By validator, in hex. */
  readonly #guilty = new Map<string, Guilt>()

  constructor(rules: StakeRules) {
    this.#rules = rules
  }

  /** Whether the validator of an id, in hex, has contradicted itself. */
  has(id: string): boolean {
    return this.#guilty.has(id)
  }

  /** What becomes of the stake of a validator that contradicted itself; nothing is paid of it before that is over. */
  penaltyOf(id: string): (Penalty & { readonly isOver: boolean }) | undefined {
    const guilt = this.#guilty.get(id)
    if (!guilt) return undefined
    const { slashShare, slashCorrelation } = this.#rules.params
    const correlated = correlatedWith(guilt)
    const burnt = Math.max(slashShare * 100, Math.min(Number(MILLION), slashCorrelation * correlated))
    return { infraction: guilt.infraction, burnt, isOver: guilt.isOver }
  }

  /** @returns how this block punishes something else than was told, or pays somebody who is punished */
  check(parent: StakeLedgerState, block: StakeBlock, state: StakeLedgerState): Broken | undefined {
    const { operated, desk } = state.made!
    const due = evidenceIn(block).flatMap((one) => this.#hear(parent, one))
    const paid = desk.events.find((event) => event.type === 'rewarded' && this.has(toHex(event.validator)))
    const told = desk.events.flatMap((event) =>
      event.type === 'slashed' ? [`${toHex(event.validator)} ${event.infraction}`] : [],
    )
    if (paid) return wrong('a slashed validator is paid')
    if (told.join() !== due.join()) return wrong(`slashed are ${told}, not ${due}`)
    return (
      this.#burntAtOnce(parent, state) ??
      this.#frozen(operated.records) ??
      this.#over(state, epochOf(block.height, this.#rules.params))
    )
  }

  /** @returns what changes by it: the validator and the epoch from which it is punished; nothing for what counts for nothing */
  #hear(parent: StakeLedgerState, evidence: Evidence): string[] {
    const { params } = this.#rules
    const verdict = this.#judge(parent, evidence)
    if (!verdict) return []
    const { number: epoch } = parent.stake.epoch
    const [infraction, { share }] = [epochOf(verdict.height, params), verdict]
    if (infraction > epoch || epoch >= infraction + params.unbondingEpochs) return []
    const id = this.#idOf(verdict.key)
    const name = toHex(id)
    const known = this.#guilty.get(name)
    if (known ? known.isOver : !findRecord(parent.stake.records, id)) return []
    if (known && known.infraction <= infraction && known.share >= share) return []
    const guilt = known ?? { id, since: epoch, infraction, share, company: new Set(), isOver: false }
    guilt.infraction = Math.min(guilt.infraction, infraction)
    guilt.share = Math.max(guilt.share, share)
    this.#guilty.set(name, guilt)
    if (!known) this.#join(guilt)
    return [`${name} ${guilt.infraction}`]
  }

  #judge(parent: StakeLedgerState, evidence: Evidence): Verdict | undefined {
    try {
      return judge(evidence, courtOf(this.#rules, parent))
    } catch (error) {
      if (error instanceof ProtocolError) return undefined
      throw error
    }
  }

  /** A validator is known by the key that it began with. */
  #idOf(publicKey: Uint8Array): Uint8Array {
    const { config, signatures } = this.#rules
    return validatorId(signatures.publicKeys[signatures.keyOf(publicKey)! % config.weights.length]!)
  }

  #join(guilt: Guilt): void {
    for (const other of this.#guilty.values()) {
      if (other.isOver) continue
      guilt.company.add(other)
      other.company.add(guilt)
    }
  }

  /** Nobody honest, and a part is burnt at once with the first that is told, never again. */
  #burntAtOnce(parent: StakeLedgerState, { made }: StakeLedgerState): Broken | undefined {
    const { config, signatures } = this.#rules
    const known = new Set(parent.stake.records.filter(({ slash }) => slash).map(({ id }) => toHex(id)))
    for (const event of made!.desk.events) {
      if (event.type !== 'slashed') continue
      const id = toHex(event.validator)
      const guilty = signatures.publicKeys.findIndex((key) => toHex(validatorId(key)) === id)
      if (config.roles[guilty % config.weights.length] === undefined)
        return wrong(`validator ${guilty} is honest`)
      if (known.has(id) && event.burnt > 0n) return wrong(`validator ${guilty} is slashed again`)
      known.add(id)
    }
    return undefined
  }

  /** Frozen are those of whom something was told, for the worst of it, and nobody else. */
  #frozen(records: StakeLedgerState['stake']['records']): Broken | undefined {
    for (const { id, status, slash } of records) {
      const guilt = this.#guilty.get(toHex(id))
      if ((guilt !== undefined) !== (status === 'frozen')) return wrong('another one is frozen')
      if (!guilt) continue
      const { since, infraction, share } = guilt
      const due = [since, infraction, share, correlatedWith(guilt)].join()
      const is = slash && [slash.since, slash.infraction, slash.share, slash.correlated].join()
      if (is !== due) return wrong(`${toHex(id).slice(0, 8)} is punished for ${is}, told was ${due}`)
    }
    return undefined
  }

  /** At the end of an epoch: what was frozen long enough is settled. */
  #over({ height, table }: StakeLedgerState, epoch: number): Broken | undefined {
    const { params } = this.#rules
    if (height !== lastHeight(epoch, params)) return undefined
    for (const [name, guilt] of this.#guilty) {
      if (guilt.isOver || guilt.since + params.unbondingEpochs > epoch + 1) continue
      guilt.isOver = true
      const closed = table.get(entryName('closed', guilt.id))
      const penalty = closed?.kind === 'closed' ? closed.penalty : undefined
      const { infraction, burnt } = this.penaltyOf(name)!
      if (penalty?.infraction !== infraction || penalty.burnt !== burnt)
        return wrong(
          `${burnt} millionths are to be burnt since ${infraction}, not ${JSON.stringify(penalty)}`,
        )
    }
    return undefined
  }
}

const correlatedWith = ({ company }: Guilt) => [...company].reduce((sum, { share }) => sum + share, 0)

const wrong = (detail: string): Broken => ({ invariant: 'slashing', detail })

/** In the order in which it is told. */
function evidenceIn({ evidence, transactions }: StakeBlock): Evidence[] {
  const told = transactions.flatMap(({ operation }) =>
    operation.type === 'evidence' ? [operation.evidence] : [],
  )
  return [...evidence, ...told]
}

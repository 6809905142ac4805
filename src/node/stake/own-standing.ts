/**
 * How the validator of this node stands, for its operator: whatever keeps it out of the set, or has cost it stake, is told in
 * the log with what to do about it, once when it begins and once when it is over.
 */
import { equalBytes, toHex } from '../../protocol/bytes.ts'
import type { StakeEvent } from '../../protocol/stake/events.ts'
import { memberIndex, type StakeState, type ValidatorRecord } from '../../protocol/stake/state.ts'
import type { OutsideReason, ValidatorStatus } from '../api/stake.ts'
import type { Chain } from '../chain/chain.ts'
import type { ValidatorKeys } from '../consensus/validator-keys.ts'
import type { Logger } from '../logger.ts'
import { standingOf } from './standing.ts'
import { isOwn } from './view-context.ts'

export type OwnValidatorStatus = {
  readonly validatorId: string
  readonly status: ValidatorStatus
  readonly inSet: boolean
  /** Why it would not be in the next set. */
  readonly reason?: OutsideReason | undefined
  /** Base units that its pool has lost since the node was started; absent for none. */
  readonly lost?: bigint | undefined
}

export type OwnStandingModules = {
  readonly chain: Pick<Chain, 'state' | 'params' | 'onCommit'>
  /** Of this node. */
  readonly keys: Pick<ValidatorKeys, 'find'>
  readonly logger: Pick<Logger, 'info' | 'warn'>
  /** Whether the node knows that it is behind: what it reads then may be over for long. */
  readonly isSyncing: () => boolean
}

/** What an operator is told. A validator that is leaving was taken out by its operator. */
const WARNINGS: Readonly<Partial<Record<OutsideReason, string>>> = {
  suspended:
    'the validator of this node is suspended, because it was silent, and earns nothing; when it runs well again: stegos stake resume',
  frozen:
    'the validator of this node was slashed, because it contradicted itself, and votes no more; look whether another node runs with its key, and see: stegos stake slashings',
  below_minimum:
    'the validator of this node is out of the set, because its own stake is below the minimum; add to it: stegos stake deposit AMOUNT',
  outranked:
    'the validator of this node is out of the set, because others have more stake; add to it: stegos stake deposit AMOUNT',
}

export class OwnStanding {
  readonly #modules: OwnStandingModules
  #lost = 0n
  /** What of it the log has been told of. */
  #toldLost = 0n
  #told: string | undefined
  #seen: StakeState | undefined
  #status: OwnValidatorStatus | undefined

  constructor(modules: OwnStandingModules, signal: AbortSignal) {
    this.#modules = modules
    const ended = modules.chain.onCommit(({ stakeEvents }) => {
      this.#count(stakeEvents)
      this.#tell()
    })
    signal.addEventListener('abort', ended, { once: true })
    this.#tell()
  }

  /** Undefined while none of the node's keys is registered. Looked up once a block, however often it is asked for. */
  get status(): OwnValidatorStatus | undefined {
    const { stake } = this.#modules.chain.state
    if (this.#seen !== stake) {
      this.#seen = stake
      this.#status = this.#read()
    }
    return this.#status
  }

  #read(): OwnValidatorStatus | undefined {
    const { chain } = this.#modules
    const record = this.#record()
    if (!record) return undefined
    const { inSet, reason } = standingOf(chain.state.stake, record.id, chain.params.stake)
    const lost = this.#lost > 0n ? this.#lost : undefined
    return { validatorId: toHex(record.id), status: record.status, inSet, reason, lost }
  }

  /** The validator of one of the keys, of several the one in the set. */
  #record(): ValidatorRecord | undefined {
    const { chain, keys } = this.#modules
    const { epoch, records } = chain.state.stake
    const own = records.filter((record) => isOwn({ keys }, record))
    return own.find(({ id }) => memberIndex(epoch, id) >= 0) ?? own[0]
  }

  #count(events: readonly StakeEvent[]): void {
    const losses = events.filter((event) => event.type === 'leaked' || event.type === 'slashed')
    const id = losses.length > 0 ? this.#record()?.id : undefined
    if (!id) return
    for (const event of losses) {
      if (!equalBytes(event.validator, id)) continue
      this.#lost += event.type === 'leaked' ? event.amount : event.burnt
    }
    this.#seen = undefined
  }

  #tell(): void {
    const { logger, isSyncing } = this.#modules
    if (isSyncing()) return
    const { status: own } = this
    if (!own) return
    const { validatorId, reason } = own
    if (reason !== this.#told) {
      const warning = reason && WARNINGS[reason]
      if (warning) logger.warn({ validatorId }, warning)
      else if (!reason) logger.info({ validatorId }, 'the validator of this node is as it should be again')
      this.#told = reason
      return
    }
    // A leak goes on block by block: it is told when it began, and each time that as much again is gone.
    if (this.#lost === 0n || this.#lost < 2n * this.#toldLost) return
    this.#toldLost = this.#lost
    logger.warn(
      { validatorId, lost: String(this.#lost) },
      'the validator of this node has lost stake, because the others did not hear it or it contradicted itself; see: stegos stake slashings',
    )
  }
}

/**
 * Ends the draws of awards: as soon as the seed of one is in the state, a validator works out its delay and offers the proof
 * to the block that it leads next, and any other node that was told to has it for `stake.proveAward`. After a restart it begins
 * anew, from the seed in the state.
 */
import { delaySeed } from '../../protocol/stake/award-draw.ts'
import type { AwardOperation } from '../../protocol/stake/operation.ts'
import type { StakeParams } from '../../protocol/stake/params.ts'
import type { AwardDraw, StakeState } from '../../protocol/stake/state.ts'
import type { Clock } from '../clock.ts'
import type { NodeLimits } from '../limits.ts'
import type { Logger } from '../logger.ts'
import type { WorkOutDelay } from './work-out-delay.ts'

export type AwardProverOptions = {
  readonly chainId: Uint8Array
  readonly params: Pick<StakeParams, 'awardDelaySquarings'>
  readonly limits: Pick<NodeLimits, 'retryDelay'>
  /** Ends it. */
  readonly signal: AbortSignal
}

export type AwardProverModules = {
  readonly clock: Clock
  readonly logger: Logger
  readonly workOut: WorkOutDelay
}

type Seeded = AwardDraw & { readonly beacon: Uint8Array }
type Work = {
  readonly period: number
  readonly ending: AbortController
  /** Of the squarings, from 0 to 1. */
  done: number
  proof: Uint8Array | undefined
}

/** How far a node has come with the draw that waits. */
export type AwardProgress =
  | { readonly type: 'working'; readonly percent: number }
  | { readonly type: 'proven'; readonly proof: Uint8Array }

/** Milliseconds between two lines of the log on the progress of a delay. */
const LOG_INTERVAL = 60_000
/** Milliseconds until another try at most. */
const LONGEST_PAUSE = 10 * 60_000

export class AwardProver {
  readonly #options: AwardProverOptions
  readonly #modules: AwardProverModules
  #work: Work | undefined

  constructor(options: AwardProverOptions, modules: AwardProverModules) {
    this.#options = options
    this.#modules = modules
    options.signal.addEventListener('abort', () => this.#stop(), { once: true })
  }

  /** Called with the state at the start and after each block: begins, goes on, or stops what nobody waits for any more. */
  watch({ award: { draw } }: Pick<StakeState, 'award'>): void {
    if (this.#work && this.#work.period !== draw?.period) this.#stop()
    if (!draw?.beacon || this.#work || this.#options.signal.aborted) return
    const work: Work = { period: draw.period, ending: new AbortController(), done: 0, proof: undefined }
    this.#work = work
    void this.#prove(work, { ...draw, beacon: draw.beacon })
  }

  /** What ends the draw that waits, once it has been worked out. @param poster Schnorr key that the bounty is for */
  proofFor({ award: { draw } }: Pick<StakeState, 'award'>, poster: Uint8Array): AwardOperation | undefined {
    const { period, proof } = this.#work ?? {}
    if (!draw?.beacon || period !== draw.period || !proof) return undefined
    return { type: 'award', period: draw.period, proof, poster }
  }

  /** How far the draw that waits has come here; undefined where it is not worked out. */
  progressOf({ award: { draw } }: Pick<StakeState, 'award'>): AwardProgress | undefined {
    const work = this.#work
    if (!work || !draw?.beacon || work.period !== draw.period) return undefined
    const { proof, done } = work
    return proof ? { type: 'proven', proof } : { type: 'working', percent: Math.floor(100 * done) }
  }

  #stop(): void {
    this.#work?.ending.abort(new Error('nobody waits for this award any more'))
    this.#work = undefined
  }

  /** A thread that ended by itself is replaced after a while. */
  async #prove(work: Work, draw: Seeded): Promise<void> {
    const options = this.#options
    const { clock, logger, workOut } = this.#modules
    const { signal } = work.ending
    const { period } = draw
    const steps = options.params.awardDelaySquarings
    const task = { seed: delaySeed(options.chainId, draw), steps }
    const begun = clock.now()
    let logged = begun
    const onProgress = (done: number, total: number) => {
      work.done = done / total
      if (clock.now() - logged < LOG_INTERVAL) return
      logged = clock.now()
      const seconds = Math.round((logged - begun) / 1_000)
      logger.info({ period, percent: Math.floor((100 * done) / total), seconds }, 'working out an award')
    }
    logger.info({ period, squarings: steps }, 'an award waits for its delay')
    for (let pause = options.limits.retryDelay; !signal.aborted; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      try {
        work.proof = await workOut(task, { signal, onProgress })
        logger.info(
          { period, seconds: Math.round((clock.now() - begun) / 1_000) },
          'the delay of an award is worked out',
        )
        return
      } catch (error) {
        if (signal.aborted) return
        logger.error({ err: error, period }, 'the delay of an award was not worked out')
        await clock.sleep(pause, signal).catch(() => {})
      }
    }
  }
}

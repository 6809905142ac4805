/** Books of the checker about claims of silence: what votes are for, how much they weigh, and who was heard when. */
import { equalBytes, toHex } from '../../src/protocol/bytes.ts'
import { silenceOf } from '../../src/protocol/certificate.ts'
import { type ConsensusMessage, type Proposal, targetOf } from '../../src/protocol/consensus/messages.ts'
import { bitsOf, hasBit } from '../../src/protocol/stake/bitmap.ts'
import { leakFactor } from '../../src/protocol/stake/leak.ts'
import { MILLISECOND, type Time } from './agenda.ts'
import type { App, AppState } from './app.ts'
import type { SimConfig } from './config.ts'

/** A block and a claim that a leader asked votes for in a round. */
export type Subject = Pick<Proposal, 'blockId' | 'block' | 'claim' | 'round'>

export class Subjects {
  /** By height and round. */
  readonly #known = new Map<string, Map<string, Subject>>()

  note(proposal: Proposal): void {
    const { height, round, blockId, block, claim } = proposal
    const place = `${height}/${round}`
    const subjects = this.#known.get(place) ?? new Map<string, Subject>()
    subjects.set(toHex(targetOf(proposal)), { round, blockId, block, claim })
    this.#known.set(place, subjects)
  }

  /** What votes for `target` are for. */
  find(height: number, round: number, target: string): Subject | undefined {
    return this.#known.get(`${height}/${round}`)?.get(target)
  }

  /** The targets of a block in a round, one for each claim. */
  targetsOf(height: number, round: number, blockId: Uint8Array): string[] {
    const subjects = [...(this.#known.get(`${height}/${round}`) ?? [])]
    return subjects.filter(([, subject]) => equalBytes(subject.blockId, blockId)).map(([target]) => target)
  }
}

/** Weights by which votes for a block with a claim count in a round, in millionths: added up by the rule, not by the code under test. */
export function weightsOf(
  { app, config: { silenceRules } }: { readonly app: App<AppState>; readonly config: SimConfig },
  parent: AppState,
  { block, claim, round }: Pick<Subject, 'block' | 'claim' | 'round'>,
): number[] {
  const carried = app.certificate(block)
  const voters = carried ? app.voters(parent, silenceOf(carried)) : parent.validators
  return voters.map(
    ({ weight }, at) => Number(weight) * (hasBit(claim, at) ? leakFactor(round, silenceRules) : 1_000_000),
  )
}

/** Whether those have more than two thirds of such weights. */
export function isTwoThirds(weights: readonly number[], has: (validator: number) => boolean): boolean {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return 3 * weights.reduce((sum, weight, at) => (has(at) ? sum + weight : sum), 0) > 2 * total
}

type Book = {
  readonly height: number
  /** Its own position; undefined where it does not vote. */
  readonly self: number | undefined
  /** By position. */
  readonly round: number[]
  readonly at: Time[]
}

/** When each honest node last heard something new of each validator at the height it decides. */
export class Hearing {
  readonly #world: { readonly agenda: { readonly now: Time }; readonly config: SimConfig }
  readonly #books: Book[] = []

  constructor(world: { readonly agenda: { readonly now: Time }; readonly config: SimConfig }) {
    this.#world = world
  }

  /** @param self its position among the so many validators of that height */
  begin(node: number, height: number, self: number | undefined, validators: number): void {
    const { now } = this.#world.agenda
    const round = new Array<number>(validators).fill(-1)
    this.#books[node] = { height, self, round, at: round.map(() => now) }
  }

  hear(node: number, message: ConsensusMessage): void {
    const book = this.#books[node]
    if (message.type !== 'vote' || message.vote.height !== book?.height) return
    const { validator, round } = message.vote
    if (round <= (book.round[validator] ?? Number.POSITIVE_INFINITY)) return
    book.round[validator] = round
    book.at[validator] = this.#world.agenda.now
  }

  /** Those of a claim that the node has heard too lately to call them silent. */
  heardOf(node: number, claim: Uint8Array): number[] {
    const { agenda, config } = this.#world
    const { silentRound, leakSilence } = config.silenceRules
    const least = Math.floor((leakSilence * silentRound * MILLISECOND) / (1 + config.clocks[node]!.drift)) - 1
    const book = this.#books[node]
    return bitsOf(claim).filter(
      (one) => one === book?.self || agenda.now - (book?.at[one] ?? agenda.now) < least,
    )
  }
}

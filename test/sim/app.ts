/**
 * What the blocks of a simulated world say. The replica knows none of it, so any ledger that builds and checks blocks can
 * stand behind this.
 */
import type { Certificate } from '../../src/protocol/certificate.ts'
import type { Evidence, Vote } from '../../src/protocol/consensus/messages.ts'
import type { Silence } from '../../src/protocol/stake/leak.ts'
import type { ValidatorSet } from '../../src/protocol/validators.ts'
import type { Invariant } from './checker.ts'

/** What an application knows after a block; never changed, only replaced. */
export type AppState = {
  readonly height: number
  /** Id of the last block. */
  readonly id: Uint8Array
  /** Its time in milliseconds, on the clock of who proposed it. */
  readonly time: number
  /** Time of the block before that; at the beginning the same. */
  readonly previousTime: number
  /** Who decides the next height, in the order of the bitmaps, with the weights that silence has left them. */
  readonly validators: ValidatorSet
  /** Who decided the last one, with the weights its votes were counted by but for a claim of their own round. */
  readonly certifiers: ValidatorSet
  /** By position among those who decide the next height: the number of the key, see `World.holderOf`. */
  readonly keys: readonly number[]
  /** 32 bytes that stand for all the ledger knows. */
  readonly root: Uint8Array
  /** The position of who leads a round of the next height. */
  leader(round: number): number
}

export type BlockPlace = {
  readonly round: number
  readonly leader: number
  readonly time: number
  /** Of the block before; undefined for the first. */
  readonly certificate: Certificate | undefined
  /** What the node has heard that a block may report. */
  readonly known: Known
}

export type Known = {
  /** Precommits of the last heights. */
  readonly votes: readonly Vote[]
  readonly evidence: readonly Evidence[]
}

/** An invariant of the ledger that does not hold. */
export type Broken = { readonly invariant: Invariant; readonly detail: string }

export type App<State extends AppState = AppState> = {
  readonly genesis: State
  /** A valid block on `parent`; `draw` is the source of what it holds. */
  build(parent: State, place: BlockPlace, draw: () => number): Uint8Array
  /** An invalid one, of as many kinds as there are rules. */
  buildInvalid(parent: State, place: BlockPlace, draw: () => number): Uint8Array
  /** Id of a block, whether it is valid or not. */
  id(block: Uint8Array): Uint8Array
  /** The round the block says it was proposed in; undefined for what is no block. */
  round(block: Uint8Array): number | undefined
  /** The certificate of the block before that a block carries; undefined where there is none. */
  certificate(block: Uint8Array): Certificate | undefined
  /** Who votes on a block that carries a certificate with that silence. */
  voters(parent: State, carried: Silence): ValidatorSet
  /** The state after the block. @throws InvalidBlock; `now` is left out where a certificate stands for the block. */
  apply(parent: State, block: Uint8Array, now?: number): State
  /** What must never change. */
  supply(state: State): bigint
  /** Looks at every final block, once and in order. */
  audit?(parent: State, block: Uint8Array, state: State): Broken | undefined
  /** What happened on the chain that was audited, by kind. */
  news?(): ReadonlyMap<string, number>
}

export class InvalidBlock extends Error {
  override readonly name = 'InvalidBlock'
}

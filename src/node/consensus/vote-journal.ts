/**
 * What a validator has signed, on disk before anybody sees it. A validator that was killed between signing and telling
 * finds here what it must not contradict, so it never signs two blocks of one round.
 */
import { equalBytes } from '../../protocol/bytes.ts'
import { decodeAll, type Reader, Writer } from '../../protocol/codec.ts'
import type { Store } from '../store.ts'
import type { Table } from '../table.ts'

export type Vote = { readonly height: number; readonly round: number; readonly blockId: Uint8Array }

export class VoteJournal {
  readonly #store: Store
  readonly #table: Table

  constructor(store: Store) {
    this.#store = store
    this.#table = store.table('vote')
  }

  /** The last vote of a validator. */
  async last(publicKey: Uint8Array): Promise<Vote | undefined> {
    const value = await this.#table.get(publicKey)
    return value && decodeAll(value, readVote)
  }

  /**
   * Writes a vote down; when it resolves the vote may be signed and sent.
   * @throws VoteConflict for a vote that is not later than the last one, unless it is the same.
   */
  async record(publicKey: Uint8Array, vote: Vote): Promise<void> {
    await this.#store.transact(async (batch) => {
      const last = await this.last(publicKey)
      if (last && order(vote, last) <= 0) {
        if (order(vote, last) === 0 && equalBytes(vote.blockId, last.blockId)) return
        throw new VoteConflict(vote, last)
      }
      batch.put(this.#table, publicKey, encodeVote(vote))
    })
  }
}

/** A vote that would contradict an earlier one of the same validator. */
export class VoteConflict extends Error {
  readonly vote: Vote
  readonly last: Vote

  constructor(vote: Vote, last: Vote) {
    super(
      `a vote at height ${vote.height}, round ${vote.round} contradicts the one at ${last.height}, ${last.round}`,
    )
    this.name = 'VoteConflict'
    this.vote = vote
    this.last = last
  }
}

function order(left: Vote, right: Vote): number {
  return left.height - right.height || left.round - right.round
}

function encodeVote({ height, round, blockId }: Vote): Uint8Array {
  return new Writer().u64(height).u32(round).bytes(blockId).finish()
}

function readVote(reader: Reader): Vote {
  return { height: Number(reader.u64()), round: reader.u32(), blockId: reader.bytes(32) }
}

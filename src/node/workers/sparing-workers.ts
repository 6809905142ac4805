/**
 * The workers of a node that is to stay small. A worker thread is 20 MiB, and all that an empty block asks of it is a few
 * milliseconds, nearly all of them pairings. So such work is done where it is asked for; a node that follows empty blocks has
 * no thread. Whatever comes with transactions, or with the votes of many, goes to threads as ever.
 */
import { blsBackend } from '../../protocol/crypto/bls-current.ts'
import { breath } from '../breath.ts'
import type { CarriedBlock } from './inspect.ts'
import { jobs, type NodeJobs } from './jobs.ts'
import { receiveError, sendError } from './messages.ts'
import { WorkerPool } from './pool.ts'

type Kind = keyof NodeJobs
type Input<Name extends Kind> = Parameters<NodeJobs[Name]>[0]

/** Bytes of a block without transactions, and of some late votes with it. One transaction alone is longer. */
const EMPTY = 1_280
/** Signatures that are joined, and looked through, in a millisecond or two. */
const JOINED = 16
const SEARCHED = 2

/** Which inputs of a job are light; those of all others are heavy. An empty block of four validators takes 4 ms in all. */
const LIGHT: { readonly [Name in Kind]?: (input: Input<Name>) => boolean } = {
  apply: ({ block }) => block.length <= EMPTY,
  assemble: ({ transactions, extras: { late, evidence, award } }) =>
    transactions.length + late.length + evidence.length === 0 && !award,
  sign: () => true,
  inspectProposal: ({ proposal }) => lengthOf(proposal.block) <= EMPTY,
  inspectCertified: ({ block }) => lengthOf(block) <= EMPTY,
  certify: () => true,
  aggregate: ({ votes }) => votes.size <= JOINED,
  joinVotes: (groups) => groups.flat().length <= JOINED,
  invalidVotes: (signed) => signed.length <= SEARCHED,
}

export class SparingWorkers extends WorkerPool<NodeJobs> {
  override run<Name extends Kind>(
    kind: Name,
    input: Input<Name>,
    signal?: AbortSignal,
  ): Promise<Awaited<ReturnType<NodeJobs[Name]>>> {
    // Pairings in plain JavaScript take too long for the thread that answers everybody.
    const light = LIGHT[kind]?.(input) && blsBackend().name === 'blst'
    return light ? this.#runHere(kind, input, signal) : super.run(kind, input, signal)
  }

  async #runHere<Name extends Kind>(
    kind: Name,
    input: Input<Name>,
    signal: AbortSignal | undefined,
  ): Promise<Awaited<ReturnType<NodeJobs[Name]>>> {
    const job = jobs[kind] as (input: Input<Name>) => Awaited<ReturnType<NodeJobs[Name]>>
    const own = structuredClone(input)
    await breath()
    signal?.throwIfAborted()
    try {
      return await job(own)
    } catch (error) {
      throw receiveError(kind, sendError(error))
    }
  }
}

function lengthOf(block: CarriedBlock): number {
  if (block instanceof Uint8Array) return block.length
  return block.header.length + block.names.length + block.extras.length
}

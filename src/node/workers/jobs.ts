/** The work that worker threads do, by name. A new job is a new line here; what stands first is served first. */
import { addresses } from './addresses.ts'
import { apply } from './apply.ts'
import { assemble, sign } from './assemble.ts'
import { build } from './build.ts'
import { aggregate, certify, joinVotes } from './certificates.ts'
import { checkDelay, delay } from './delay.ts'
import { follow } from './follow.ts'
import { genesis, mint } from './genesis.ts'
import {
  checkTransactions,
  inspectCertified,
  inspectProposal,
  invalidVotes,
  shorten,
  whole,
} from './inspect.ts'
import { replay } from './replay.ts'
import { scan } from './scan.ts'
import { sift } from './sift.ts'
import { snapshotChunk } from './snapshot-chunk.ts'
import { verify } from './verify.ts'

export const jobs = {
  sign,
  aggregate,
  certify,
  joinVotes,
  invalidVotes,
  inspectProposal,
  inspectCertified,
  whole,
  checkTransactions,
  shorten,
  apply,
  assemble,
  verify,
  follow,
  replay,
  scan,
  sift,
  build,
  addresses,
  mint,
  genesis,
  checkDelay,
  delay,
  /** The same for accounts that are far behind: whatever else there is to do comes first. */
  siftLater: sift,
  snapshotChunk,
} as const

export type NodeJobs = typeof jobs

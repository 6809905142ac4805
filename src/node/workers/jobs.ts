/** The work that worker threads do, by name. A new job is a new line here; what stands first is served first. */
import { addresses } from './addresses.ts'
import { apply, certify } from './apply.ts'
import { assemble, sign } from './assemble.ts'
import { build } from './build.ts'
import { genesis, mint } from './genesis.ts'
import { scan } from './scan.ts'
import { verify } from './verify.ts'

export const jobs = { sign, certify, apply, assemble, verify, scan, addresses, build, mint, genesis } as const

export type NodeJobs = typeof jobs

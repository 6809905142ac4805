/**
 * A node under load whose disk becomes full: it says so and ends by itself. With room again it goes on, and what it had
 * promised stands.
 */
import assert from 'node:assert/strict'
import { EXIT } from '../../src/cli/exit-codes.ts'
import { type CrashRunResult, checkEverything } from './crash-checks.ts'
import { createWorld, startLoad, startReader } from './crash-load.ts'
import { portOf, startNode } from './node-process.ts'

export type FullDisk = {
  readonly dataDirectory: string
  /** KiB that a file may grow to until there is room. */
  readonly largestFile?: number | undefined
  readonly makeRoom: () => Promise<void>
}

/** Clients keep trying while the node is away, always with the same key. */
const PATIENT = { attempts: 10_000, delay: 20, maxDelay: 200 }

export async function fullDiskRun({
  dataDirectory,
  largestFile,
  makeRoom,
}: FullDisk): Promise<CrashRunResult> {
  const full = await startNode({ dataDirectory, largestFile })
  const client = full.client({ retry: PATIENT, checkContract: false })
  const world = await createWorld(client, 3)
  const load = startLoad(client, world, 1)
  const reader = startReader(client)
  let node = full
  try {
    assert.equal(await full.ended(), EXIT.cannotStart)
    assert.match(full.output(), /"code":"disk_full"/)
    assert.match(full.output(), /no room to write .*Make room and start again/)
    assert.doesNotMatch(full.output(), /Uncaught|Unhandled/i)
    await makeRoom()
    node = await startNode({ dataDirectory, port: portOf(full) })
    await load.stop()
    return await checkEverything(client, world, load.accepted, reader)
  } finally {
    load.abort()
    client.close()
    await node.kill()
  }
}

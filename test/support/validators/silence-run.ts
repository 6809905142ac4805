/**
 * Some validators of a network of processes are killed at once and stay away. Either more than two thirds of the weight is
 * left, or what is left goes on when enough of the others' has leaked away; else the chain stands still. When they are back
 * all go on together, and nothing that was accepted is lost.
 */
import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { temporaryDirectory } from '../node-process.ts'
import { seededRandom } from '../seeded-random.ts'
import { checkNetwork, heightOf, reach, votesAgain } from './checks.ts'
import { BLOCK_INTERVAL, QUICK } from './crash-run.ts'
import { loadValidator } from './load.ts'
import { startValidators } from './network.ts'

export type SilenceRunOptions = {
  readonly validators: number
  /** How many of them are killed. */
  readonly silent: number
  readonly seed: number
  /**
   * Milliseconds. Less than the leak takes: so long they stay away, and there is no block. Else they stay away until the others go
   * on without them, for so long at most.
   */
  readonly away: number
  readonly goesOn: boolean
  readonly log?: (line: string) => void
}

/** Milliseconds in which what was under way at a kill becomes final, or never without those who were killed. */
const UNDER_WAY = 1_000
/** Blocks that the others make while some are away, where they can. */
const BLOCKS_MEANWHILE = 2

export async function silenceRun({
  validators: count,
  silent,
  seed,
  away,
  goesOn,
  log = () => {},
}: SilenceRunOptions): Promise<void> {
  const random = seededRandom(seed)
  const directory = temporaryDirectory()
  const network = await startValidators({
    directory,
    validators: count,
    blockInterval: BLOCK_INTERVAL,
    limits: QUICK,
  })
  const { validators } = network
  const loads = await Promise.all(validators.map((validator) => loadValidator(validator, seed)))
  try {
    const first = random.below(count)
    const victims = Array.from({ length: silent }, (_, index) => validators[(first + index) % count]!)
    const others = validators.filter((one) => !victims.includes(one))
    const height = async () => Math.max(...(await Promise.all(others.map(heightOf))))
    await Promise.all(victims.map((victim) => victim.kill()))
    await sleep(UNDER_WAY)
    const killed = await height()
    log(`${victims.map(({ number }) => number).join(' and ')} of ${count} killed at block ${killed}`)
    const left = Date.now()
    while (Date.now() < left + away && !(goesOn && (await height()) >= killed + BLOCKS_MEANWHILE))
      await sleep(100)
    const later = await height()
    log(`block ${later} when they come back, ${Math.round((Date.now() - left) / 1_000)} s later`)
    if (goesOn) assert.ok(later >= killed + BLOCKS_MEANWHILE, `still at ${later}, ${killed} when they left`)
    else assert.equal(later, killed, 'a block without two thirds of the weight')
    await Promise.all(victims.map((victim) => victim.start()))
    const back = await height()
    const again = victims.map((victim) => votesAgain(network, victim, others[0]!, back))
    await reach(validators, back + BLOCKS_MEANWHILE)
    await Promise.all(again)
    await Promise.all(loads.map((load) => load.stop()))
    await Promise.all(loads.map((load) => load.check()))
    await checkNetwork(network, goesOn ? /the validator of this node has lost stake/ : undefined)
  } finally {
    for (const load of loads) load.abort()
    await network.close()
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 })
  }
}

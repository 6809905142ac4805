/**
 * Validators in processes of their own, each under a load of payments, are killed one at a time at random instants and
 * started again. The others go on meanwhile; who was killed catches up and votes again; nobody contradicts himself; and all
 * that a wallet accepted is final in the end, once.
 */
import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { DEFAULT_LIMITS } from '../../../src/node/limits.ts'
import { temporaryDirectory } from '../node-process.ts'
import { type SeededRandom, seededRandom } from '../seeded-random.ts'
import { checkNetwork, checkQuiet, heightOf, reach, votesAgain } from './checks.ts'
import { loadValidator } from './load.ts'
import { startValidators, type ValidatorProcess } from './network.ts'
import type { Witness } from './witness.ts'

export type ValidatorCrashRunOptions = {
  readonly validators: number
  readonly kills: number
  readonly seed: number
  readonly log?: (line: string) => void
}

export type ValidatorCrashRunResult = { readonly blocks: number; readonly accepted: number }

/** Short, so that a dead leader does not hold the test up, and long enough for a busy machine. */
export const QUICK = {
  consensus: {
    ...DEFAULT_LIMITS.consensus,
    propose: { base: 1_000, increment: 500 },
    prevote: { base: 500, increment: 250 },
    precommit: { base: 500, increment: 250 },
    tick: 250,
  },
}
export const BLOCK_INTERVAL = 400
/** Longest time a network bears its load between two kills, milliseconds. */
const LONGEST_LIFE = 2_000
/** Blocks that the others make while one is dead. */
const BLOCKS_MEANWHILE = 2
/** Share of the kills that hit a validator right after it has said something. */
const AT_WORDS = 0.5
/** Share of the kills that hit one which is being started, a second time. */
const EARLY = 0.25
/** Milliseconds a start takes at most, about. */
const STARTING = 1_500

export async function validatorCrashRun({
  validators: count,
  kills,
  seed,
  log = () => {},
}: ValidatorCrashRunOptions): Promise<ValidatorCrashRunResult> {
  const random = seededRandom(seed)
  const directory = temporaryDirectory()
  const network = await startValidators({
    directory,
    validators: count,
    blockInterval: BLOCK_INTERVAL,
    limits: QUICK,
  })
  const { witness, validators } = network
  const loads = await Promise.all(validators.map((validator) => loadValidator(validator, seed)))
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      const victim = random.pick(validators)
      const others = validators.filter((one) => one !== victim)
      const when = await killSometime(witness, victim, random)
      const height = Math.max(...(await Promise.all(others.map(heightOf))))
      await reach(others, height + BLOCKS_MEANWHILE)
      const starting = victim.start()
      if (kill < kills && random.next() < EARLY) {
        starting.catch(() => {})
        await sleep(random.below(STARTING))
        await victim.kill()
        log(`kill ${kill + 1}/${kills} of validator ${victim.number} while it started`)
        kill += 1
        await victim.start()
      } else await starting
      const restarted = Math.max(...(await Promise.all(others.map(heightOf))))
      const again = votesAgain(network, victim, others[0]!, restarted)
      await reach([victim], restarted)
      await again
      await loads[victim.number]!.checkRepeats()
      checkQuiet(network.witness, network.validators)
      const accepted = loads.map((load) => load.accepted).join(' + ')
      log(
        `kill ${kill}/${kills} of validator ${victim.number} ${when}: block ${restarted}, ${accepted} accepted`,
      )
    }
    await Promise.all(loads.map((load) => load.stop()))
    const results = await Promise.all(loads.map((load) => load.check()))
    await checkNetwork(network)
    const accepted = results.reduce((sum, { payments, messages }) => sum + payments + messages, 0)
    return { blocks: Math.max(...results.map(({ blocks }) => blocks)), accepted }
  } finally {
    for (const load of loads) load.abort()
    await network.close()
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** At a random instant, or when one of its next messages has just gone out. @returns which it was */
async function killSometime(
  witness: Witness,
  victim: ValidatorProcess,
  random: SeededRandom,
): Promise<string> {
  const life = random.below(LONGEST_LIFE)
  if (random.next() >= AT_WORDS) {
    await sleep(life)
    await victim.kill()
    return 'under load'
  }
  const nth = random.below(6) + 1
  let left = nth
  let last = ''
  const said = Promise.withResolvers<void>()
  const leave = witness.onSaid((message) => {
    if (!witness.isOf(message, victim.publicKey)) return
    left -= 1
    if (left > 0) return
    last = 'vote' in message ? message.vote.kind : 'proposal'
    leave()
    said.resolve(victim.kill())
  })
  await said.promise
  return `at its ${last}`
}

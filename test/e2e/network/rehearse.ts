/**
 * A network of processes on real sockets bears a load, and one trouble after the other that is drawn from a seed. Afterwards
 * all nodes agree on every block, money is right, and nobody met with an error.
 */
import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { temporaryDirectory } from '../../support/node-process.ts'
import { type SeededRandom, seededRandom } from '../../support/seeded-random.ts'
import { checkQuiet, complaintsOf } from '../../support/validators/checks.ts'
import { type Loaded, loadValidator } from '../../support/validators/load.ts'
import { checkAgreement, checkRecovered } from './agreement.ts'
import { contradict } from './contradict.ts'
import { type Manifest, TROUBLES, type TroubleName } from './manifest.ts'
import { openNetwork, type Rehearsed } from './open-network.ts'
import type { Terrain } from './terrain.ts'
import { TROUBLE, together } from './troubles.ts'
import { createWires } from './wires.ts'

export type RehearsalOptions = {
  readonly manifest: Manifest
  readonly seed: number
  /** Whether there is to be another trouble, after so many. */
  readonly another: (troubles: number) => boolean
  /** Where the nodes stand; with wires of the test's between them unless given. */
  readonly terrain?: Terrain | undefined
  readonly log?: (line: string) => void
}

export type Rehearsal = {
  readonly troubles: number
  readonly blocks: number
  /** Payments and messages that were accepted, each final once. */
  readonly accepted: number
  /** What nodes have warned of. */
  readonly warnings: readonly string[]
}

/** Milliseconds of peace between two troubles, at most. */
const PEACE = 1_500
/** A line of a log that is no error: nodes may warn of what troubles bring. */
const WARNING = /"level":40/
/** Characters of each node's log that are shown when something did not hold. */
const LAST_WORDS = 2_000

export async function rehearse({
  manifest,
  seed,
  another,
  terrain = createWires(seededRandom(seed + 1)),
  log = () => {},
}: RehearsalOptions): Promise<Rehearsal> {
  const random = seededRandom(seed)
  const order = drawn(manifest, random)
  const directory = temporaryDirectory()
  const network = await openNetwork(manifest, directory, random, terrain)
  log(`${network.members.length} nodes run, ${terrain.about}`)
  const loads: Loaded[] = []
  let troubles = 0
  try {
    loads.push(...(await startLoads(network, manifest, seed)))
    log('each wallet has money')
    while (another(troubles)) {
      await sleep(random.below(PEACE))
      const name = order.next().value
      log(`a trouble: ${name}`)
      const what = await TROUBLE[name](network, random)
      const height = await together(network)
      for (const load of loads) await load.checkRepeats()
      checkQuiet(network.witness, network.members, WARNING)
      troubles += 1
      log(
        `${troubles}. ${what}; all at block ${height}, ${loads.reduce((sum, l) => sum + l.accepted, 0)} accepted`,
      )
    }
    await Promise.all(loads.map((load) => load.stop()))
    log('no more calls')
    // At once: each makes blocks until its own are final, and a wallet whose coins have merged needs one for each payment.
    const checked = await Promise.all(loads.map((load) => load.check()))
    const accepted = checked.reduce((sum, { payments, messages }) => sum + payments + messages, 0)
    assert.ok(accepted > 0, 'there was a load')
    log(`${accepted} payments and messages are final, and all money is there`)
    await checkRecovered(network, network.validators[0]!, loads[0]!)
    log('a follower has recovered an account')
    if (manifest.contradiction) {
      await contradict(network)
      log('a contradiction was punished')
    }
    await together(network)
    const blocks = await checkAgreement(network)
    checkQuiet(network.witness, network.members, WARNING)
    const warnings = network.members.flatMap((member) =>
      complaintsOf(member, WARNING).map((line) => `${member.name}: ${line}`),
    )
    return { troubles, blocks, accepted, warnings }
  } catch (error) {
    for (const { name, log: logged } of network.members)
      log(`${name} last said:\n${logged().slice(-LAST_WORDS)}`)
    throw error
  } finally {
    for (const load of loads) load.abort()
    await network.close()
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** A wallet at each validator, and all together make the calls of the manifest. */
function startLoads({ validators }: Rehearsed, { load }: Manifest, seed: number): Promise<Loaded[]> {
  const calls = load.payments + load.messages
  const rate = {
    callers: 1,
    pause: (1_000 * validators.length) / calls,
    share: load.payments / calls,
  }
  return Promise.all(validators.map((validator) => loadValidator(validator, seed, rate)))
}

/** Troubles in the order in which they come: each as often as its weight says, in an order by chance, and so again. */
function* drawn({ troubles }: Manifest, random: SeededRandom): Generator<TroubleName, never> {
  for (;;) {
    const bag = TROUBLES.flatMap((name) => Array.from({ length: troubles[name] ?? 0 }, () => name))
    assert.ok(bag.length > 0, 'a manifest without troubles')
    while (bag.length > 0) yield bag.splice(random.below(bag.length), 1)[0]!
  }
}

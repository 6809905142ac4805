/** What holds of a network of validators, whoever of them was killed. */
import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { toHex } from '../../../src/protocol/bytes.ts'
import { type Client, isStegosError, listAll } from '../../../src/sdk/index.ts'
import type { ValidatorNetwork, ValidatorProcess } from './network.ts'
import type { ManagedProcess } from './process.ts'
import type { Witness } from './witness.ts'

/** Milliseconds until somebody who waits in vain gives up. */
const PATIENCE = 60_000
const PAUSE = 50

/** The height of its head; 0 while it starts. */
export async function heightOf({ client }: Pick<ManagedProcess, 'client'>): Promise<number> {
  return (await client.node.status()).height
}

/** Resolves when all of them have that height. */
export async function reach(nodes: readonly ManagedProcess[], height: number): Promise<void> {
  await Promise.all(
    nodes.map((node) =>
      eventually(`${node.name} at height ${height}`, async () => (await heightOf(node)) >= height),
    ),
  )
}

/** Resolves when a validator votes to make a block final that is above that height, and it is. */
export async function votesAgain(
  { witness: { onSaid, isOf } }: ValidatorNetwork,
  { number, publicKey }: ValidatorProcess,
  witness: ValidatorProcess,
  above: number,
): Promise<void> {
  const voted = new Map<number, string>()
  const leave = onSaid((said) => {
    if (!('vote' in said)) return
    const { kind, height, blockId } = said.vote
    if (kind !== 'precommit' || !blockId || height <= above || voted.has(height)) return
    if (isOf(said, publicKey)) voted.set(height, toHex(blockId))
  })
  await eventually(`a vote of validator ${number}`, async () => {
    for (const [height, id] of voted) if ((await idAt(witness.client, height)) === id) return true
    return false
  }).finally(leave)
}

async function idAt(client: Client, height: number): Promise<string | undefined> {
  try {
    return (await client.chain.block({ height })).id
  } catch (error) {
    if (isStegosError(error, 'block_not_found')) return undefined
    throw error
  }
}

/**
 * All have the same block at each height, nobody said two things, and nobody met with an error.
 * @param foreseen what they may complain of
 */
export async function checkNetwork(
  { witness, validators }: Pick<ValidatorNetwork, 'witness' | 'validators'>,
  foreseen?: RegExp,
): Promise<void> {
  const chains = await Promise.all(
    validators.map(async ({ client }) => {
      const ids: string[] = []
      for await (const { id } of listAll((cursor) => client.chain.blocks({ cursor, limit: 1_000 })))
        ids.push(id)
      return ids
    }),
  )
  const shortest = Math.min(...chains.map(({ length }) => length))
  for (const ids of chains) assert.deepEqual(ids.slice(0, shortest), chains[0]!.slice(0, shortest))
  checkQuiet(witness, validators, foreseen)
}

/**
 * Nobody said two things, is blamed for it, or had to end.
 * @param foreseen what they may complain of
 */
export function checkQuiet(
  { contradictions }: Pick<Witness, 'contradictions'>,
  nodes: readonly Pick<ManagedProcess, 'name' | 'log'>[],
  foreseen?: RegExp,
): void {
  assert.deepEqual(contradictions, [])
  for (const node of nodes) {
    const complaints = complaintsOf(node, /"level":(40|50|60)|^ended with/)
    const others = complaints.filter((line) => !foreseen?.test(line))
    assert.deepEqual(others, [], node.name)
  }
}

/** Lines that it has logged. */
export function complaintsOf({ log }: Pick<ManagedProcess, 'log'>, which: RegExp): string[] {
  return log()
    .split('\n')
    .filter((line) => which.test(line))
}

/**
 * Waits until something is so, also when nobody answers whether it is.
 * @throws AssertionError when it takes more than `patience` milliseconds.
 */
export async function eventually(
  what: string,
  holds: () => Promise<boolean>,
  patience = PATIENCE,
): Promise<void> {
  const end = new AbortController()
  const unanswered = sleep(patience, false, { signal: end.signal })
  unanswered.catch(() => {})
  const until = Date.now() + patience
  try {
    while (!(await Promise.race([holds(), unanswered]))) {
      assert.ok(Date.now() < until, `waited in vain for ${what}`)
      await sleep(PAUSE)
    }
  } finally {
    end.abort()
  }
}

/** What holds of all nodes after all troubles. */
import assert from 'node:assert/strict'
import { listAll } from '../../../src/sdk/index.ts'
import { eventually } from '../../support/validators/checks.ts'
import type { Loaded } from '../../support/validators/load.ts'
import type { Member, Rehearsed } from './open-network.ts'

/** Each has the same block, and the same state after it, at every height it has; and none is missing in between. */
export async function checkAgreement({ members }: Rehearsed): Promise<number> {
  const agreed = new Map<number, string>()
  for (const { name, client, role } of members) {
    const { earliestHeight, height } = await client.chain.status()
    if (role !== 'pruned') assert.ok(earliestHeight <= 1, `${name} has all history`)
    const from = Math.max(1, earliestHeight)
    const heights: number[] = []
    for await (const block of listAll((cursor) =>
      client.chain.blocks({ from, cursor, limit: 1_000, order: 'oldest' }),
    )) {
      if (block.height > height) break
      heights.push(block.height)
      const { id, stateCommitment } = block
      const told = `${id} ${stateCommitment}`
      const known = agreed.get(block.height) ?? told
      assert.equal(told, known, `${name} at height ${block.height}`)
      agreed.set(block.height, known)
    }
    assert.deepEqual(
      heights,
      Array.from({ length: height - from + 1 }, (_, index) => from + index),
      `${name} has a block at each height`,
    )
  }
  return agreed.size
}

/** Whoever has the phrase finds on a node with all history what the node of the wallet says of it. */
export async function checkRecovered(
  { members }: Rehearsed,
  { client }: Member,
  { world }: Loaded,
): Promise<void> {
  const follower = members.find(({ role }) => role === 'archive')
  if (!follower) return
  const { recoveryPhrase, accountId } = world.receiver
  const shown = async (from: Member, id: string) => {
    const { total } = await from.client.account.balance({ accountId: id })
    let entries = 0
    for await (const _ of listAll((cursor) => from.client.account.history({ accountId: id, cursor })))
      entries += 1
    return `${total} in ${entries} entries`
  }
  const own = members.find((one) => one.client === client)!
  const wanted = await shown(own, accountId)
  const again = await follower.client.account.recover({ recoveryPhrase, from: 1 })
  await eventually(
    `${wanted} in the recovered account`,
    async () => (await shown(follower, again.accountId)) === wanted,
  )
}

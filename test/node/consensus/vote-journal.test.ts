/** The vote journal: a validator never signs two blocks of one round, whatever happens in between. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { VoteConflict, VoteJournal } from '../../../src/node/consensus/vote-journal.ts'
import { silentLogger } from '../../../src/node/logger.ts'
import { openStore } from '../../../src/node/store.ts'
import { utf8 } from '../../../src/protocol/bytes.ts'
import { hash } from '../../../src/protocol/crypto/hash.ts'
import { temporaryDirectory, temporaryStore } from '../support.ts'

const block = (name: string) => hash('test block', utf8(name))
const validator = new Uint8Array(48).fill(1)

test('the same vote may be repeated, a different or an earlier one not', async (t) => {
  const journal = new VoteJournal(await temporaryStore(t))
  const vote = { height: 5, round: 1, blockId: block('a') }
  await journal.record(validator, vote)
  await journal.record(validator, vote)
  await assert.rejects(journal.record(validator, { ...vote, blockId: block('b') }), VoteConflict)
  await assert.rejects(journal.record(validator, { height: 5, round: 0, blockId: block('a') }), VoteConflict)
  await assert.rejects(journal.record(validator, { height: 4, round: 9, blockId: block('a') }), VoteConflict)
  await journal.record(validator, { ...vote, round: 2, blockId: block('b') })
  await journal.record(new Uint8Array(48).fill(2), vote)
})

test('a restart changes nothing', async (t) => {
  const directory = join(await temporaryDirectory(t), 'db')
  const store = await openStore(directory, { logger: silentLogger })
  const vote = { height: 1, round: 0, blockId: block('a') }
  await new VoteJournal(store).record(validator, vote)
  await store.close()
  const journal = new VoteJournal(await temporaryStore(t, directory))
  assert.deepEqual(await journal.last(validator), vote)
  await assert.rejects(journal.record(validator, { ...vote, blockId: block('b') }), VoteConflict)
})

test('whatever is asked for, and however many at once: one block per round', async (t) => {
  const store = await temporaryStore(t)
  let run = 0
  const votes = fc.array(
    fc.record({ height: fc.nat(3), round: fc.nat(2), blockId: fc.constantFrom(block('a'), block('b')) }),
  )
  await fc.assert(
    fc.asyncProperty(votes, async (asked) => {
      const key = hash('test validator', utf8(String(run++)))
      const journal = new VoteJournal(store)
      const results = await Promise.allSettled(asked.map((vote) => journal.record(key, vote)))
      const signed = asked.filter((_, index) => results[index]!.status === 'fulfilled')
      const rounds = Map.groupBy(signed, ({ height, round }) => `${height}/${round}`)
      for (const same of rounds.values()) assert.equal(new Set(same.map(({ blockId }) => blockId)).size, 1)
    }),
    { numRuns: 30 },
  )
})

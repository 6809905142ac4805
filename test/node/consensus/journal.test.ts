/** The journal of a validator: on disk before anything is signed, small, and never guessed at. */

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { Journal } from '../../../src/node/consensus/journal.ts'
import { silentLogger } from '../../../src/node/logger.ts'
import { be32 } from '../../../src/node/ordered-keys.ts'
import { openStore } from '../../../src/node/store.ts'
import { StoreError } from '../../../src/node/store-error.ts'
import { utf8 } from '../../../src/protocol/bytes.ts'
import type { JournalRecord, VoteRecord } from '../../../src/protocol/consensus/journal.ts'
import { hash } from '../../../src/protocol/crypto/hash.ts'
import { NO_CLAIM } from '../../../src/protocol/stake/leak.ts'
import { temporaryDirectory, temporaryStore } from '../support.ts'

const blockId = hash('test block', utf8('a'))
const block = utf8('an encoded block')

function vote(height: number, round: number, kind: VoteRecord['kind'] = 'prevote'): VoteRecord {
  return { type: 'vote', height, kind, round, blockId: undefined, lock: undefined }
}

test('is there again after a restart, in the order it was written', async (t) => {
  const directory = join(await temporaryDirectory(t), 'db')
  const store = await openStore(directory, { logger: silentLogger })
  const records: JournalRecord[] = [
    {
      type: 'proposal',
      height: 5,
      round: 0,
      validRound: -1,
      claim: Uint8Array.of(2),
      validClaim: NO_CLAIM,
      blockId,
      block,
    },
    { ...vote(5, 0), blockId },
    { ...vote(5, 0, 'precommit'), blockId, lock: { blockId, block, claim: Uint8Array.of(1), prevotes: [] } },
  ]
  const journal = await Journal.open(store)
  await journal.append(records.slice(0, 1))
  await journal.append(records.slice(1))
  assert.deepEqual(journal.recordsOf(5), records)
  await store.close()
  const again = await Journal.open(await temporaryStore(t, directory))
  assert.deepEqual(again.recordsOf(5), records)
  assert.deepEqual(again.recordsOf(6), [])
})

test('keeps what matters of one height only', async (t) => {
  const store = await temporaryStore(t)
  const journal = await Journal.open(store)
  const lock = {
    ...vote(5, 1, 'precommit'),
    blockId,
    lock: { blockId, block, claim: Uint8Array.of(1), prevotes: [] },
  }
  await journal.append([lock])
  for (let round = 2; round < 40; round++) {
    await journal.append([vote(5, round), vote(5, round, 'precommit')])
  }
  const rest = [vote(5, 38), vote(5, 38, 'precommit'), vote(5, 39), vote(5, 39, 'precommit')]
  assert.deepEqual(journal.recordsOf(5), [lock, ...rest])
  assert.deepEqual((await Journal.open(store)).recordsOf(5), [lock, ...rest])
  await journal.append([vote(6, 0)])
  const rows = await store.table('consensus-journal').entries()
  assert.deepEqual(rows.length, 1)
  assert.deepEqual((await Journal.open(store)).recordsOf(6), [vote(6, 0)])
})

test('that cannot be read is refused: signing without it could contradict it', async (t) => {
  const store = await temporaryStore(t)
  await store.commit([store.table('consensus-journal').put(be32(0), utf8('rubbish'))])
  await assert.rejects(
    Journal.open(store),
    (error) => error instanceof StoreError && error.code === 'corrupt',
  )
})

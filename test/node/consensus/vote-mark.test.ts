/** A validator whose database has lost votes does not contradict them. */
import assert from 'node:assert/strict'
import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { Journal } from '../../../src/node/consensus/journal.ts'
import { FINAL, VOTE_MARK_FILE, VoteMark } from '../../../src/node/consensus/vote-mark.ts'
import type { StoreError } from '../../../src/node/store-error.ts'
import type { JournalRecord } from '../../../src/protocol/consensus/journal.ts'
import { hash } from '../../../src/protocol/crypto/hash.ts'
import { temporaryDirectory, temporaryStore } from '../support.ts'
import { createWorld, openTestNode, sharedWorkers } from '../world.ts'

const chainId = hash('test chain')

function vote(height: number, round: number): JournalRecord {
  return { type: 'vote', height, kind: 'prevote', round, blockId: undefined, lock: undefined }
}

describe('the mark', () => {
  test('is there again, and survives the loss of the slot written last', async (t) => {
    const directory = await temporaryDirectory(t)
    const path = join(directory, VOTE_MARK_FILE)
    const mark = await VoteMark.open(directory, chainId)
    assert.equal(mark.found, undefined)
    await mark.note({ height: 4, record: FINAL })
    await mark.note({ height: 5, record: 0 })
    await mark.note({ height: 3, record: FINAL })
    await mark.close()
    assert.deepEqual(await foundIn(directory), { height: 5, record: 0 })

    const bytes = await readFile(path)
    await writeFile(path, bytes.fill(1, 0, 512))
    assert.deepEqual(await foundIn(directory), { height: 4, record: FINAL })
    await writeFile(path, bytes.fill(1))
    await assert.rejects(foundIn(directory), ({ code }: StoreError) => code === 'corrupt')
  })

  test('of another chain is refused', async (t) => {
    const directory = await temporaryDirectory(t)
    const mark = await VoteMark.open(directory, chainId)
    await mark.note({ height: 1, record: 0 })
    await mark.close()
    await assert.rejects(VoteMark.open(directory, hash('another')), /belongs to another chain/)
  })

  test('agrees with a journal that has lost nothing, and names the height where one has', async (t) => {
    const directory = await temporaryDirectory(t)
    const store = await temporaryStore(t)
    const compare = async (final: number) => {
      const journal = await Journal.open(store)
      const until = await journal.keepMark(await VoteMark.open(directory, chainId), final)
      return { journal, until }
    }
    const { journal, until } = await compare(6)
    assert.equal(until, 0)
    await journal.append([vote(7, 0)])
    await journal.append([vote(7, 1)])
    await journal.close()

    const again = await compare(6)
    assert.equal(again.until, 0)
    await again.journal.close()
    const table = store.table('consensus-journal')
    const [, last] = await table.entries()
    await store.commit([{ type: 'del', key: table.keyOf(last![0]) }])
    const lost = await compare(6)
    assert.equal(lost.until, 7)
    await lost.journal.noteFinal(6)
    await lost.journal.close()
    const later = await compare(7)
    assert.equal(later.until, 0, 'the height is over')
    await later.journal.noteFinal(7)
    await later.journal.close()
    const older = await compare(6)
    assert.equal(older.until, 7, 'a block that was final is gone')
    await older.journal.close()
  })
})

describe('a validator whose database was put back from a copy', () => {
  const workers = sharedWorkers({ after })
  const world = createWorld()

  test('says nothing until the heights it voted at are final', async (t) => {
    const directory = await temporaryDirectory(t)
    const mineOne = async () => {
      const node = await openTestNode(t, world, workers, { directory })
      await node.consensus.mine(1)
      await node.close()
    }
    await mineOne()
    await cp(join(directory, 'db'), join(directory, 'copy'), { recursive: true })
    await mineOne()
    await rm(join(directory, 'db'), { recursive: true })
    await cp(join(directory, 'copy'), join(directory, 'db'), { recursive: true })

    const node = await openTestNode(t, world, workers, { directory })
    const mined = node.consensus.mine(1).catch(() => {})
    while (node.logger.lines.length === 0) await new Promise(setImmediate)
    assert.match(node.logger.lines[0]!, /votes of this validator are lost.*"until":2/)
    for (let turn = 0; turn < 200; turn += 1) await new Promise(setImmediate)
    assert.equal(node.chain.height, 1)
    const records = await node.store.table('consensus-journal').entries()
    assert.equal((await Journal.open(node.store)).recordsOf(2).length, 0, `${records.length} records`)
    await node.close()
    await Promise.race([mined, undefined])

    // Without the mark it would have voted: what keeps it from that is the mark.
    await rm(join(directory, VOTE_MARK_FILE))
    await mineOne()
  })
})

async function foundIn(directory: string) {
  const mark = await VoteMark.open(directory, chainId)
  await mark.close()
  return mark.found
}

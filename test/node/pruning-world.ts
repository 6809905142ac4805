/** A chain with a short retention period, and what must hold of a node of it that prunes. */
import assert from 'node:assert/strict'
import { isCut, readBlockRecord } from '../../src/node/chain/block-record.ts'
import { certifiedBlockAt } from '../../src/node/chain/certified-block.ts'
import type { Chain } from '../../src/node/chain/chain.ts'
import { readCoin } from '../../src/node/chain/tables.ts'
import { decodeAll } from '../../src/protocol/codec.ts'
import { LtHash } from '../../src/protocol/crypto/lthash.ts'
import { coinElement } from '../../src/protocol/ledger.ts'
import { readCore } from '../../src/protocol/output.ts'
import { createWorld } from './world.ts'

export const RETENTION = 3

export const pruningWorld = createWorld({
  amounts: Array.from({ length: 24 }, () => 5_000_000n),
  params: { payloadRetention: RETENTION },
})

/** The coins are those of the state, recent blocks are whole, and of those below nothing is left but their headers. */
export async function assertPruned({ tables, state, pruned, height }: Chain): Promise<void> {
  const unspent = new LtHash()
  for await (const [id, value] of tables.coins.range())
    unspent.add(coinElement({ id, core: decodeAll(readCoin(id, value).core, readCore) }))
  assert.deepEqual(unspent.toBytes(), state.unspent)
  for await (const [, value] of tables.blocks.range()) {
    const record = decodeAll(value, readBlockRecord)
    const at = record.header.height
    if (at > 0) assert.equal(isCut(record), at < pruned.swept, `block ${at}`)
  }
  for (let at = Math.max(1, pruned.earliest); at <= height; at++)
    assert.ok(await certifiedBlockAt(tables, at), `block ${at}`)
  const transactions = await tables.transactions.entries()
  assert.equal((await tables.transactionIds.entries()).length, transactions.length)
  const outputs = await tables.outputs.entries()
  for (const table of [tables.outputIds, tables.payloads])
    assert.equal((await table.entries()).length, outputs.length)
}

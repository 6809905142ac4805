/** Outputs as the contract shows them. */
import { toHex } from '../../protocol/bytes.ts'
import { decodeAll } from '../../protocol/codec.ts'
import { readCore } from '../../protocol/output.ts'
import type { OutputInfo } from '../api/chain.ts'
import { blockAt } from './find.ts'
import { type ChainTables, type OutputPlace, outputKey, readOutput, readPlace } from './tables.ts'

/** The output at `place`, whose record is `value`. */
export async function outputInfo(
  tables: ChainTables,
  place: OutputPlace,
  value: Uint8Array,
  withPayload: boolean,
): Promise<OutputInfo> {
  const { id, core } = readOutput(value)
  const { key, commitment, ephemeral, viewTag, amount, anchor, payloadHash } = decodeAll(core, readCore)
  const [block, payload, coin, spend] = await Promise.all([
    blockAt(tables, place.height),
    tables.payloads.get(outputKey(place)),
    tables.coins.has(id),
    tables.spends.get(id),
  ])
  return {
    outputId: toHex(id),
    height: place.height,
    position: place.index,
    spent: !coin,
    key: toHex(key),
    commitment: toHex(commitment),
    ephemeral: toHex(ephemeral),
    viewTag: toHex(viewTag),
    encryptedAmount: toHex(amount),
    encryptedAnchor: toHex(anchor),
    payloadHash: toHex(payloadHash),
    payloadPruned: payload === undefined,
    transactionId: hexAt(block.transactionIds, place.position),
    spentIn: spend && (await transactionIdAt(tables, spend)),
    payload: withPayload ? payload : undefined,
  }
}

async function transactionIdAt(tables: ChainTables, key: Uint8Array): Promise<string | undefined> {
  const { height, position } = readPlace(key)
  return hexAt((await blockAt(tables, height)).transactionIds, position)
}

/** Undefined for the coins of genesis, which no transaction made, and in a block that is pruned. */
function hexAt(ids: readonly Uint8Array[], position: number): string | undefined {
  const id = ids[position]
  return id && toHex(id)
}

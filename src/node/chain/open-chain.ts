/** Opening the chain: writes genesis into a new store, and checks that an old one belongs here and fits together. */

import { blockId, decodeHeader, encodeBlock } from '../../protocol/block.ts'
import { encodeExtras, NO_EXTRAS } from '../../protocol/block-extras.ts'
import { equalBytes, toHex } from '../../protocol/bytes.ts'
import { checkCertificate } from '../../protocol/certificate.ts'
import { decodeAll } from '../../protocol/codec.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { chainIdOf, type Genesis } from '../../protocol/genesis.ts'
import { decidedBy, stateCommitment } from '../../protocol/ledger.ts'
import { heldStake } from '../../protocol/stake/state.ts'
import { holdsSupply } from '../../protocol/supply.ts'
import { be64 } from '../ordered-keys.ts'
import { StoreError } from '../store-error.ts'
import { unpackState } from '../workers/state.ts'
import { type BlockRecord, isCut, readBlockRecord } from './block-record.ts'
import { blockEvent } from './block-view.ts'
import { Chain, type ChainLimits, type ChainModules, type LoadedChain } from './chain.ts'
import { blockAt } from './find.ts'
import { readHead } from './head-record.ts'
import { NOT_PRUNED, readPruned } from './pruned.ts'
import { type ChainTables, chainTables } from './tables.ts'
import { CHAIN_ID_KEY, HEAD_KEY, writeHead, writeOutput, writeRecord } from './write-block.ts'
import { writeStake, writeValidators } from './write-stake.ts'

/**
 * Opens the chain that `genesis` starts, beginning it when the store is new.
 * @throws StoreError `wrong_chain` when the store holds another chain, `corrupt` when head and state disagree or a recent
 * block is missing. Nothing is repaired: the store is put back or made anew by whoever runs the node.
 */
export async function openChain(
  genesis: Genesis,
  modules: ChainModules,
  limits: ChainLimits,
): Promise<Chain> {
  const tables = chainTables(modules.store)
  const chainId = chainIdOf(genesis)
  const stored = await tables.meta.get(CHAIN_ID_KEY)
  if (!stored) return beginChain(genesis, chainId, tables, modules, limits)
  if (!equalBytes(stored, chainId)) {
    throw new StoreError('wrong_chain', 'the database holds another chain than the genesis file starts', {
      found: toHex(stored),
      expected: toHex(chainId),
    })
  }
  return new Chain(await checked(() => loadChain(genesis, tables, limits)), modules, limits)
}

async function beginChain(
  genesis: Genesis,
  chainId: Uint8Array,
  tables: ChainTables,
  modules: ChainModules,
  limits: ChainLimits,
): Promise<Chain> {
  const { header: encoded, state: packed, coins, entries } = await modules.workers.run('genesis', genesis)
  const state = unpackState(packed)
  const header = decodeHeader(encoded)
  const size = encodeBlock({ header, transactions: [], ...NO_EXTRAS }).length
  const outputs = coins.length
  const extras = encodeExtras(NO_EXTRAS)
  const record = { header, certificate: undefined, extras, transactionIds: [], outputs, size }
  const head = { state, unspentOutputs: coins.length }
  await modules.store.transact((batch) => {
    batch.put(tables.meta, CHAIN_ID_KEY, chainId)
    writeRecord(batch, tables, state.blockId, record)
    writeHead(batch, tables, head)
    writeStake(batch, tables, 0, { entries, stakeEvents: [] })
    writeValidators(batch, tables, 1, state.validators, undefined)
    coins.forEach((coin, index) => {
      writeOutput(batch, tables, { height: 0, position: 0, index }, coin, genesis.mint[index]!.payload)
    })
    modules.events.append(batch, [{ topic: 'chain.block', event: blockEvent(state.blockId, record) }])
  })
  return new Chain(
    { genesis, genesisId: state.blockId, tables, head, certificate: undefined, pruned: NOT_PRUNED },
    modules,
    limits,
  )
}

/** What the store holds, once the head has been held against its own block and the blocks before it. */
async function loadChain(
  genesis: Genesis,
  tables: ChainTables,
  { openingCheck }: Pick<ChainLimits, 'openingCheck'>,
): Promise<LoadedChain> {
  const head = decodeAll((await tables.meta.get(HEAD_KEY)) ?? new Uint8Array(0), readHead)
  const { state } = head
  const first = Math.max(0, state.height - openingCheck + 1)
  const records: BlockRecord[] = []
  for await (const value of tables.blocks.values({ gte: be64(first), lte: be64(state.height) })) {
    records.push(decodeAll(value, readBlockRecord))
  }
  // Headers alone may stand above it: those of a snapshot on its way.
  const [above] = await tables.blocks.entries({ gt: be64(state.height), limit: 1 })
  if (above && !isCut(decodeAll(above[1], readBlockRecord))) throw damaged('blocks stand above the head')
  checkLinks(records, first, state.height)
  const record = records.at(-1)!
  const { header, certificate } = record
  if (!equalBytes(blockId(header), state.blockId) || header.time !== state.time) {
    throw damaged('the head is not its block')
  }
  const before = records.at(-2)?.header
  if (before && before.time !== state.previousTime) throw damaged('the head follows another block')
  if (!equalBytes(header.stateCommitment, stateCommitment(state))) {
    throw damaged('the state is not the one its block commits to')
  }
  if (!holdsSupply(state.supply, heldStake(state.stake)))
    throw damaged('the coins do not add up to the supply')
  if (certificate) {
    const validators = decidedBy(state, genesis.params)
    const { chainId, height, blockId: id } = state
    checkCertificate(certificate, validators, chainId, height, id, genesis.params.stake)
  }
  const genesisId = blockId((await blockAt(tables, 0)).header)
  return { genesis, genesisId, tables, head, certificate, pruned: await readPruned(tables) }
}

function checkLinks(records: readonly BlockRecord[], first: number, last: number): void {
  if (records.length !== last - first + 1) throw damaged('blocks are missing')
  records.forEach(({ header }, index) => {
    const before = records[index - 1]
    if (header.height !== first + index || (before && !equalBytes(header.previous, blockId(before.header)))) {
      throw damaged(`block ${first + index} does not follow the one before`)
    }
  })
}

/** What a record does not decode to or agree with shows that the store is damaged; other failures are passed on. */
async function checked<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    if (!(error instanceof ProtocolError || error instanceof RangeError)) throw error
    throw new StoreError('corrupt', 'the chain in the database does not fit together', {}, error)
  }
}

function damaged(what: string): StoreError {
  return new StoreError('corrupt', `the chain in the database is damaged: ${what}`)
}

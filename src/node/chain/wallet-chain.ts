/** The chain as the wallet looks at it: what final blocks spend and make, and a way in for its own transactions. */
import { concat, fromHex, toHex } from '../../protocol/bytes.ts'
import { decodeAll } from '../../protocol/codec.ts'
import { hash } from '../../protocol/crypto/hash.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { genesisContext } from '../../protocol/genesis.ts'
import { inputContext } from '../../protocol/output.ts'
import { unbondingOf } from '../../protocol/stake/deposits.ts'
import { entriesBehind } from '../../protocol/stake/entries-of.ts'
import type { Operation } from '../../protocol/stake/operation.ts'
import { NodeError } from '../errors.ts'
import { tryOperation } from '../mempool/try-operation.ts'
import type { Relay } from '../relay/relay.ts'
import { findValidator, findValidatorId } from '../stake/stake-chain-api.ts'
import { StoreError } from '../store-error.ts'
import type {
  SeenBlock,
  SeenOutput,
  SeenOutputs,
  SeenPlace,
  SeenTransaction,
  WalletChain,
  WalletStake,
} from '../wallet/chain-view.ts'
import { unpack } from '../workers/packed.ts'
import { readBlockRecord } from './block-record.ts'
import type { Chain } from './chain.ts'
import { fetchEach } from './fetch-stake.ts'
import { bodyAt, payloadsAt, placeOfTransaction } from './find.ts'
import { entriesAt, entriesOf } from './find-stake.ts'
import { assertKept, whyMissing } from './pruned.ts'
import {
  heightRange,
  type OutputPlace,
  outputKey,
  type Place,
  readOutput,
  readOutputPlace,
} from './tables.ts'
import { hasOperation, joinTransaction, readBody, readHead, readOperation } from './transaction-layout.ts'

/** @param relay takes the wallet's transactions */
export function createWalletChain(chain: Chain, relay: Pick<Relay, 'submit'>): WalletChain {
  const { tables, params } = chain
  return {
    chainId: chain.state.chainId,
    params,
    get height() {
      return chain.height
    },
    get earliest() {
      return chain.pruned.earliest
    },
    stake: createWalletStake(chain),
    blocks: (from, until) => readBlocks(chain, from, until),
    outputs: (places) => readOutputs(chain, places),
    transaction: async (id) => {
      const place = await placeOfTransaction(tables, fromHex(id))
      if (!place) return undefined
      const { body, shape } = readBody(await bodyAt(tables, place))
      const payloads = await payloadsAt(tables, place, shape.outputs)
      const whole = payloads.filter((payload) => payload !== undefined)
      return whole.length < payloads.length
        ? undefined
        : { bytes: joinTransaction(body, whole), height: place.height }
    },
    output: async (id) => {
      const key = await tables.outputIds.get(fromHex(id))
      if (!key) return undefined
      const place = readOutputPlace(key)
      const { height } = place
      return { ...(await readSeenOutput(chain, place)), context: await contextAt(chain, place), height }
    },
    submit: async (transaction) => {
      const admission = await relay.submit(transaction)
      if (admission.accepted) return
      const { error } = admission
      if (!(error instanceof ProtocolError)) throw error
      const { rule: stakeRule } = error.code === 'stake_refused' ? error.details : {}
      const details = { rule: error.code, ...(stakeRule !== undefined && { stakeRule: String(stakeRule) }) }
      throw new NodeError('invalid_transaction', details, error.message)
    },
    onBlock: (listener) => chain.onCommit(() => listener()),
  }
}

function createWalletStake(chain: Chain): WalletStake {
  const { tables } = chain
  return {
    get state() {
      return chain.state.stake
    },
    entriesOf: async (owner, limit) => {
      const entries = await entriesOf(tables, owner, { limit })
      return entries.flatMap((entry) =>
        entry.kind === 'deposit' || entry.kind === 'unbonding' ? [entry] : [],
      )
    },
    chainId: chain.state.chainId,
    sentOut: async (operation) => {
      const id = unbondingOf(operation)
      const [entry] = id ? await entriesAt(tables, [{ kind: 'unbonding', id }]) : []
      return entry?.kind === 'unbonding' ? entry : undefined
    },
    entriesBehind: (entries) => fetchEach(tables, entries.flatMap(entriesBehind)),
    validatorId: (key) => findValidatorId(chain, key),
    validator: (key) => findValidator(chain, key),
    tryOperation: async (operation) => {
      await tryOperation(operation, hash('operation that is tried'), chain)
    },
    onChange: (listener) =>
      chain.onCommit(({ entries, stakeEvents }) => {
        if (entries.length > 0 || stakeEvents.length > 0) listener(entries, stakeEvents)
      }),
  }
}

async function* readBlocks(
  { tables, pruned }: Chain,
  from: number,
  until: number,
): AsyncGenerator<SeenBlock> {
  assertKept(from, until, pruned)
  const range = heightRange(from, until)
  const bodies = tables.transactions.values(range)
  try {
    let height = from
    for await (const value of tables.blocks.values(range)) {
      const { header, transactionIds, outputs } = decodeAll(value, readBlockRecord)
      if (header.height !== height) break
      const heads: Uint8Array[] = []
      const operations: (Operation | undefined)[] = []
      while (heads.length < transactionIds.length) {
        const { value: body } = await bodies.next()
        if (!body) throw await whyMissing(tables, height, 'a transaction is missing')
        heads.push(readHead(body).head)
        operations.push(hasOperation(body) ? readOperation(readBody(body)) : undefined)
      }
      const mint = height === 0 ? [{ inputs: [], outputs }] : []
      const transactions = [...mint, ...seenTransactions(transactionIds, heads, operations)]
      yield { height, time: header.time, transactions }
      height++
    }
    if (height <= until) throw new StoreError('corrupt', `block ${height} is missing`)
  } finally {
    await bodies.return(undefined)
  }
}

/** Copies the heads out of their transactions: blocks wait for a while until they have been scanned. */
function seenTransactions(
  ids: readonly Uint8Array[],
  heads: readonly Uint8Array[],
  operations: readonly (Operation | undefined)[],
): SeenTransaction[] {
  const whole = concat(...heads)
  let end = 0
  return heads.map(({ length }, index) => {
    end += length
    return new ChainTransaction(ids[index]!, whole.subarray(end - length, end), operations[index])
  })
}

/** A transaction of a block. Ids are made into text when somebody asks: a reader of many blocks has to keep less. */
class ChainTransaction implements SeenTransaction {
  readonly head: Uint8Array
  readonly operation: Operation | undefined
  readonly #id: Uint8Array

  constructor(id: Uint8Array, head: Uint8Array, operation: Operation | undefined) {
    this.#id = id
    this.head = head
    this.operation = operation
  }

  get id(): string {
    return toHex(this.#id)
  }

  get inputs(): string[] {
    return unpack(readHead(this.head).inputs, 32).map(toHex)
  }

  get outputs(): number {
    return readHead(this.head).outputs
  }
}

async function readOutputs({ tables, genesis }: Chain, places: readonly SeenPlace[]): Promise<SeenOutputs[]> {
  const keys = places.flatMap(({ height, position, transaction: { outputs } }) =>
    Array.from({ length: outputs }, (_, index) => outputKey({ height, position, index })),
  )
  const [values, payloads] = await Promise.all([tables.outputs.getMany(keys), tables.payloads.getMany(keys)])
  const lost = values.indexOf(undefined)
  if (lost >= 0) throw await whyMissing(tables, readOutputPlace(keys[lost]!).height, 'an output is missing')
  const made = values.map((value, index) => seenOutput(value!, payloads[index]))
  return places.map(({ transaction: { head, outputs } }) => ({
    origin: head
      ? { type: 'transaction', inputs: readHead(head).inputs.slice() }
      : { type: 'mint', context: genesisContext(genesis) },
    outputs: made.splice(0, outputs),
  }))
}

/** What the outputs of the transaction at `place` are bound to. */
async function contextAt({ tables, genesis }: Chain, place: Place): Promise<Uint8Array> {
  if (place.height === 0) return genesisContext(genesis)
  return inputContext(readBody(await bodyAt(tables, place)).inputs)
}

async function readSeenOutput({ tables }: Chain, place: OutputPlace): Promise<SeenOutput> {
  const key = outputKey(place)
  const [value, payload] = await Promise.all([tables.outputs.get(key), tables.payloads.get(key)])
  if (!value) throw await whyMissing(tables, place.height, 'an output is missing')
  return seenOutput(value, payload)
}

function seenOutput(value: Uint8Array, payload: Uint8Array | undefined): SeenOutput {
  const { id, core } = readOutput(value)
  return { id: toHex(id), core, payload }
}

/** The chain as the wallet looks at it: what final blocks spend and make, and a way in for its own transactions. */
import { fromHex, toHex } from '../../protocol/bytes.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { genesisContext } from '../../protocol/genesis.ts'
import { inputContext } from '../../protocol/output.ts'
import { NodeError } from '../errors.ts'
import type { Mempool } from '../mempool/mempool.ts'
import type { SeenBlock, SeenOutput, SeenTransaction, WalletChain } from '../wallet/chain-view.ts'
import type { Chain } from './chain.ts'
import { blockAt, bodyAt, payloadsAt, placeOfTransaction } from './find.ts'
import {
  heightRange,
  type OutputPlace,
  outputKey,
  type Place,
  readOutput,
  readOutputPlace,
} from './tables.ts'
import { joinTransaction, readBody } from './transaction-layout.ts'

export function createWalletChain(chain: Chain, mempool: Mempool): WalletChain {
  const { tables, params } = chain
  return {
    chainId: chain.state.chainId,
    params,
    get height() {
      return chain.height
    },
    block: (height) => readBlock(chain, height),
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
      const admission = await mempool.submit(transaction)
      if (admission.accepted) return
      const { error } = admission
      throw error instanceof ProtocolError
        ? new NodeError('invalid_transaction', { rule: error.code }, error.message)
        : error
    },
    onBlock: (listener) => chain.onCommit(() => listener()),
  }
}

async function readBlock(chain: Chain, height: number): Promise<SeenBlock> {
  const { tables } = chain
  const { header, transactionIds, outputs } = await blockAt(tables, height)
  if (outputs === 0) return { height, time: header.time, transactions: [] }
  const range = heightRange(height)
  const [bodies, cores, payloads] = await Promise.all([
    tables.transactions.entries(range),
    tables.outputs.entries(range),
    tables.payloads.entries(range),
  ])
  const payloadOf = new Map(payloads.map(([key, payload]) => [toHex(key), payload]))
  const made = Map.groupBy(cores, ([key]) => readOutputPlace(key).position)
  const outputsAt = (position: number): SeenOutput[] =>
    (made.get(position) ?? []).map(([key, value]) => seenOutput(value, payloadOf.get(toHex(key))))
  const transactions = bodies.map(([, body], position): SeenTransaction => {
    const { inputs } = readBody(body)
    return {
      id: toHex(transactionIds[position]!),
      context: inputContext(inputs),
      inputs: inputs.map(toHex),
      outputs: outputsAt(position),
    }
  })
  if (height > 0) return { height, time: header.time, transactions }
  const mint = { context: genesisContext(chain.genesis), inputs: [], outputs: outputsAt(0) }
  return { height, time: header.time, transactions: [mint] }
}

/** What the outputs of the transaction at `place` are bound to. */
async function contextAt({ tables, genesis }: Chain, place: Place): Promise<Uint8Array> {
  if (place.height === 0) return genesisContext(genesis)
  return inputContext(readBody(await bodyAt(tables, place)).inputs)
}

async function readSeenOutput({ tables }: Chain, place: OutputPlace): Promise<SeenOutput> {
  const key = outputKey(place)
  const [value, payload] = await Promise.all([tables.outputs.get(key), tables.payloads.get(key)])
  return seenOutput(value!, payload)
}

function seenOutput(value: Uint8Array, payload: Uint8Array | undefined): SeenOutput {
  const { id, core } = readOutput(value)
  return { id: toHex(id), core, payload }
}

/** The `chain` methods of the node's interface: what everybody may know. */
import { blockId } from '../../protocol/block.ts'
import { fromHex, toHex } from '../../protocol/bytes.ts'
import { decodeAll } from '../../protocol/codec.ts'
import { ADDRESS_PREFIX, type NetworkParams, UNITS_PER_STG } from '../../protocol/network.ts'
import { inputContext, outputId as outputIdOf, readCore } from '../../protocol/output.ts'
import { PAYLOAD_LENGTH } from '../../protocol/payload.ts'
import { feeOf, MAX_INPUTS, ORDINARY_SHAPE, OUTPUT_COUNTS } from '../../protocol/shape.ts'
import { awardPool } from '../../protocol/stake/award.ts'
import { heldStake } from '../../protocol/stake/state.ts'
import type {
  ChainApi,
  ChainParams,
  OutputInfo,
  ShapeFee,
  SupplyInfo,
  TransactionInfo,
} from '../api/chain.ts'
import { NodeError } from '../errors.ts'
import type { Mempool } from '../mempool/mempool.ts'
import { be64 } from '../ordered-keys.ts'
import { type PageRequest, readPage } from '../page.ts'
import type { Relay } from '../relay/relay.ts'
import { isCut, readBlockRecord } from './block-record.ts'
import { blockInfo } from './block-view.ts'
import type { Chain } from './chain.ts'
import {
  blockAt,
  bodyAt,
  earliestOf,
  findBlock,
  payloadsAt,
  placeOfOutput,
  placeOfTransaction,
} from './find.ts'
import { outputInfo } from './output-view.ts'
import { assertKept } from './pruned.ts'
import { heightRange, outputKey, readOutput, readOutputPlace } from './tables.ts'
import {
  joinTransaction,
  readBody,
  readOperation,
  splitTransaction,
  type TransactionLayout,
} from './transaction-layout.ts'

/** @param relay takes the transactions that are handed in */
export function createChainApi(chain: Chain, mempool: Mempool, relay: Pick<Relay, 'submit'>): ChainApi {
  const { tables, params } = chain
  const network = params.network
  return {
    status: async () => {
      const { height, blockId, time } = chain.state
      const { unspentOutputs, pruned } = chain
      const { size: transactions, bytes } = mempool
      const head = { height, id: toHex(blockId), time, earliestHeight: pruned.earliest, unspentOutputs }
      return { network, genesis: toHex(chain.genesisId), ...head, mempool: { transactions, bytes } }
    },
    block: async (by) => blockInfo(await findBlock(tables, by)),
    blocks: async (query) =>
      readPage({
        table: tables.blocks,
        list: 'blocks',
        request: query,
        ...startAt(query, chain),
        item: ([, value]) => {
          const record = decodeAll(value, readBlockRecord)
          return isCut(record) ? undefined : blockInfo(record)
        },
      }),
    transaction: (query) => transactionInfo(chain, mempool, query.transactionId, query.encoded ?? false),
    output: async ({ outputId, payload = false }) => {
      const place = await placeOfOutput(tables, outputId)
      return outputInfo(tables, place, (await tables.outputs.get(outputKey(place)))!, payload)
    },
    outputs: async (query) =>
      readPage<OutputInfo>({
        table: tables.outputs,
        list: 'outputs',
        request: query,
        ...startAt(query, chain),
        item: async ([key, value]) => {
          if (query.unspent && !(await tables.coins.has(value.subarray(0, 32)))) return undefined
          return outputInfo(tables, readOutputPlace(key), value, query.payload ?? false)
        },
      }),
    supply: async () => supplyInfo(chain),
    params: async () => paramsInfo(chain),
    fees: async () => {
      const fee = (shape: Omit<ShapeFee, 'fee'>): ShapeFee => ({ ...shape, fee: feeOf(shape, params) })
      const counts = Array.from({ length: MAX_INPUTS }, (_, index) => index + 1)
      const shapes = counts.flatMap((inputs) => OUTPUT_COUNTS.map((outputs) => fee({ inputs, outputs })))
      return { ordinary: fee(ORDINARY_SHAPE), shapes }
    },
    submit: async (transaction) => {
      const admission = await relay.submit(transaction)
      if (!admission.accepted) throw admission.error
      return { transactionId: toHex(admission.id), status: admission.final ? 'final' : 'pending' }
    },
  }
}

/**
 * Where a list that starts at a height begins; a cursor knows that already. Blocks that are pruned are in no list.
 * @throws NodeError `block_pruned` when it is to begin with one of them
 */
function startAt(
  { cursor, order, from }: PageRequest & { readonly from?: number | undefined },
  { pruned }: Pick<Chain, 'pruned'>,
) {
  const kept = pruned.earliest > 0 && { gte: be64(pruned.earliest) }
  if (from === undefined || cursor !== undefined) return { ...kept }
  assertKept(from, Math.max(from, 1), pruned)
  return order === 'newest' ? { ...kept, lt: be64(from + 1) } : { ...kept, gte: be64(from) }
}

async function transactionInfo(
  chain: Chain,
  mempool: Mempool,
  transactionId: string,
  encoded: boolean,
): Promise<TransactionInfo> {
  const { tables, params } = chain
  const place = await placeOfTransaction(tables, fromHex(transactionId))
  if (!place) {
    const pending = mempool.get(transactionId)
    if (!pending)
      throw new NodeError('transaction_not_found', { transactionId, ...(await earliestOf(tables)) })
    const described = describe(transactionId, 'pending', splitTransaction(pending), params)
    return { ...described, encoded: encoded ? pending : undefined }
  }
  const layout = readBody(await bodyAt(tables, place))
  const { header } = await blockAt(tables, place.height)
  const payloads = encoded ? await payloadsAt(tables, place, layout.shape.outputs) : []
  const whole = encoded && payloads.every((payload) => payload !== undefined)
  return {
    ...describe(transactionId, 'final', layout, params),
    blockId: toHex(blockId(header)),
    height: place.height,
    time: header.time,
    position: place.position,
    encoded: whole ? joinTransaction(layout.body, payloads as Uint8Array[]) : undefined,
  }
}

function describe(
  transactionId: string,
  status: 'pending' | 'final',
  { shape, inputs, cores, body, operation }: TransactionLayout,
  params: NetworkParams,
): TransactionInfo {
  const context = inputContext(inputs)
  return {
    transactionId,
    status,
    inputs: inputs.map(toHex),
    outputs: cores.map((core, index) => toHex(outputIdOf(context, index, decodeAll(core, readCore)))),
    fee: feeOf(shape, params, operation !== undefined),
    operation: readOperation({ operation })?.type,
    bytes: body.length + shape.outputs * PAYLOAD_LENGTH,
  }
}

async function supplyInfo({ genesis, tables, state, unspentOutputs }: Chain): Promise<SupplyInfo> {
  const { issued, burnt, commitments, blinding } = state.supply
  const first = await tables.outputs.entries(heightRange(0))
  return {
    height: state.height,
    issued,
    burnt,
    staked: heldStake(state.stake),
    awardPool: awardPool(state.stake),
    commitments: toHex(commitments),
    blinding: toHex(blinding),
    unspentOutputs,
    mints: first.map(([, value], index) => ({
      outputId: toHex(readOutput(value).id),
      height: 0,
      amount: genesis.mint[index]!.amount,
      blinding: toHex(genesis.mint[index]!.blinding),
    })),
  }
}

function paramsInfo({ params, genesisId, state }: Chain): ChainParams {
  return {
    network: params.network,
    genesis: toHex(genesisId),
    chainId: toHex(state.chainId),
    addressPrefix: ADDRESS_PREFIX[params.network],
    unitsPerCoin: UNITS_PER_STG,
    blockIntervalMs: params.blockInterval,
    maxBlockTransactions: params.maxBlockTransactions,
    maxTimeDriftMs: params.maxTimeDrift,
    payloadRetentionBlocks: params.payloadRetention,
    payloadBytes: PAYLOAD_LENGTH,
    maxInputs: MAX_INPUTS,
    outputCounts: OUTPUT_COUNTS,
    feePerInput: params.feePerInput,
    feePerOutput: params.feePerOutput,
    feePerOperation: params.feePerOperation,
  }
}

import type { BlockInfo, OutputInfo, ShapeFee, TransactionInfo } from '../../node/api/chain.ts'
import type { NodeApi } from '../../node/api.ts'
import { fromHex, toHex } from '../../protocol/bytes.ts'
import type * as contract from '../../sdk/generated/contract.ts'
import type { Group } from '../rpc/invoke.ts'
import { amountText, base64Text, maybe, pageOf, pageRequest, timeText } from './wire.ts'

export function chainMethods({ chain }: NodeApi): Group<'chain'> {
  return {
    'chain.status': async () => {
      const status = await chain.status()
      return { ...status, time: timeText(status.time) }
    },
    'chain.block': async (params) =>
      blockJson(
        await chain.block(params.height === undefined ? { id: params.id } : { height: params.height }),
      ),
    'chain.blocks': async (params) =>
      pageOf(await chain.blocks({ ...pageRequest(params), from: params.from }), blockJson),
    'chain.transaction': async (params) => transactionJson(await chain.transaction(params)),
    'chain.output': async (params) => outputJson(await chain.output(params)),
    'chain.outputs': async ({ from, unspent, payload, ...page }) =>
      pageOf(await chain.outputs({ ...pageRequest(page), from, unspent, payload }), outputJson),
    'chain.supply': async () => {
      const { issued, burnt, staked, awardPool, mints, ...rest } = await chain.supply()
      return {
        ...rest,
        issued: amountText(issued),
        burnt: amountText(burnt),
        circulating: amountText(issued - burnt - staked),
        staked: amountText(staked),
        awardPool: amountText(awardPool),
        mints: mints.map((mint) => ({ ...mint, amount: amountText(mint.amount) })),
      }
    },
    'chain.params': async () => {
      const params = await chain.params()
      return {
        ...params,
        unitsPerCoin: amountText(params.unitsPerCoin),
        feePerInput: amountText(params.feePerInput),
        feePerOutput: amountText(params.feePerOutput),
        feePerOperation: amountText(params.feePerOperation),
      }
    },
    'chain.fees': async () => {
      const { ordinary, shapes } = await chain.fees()
      return { ordinary: shapeJson(ordinary), shapes: shapes.map(shapeJson) }
    },
    'chain.submit': ({ transaction }) => chain.submit(fromHex(transaction)),
  }
}

function blockJson(block: BlockInfo): contract.Block {
  return { ...block, time: timeText(block.time) }
}

function transactionJson(transaction: TransactionInfo): contract.Transaction {
  return {
    ...transaction,
    fee: amountText(transaction.fee),
    time: maybe(transaction.time, timeText),
    encoded: maybe(transaction.encoded, toHex),
  }
}

function outputJson(output: OutputInfo): contract.Output {
  return { ...output, payload: maybe(output.payload, base64Text) }
}

function shapeJson(shape: ShapeFee): contract.ShapeFee {
  return { ...shape, fee: amountText(shape.fee) }
}

import type { DevApi } from '../../node/api/dev.ts'
import type { NodeApi } from '../../node/api.ts'
import type { Group } from '../rpc/invoke.ts'
import { RpcError } from '../rpc/rpc-error.ts'
import { amountText, maybe, timeText } from './wire.ts'

export function devMethods(node: NodeApi): Group<'dev'> {
  return {
    'dev.faucet': async ({ address, amount, idempotencyKey }) => {
      const payment = await devOf(node).faucet({ address, amount: maybe(amount, BigInt), idempotencyKey })
      return { ...payment, amount: amountText(payment.amount) }
    },
    'dev.mine': (params) => devOf(node).mine(params),
    'dev.time': async (params) => ({ time: timeText((await devOf(node).time(params)).time) }),
  }
}

/** @throws RpcError `dev_only` on a network with real money. */
function devOf(node: NodeApi): DevApi {
  if (!node.dev) throw new RpcError('dev_only', { network: node.status().network })
  return node.dev
}

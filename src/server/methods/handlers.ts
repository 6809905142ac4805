/** All methods. One that the contract has and no group serves, or the other way round, does not compile. */
import type { NodeApi } from '../../node/api.ts'
import type { ContractDocument } from '../contract/document.ts'
import type { ServerLimits } from '../limits.ts'
import type { Handlers } from '../rpc/invoke.ts'
import { accountMethods } from './account.ts'
import { chainMethods } from './chain.ts'
import { devMethods } from './dev.ts'
import { messageMethods } from './message.ts'
import { nodeMethods } from './node.ts'
import { paymentMethods } from './payment.ts'
import { rpcMethods } from './rpc.ts'
import { stakeMethods } from './stake.ts'
import { streamMethods } from './stream.ts'
import { tokenMethods } from './token.ts'

export function createHandlers(node: NodeApi, document: ContractDocument, limits: ServerLimits): Handlers {
  return {
    ...rpcMethods(document),
    ...nodeMethods(node, limits),
    ...chainMethods(node),
    ...accountMethods(node),
    ...paymentMethods(node),
    ...messageMethods(node),
    ...stakeMethods(node),
    ...streamMethods(node),
    ...tokenMethods(node, document),
    ...devMethods(node),
  } satisfies Handlers
}

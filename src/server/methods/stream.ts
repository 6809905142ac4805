import type { NodeApi } from '../../node/api.ts'
import type { CallContext } from '../rpc/context.ts'
import type { Handlers } from '../rpc/invoke.ts'
import { RpcError } from '../rpc/rpc-error.ts'
import type { SubscriptionSet } from '../streams/subscription-set.ts'

export function streamMethods({ account, events }: NodeApi): Pick<Handlers, 'subscribe' | 'unsubscribe'> {
  return {
    subscribe: async ({ topics, accountId, from }, context) => {
      const subscriptions = subscriptionsOf(context)
      if (accountId !== undefined) await account.get(accountId)
      const after =
        from === undefined || from === 'now'
          ? events.head
          : from === 'genesis'
            ? 0n
            : events.parseCursor(from)
      // tells now, rather than in a stream that ends at once, that these events are no longer kept
      await events.read(after, 1)
      const { accounts } = context.caller
      const { id, cursor, start } = subscriptions.open({
        topics: new Set(topics),
        accountId,
        accounts,
        after,
      })
      context.afterAnswer(start)
      return { subscription: id, cursor }
    },
    unsubscribe: ({ subscription }, context) => ({
      subscription,
      cursor: subscriptionsOf(context).close(subscription),
    }),
  }
}

function subscriptionsOf({ subscriptions }: CallContext): SubscriptionSet {
  if (!subscriptions) throw new RpcError('websocket_required', {})
  return subscriptions
}

/** What the compiler has to say about the SDK. Nobody runs this file: `npm run check` reads it. */
import type { BotHandlers } from '../../src/sdk/bot/index.ts'
import { type Amount, type Client, isStegosError } from '../../src/sdk/index.ts'

/** Whether two types are the same. */
type Same<Left, Right> =
  (<T>() => T extends Left ? 1 : 2) extends <T>() => T extends Right ? 1 : 2 ? true : false
const same = <_Yes extends true>() => {}

export async function typed(client: Client): Promise<void> {
  const { available, height } = await client.account.balance({ accountId: 'a1' })
  same<Same<typeof available, Amount>>()
  same<Same<typeof height, number>>()

  // Parameters may be left out where none is required, and only there.
  await client.node.status()
  // @ts-expect-error accountId is required
  await client.account.balance()
  // @ts-expect-error an amount is a string: numbers would lose digits
  await client.payment.send({ accountId: 'a1', to: 'dstg1', amount: 5 })
  // @ts-expect-error no such parameter
  await client.chain.block({ hight: 1 })
  // @ts-expect-error a height or an id, not both
  await client.chain.block({ height: 1, id: 'ab' })
  // @ts-expect-error streams are followed with `events`
  await client.call('subscribe', { topics: ['chain.block'] })

  for await (const item of client.events({ topics: ['chain.block', 'message.received'] })) {
    if (item.topic === 'chain.block') same<Same<typeof item.event.height, number>>()
    else if (item.topic === 'message.received') same<Same<typeof item.event.app, string>>()
    else same<Same<typeof item.topic, 'caught_up'>>()
  }
  for await (const item of client.events({ topics: ['stake.*', 'chain.block'] })) {
    if (item.topic === 'stake.status') same<Same<typeof item.event.amount, Amount>>()
    else if (item.topic === 'stake.epoch') same<Same<typeof item.event.epoch, number>>()
    // @ts-expect-error of another group
    else if (item.topic === 'award.paid') same<true>()
  }
  // @ts-expect-error no such group
  client.events({ topics: ['stakes.*'] })
  // @ts-expect-error no such topic
  client.events({ topics: ['chain.blocks'] })

  const error: unknown = undefined
  if (isStegosError(error, 'insufficient_funds')) same<Same<typeof error.data.needed, Amount>>()
  if (isStegosError(error)) {
    switch (error.symbol) {
      case 'rate_limited':
        same<Same<typeof error.data.retryAfter, number>>()
        break
      case 'timeout':
        same<Same<typeof error.data.milliseconds, number>>()
        break
    }
  }
  // @ts-expect-error no such symbol
  isStegosError(error, 'insufficient_fund')
}

export const handlers: BotHandlers = {
  'chain.block': ({ height }) => same<Same<typeof height, number>>(),
  'message.received': async ({ app }, { key }) => {
    same<Same<typeof app, string>>()
    same<Same<ReturnType<typeof key>, string>>()
  },
  // @ts-expect-error a mark is no event
  caught_up: () => {},
}

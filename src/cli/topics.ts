import type { TopicPattern } from '../sdk/index.ts'

/** Every topic, and every group of them. A topic that the contract gains is missed by the compiler. */
const ALL: Readonly<Record<TopicPattern, true>> = {
  'chain.*': true,
  'chain.block': true,
  'chain.status': true,
  'account.*': true,
  'account.balance': true,
  'payment.*': true,
  'payment.status': true,
  'message.*': true,
  'message.received': true,
  'message.status': true,
  'stake.*': true,
  'stake.status': true,
  'stake.epoch': true,
  'stake.slashed': true,
  'stake.suspended': true,
  'award.*': true,
  'award.frozen': true,
  'award.seeded': true,
  'award.paid': true,
}

export const TOPICS = Object.keys(ALL) as readonly TopicPattern[]

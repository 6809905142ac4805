import type { NodeStatus, OutsideReason } from '../../sdk/index.ts'
import { coins } from '../print.ts'
import { OUTSIDE } from './outside.ts'
import { SHORT } from './short.ts'

type NodeValidator = NonNullable<NodeStatus['validator']>

/** What its operator can do about it. */
const REMEDY: Readonly<Partial<Record<OutsideReason, string>>> = {
  suspended: 'stegos stake resume',
  below_minimum: 'stegos stake deposit AMOUNT',
  outranked: 'stegos stake deposit AMOUNT',
  frozen: 'stegos stake slashings',
}

/** How the validator of the node stands, in one line, with the command to run when something is wrong. */
export function validatorLine({ validatorId, status, inSet, reason, lost }: NodeValidator): string {
  const place = inSet ? 'in the set' : 'not in the set'
  const why = reason && OUTSIDE[reason]
  const remedy = reason && REMEDY[reason]
  return [
    `${validatorId.slice(0, SHORT)}, ${status}, ${place}`,
    ...(why ? [`: ${why}`] : []),
    ...(lost === undefined ? [] : [`; ${coins(lost)} lost since the node was started`]),
    ...(remedy ? [`. Run: ${remedy}`] : []),
  ].join('')
}

/** What a stake is, for people. */
import type { Stake } from '../../sdk/index.ts'

/** Whether an award brought it. */
export function isAwardMoney({ type }: Stake): boolean {
  return type === 'award' || type === 'bounty'
}

export function typeOf({ type, period }: Stake): string {
  switch (type) {
    case 'award':
      return `prize of period ${period}`
    case 'bounty':
      return `bounty of period ${period}`
    case 'bond':
      return 'bond of evidence'
    default:
      return type
  }
}

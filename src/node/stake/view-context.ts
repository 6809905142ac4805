/** What views of the stake are made from. */
import type { StakeParams } from '../../protocol/stake/params.ts'
import type { StakeState, ValidatorRecord } from '../../protocol/stake/state.ts'
import type { ValidatorKeys } from '../consensus/validator-keys.ts'

export type StakeView = {
  /** After the last final block. */
  readonly state: StakeState
  readonly params: StakeParams
  /** Of the last final block; its time in milliseconds since 1970. */
  readonly height: number
  readonly time: number
  /** Target time between blocks, milliseconds. */
  readonly blockInterval: number
  /** Of this node's validator, if it has one. */
  readonly keys: Pick<ValidatorKeys, 'find'> | undefined
}

/** Whether it is the validator of this node, by its present key or the next one. */
export function isOwn({ keys }: Pick<StakeView, 'keys'>, { key, nextKey }: ValidatorRecord): boolean {
  return [key, nextKey].some((one) => one && keys?.find(one) !== undefined)
}

/** When a block of that height is to be expected, milliseconds since 1970. */
export function timeAt({ time, height, blockInterval }: StakeView, target: number): number {
  return time + Math.max(0, target - height) * blockInterval
}

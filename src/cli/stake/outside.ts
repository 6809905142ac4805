import type { OutsideReason } from '../../sdk/index.ts'

/** Why a validator is not in the next set, in words. */
export const OUTSIDE: Readonly<Record<OutsideReason, string>> = {
  below_minimum: "its operator's own stake is below the minimum",
  outranked: 'others have more stake',
  suspended: 'it was silent, and its operator has not resumed it',
  leaving: 'its operator took its stake out',
  frozen: 'it contradicted itself',
  gone: 'it is gone',
}

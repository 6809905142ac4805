import type { RefusedOperation } from '../../sdk/index.ts'

/** Why an operation on stake failed, such as `refused (last_validator)`. */
export function whyRefused({ reason, rule }: Pick<RefusedOperation, 'reason' | 'rule'>): string {
  return rule === undefined ? reason : `${reason} (${rule})`
}

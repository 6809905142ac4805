/** What the audit log and the budget take from the outcome of a call: ids and fees, and nothing else. */
import type { AuditId } from '../../node/api/token.ts'

/** Ids one entry of the log holds; the contract says the same. */
const MAX_IDS = 200

const TYPES: Readonly<Record<string, AuditId['type']>> = {
  accountId: 'account',
  paymentId: 'payment',
  transactionId: 'transaction',
  transactionIds: 'transaction',
  messageId: 'message',
  stakeId: 'stake',
  tokenId: 'token',
}

/** Ids in an outcome, or in a list of outcomes. */
export function idsOf(outcome: unknown): AuditId[] {
  const ids = partsOf(outcome).flatMap((part) =>
    Object.entries(TYPES).flatMap(([field, type]) =>
      [part[field]]
        .flat()
        .filter((id): id is string => typeof id === 'string')
        .map((id) => ({ type, id })),
    ),
  )
  return ids.slice(0, MAX_IDS)
}

/** All fees of an outcome. @throws Error when it tells of none: then it is not known what was spent. */
export function feesOf(outcome: unknown): bigint {
  return partsOf(outcome).reduce((sum, { fee }) => {
    if (typeof fee !== 'bigint') throw new Error('the outcome of a call that spends tells no fee')
    return sum + fee
  }, 0n)
}

function partsOf(outcome: unknown): Readonly<Record<string, unknown>>[] {
  return [outcome].flat().filter((part) => typeof part === 'object' && part !== null) as Record<
    string,
    unknown
  >[]
}

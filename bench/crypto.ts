/**
 * The cryptography of the network: what was to be reached, beside the references, and what everything costs by itself.
 */
import { goalRows } from './crypto/goal-rows.ts'
import { groupRows } from './crypto/group-rows.ts'
import { instanceRows, kernelSize } from './crypto/instance-rows.ts'
import { buildOrdinary } from './crypto/ordinary.ts'
import { proofRows } from './crypto/proof-rows.ts'
import { bounded } from './crypto/rows.ts'
import { sumRows } from './crypto/sum-rows.ts'
import { transactionRows } from './crypto/transaction-rows.ts'
import { variantRows } from './crypto/variant-rows.ts'
import { BATCH } from './crypto/work.ts'
import type { Row } from './harness.ts'
import { benchNode } from './node.ts'
import { benchPayments } from './payments.ts'

const MOST = 256
/** Transactions that a fresh process verifies. */
const SMALL = 32

export async function benchCrypto(progress: (line: string) => void): Promise<Row[]> {
  progress(`making ${MOST} transactions …`)
  const transactions = Array.from({ length: MOST }, (_, i) => buildOrdinary(`transaction ${i}`))
  const batch = transactions.slice(0, BATCH)
  progress('beside the references …')
  const goals = await goalRows(batch)
  const size = bounded(kernelSize(), { against: '', wanted: 'under 100 kB' }, (kilobytes) => kilobytes < 100)
  const rows: Row[] = []
  progress('field, group and sums …')
  rows.push(...(await groupRows()), ...(await sumRows()))
  progress('proofs and transactions …')
  rows.push(...(await proofRows()), ...(await transactionRows(transactions)))
  progress('the portable variant, and fresh processes …')
  rows.push(...(await variantRows(batch)), ...(await instanceRows(transactions.slice(0, SMALL))))
  // what a node makes of it, with all threads: of their rows those that have a goal
  goals.push(...(await benchNode(progress)), ...(await benchPayments(progress)), size)
  return [...goals.flatMap((row) => (row.goal ? [{ ...row, group: 'Goals' }] : [])), ...rows]
}

/** The interface with many listeners, and with everything going on at once. */
import type { Row } from './harness.ts'
import { busyNode } from './load/busy-node.ts'
import { fanOut } from './load/fan-out.ts'

export async function benchLoad(progress: (line: string) => void): Promise<Row[]> {
  const rows = [...(await fanOut(progress)), ...(await busyNode(progress))]
  return rows.map((row) => ({ ...row, group: 'The interface under load' }))
}

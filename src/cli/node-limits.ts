/** Limits of a node that flags set; the others stay as they are. */
import type { NodeLimits } from '../node/limits.ts'
import { usageError } from './cli-error.ts'
import type { Settings } from './options.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** @throws CliError for a log of nothing, or snapshots at no height */
export function nodeLimits({
  'audit-entries': auditEntries,
  'audit-days': days,
  'state-check': hours,
  'snapshot-blocks': snapshotInterval,
}: Settings): Partial<NodeLimits> {
  if (auditEntries === 0 || days === 0) throw usageError('--audit-entries and --audit-days are above zero')
  if (snapshotInterval === 0) throw usageError('--snapshot-blocks is above zero; see --serve-snapshots off')
  return {
    ...(snapshotInterval !== undefined && { snapshotInterval }),
    ...(auditEntries !== undefined && { auditEntries }),
    ...(days !== undefined && { auditAge: days * DAY }),
    ...(hours !== undefined && { stateCheckInterval: hours === 0 ? undefined : hours * HOUR }),
  }
}

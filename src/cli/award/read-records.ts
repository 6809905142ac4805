/** Records of awards out of a file: one, a list, or a page as `stake.awards` answers with. */
import type { AwardRecord } from '../../sdk/generated/contract.ts'
import { readContract } from '../../server/contract/document.ts'
import { Validator } from '../../server/contract/validator.ts'
import { usageError } from '../cli-error.ts'

/** @throws CliError when it is anything else, naming each fault. */
export function readAwardRecords(text: string): AwardRecord[] {
  const { document } = readContract()
  const validator = new Validator(document)
  const records = listOf(parse(text))
  if (records.length === 0) throw usageError('there is no record of an award in it')
  for (const [index, record] of records.entries()) {
    const faults = validator.event('award.paid', record)
    if (faults.length === 0) continue
    const list = faults.map(({ pointer, message }) => `  ${pointer || '/'} ${message}`).join('\n')
    throw usageError(`record ${index + 1} is none of an award:\n${list}`)
  }
  return records as AwardRecord[]
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw usageError('it is not JSON')
  }
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items))
    return value.items
  return [value]
}

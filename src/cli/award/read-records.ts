/** Awards out of a file: a record, a list, a page as `stake.awards` answers with, or what `stegos award proof` printed. */
import type { AwardProof, AwardRecord } from '../../sdk/generated/contract.ts'
import { readContract } from '../../server/contract/document.ts'
import { Validator } from '../../server/contract/validator.ts'
import { usageError } from '../cli-error.ts'

export type AwardFile = {
  /** By period, each once. */
  readonly records: readonly AwardRecord[]
  /** What ties them to a block, if it is in it. */
  readonly proof: AwardProof | undefined
}

/** @throws CliError when it is anything else, naming each fault. */
export function readAwardFile(text: string): AwardFile {
  const { document } = readContract()
  const validator = new Validator(document)
  const value = parse(text)
  const records = listOf(value)
  if (records.length === 0) throw usageError('there is no record of an award in it')
  for (const [index, record] of records.entries())
    refuse(`record ${index + 1} is none of an award`, validator.event('award.paid', record))
  const proof =
    typeof value === 'object' && value !== null && 'proof' in value && 'items' in value
      ? value.proof
      : undefined
  if (proof !== undefined) refuse('its proof is none', validator.result('stake.awardProof', proof))
  const sorted = (records as AwardRecord[]).toSorted((one, other) => one.period - other.period)
  for (const [index, { period }] of sorted.entries()) {
    if (sorted[index + 1]?.period === period)
      throw usageError(`there is more than one award of period ${period} in it`)
  }
  return { records: sorted, proof: proof as AwardProof | undefined }
}

function refuse(what: string, faults: readonly { readonly pointer: string; readonly message: string }[]) {
  if (faults.length === 0) return
  const list = faults.map(({ pointer, message }) => `  ${pointer || '/'} ${message}`).join('\n')
  throw usageError(`${what}:\n${list}`)
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

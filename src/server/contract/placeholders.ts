/**
 * Examples in the contract name what only a running network knows (`$accountId`). Here such names are replaced: by sample
 * values for readers, by real ones where examples are carried out.
 */
import type { ContractDocument, Example } from './document.ts'

/** @throws RangeError for a placeholder that has no value. */
export function fillPlaceholders(value: unknown, values: Readonly<Record<string, unknown>>): unknown {
  if (typeof value === 'string' && value.startsWith('$')) {
    const name = value.slice(1)
    if (!Object.hasOwn(values, name)) throw new RangeError(`no value for the placeholder ${value}`)
    return values[name]
  }
  if (Array.isArray(value)) return value.map((item) => fillPlaceholders(item, values))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillPlaceholders(item, values)]))
}

/** The parameters of an example, by name. @throws as {@link fillPlaceholders}. */
export function filledParams(
  params: Example['params'],
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(params.map(({ name, value }) => [name, fillPlaceholders(value, values)]))
}

/** The sample value of every placeholder. */
export function sampleValues(document: ContractDocument): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(document['x-placeholders']).map(([name, { example }]) => [name, example]),
  )
}

/** Values of the node about stake as the contract's JSON: amounts as decimal strings, times in RFC 3339, nothing undefined. */

/** Members that are times, in milliseconds since 1970. */
const TIMES = ['createdAt', 'estimatedEnd', 'estimatedRelease'] as const
type TimeName = (typeof TIMES)[number]

export type StakeJson<T> = T extends bigint
  ? string
  : T extends readonly (infer Item)[]
    ? readonly StakeJson<Item>[]
    : T extends object
      ? {
          readonly [Name in keyof T]: Name extends TimeName
            ? string | Extract<T[Name], undefined>
            : StakeJson<T[Name]>
        }
      : T

export function stakeJson<T>(value: T): StakeJson<T> {
  return toJson('', value) as StakeJson<T>
}

function toJson(name: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (Array.isArray(value)) return value.map((item) => toJson('', item))
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined)
    return Object.fromEntries(members.map(([key, member]) => [key, toJson(key, member)]))
  }
  return (TIMES as readonly string[]).includes(name) ? new Date(value as number).toISOString() : value
}

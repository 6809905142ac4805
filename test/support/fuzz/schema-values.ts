/** Values that a schema of the contract allows, mixed with values that mean something on the node at hand. */
import fc from 'fast-check'
import { type ContractDocument, refName, type Schema } from '../../../src/server/contract/document.ts'

/** What there is on the node, by name of its type: `AccountId`, `PaymentId`. */
export type Known = Readonly<Record<string, readonly unknown[]>>

type Schemas = ContractDocument['components']['schemas']

/** Items of a list, and characters of a text, that are made at most: more of them tell nothing new. */
const MOST_ITEMS = 4
const MOST_CHARACTERS = 300

export function valuesOf(schema: Schema, schemas: Schemas, known: Known): fc.Arbitrary<unknown> {
  if (typeof schema.$ref === 'string') {
    const name = refName(schema.$ref)
    const any = valuesOf(schemas[name]!, schemas, known)
    const given = known[name] ?? []
    return given.length === 0
      ? any
      : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...given) }, { weight: 1, arbitrary: any })
  }
  switch (schema.type) {
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return integers(schema)
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true })
    case 'array':
      return fc.array(valuesOf(schema.items as Schema, schemas, known), {
        minLength: Number(schema.minItems ?? 0),
        maxLength: Math.max(MOST_ITEMS, Number(schema.minItems ?? 0)),
      })
    case 'object':
      return objects(schema, schemas, known)
    default:
      return texts(schema)
  }
}

function integers({ minimum, maximum }: Schema): fc.Arbitrary<number> {
  const least = Number(minimum ?? 0)
  const most = Number(maximum ?? Number.MAX_SAFE_INTEGER)
  return fc.oneof(
    fc.constantFrom(least, most),
    fc.integer({ min: least, max: Math.min(most, least + 20) }),
    fc.maxSafeInteger().map((value) => Math.min(Math.max(Math.abs(value), least), most)),
  )
}

function texts({
  enum: words,
  const: literal,
  pattern,
  format,
  minLength,
  maxLength,
}: Schema): fc.Arbitrary<string> {
  if (typeof literal === 'string') return fc.constant(literal)
  if (Array.isArray(words)) return fc.constantFrom(...(words as string[]))
  if (format === 'uint64') return fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String)
  if (format === 'byte')
    return fc.uint8Array({ maxLength: 2_000 }).map((each) => Buffer.from(each).toString('base64'))
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern))
  return fc.string({
    unit: 'binary',
    minLength: Math.min(Number(minLength ?? 0), MOST_CHARACTERS),
    maxLength: Math.min(Number(maxLength ?? MOST_CHARACTERS), MOST_CHARACTERS),
  })
}

function objects(schema: Schema, schemas: Schemas, known: Known): fc.Arbitrary<unknown> {
  const properties = (schema.properties ?? {}) as Readonly<Record<string, Schema>>
  const fields = Object.entries(properties).map(
    ([name, each]) => [name, valuesOf(each, schemas, known)] as const,
  )
  return fc.record(Object.fromEntries(fields), { requiredKeys: (schema.required ?? []) as string[] })
}

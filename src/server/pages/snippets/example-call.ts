/** An example of the contract with the types of its values: what a snippet in any language is made from. */
import {
  type ContractDocument,
  type ContractMethod,
  type Example,
  refName,
  type Schema,
} from '../../contract/document.ts'

export type Value =
  /** What a reader has at hand, by the name of its placeholder: `accountId`. `scalar` where it is no text. */
  | { readonly kind: 'variable'; readonly name: string; readonly scalar: boolean }
  /** Base units, in decimal. */
  | { readonly kind: 'amount'; readonly units: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** `type` names what it is, where that has a name. */
  | { readonly kind: 'text'; readonly type: string; readonly text: string }
  /** One of a few words; `type` names the set. */
  | { readonly kind: 'choice'; readonly type: string; readonly word: string }
  | { readonly kind: 'plain'; readonly value: number | boolean }
  | { readonly kind: 'list'; readonly type: string; readonly items: readonly Value[] }
  | { readonly kind: 'record'; readonly type: string; readonly fields: readonly Given[] }

export type Given = { readonly name: string; readonly required: boolean; readonly value: Value }

export type ExampleCall = {
  /** `payment.send` */
  readonly method: string
  /** `payment` */
  readonly group: string
  /** `send`; the same as the group where a method has none. */
  readonly name: string
  /** Whether the method has parameters at all. */
  readonly takesParams: boolean
  /** One of these is given. */
  readonly exactlyOneOf: readonly string[]
  readonly params: readonly Given[]
  /** A good name for what comes back. */
  readonly result: string
}

type Schemas = ContractDocument['components']['schemas']

export function exampleCall(method: ContractMethod, example: Example, schemas: Schemas): ExampleCall {
  const [group, name = group] = method.name.split('.') as [string, string?]
  const given = new Map(example.params.map((param) => [param.name, param.value]))
  const taken = [...given.values()].includes(`$${method.result.name}`)
  return {
    method: method.name,
    group,
    name,
    takesParams: method.params.length > 0,
    exactlyOneOf: method['x-exactly-one-of'] ?? [],
    params: method.params
      .filter((param) => given.has(param.name))
      .map((param) => ({
        name: param.name,
        required: param.required,
        value: typed(given.get(param.name), param.schema, schemas, ''),
      })),
    result: taken ? 'answer' : method.result.name,
  }
}

function typed(value: unknown, schema: Schema, schemas: Schemas, type: string): Value {
  if (typeof schema.$ref === 'string') {
    const name = refName(schema.$ref)
    return typed(value, schemas[name]!, schemas, name)
  }
  if (typeof value === 'string') return typedText(value, schema, type)
  if (Array.isArray(value)) {
    const items = schema.items as Schema
    return {
      kind: 'list',
      type: typeof items.$ref === 'string' ? refName(items.$ref) : '',
      items: value.map((item) => typed(item, items, schemas, '')),
    }
  }
  if (typeof value === 'object' && value !== null) {
    const properties = schema.properties as Readonly<Record<string, Schema>>
    const required = (schema.required ?? []) as readonly string[]
    const fields = Object.entries(value).map(([name, field]) => ({
      name,
      required: required.includes(name),
      value: typed(field, properties[name]!, schemas, ''),
    }))
    return { kind: 'record', type, fields }
  }
  return { kind: 'plain', value: value as number | boolean }
}

function typedText(text: string, { enum: words, format, type: kind }: Schema, type: string): Value {
  if (text.startsWith('$')) return { kind: 'variable', name: text.slice(1), scalar: kind !== 'string' }
  if (words) return { kind: 'choice', type, word: text }
  if (format === 'uint64') return { kind: 'amount', units: text }
  if (format === 'byte') return { kind: 'bytes', bytes: Buffer.from(text, 'base64') }
  return { kind: 'text', type, text }
}

/** The text of bytes that are plain ASCII. */
export function asciiOf(bytes: Uint8Array): string | undefined {
  return bytes.every((byte) => byte >= 0x20 && byte < 0x7f) ? Buffer.from(bytes).toString() : undefined
}

/**
 * The contract as an in-memory model: what an emitter of any language needs, with references resolved to names and the
 * limits of the schema subset enforced. One emitter per language turns it into text.
 */
import type {
  ContractDocument,
  Deprecation,
  ErrorEntry,
  Method,
  Parameter,
  Schema,
  StringFormat,
} from './document.ts'

export type Type =
  | {
      readonly kind: 'string'
      readonly values: readonly string[] | undefined
      readonly brand: string | undefined
      readonly format: StringFormat | undefined
    }
  | { readonly kind: 'integer' | 'number' | 'boolean' }
  | { readonly kind: 'array'; readonly items: Type }
  | { readonly kind: 'object'; readonly fields: readonly Field[] }
  /** An object of unknown content. */
  | { readonly kind: 'document' }
  | { readonly kind: 'named'; readonly name: string }

export type Field = {
  readonly name: string
  readonly description: string
  readonly required: boolean
  readonly type: Type
}

export type NamedType = { readonly name: string; readonly description: string; readonly type: Type }

/** Types whose values open an account: what prints a value leaves them out. */
export const SECRET_TYPES: ReadonlySet<string> = new Set([
  'RecoveryPhrase',
  'ViewKey',
  'Passphrase',
  'TokenText',
])

export type MethodModel = {
  readonly name: string
  readonly summary: string
  readonly description: string
  readonly idempotency: string
  readonly deprecated: Deprecation | undefined
  /** Name of the type of its parameters: `payment.send` takes PaymentSendParams. */
  readonly paramsName: string
  readonly params: readonly Field[]
  /** Exactly one of these parameters is given. */
  readonly exactlyOneOf: readonly string[]
  readonly result: Type
  readonly errors: readonly string[]
}

export type TopicModel = { readonly name: string; readonly summary: string; readonly event: Type }

export type ErrorModel = Omit<ErrorEntry, 'data'> & { readonly data: Type }

export type Model = {
  readonly version: string
  readonly types: readonly NamedType[]
  readonly methods: readonly MethodModel[]
  /** What a client subscribes to. */
  readonly topics: readonly TopicModel[]
  /** What comes in the same notifications without being asked for. */
  readonly markers: readonly TopicModel[]
  readonly errors: readonly ErrorModel[]
}

/** @throws Error naming the place, where a schema leaves the subset. */
export function buildModel(document: ContractDocument): Model {
  const schemas = document.components.schemas
  const subscription = document.methods.find((method) => method['x-subscription'])?.['x-subscription']
  const topics = (of: 'topics' | 'markers') =>
    Object.entries(subscription?.[of] ?? {}).map(([name, { summary, event }]) => ({
      name,
      summary,
      event: typeOf(event, schemas, name),
    }))
  return {
    version: document.info.version,
    types: Object.entries(schemas).map(([name, schema]) => ({
      name,
      description: schema.description ?? '',
      type: typeOf(schema, schemas, name),
    })),
    methods: document.methods.map((method) => methodModel(method, schemas)),
    topics: topics('topics'),
    markers: topics('markers'),
    errors: document['x-error-table'].map((entry) => ({
      ...entry,
      data: typeOf(entry.data, schemas, entry.symbol),
    })),
  }
}

/** `payment.sendMany` → `PaymentSendMany`. */
export function pascalCase(name: string): string {
  return name
    .split(/[._]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}

/** The methods that clients call: all but those that concern a connection alone, which streams look after. */
export function callable({ methods }: Model): MethodModel[] {
  return methods.filter(({ idempotency }) => idempotency !== 'connection')
}

/** Methods by their group: `payment.send` is in `payment`. */
export function groupsOf(methods: readonly MethodModel[]): ReadonlyMap<string, readonly MethodModel[]> {
  return Map.groupBy(methods, ({ name }) => name.split('.')[0]!)
}

/** Whether a caller makes values of this type: it is the parameters of a method, or part of them. */
export function isGiven(name: string, { methods }: Model): boolean {
  const isIn = (type: Type): boolean =>
    (type.kind === 'array' && isIn(type.items)) || (type.kind === 'named' && type.name === name)
  return methods.some(
    ({ paramsName, params }) => paramsName === name || params.some(({ type }) => isIn(type)),
  )
}

/** The type of the items, where these are the fields of a page of a list. */
export function pageItems(fields: readonly Field[]): Type | undefined {
  const [items, next, complete] = ['items', 'next', 'complete'].map((name) =>
    fields.find((field) => field.name === name),
  )
  return next && complete && items?.type.kind === 'array' ? items.type.items : undefined
}

/** The names of the types that travel in `error.data`. */
export function errorDataNames({ errors }: Model): ReadonlySet<string> {
  return new Set(errors.flatMap(({ data }) => (data.kind === 'named' ? [data.name] : [])))
}

function methodModel(method: Method, schemas: Readonly<Record<string, Schema>>): MethodModel {
  return {
    name: method.name,
    summary: method.summary,
    description: method.description,
    idempotency: method['x-idempotency'],
    deprecated: method['x-deprecated'],
    paramsName: `${pascalCase(method.name)}Params`,
    params: method.params.map((parameter) => paramField(parameter, schemas, method.name)),
    exactlyOneOf: method['x-exactly-one-of'] ?? [],
    result: typeOf(method.result.schema, schemas, method.name),
    errors: method.errors.map(({ $ref }) => $ref.slice('#/components/errors/'.length)),
  }
}

function paramField(parameter: Parameter, schemas: Readonly<Record<string, Schema>>, where: string): Field {
  const { name, description, required, schema } = parameter
  return { name, description, required, type: typeOf(schema, schemas, `${where}/${name}`) }
}

function typeOf(schema: Schema, schemas: Readonly<Record<string, Schema>>, where: string): Type {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice('#/components/schemas/'.length)
    if (!(name in schemas)) throw new Error(`${where}: no schema ${schema.$ref}`)
    return { kind: 'named', name }
  }
  switch (schema.type) {
    case 'string': {
      const values = schema.const === undefined ? schema.enum : [schema.const]
      return { kind: 'string', values, brand: schema['x-brand'], format: schema.format }
    }
    case 'integer':
    case 'number':
    case 'boolean':
      return { kind: schema.type }
    case 'array':
      if (!schema.items) throw new Error(`${where}: an array says what its items are`)
      return { kind: 'array', items: typeOf(schema.items, schemas, `${where}/items`) }
    case 'object':
      return schema.additionalProperties === false
        ? { kind: 'object', fields: fieldsOf(schema, schemas, where) }
        : { kind: 'document' }
    default:
      throw new Error(`${where}: every schema has a $ref or one type; unions are not in the subset`)
  }
}

function fieldsOf(schema: Schema, schemas: Readonly<Record<string, Schema>>, where: string): Field[] {
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    description: property.description ?? describe(property, schemas),
    required: schema.required?.includes(name) ?? false,
    type: typeOf(property, schemas, `${where}/${name}`),
  }))
}

function describe(schema: Schema, schemas: Readonly<Record<string, Schema>>): string {
  return schema.$ref === undefined
    ? ''
    : (schemas[schema.$ref.slice('#/components/schemas/'.length)]?.description ?? '')
}

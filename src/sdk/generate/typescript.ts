/** Emits the model as TypeScript: types that vanish at run time, and a few constants. */
import type { Field, MethodModel, Model, TopicModel, Type } from './model.ts'
import { leaving, wrap } from './words.ts'

/** The text of src/sdk/generated/contract.ts. */
export function emitTypeScript(model: Model, hash: string): string {
  return [
    '// Generated from openrpc.json by `npm run generate`. Do not edit.\n',
    constant('CONTRACT_VERSION', 'Version of the contract these types were made from.', quote(model.version)),
    constant(
      'CONTRACT_HASH',
      'SHA-256 of the contract in canonical form; `node.status` tells that of the node.',
      quote(hash),
    ),
    BRANDED,
    ...model.types.map(
      ({ name, description, type }) => `${comment(description)}export type ${name} = ${text(type, '')}\n`,
    ),
    ...model.methods.map(paramsType),
    methodsType(model.methods),
    methodsConstant(model.methods),
    deprecatedConstant(model.methods),
    eventsType('Events', 'What each topic tells.', model.topics),
    eventsType('Markers', 'What comes in the same notifications without being asked for.', model.markers),
    NOTIFICATION,
    errorDataType(model),
    errorsConstant(model),
  ].join('\n')
}

const BRANDED = `/** A string that TypeScript keeps apart from others of its kind; a plain string will do where one is asked for. */
export type Branded<Name extends string> = string & { readonly __brand?: Name }
`

const NOTIFICATION = `/** The parameters of a notification \`event\`. */
export type EventNotification = {
  [Name in keyof (Events & Markers)]: {
    subscription: string
    cursor: Cursor
    topic: Name
    event: (Events & Markers)[Name]
  }
}[keyof (Events & Markers)]
`

function text(type: Type, indent: string): string {
  switch (type.kind) {
    case 'string':
      if (type.values) return type.values.map(quote).join(' | ')
      return type.brand === undefined ? 'string' : `Branded<${quote(type.brand)}>`
    case 'integer':
    case 'number':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'array':
      return `readonly ${elementText(type.items, indent)}[]`
    case 'object':
      return fieldsText(type.fields, indent)
    case 'document':
      return '{ readonly [key: string]: unknown }'
    case 'named':
      return type.name
  }
}

function elementText(type: Type, indent: string): string {
  const element = text(type, indent)
  return type.kind === 'string' && type.values ? `(${element})` : element
}

function fieldsText(fields: readonly Field[], indent: string): string {
  if (fields.length === 0) return 'Record<string, never>'
  const deeper = `${indent}  `
  return `{\n${fields.map((field) => fieldText(field, deeper)).join('')}${indent}}`
}

function fieldText({ name, description, required, type }: Field, indent: string): string {
  const body = text(type, indent)
  const declared = required ? `${name}: ${body}` : `${name}?: ${body} | undefined`
  return `${comment(description, indent)}${indent}readonly ${declared}\n`
}

function paramsType({ name, summary, paramsName, params, exactlyOneOf }: MethodModel): string {
  const head = `/** Parameters of \`${name}\`: ${summary}. */\nexport type ${paramsName} = `
  if (exactlyOneOf.length === 0) return `${head}${fieldsText(params, '')}\n`
  const shared = params.filter((field) => !exactlyOneOf.includes(field.name))
  const variants = exactlyOneOf.map((chosen) => {
    const own = params.filter((field) => field.name === chosen).map((field) => ({ ...field, required: true }))
    const others = exactlyOneOf.filter((other) => other !== chosen)
    const never = others.map((other) => `      readonly ${other}?: never\n`).join('')
    return `  | {\n${[...own, ...shared].map((field) => fieldText(field, '      ')).join('')}${never}    }`
  })
  return `${head.trimEnd()}\n${variants.join('\n')}\n`
}

function methodsType(methods: readonly MethodModel[]): string {
  const entries = methods.map(({ name, summary, description, paramsName, result, errors, deprecated }) => {
    const fails = errors.length > 0 ? ` Errors of its own: ${errors.join(', ')}.` : ''
    const leaves = deprecated ? ` @deprecated ${leaving(deprecated)}` : ''
    const about = comment(`${summary}. ${description}${fails}${leaves}`, '  ')
    return `${about}  ${quote(name)}: { params: ${paramsName}; result: ${text(result, '  ')} }\n`
  })
  return `/** Every method of the contract. */\nexport type Methods = {\n${entries.join('')}}\n\nexport type MethodName = keyof Methods\n`
}

function methodsConstant(methods: readonly MethodModel[]): string {
  const entries = methods.map(({ name, idempotency }) => `  ${quote(name)}: ${quote(idempotency)},\n`)
  const about =
    "What repeating a method does: 'read' changes nothing, 'natural' leads to the same state, 'key' takes an `idempotencyKey`, 'connection' concerns the connection alone."
  return `${comment(about)}export const METHODS = {\n${entries.join('')}} as const satisfies Record<MethodName, string>\n`
}

function deprecatedConstant(methods: readonly MethodModel[]): string {
  const entries = methods.flatMap(({ name, deprecated }) =>
    deprecated ? [`  ${quote(name)}: ${quote(leaving(deprecated))},\n`] : [],
  )
  const about = 'Methods that are on their way out, with what to do about it.'
  const table = entries.length === 0 ? '{}' : `{\n${entries.join('')}}`
  return `${comment(about)}export const DEPRECATED: { readonly [Name in MethodName]?: string } = ${table}\n`
}

function eventsType(name: string, about: string, topics: readonly TopicModel[]): string {
  const entries = topics.map(
    (topic) => `${comment(topic.summary, '  ')}  ${quote(topic.name)}: ${text(topic.event, '  ')}\n`,
  )
  return `/** ${about} */\nexport type ${name} = {\n${entries.join('')}}\n`
}

function errorDataType(model: Model): string {
  const entries = model.errors.map(
    ({ symbol, meaning, data }) => `${comment(meaning, '  ')}  ${symbol}: ${text(data, '  ')}\n`,
  )
  return `/** What travels in \`error.data\`, by symbol. */\nexport type ErrorData = {\n${entries.join('')}}\n\nexport type ErrorSymbol = keyof ErrorData\n`
}

function errorsConstant(model: Model): string {
  const entries = model.errors.map(
    ({ symbol, code, message, retryable }) =>
      `  ${symbol}: { code: ${code}, message: ${quote(message)}, retryable: ${retryable} },\n`,
  )
  return `/** The error table: numbers never change their meaning. */\nexport const ERRORS = {\n${entries.join('')}} as const satisfies Record<\n  ErrorSymbol,\n  { code: number; message: string; retryable: boolean }\n>\n`
}

function constant(name: string, about: string, value: string): string {
  return `${comment(about)}export const ${name} = ${value}\n`
}

function quote(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

/** A doc comment, broken at 110 columns; nothing for an empty text. */
function comment(about: string, indent = ''): string {
  if (about === '') return ''
  const safe = about.replaceAll('*/', '* /')
  const single = `${indent}/** ${safe} */\n`
  if (single.length <= 111) return single
  const lines = wrap(safe, 107 - indent.length)
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}\n`).join('')}${indent} */\n`
}

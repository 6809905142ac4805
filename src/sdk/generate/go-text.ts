/** Pieces of Go text that all generated files share. */
import { type Field, pascalCase, SECRET_TYPES, type Type } from './model.ts'
import { wrap } from './words.ts'

export const HEADER =
  '// Code generated from openrpc.json by `npm run generate`. DO NOT EDIT.\n\npackage stegos\n'

/** The named types of the contract. */
export type Types = ReadonlyMap<string, Type>

/** `accountId` → `AccountID`, `payment.sendMany` → `PaymentSendMany`. */
export function goName(name: string): string {
  return pascalCase(name.replaceAll('*', 'all'))
    .replace(/Id(?=s?$|s?[A-Z])/g, 'ID')
    .replace(/^Rpc/, 'RPC')
}

/** A type where a value is always there. */
export function typeText(type: Type): string {
  switch (type.kind) {
    case 'string':
      return { uint64: 'Amount', 'date-time': 'Timestamp', byte: '[]byte', none: 'string' }[
        type.format ?? 'none'
      ]
    case 'integer':
      return 'int64'
    case 'number':
      return 'float64'
    case 'boolean':
      return 'bool'
    case 'array':
      return `[]${typeText(type.items)}`
    case 'object':
      throw new Error('an object without a name has no struct in Go: give it one in components/schemas')
    case 'document':
      return 'map[string]any'
    case 'named':
      return goName(type.name)
  }
}

/** The fields of a struct, an empty line between them, so that nothing has to be aligned. */
export function fieldsText(fields: readonly Field[], types: Types): string {
  return fields.map((field) => fieldText(field, types)).join('\n')
}

function fieldText({ name, description, required, type }: Field, types: Types): string {
  const text = required || !needsPointer(type, types) ? typeText(type) : `*${typeText(type)}`
  return `${comment(description, '\t')}\t${goName(name)} ${text} \`json:"${name}${required ? '' : ',omitempty'}"\`\n`
}

/** Absent texts, bodies and lists are empty; of everything else the zero value means something. */
function needsPointer(type: Type, types: Types): boolean {
  if (type.kind === 'named') return !SECRET_TYPES.has(type.name) && needsPointer(types.get(type.name)!, types)
  if (type.kind === 'string') return type.format === 'uint64' || type.format === 'date-time'
  return type.kind !== 'array' && type.kind !== 'document'
}

/** A doc comment, broken at 110 columns; nothing for an empty text. */
export function comment(about: string, indent = ''): string {
  return about === ''
    ? ''
    : wrap(about, 107 - indent.length)
        .map((line) => `${indent}// ${line}\n`)
        .join('')
}

/** Declarations as gofmt aligns them: their first words are followed by the rest in one column. */
export function aligned(rows: readonly (readonly [string, string])[], indent: string): string {
  const width = Math.max(...rows.map(([first]) => first.length))
  return rows.map(([first, rest]) => `${indent}${first.padEnd(width)} ${rest}\n`).join('')
}

export function quote(value: string): string {
  return JSON.stringify(value)
}

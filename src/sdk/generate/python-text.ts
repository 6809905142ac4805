/** Pieces of Python text that all generated files share. */
import type { Type } from './model.ts'
import { snakeCase, wrap } from './words.ts'

export const HEADER = '# Generated from openrpc.json by `npm run generate`. Do not edit.\n'

/** The named types of the contract. */
export type Types = ReadonlyMap<string, Type>

const KEYWORDS = new Set(['from', 'import', 'in', 'is', 'class', 'def', 'global', 'pass', 'return', 'with'])

/** The name of a field, a parameter or a method: `from` → `from_`. */
export function attribute(name: string): string {
  const snake = snakeCase(name)
  return KEYWORDS.has(snake) ? `${snake}_` : snake
}

/** Type annotation. @param prefix what stands before named types, such as `t.` */
export function typeText(type: Type, prefix: string): string {
  switch (type.kind) {
    case 'string':
      if (type.values) return `Literal[${type.values.map(quote).join(', ')}]`
      return { uint64: 'int', 'date-time': 'datetime', byte: 'bytes', none: 'str' }[type.format ?? 'none']
    case 'integer':
      return 'int'
    case 'number':
      return 'float'
    case 'boolean':
      return 'bool'
    case 'array':
      return `Tuple[${typeText(type.items, prefix)}, ...]`
    case 'object':
      throw new Error('an object without a name has no class in Python: give it one in components/schemas')
    case 'document':
      return 'Dict[str, Any]'
    case 'named':
      return prefix + type.name
  }
}

/** What translates a value from and to JSON. @param prefix what stands before named types */
export function codec(type: Type, types: Types, prefix = 't.'): string {
  switch (type.kind) {
    case 'string':
      return { uint64: 'AMOUNT', 'date-time': 'TIME', byte: 'BYTES', none: 'PLAIN' }[type.format ?? 'none']
    case 'array': {
      const items = codec(type.items, types, prefix)
      return `each(${items})`
    }
    case 'named': {
      const meant = types.get(type.name)!
      return meant.kind === 'object' ? prefix + type.name : codec(meant, types, prefix)
    }
    default:
      return 'PLAIN'
  }
}

/** A doc string, broken at 110 columns; `rest` follows after an empty line. */
export function docString(about: string, indent: string, rest: readonly string[] = []): string {
  const lines = wrap(escaped(about), 107 - indent.length)
  if (lines.length <= 1 && rest.length === 0) return `${indent}"""${lines[0] ?? ''}"""\n`
  const more = rest.length === 0 ? [] : ['', ...rest]
  const text = [...lines, ...more].map((line, index) =>
    line === '' ? '' : index === 0 ? line : indent + line,
  )
  return `${indent}"""${text.join('\n')}\n${indent}"""\n`
}

export function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"""', "'''")
}

export function quote(value: string): string {
  return JSON.stringify(value)
}

/** How the types of the model are written in Rust. */
import type { Field, Model, NamedType, Type } from './model.ts'
import { errorDataNames, isGiven, pageItems, pascalCase, SECRET_TYPES } from './model.ts'
import { snakeCase, wrap } from './words.ts'

export const HEADER = '// Generated from openrpc.json by `npm run generate`. Do not edit.\n'

/** Words that cannot be names of fields as they are. */
const KEYWORDS = new Set(['type', 'in', 'match', 'ref', 'use', 'where', 'move', 'loop', 'final', 'box'])

/** What the hand-written part of the crate has types of its own for. */
const BY_FORMAT: Readonly<Record<string, string>> = {
  uint64: 'Amount',
  'date-time': 'Timestamp',
  byte: 'Bytes',
}

/** The text of src/generated/types.rs. */
export function rustTypes(model: Model): string {
  const errorData = errorDataNames(model)
  const pages = model.types.flatMap(({ name, type }) => {
    const items = type.kind === 'object' && pageItems(type.fields)
    return items ? [pageText(name, rustType(items, model, name))] : []
  })
  return [
    HEADER,
    '//! Types of the contract. Those that answers are made of may gain fields in later versions.\n',
    'use serde::{Deserialize, Serialize};\n',
    'use crate::values::{Amount, Bytes, Timestamp};',
    'use crate::Page;\n',
    ...model.types.map((named) => typeText(named, model, errorData.has(named.name))),
    ...pages,
  ].join('\n')
}

/** A type as it stands in a field; `name` is what an enumeration of its own is called there. */
export function rustType(type: Type, model: Model, name: string): string {
  switch (type.kind) {
    case 'string':
      if (type.values) return name
      return (type.format && BY_FORMAT[type.format]) ?? 'String'
    case 'integer':
      return 'u64'
    case 'number':
      return 'f64'
    case 'boolean':
      return 'bool'
    case 'array':
      return `Vec<${rustType(type.items, model, name)}>`
    case 'object':
      throw new Error(`${name}: an object inside another one has a name of its own`)
    case 'document':
      return 'serde_json::Map<String, serde_json::Value>'
    case 'named': {
      const target = model.types.find((one) => one.name === type.name)!.type
      if (target.kind === 'string' && target.format) return BY_FORMAT[target.format] ?? 'String'
      // An alias would keep a number that is written down from finding its type.
      return target.kind === 'integer' ? 'u64' : type.name
    }
  }
}

/** Its declared fields, each with its documentation. */
export function fieldTexts(owner: string, fields: readonly Field[], model: Model, visible = 'pub '): string {
  return fields
    .map((field) => {
      const type = rustType(field.type, model, `${owner}${pascalCase(field.name)}`)
      const head = docs(field.description, '    ')
      const name = fieldName(field.name)
      if (field.required) return `${head}    ${visible}${name}: ${type},\n`
      const optional = '    #[serde(default, skip_serializing_if = "Option::is_none")]\n'
      return `${head}${optional}    ${visible}${name}: Option<${type}>,\n`
    })
    .join('')
}

/** Enumerations that are written down in a field only. */
export function innerEnums(owner: string, fields: readonly Field[]): string {
  return fields
    .map(({ name, description, type }) => {
      const one = type.kind === 'array' ? type.items : type
      if (one.kind !== 'string' || !one.values) return ''
      return enumText(`${owner}${pascalCase(name)}`, description, one.values)
    })
    .join('')
}

/** A value of an enumeration as a name: `below_minimum` → `BelowMinimum`, `chain.*` → `ChainAll`. */
function variantName(value: string): string {
  return pascalCase(value.replace('*', 'all'))
}

export function fieldName(name: string): string {
  const snake = snakeCase(name)
  return KEYWORDS.has(snake) ? `r#${snake}` : snake
}

/** A doc comment. */
export function docs(text: string, indent = ''): string {
  const safe = text.replaceAll('[', '\\[').replaceAll(']', '\\]')
  return wrap(safe, 96 - indent.length)
    .map((line) => `${indent}/// ${line}\n`)
    .join('')
}

function typeText({ name, description, type }: NamedType, model: Model, isErrorData: boolean): string {
  switch (type.kind) {
    case 'string':
      if (type.values) return enumText(name, description, type.values)
      if (type.format) return ''
      if (SECRET_TYPES.has(name)) return `secret_string! {\n${docs(description, '    ')}    ${name}\n}\n`
      if (type.brand !== undefined) return `id_string! {\n${docs(description, '    ')}    ${name}\n}\n`
      return `${docs(description)}pub type ${name} = String;\n`
    case 'object': {
      // The symbol of an error is told by the variant its data is in.
      const fields = isErrorData ? type.fields.filter((field) => field.name !== 'type') : type.fields
      return structText(name, description, fields, model)
    }
    case 'integer':
      return ''
    default:
      return `${docs(description)}pub type ${name} = ${rustType(type, model, name)};\n`
  }
}

function structText(name: string, description: string, fields: readonly Field[], model: Model): string {
  const given = isGiven(name, model)
  const attributes = [
    '#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]\n',
    '#[serde(rename_all = "camelCase")]\n',
    '#[non_exhaustive]\n',
  ].join('')
  const body = fields.length === 0 ? ' {}\n' : ` {\n${fieldTexts(name, fields, model)}}\n`
  const built = given ? `\n${builderText(name, fields, model)}` : ''
  return `${innerEnums(name, fields)}${docs(description)}${attributes}pub struct ${name}${body}${built}`
}

/** `new` with what is required, and one method for each thing that is not. */
export function builderText(name: string, fields: readonly Field[], model: Model): string {
  const typed = fields.map((field) => ({
    ...field,
    rust: fieldName(field.name),
    text: rustType(field.type, model, `${name}${pascalCase(field.name)}`),
  }))
  const required = typed.filter((field) => field.required)
  const optional = typed.filter((field) => !field.required)
  const list = required.map(({ rust, text }) => `${rust}: ${argument(text)}`).join(', ')
  const values = typed.map((field) =>
    field.required
      ? `            ${assign(field.rust, field.text)},\n`
      : `            ${field.rust}: None,\n`,
  )
  const about = required.length > 0 ? 'With what is required.' : 'Without anything, which is enough.'
  const first = `    /// ${about}\n    pub fn new(${list}) -> Self {\n        Self {\n${values.join('')}        }\n    }\n`
  const setters = optional.map(({ rust, text, description }) => {
    // So that the cursor of a page, or none for the first one, can be passed on.
    const cursor = text === 'Cursor'
    const type = cursor ? 'impl Into<Option<Cursor>>' : argument(text)
    const value = cursor ? `${rust}.into()` : `Some(${convert(rust, text)})`
    return `\n${docs(description, '    ')}    pub fn ${rust}(mut self, ${rust}: ${type}) -> Self {\n        self.${rust} = ${value};\n        self\n    }\n`
  })
  const fallback =
    required.length > 0
      ? ''
      : `\nimpl Default for ${name} {\n    fn default() -> Self {\n        Self::new()\n    }\n}\n`
  return `impl ${name} {\n${first}${setters.join('')}}\n${fallback}`
}

const PLAIN = /^(u64|f64|bool|Amount|Timestamp)$/

export function argument(text: string): string {
  return PLAIN.test(text) ? text : `impl Into<${text}>`
}

export function convert(name: string, text: string): string {
  return PLAIN.test(text) ? name : `${name}.into()`
}

function assign(name: string, text: string): string {
  return PLAIN.test(text) ? name : `${name}: ${convert(name, text)}`
}

function enumText(name: string, description: string, values: readonly string[]): string {
  const variants = values.map((value) => {
    const variant = variantName(value)
    // The one word that no Rust name can be.
    return `        ${variant === 'Self' ? 'Own' : variant} = ${JSON.stringify(value)},\n`
  })
  return `string_enum! {\n${docs(description, '    ')}    ${name} {\n${variants.join('')}    }\n}\n\n`
}

function pageText(name: string, item: string): string {
  return `impl Page for ${name} {
    type Item = ${item};

    fn into_parts(self) -> (Vec<${item}>, Cursor, bool) {
        (self.items, self.next, self.complete)
    }
}
`
}

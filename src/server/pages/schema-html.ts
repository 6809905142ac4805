/** Schemas of the contract as a reader wants to see them. */
import { refName, type Schema } from '../contract/document.ts'
import { escapeHtml, prose } from './html.ts'

type Property = {
  readonly name: string
  readonly required: boolean
  readonly description: string
  readonly schema: Schema
}

/** The type in a word or two, with a link where it has a name. */
export function typeHtml(schema: Schema): string {
  const { $ref, type, items, const: literal } = schema
  if (typeof $ref === 'string') {
    const name = escapeHtml(refName($ref))
    return `<a href="#type-${name}">${name}</a>`
  }
  if (typeof literal === 'string') return `<code>"${escapeHtml(literal)}"</code>`
  if (type === 'array') return `list of ${typeHtml(items as Schema)}`
  return escapeHtml(String(type))
}

/** A table of fields; the sentence `none` when there are none. */
export function fieldsHtml(properties: readonly Property[], none: string): string {
  if (properties.length === 0) return `<p class="none">${escapeHtml(none)}</p>`
  const rows = properties.map(
    ({ name, required, description, schema }) =>
      `<tr><td><code>${escapeHtml(name)}</code>${required ? '' : ' <span class="optional">optional</span>'}</td><td>${typeHtml(schema)}</td><td>${prose(description)}</td></tr>`,
  )
  return `<div class="scroll"><table><thead><tr><th>Name</th><th>Type</th><th>Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`
}

/** A named schema: its fields, or its values, and which value may follow which. */
export function schemaHtml(name: string, schema: Schema, schemas: Readonly<Record<string, Schema>>): string {
  const { description, properties, enum: values } = schema
  const transitions = schema['x-transitions'] as Readonly<Record<string, readonly string[]>> | undefined
  const parts = [
    `<h3><a href="#type-${name}">${escapeHtml(name)}</a></h3>`,
    `<p>${prose(String(description ?? ''))}</p>`,
  ]
  if (Array.isArray(values))
    parts.push(
      `<p>One of ${values.map((value) => `<code>${escapeHtml(String(value))}</code>`).join(', ')}.</p>`,
    )
  if (transitions) parts.push(transitionsHtml(transitions))
  if (properties) parts.push(fieldsHtml(propertiesOf(schema, schemas), 'No fields.'))
  return `<section class="type" id="type-${escapeHtml(name)}">${parts.join('')}</section>`
}

function transitionsHtml(transitions: Readonly<Record<string, readonly string[]>>): string {
  const lines = Object.entries(transitions).map(
    ([state, next]) =>
      `<li><code>${escapeHtml(state)}</code> → ${next.length === 0 ? 'nothing: it ends here' : next.map((each) => `<code>${escapeHtml(each)}</code>`).join(', ')}</li>`,
  )
  return `<ul class="states">${lines.join('')}</ul>`
}

function propertiesOf(schema: Schema, schemas: Readonly<Record<string, Schema>>): Property[] {
  const required = (schema.required ?? []) as readonly string[]
  return Object.entries(schema.properties as Readonly<Record<string, Schema>>).map(([name, property]) => ({
    name,
    required: required.includes(name),
    description: descriptionOf(property, schemas),
    schema: property,
  }))
}

function descriptionOf(schema: Schema, schemas: Readonly<Record<string, Schema>>): string {
  if (typeof schema.description === 'string') return schema.description
  const named = typeof schema.$ref === 'string' ? schemas[refName(schema.$ref)] : undefined
  return typeof named?.description === 'string' ? named.description : ''
}

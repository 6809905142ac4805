/** Schemas of the contract as a reader wants to see them: a tree that unfolds, with a line on every field. */
import { refName, type Schema } from '../contract/document.ts'
import { escapeHtml, prose } from './html.ts'

export type Property = {
  readonly name: string
  readonly required: boolean
  readonly description: string
  readonly schema: Schema
}

type Schemas = Readonly<Record<string, Schema>>

/** Levels of a tree; below them a link leads on. */
const DEPTH = 3
/** For a tree of one level, where everything it names stands nearby. */
const NOTHING_INSIDE: readonly string[] = Array(DEPTH).fill('')

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

/** Fields, each with what is inside it; the sentence `none` when there are none. */
export function treeHtml(
  properties: readonly Property[],
  schemas: Schemas,
  none: string,
  above: readonly string[] = [],
): string {
  if (properties.length === 0) return `<p class="none">${escapeHtml(none)}</p>`
  const items = properties.map(({ name, required, description, schema }) => {
    const mark = required ? '' : '<span class="optional">optional</span>'
    const about = [prose(description), boundsHtml(schema, schemas)].filter((text) => text !== '').join(' ')
    return `<li><div class="field"><code class="name">${escapeHtml(name)}</code> <span class="of">${typeHtml(schema)}</span> ${mark}</div><div class="about">${about}</div>${innerHtml(schema, schemas, above)}</li>`
  })
  return `<ul class="tree">${items.join('')}</ul>`
}

/** The fields of a schema, whatever it is called; nothing for one that has none. */
export function insideHtml(schema: Schema, schemas: Schemas): string {
  const { name, schema: found } = resolve(schema, schemas)
  return found.properties ? treeHtml(propertiesOf(found, schemas), schemas, 'No fields.', [name]) : ''
}

/** A named schema: its fields, or its values, and which value may follow which. */
export function schemaHtml(name: string, schema: Schema, schemas: Schemas): string {
  const { properties } = schema
  const description = String(schema.description ?? '')
  const transitions = schema['x-transitions'] as Readonly<Record<string, readonly string[]>> | undefined
  const parts = [
    `<h3><a href="#type-${name}">${escapeHtml(name)}</a></h3>`,
    `<p>${prose(description)} ${boundsHtml(schema, schemas)}</p>`,
  ]
  if (transitions) parts.push(transitionsHtml(transitions))
  if (properties) parts.push(treeHtml(propertiesOf(schema, schemas), schemas, 'No fields.', NOTHING_INSIDE))
  return `<section class="type" id="type-${escapeHtml(name)}" data-kind="type" data-name="${escapeHtml(name)}" data-about="${escapeHtml(description)}">${parts.join('')}</section>`
}

/** What is inside a field, to be unfolded. */
function innerHtml(schema: Schema, schemas: Schemas, above: readonly string[]): string {
  const { name, schema: found } = resolve(
    schema.type === 'array' ? (schema.items as Schema) : schema,
    schemas,
  )
  if (!found.properties || above.length >= DEPTH || above.includes(name)) return ''
  const fields = treeHtml(propertiesOf(found, schemas), schemas, 'No fields.', [...above, name])
  return `<details class="inner"><summary>${escapeHtml(name || 'fields')}</summary>${fields}</details>`
}

/** What a value may be, beyond its type. */
function boundsHtml(schema: Schema, schemas: Schemas): string {
  const { schema: found } = resolve(schema, schemas)
  const { enum: values, minimum, maximum, minLength, maxLength, minItems, maxItems } = found
  const parts: string[] = []
  if (Array.isArray(values)) {
    parts.push(`One of ${values.map((value) => `<code>${escapeHtml(String(value))}</code>`).join(', ')}.`)
  }
  const range = (least: unknown, most: unknown, what: string) => {
    const upTo = most === Number.MAX_SAFE_INTEGER ? undefined : most
    if (upTo === undefined) return
    const from = Number(least ?? 0) === 0 ? 'Up' : Number(least)
    parts.push(`<span class="bounds">${from} to ${Number(upTo)}${what}.</span>`)
  }
  range(minimum, maximum, '')
  range(minLength, maxLength, ' characters')
  range(minItems, maxItems, ' items')
  return parts.join(' ')
}

function transitionsHtml(transitions: Readonly<Record<string, readonly string[]>>): string {
  const lines = Object.entries(transitions).map(
    ([state, next]) =>
      `<li><code>${escapeHtml(state)}</code> → ${next.length === 0 ? 'nothing: it ends here' : next.map((each) => `<code>${escapeHtml(each)}</code>`).join(', ')}</li>`,
  )
  return `<ul class="states">${lines.join('')}</ul>`
}

function resolve(schema: Schema, schemas: Schemas): { readonly name: string; readonly schema: Schema } {
  if (typeof schema.$ref !== 'string') return { name: '', schema }
  const name = refName(schema.$ref)
  return { name, schema: schemas[name]! }
}

function propertiesOf(schema: Schema, schemas: Schemas): Property[] {
  const required = (schema.required ?? []) as readonly string[]
  return Object.entries(schema.properties as Readonly<Record<string, Schema>>).map(([name, property]) => ({
    name,
    required: required.includes(name),
    description: descriptionOf(property, schemas),
    schema: property,
  }))
}

function descriptionOf(schema: Schema, schemas: Schemas): string {
  if (typeof schema.description === 'string') return schema.description
  const named = typeof schema.$ref === 'string' ? schemas[refName(schema.$ref)] : undefined
  return typeof named?.description === 'string' ? named.description : ''
}

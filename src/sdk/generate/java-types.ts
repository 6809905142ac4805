/** How the types of the model are written in Java: records, enumerations, and strings of a kind of their own. */
import { enumText, javadoc, javaFile, stringText, unboxed } from './java-text.ts'
import type { Field, Model, NamedType, Type } from './model.ts'
import { errorDataNames, isGiven, pageItems, pascalCase, SECRET_TYPES } from './model.ts'

/** A type in Java, and how its values are read from JSON and written to it. */
export type JavaType = {
  readonly name: string
  /** What reads a value: a function of the JSON. */
  readonly read: string
  /** What writes one. */
  readonly write: string
}

const BY_FORMAT: Readonly<Record<string, string>> = {
  uint64: 'Amount',
  'date-time': 'Instant',
  byte: 'Bytes',
}

const PLAIN = {
  string: { name: 'String', read: 'Json::string', write: 'Json::same' },
  integer: { name: 'Long', read: 'Json::integer', write: 'Json::same' },
  number: { name: 'Double', read: 'Json::number', write: 'Json::same' },
  boolean: { name: 'Boolean', read: 'Json::bool', write: 'Json::same' },
  document: { name: 'Map<String, Object>', read: 'Json::object', write: 'Json::same' },
} as const satisfies Record<string, JavaType>

/** The files of all types of the contract. */
export function javaTypes(model: Model): [path: string, text: string][] {
  const errorData = errorDataNames(model)
  return model.types.flatMap((named) => typeFiles(named, model, errorData.has(named.name)))
}

/** A type as it stands in a field; `inner` is what an enumeration of its own is called there. */
export function javaType(type: Type, model: Model, inner: string): JavaType {
  switch (type.kind) {
    case 'string':
      return type.values ? codec(inner) : stringType(type.format)
    case 'array': {
      const { name, read, write } = javaType(type.items, model, inner)
      return { name: `List<${name}>`, read: `Json.list(${read})`, write: `Json.array(${write})` }
    }
    case 'object':
      throw new Error(`${inner}: an object inside another one has a name of its own`)
    case 'named': {
      const target = model.types.find((one) => one.name === type.name)!
      const { type: of } = target
      if (of.kind === 'object' || (of.kind === 'string' && (of.values || isOwnString(target))))
        return codec(type.name)
      return javaType(of, model, inner)
    }
    default:
      return PLAIN[type.kind]
  }
}

function codec(name: string): JavaType {
  return { name, read: `${name}::read`, write: `${name}::write` }
}

function stringType(format: string | undefined): JavaType {
  const name = format && BY_FORMAT[format]
  if (!name) return PLAIN.string
  return name === 'Instant' ? { name, read: 'Json::instant', write: 'Json::text' } : codec(name)
}

function isOwnString({ name, type }: NamedType): boolean {
  return type.kind === 'string' && !type.format && (type.brand !== undefined || SECRET_TYPES.has(name))
}

function typeFiles(named: NamedType, model: Model, isErrorData: boolean): [path: string, text: string][] {
  const { name, description, type } = named
  if (type.kind === 'string' && type.values) return [javaFile(name, enumText(name, description, type.values))]
  if (isOwnString(named)) return [javaFile(name, stringText(name, description))]
  if (type.kind !== 'object') return []
  // The symbol of an error is told by its class.
  const fields = isErrorData ? type.fields.filter((field) => field.name !== 'type') : type.fields
  return recordFiles(name, description, fields, model)
}

/** A record, and the enumerations that are written down in its fields only. */
export function recordFiles(
  name: string,
  description: string,
  fields: readonly Field[],
  model: Model,
): [path: string, text: string][] {
  const inner = fields.flatMap((field): [path: string, text: string][] => {
    const one = field.type.kind === 'array' ? field.type.items : field.type
    if (one.kind !== 'string' || !one.values) return []
    const own = `${name}${pascalCase(field.name)}`
    return [javaFile(own, enumText(own, field.description, one.values))]
  })
  return [javaFile(name, recordText(name, description, fields, model)), ...inner]
}

function recordText(name: string, description: string, fields: readonly Field[], model: Model): string {
  const typed = fields.map((field) => ({
    ...field,
    java: javaType(field.type, model, `${name}${pascalCase(field.name)}`),
  }))
  const tags = fields.map((field) => `@param ${field.name} ${field.description || field.name}`)
  const items = pageItems(fields)
  const components = typed.map(({ name: own, required, java }) =>
    required ? `    ${unboxed(java.name)} ${own}` : `    Optional<${java.name}> ${own}`,
  )
  const reads = typed.map(({ name: own, required, java }) =>
    required ? `        in.required("${own}", ${java.read})` : `        in.optional("${own}", ${java.read})`,
  )
  const writes = typed.map(
    ({ name: own, required, java }) =>
      `        .${required ? 'put' : 'putOptional'}("${own}", ${own}, ${java.write})\n`,
  )
  const declared = components.length === 0 ? '()' : `(\n${components.join(',\n')})`
  const heading = `${javadoc([description, ...tags])}public record ${name}${declared}${items ? ` implements Page<${javaType(items, model, '').name}>` : ''} {\n`
  const made = reads.length === 0 ? '()' : `(\n${reads.join(',\n')})`
  const given = builderText(name, typed, isGiven(name, model))
  return `${heading}${given}
  /** Reads one from JSON. */
  public static ${name} read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new ${name}${made};
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
${writes.join('')}        .fields();
  }
}
`
}

type Typed = Field & { readonly java: JavaType }

/** What a caller makes values with: `of` takes what is required, and a method of its own what is not. */
export function builderText(name: string, typed: readonly Typed[], given: boolean): string {
  if (!given) return ''
  const required = typed.filter((field) => field.required)
  const list = required.map(({ name: own, java }) => `${unboxed(java.name)} ${own}`).join(', ')
  const values = typed.map((field) => (field.required ? field.name : 'Optional.empty()')).join(', ')
  const withers = typed
    .filter((field) => !field.required)
    .map(({ name: own, java, description }) => {
      const all = typed.map((field) => (field.name === own ? `Optional.of(${own})` : field.name)).join(', ')
      const about = javadoc([description], '  ')
      const maybe =
        java.name === 'Cursor'
          ? `\n${about}  public ${name} ${own}(Optional<Cursor> ${own}) {\n    return new ${name}(${typed.map((field) => field.name).join(', ')});\n  }\n`
          : ''
      return `\n${about}  public ${name} ${own}(${unboxed(java.name)} ${own}) {\n    return new ${name}(${all});\n  }\n${maybe}`
    })
  const about = required.length > 0 ? 'With what is required.' : 'Without anything, which is enough.'
  return `  /** ${about} */\n  public static ${name} of(${list}) {\n    return new ${name}(${values});\n  }\n${withers.join('')}`
}

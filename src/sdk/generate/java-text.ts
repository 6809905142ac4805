/** What files of Java look like: packages, imports, doc comments; enumerations, and strings of a kind of their own. */
import { SECRET_TYPES } from './model.ts'
import { snakeCase, wrap } from './words.ts'

const PACKAGE = 'org.stegos.api'
/** The package that is not exported. */
export const INTERNAL = 'org.stegos.internal'
const SOURCES = 'sdks/java/src/main/java'
export const DIRECTORY = `${SOURCES}/org/stegos/api`
const HEADER = '// Generated from openrpc.json by `npm run generate`. Do not edit.'

/** A file of the package, with what every one of them may need. */
export function javaFile(name: string, body: string, from = PACKAGE): [path: string, text: string] {
  const wanted: [RegExp, string][] = [
    [/\bInstant\b/, 'java.time.Instant'],
    [/\bList\b/, 'java.util.List'],
    [/\bMap\b/, 'java.util.Map'],
    [/\bObjects\b/, 'java.util.Objects'],
    [/\bOptional\b/, 'java.util.Optional'],
    [/\bAmount\b/, 'org.stegos.Amount'],
    [/\bBytes\b/, 'org.stegos.Bytes'],
    [/\bPage\b/, 'org.stegos.Page'],
    [/\bStegosException\b/, 'org.stegos.StegosException'],
    [/\bCaller\b/, 'org.stegos.internal.Caller'],
    [/\bJson\b/, 'org.stegos.internal.Json'],
    [/\bJsonObject\b/, 'org.stegos.internal.JsonObject'],
  ]
  const code = body.replace(/\/\*\*.*?\*\//gs, '').replace(/"[^"]*"/g, '')
  const imports = wanted.filter(([pattern]) => pattern.test(code)).map(([, path]) => `import ${path};\n`)
  const head = `${HEADER}\npackage ${from};\n\n${imports.join('')}${imports.length > 0 ? '\n' : ''}`
  return [`${SOURCES}/${from.replaceAll('.', '/')}/${name}.java`, head + body]
}

/** An enumeration with a value for what is not in it. */
export function enumText(name: string, description: string, values: readonly string[]): string {
  const constants = values.map(
    (value) => `  /** {@code ${value}} */\n  ${constantName(value)}("${value}"),\n`,
  )
  return `${javadoc([description])}public enum ${name} {
${constants.join('')}  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  ${name}(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static ${name} read(Object json) {
    String value = Json.string(json);
    for (${name} each : values()) {
      if (each.value.equals(value)) {
        return each;
      }
    }
    return UNKNOWN;
  }

  /** Writes it as JSON. */
  public Object write() {
    return value;
  }
}
`
}

/** A record of one string. */
export function stringText(name: string, description: string): string {
  const secret = SECRET_TYPES.has(name)
  const shown = secret ? `"${name}(hidden)"` : 'value'
  const hint = secret ? ' Its printed form hides it.' : ''
  return `${javadoc([description + hint, '@param value the string itself'])}public record ${name}(String value) {
  public ${name} {
    Objects.requireNonNull(value, "value");
  }

  /** Reads one from JSON. */
  public static ${name} read(Object json) {
    return new ${name}(Json.string(json));
  }

  /** Writes it as JSON. */
  public Object write() {
    return value;
  }

  @Override
  public String toString() {
    return ${shown};
  }
}
`
}

/** A value of an enumeration as a constant: `below_minimum` → `BELOW_MINIMUM`, `chain.*` → `CHAIN_ALL`. */
function constantName(value: string): string {
  return snakeCase(value.replace('*', 'all')).toUpperCase()
}

/** Without a box, where a value is always there. */
export function unboxed(name: string): string {
  return { Long: 'long', Double: 'double', Boolean: 'boolean' }[name] ?? name
}

/** A doc comment of several paragraphs or tags. */
export function javadoc(texts: readonly string[], indent = ''): string {
  const lines = texts.flatMap((text) => wrap(escaped(text), 96 - indent.length))
  if (lines.length === 0) return ''
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}\n`).join('')}${indent} */\n`
}

function escaped(text: string): string {
  const plain = (part: string) =>
    part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? `{@code ${part}}` : plain(part)))
    .join('')
    .replaceAll('*/', '*&#47;')
}

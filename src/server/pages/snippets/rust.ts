import { NODE_URL } from './curl.ts'
import { asciiOf, type ExampleCall, type Given, type Value } from './example-call.ts'
import type { Language } from './language.ts'
import { chain, list } from './layout.ts'
import { grouped, pascalCase, snakeCase } from './names.ts'

const INDENT = '    '

export const rust: Language = {
  id: 'rust',
  title: 'Rust',
  start: `use stegos::Client;

let client = Client::new("${NODE_URL}", &token)?;
let status = client.node().status()?;
println!("{:?} {}", status.network, status.height);`,
  call: (call) => {
    const { method, group, name, takesParams, params, result, exactlyOneOf } = call
    const type = `${pascalCase(method)}Params`
    const chosen = params.find((param) => exactlyOneOf.includes(param.name))
    const given = chosen
      ? `${type}::by_${snakeCase(chosen.name)}(${text(chosen.value)})`
      : built(type, params)
    return `let ${snakeCase(result)} = client.${group}().${snakeCase(name)}(${takesParams ? inside(given) : ''})?;`
  },
  stream: ({ params }: ExampleCall) => `let options = ${built('EventsOptions', params)};
for item in client.events(options) {
    let item = item?;
    println!("{:?}", item.event);
    // keep item.cursor: it is where you go on
}`,
}

/** Several lines stand deeper, between brackets of their own. */
function inside(text: string): string {
  return text.includes('\n') ? `\n${INDENT}${text.replaceAll('\n', `\n${INDENT}`)},\n` : text
}

/** What is required goes into `new`, the rest into calls that follow. */
function built(type: string, fields: readonly Given[]): string {
  const needed = fields.filter(({ required }) => required).map(({ value }) => text(value))
  const more = fields.filter(({ required }) => !required)
  const head = list(needed, { open: `${type}::new(`, close: ')', indent: INDENT })
  const calls = more.map(({ name, value }) => `.${snakeCase(name)}(${text(value)})`)
  return chain(head, calls, INDENT)
}

function text(value: Value): string {
  switch (value.kind) {
    case 'variable':
      return snakeCase(value.name)
    case 'amount':
      return `Amount::from_units(${grouped(value.units)})`
    case 'bytes': {
      const ascii = asciiOf(value.bytes)
      return ascii === undefined ? `vec![${[...value.bytes].join(', ')}]` : JSON.stringify(ascii)
    }
    case 'text':
      return JSON.stringify(value.text)
    case 'choice':
      return `${value.type}::${pascalCase(value.word.replace('*', 'all'))}`
    case 'plain':
      return String(value.value)
    case 'list':
      return list(value.items.map(text), { open: '[', close: ']', indent: INDENT })
    case 'record':
      return built(value.type, value.fields)
  }
}

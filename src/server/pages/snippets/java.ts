import { NODE_URL } from './curl.ts'
import { asciiOf, type ExampleCall, type Given, type Value } from './example-call.ts'
import type { Language } from './language.ts'
import { chain, list } from './layout.ts'
import { grouped, pascalCase } from './names.ts'

const INDENT = '    '
/** Texts that have a type of their own, so that they are not mixed up or printed. */
const RECORDS: ReadonlySet<string> = new Set(['Passphrase', 'RecoveryPhrase', 'ViewKey', 'Cursor'])

export const java: Language = {
  id: 'java',
  title: 'Java',
  start: `var client = new StegosClient("${NODE_URL}", token);
var status = client.node().status();
System.out.println(status.network() + " " + status.height());`,
  call: ({ method, group, name, takesParams, params, result, exactlyOneOf }) => {
    const type = `${pascalCase(method)}Params`
    const chosen = params.find((param) => exactlyOneOf.includes(param.name))
    const given = chosen ? `${type}.by${pascalCase(chosen.name)}(${text(chosen.value)})` : built(type, params)
    return `var ${result} = client.${group}().${name}(${takesParams ? inside(given) : ''});`
  },
  stream: ({ params }: ExampleCall) => `var options = ${options(params)};
try (var events = client.events(options)) {
    for (var item : events) {
        System.out.println(item);
        // keep item.cursor(): it is where you go on
    }
}`,
}

/** Topics stand by themselves, and the account under a shorter name. */
function options([topics, ...rest]: readonly Given[]): string {
  const names = topics?.value.kind === 'list' ? topics.value.items.map(text) : []
  const more = rest.map(({ name, value }) => {
    const given = value.kind === 'text' ? `new Cursor(${text(value)})` : text(value)
    return `\n${INDENT}.${name === 'accountId' ? 'account' : name}(${given})`
  })
  return (
    list(names, { open: 'EventsOptions.of(', close: ')', indent: INDENT, trailing: false }) + more.join('')
  )
}

function inside(text: string): string {
  return text.includes('\n') ? `\n${INDENT}${text.replaceAll('\n', `\n${INDENT}`)}` : text
}

function built(type: string, fields: readonly Given[]): string {
  const needed = fields.filter(({ required }) => required).map(({ value }) => text(value))
  const more = fields.filter(({ required }) => !required)
  const head = list(needed, { open: `${type}.of(`, close: ')', indent: INDENT, trailing: false })
  const calls = more.map(({ name, value }) => `.${name}(${text(value)})`)
  return chain(head, calls, INDENT)
}

function text(value: Value): string {
  switch (value.kind) {
    case 'variable':
      return value.name
    case 'amount':
      return `Amount.ofUnits(${grouped(value.units)})`
    case 'bytes': {
      const ascii = asciiOf(value.bytes)
      return ascii === undefined
        ? `new Bytes(HexFormat.of().parseHex("${Buffer.from(value.bytes).toString('hex')}"))`
        : `Bytes.of(${JSON.stringify(ascii)})`
    }
    case 'text':
      return RECORDS.has(value.type)
        ? `new ${value.type}(${JSON.stringify(value.text)})`
        : JSON.stringify(value.text)
    case 'choice':
      return `${value.type}.${value.word.replace('*', 'all').replace('.', '_').toUpperCase()}`
    case 'plain':
      return String(value.value)
    case 'list':
      return list(value.items.map(text), { open: 'List.of(', close: ')', indent: INDENT, trailing: false })
    case 'record':
      return built(value.type, value.fields)
  }
}

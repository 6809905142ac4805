import { NODE_URL } from './curl.ts'
import { asciiOf, type ExampleCall, type Given, type Value } from './example-call.ts'
import type { Language } from './language.ts'
import { list } from './layout.ts'
import { grouped, snakeCase } from './names.ts'

const KEYWORDS: ReadonlySet<string> = new Set([
  'from',
  'import',
  'in',
  'is',
  'class',
  'def',
  'global',
  'pass',
  'return',
  'with',
])
const INDENT = '    '

export const python: Language = {
  id: 'python',
  title: 'Python',
  start: `import stegos

async with stegos.AsyncClient("${NODE_URL}", token) as client:
    status = await client.node.status()
    print(status.network, status.height)`,
  call: ({ group, name, params, result }) =>
    list(named(params), {
      open: `${attribute(result)} = await client.${attribute(group)}.${attribute(name)}(`,
      close: ')',
      indent: INDENT,
    }),
  stream: ({ params }: ExampleCall) => {
    const [topics, ...rest] = params
    const given = list([text(topics!.value), ...named(rest)], {
      open: 'events = client.events(',
      close: ')',
      indent: INDENT,
    })
    return `${given}\nasync for item in events:\n    print(item.topic, item.event)\n    # keep item.cursor: it is where you go on`
  },
}

function named(fields: readonly Given[]): string[] {
  return fields.map(({ name, value }) => `${attribute(name)}=${text(value)}`)
}

/** `from` → `from_`. */
function attribute(name: string): string {
  const snake = snakeCase(name)
  return KEYWORDS.has(snake) ? `${snake}_` : snake
}

function text(value: Value): string {
  switch (value.kind) {
    case 'variable':
      return attribute(value.name)
    case 'amount':
      return grouped(value.units)
    case 'bytes': {
      const ascii = asciiOf(value.bytes)
      return ascii === undefined
        ? `bytes.fromhex("${Buffer.from(value.bytes).toString('hex')}")`
        : `b${JSON.stringify(ascii)}`
    }
    case 'text':
      return JSON.stringify(value.text)
    case 'choice':
      return JSON.stringify(value.word)
    case 'plain':
      return typeof value.value === 'boolean' ? (value.value ? 'True' : 'False') : String(value.value)
    case 'list':
      return list(value.items.map(text), { open: '[', close: ']', indent: INDENT })
    case 'record':
      return list(named(value.fields), { open: `stegos.types.${value.type}(`, close: ')', indent: INDENT })
  }
}

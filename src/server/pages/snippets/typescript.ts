import { NODE_URL } from './curl.ts'
import { asciiOf, type ExampleCall, type Given, type Value } from './example-call.ts'
import type { Language } from './language.ts'
import { list } from './layout.ts'

export const typescript: Language = {
  id: 'typescript',
  title: 'TypeScript',
  start: `import { createClient } from 'stegos'

const client = createClient({
  url: '${NODE_URL}',
  token,
})
const { network, height } = await client.node.status()`,
  call: ({ group, name, params, result }) => {
    const given = params.length === 0 ? '' : object(params)
    return `const ${result} = await client.${group}.${name}(${given})`
  },
  stream: ({ params }: ExampleCall) => `const events = client.events(${object(params)})
for await (const { topic, event, cursor } of events) {
  console.log(topic, event)
  // keep the cursor: it is where you go on
}`,
}

function object(fields: readonly Given[]): string {
  const items = fields.map(({ name, value }) =>
    value.kind === 'variable' && value.name === name ? name : `${name}: ${text(value)}`,
  )
  return list(items, { open: '{', close: '}', padded: true })
}

function text(value: Value): string {
  switch (value.kind) {
    case 'variable':
      return value.name
    case 'amount':
      return quote(value.units)
    case 'bytes': {
      const ascii = asciiOf(value.bytes)
      return ascii === undefined
        ? quote(Buffer.from(value.bytes).toString('base64'))
        : `encodeBody(${quote(ascii)})`
    }
    case 'text':
      return quote(value.text)
    case 'choice':
      return quote(value.word)
    case 'plain':
      return String(value.value)
    case 'list':
      return list(value.items.map(text), { open: '[', close: ']' })
    case 'record':
      return object(value.fields)
  }
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

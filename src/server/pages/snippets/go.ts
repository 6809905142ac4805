import { NODE_URL } from './curl.ts'
import { asciiOf, type ExampleCall, type Given, type Value } from './example-call.ts'
import type { Language } from './language.ts'
import { list } from './layout.ts'
import { grouped, pascalCase } from './names.ts'

const INDENT = '    '

export const go: Language = {
  id: 'go',
  title: 'Go',
  start: `client, err := stegos.New("${NODE_URL}", stegos.Options{
    Token: stegos.TokenText(token),
})
if err != nil {
    return err
}
status, err := client.Node.Status(ctx)`,
  call: ({ method, group, name, takesParams, params, result }) => {
    const given = takesParams ? `, ${record(`${pascalCase(method)}Params`, params)}` : ''
    return `${variable(result)}, err := client.${goName(group)}.${goName(name)}(ctx${given})`
  },
  stream: ({ params }: ExampleCall) => `events := client.Events(${record('EventsOptions', params)})
defer events.Close()
for {
    item, err := events.Next(ctx)
    if err != nil {
        return err
    }
    fmt.Printf("%s %+v\\n", item.Topic(), item)
    // keep item.Cursor(): it is where you go on
}`,
}

function record(type: string, fields: readonly Given[]): string {
  return list(
    fields.map(({ name, required, value }) => `${goName(name)}: ${required ? text(value) : optional(value)}`),
    { open: `stegos.${type}{`, close: '}', indent: INDENT },
  )
}

/** Numbers that may be left out are pointers. */
function optional(value: Value): string {
  const go = text(value)
  if (value.kind === 'variable') return value.scalar ? `stegos.Ptr(${go})` : go
  if (value.kind === 'amount') return `stegos.Ptr(stegos.Amount(${go}))`
  if (value.kind !== 'plain') return go
  return typeof value.value === 'boolean' ? `stegos.Ptr(${go})` : `stegos.Ptr(int64(${go}))`
}

/** `accountId` → `AccountID`, `rpc` → `RPC`. */
function goName(name: string): string {
  return pascalCase(name)
    .replace(/Id(?=[A-Z]|$)/g, 'ID')
    .replace(/^Rpc$/, 'RPC')
}

function variable(name: string): string {
  const exported = goName(name)
  return exported.startsWith('ID')
    ? `id${exported.slice(2)}`
    : exported.charAt(0).toLowerCase() + exported.slice(1)
}

function text(value: Value): string {
  switch (value.kind) {
    case 'variable':
      return variable(value.name)
    case 'amount':
      return grouped(value.units)
    case 'bytes': {
      const ascii = asciiOf(value.bytes)
      return ascii === undefined
        ? `[]byte{${[...value.bytes].join(', ')}}`
        : `[]byte(${JSON.stringify(ascii)})`
    }
    case 'text':
      return JSON.stringify(value.text)
    case 'choice':
      return `stegos.${value.type}${pascalCase(value.word.replace('*', 'all'))}`
    case 'plain':
      return String(value.value)
    case 'list':
      return list(value.items.map(text), { open: `[]stegos.${value.type}{`, close: '}', indent: INDENT })
    case 'record':
      return record(value.type, value.fields)
  }
}

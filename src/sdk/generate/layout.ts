/** How openrpc.json is laid out: an object or an array takes one line where it fits, so that the file reads like a table. */

const WIDTH = 120

/** The whole file, with its last line break. */
export function layOut(value: unknown): string {
  return `${block(value, '', 0)}\n`
}

function block(value: unknown, indent: string, used: number): string {
  const line = inline(value)
  if (typeof value !== 'object' || value === null || indent.length + used + line.length <= WIDTH) return line
  const deeper = `${indent}  `
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => deeper + block(item, deeper, 1)).join(',\n')}\n${indent}]`
  }
  const entries = Object.entries(value).map(([key, item]) => {
    const name = JSON.stringify(key)
    return `${deeper}${name}: ${block(item, deeper, name.length + 3)}`
  })
  return `{\n${entries.join(',\n')}\n${indent}}`
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value)
  if (entries.length === 0) return '{}'
  return `{ ${entries.map(([key, item]) => `${JSON.stringify(key)}: ${inline(item)}`).join(', ')} }`
}

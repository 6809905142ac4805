/** How snippets break lines. */

/** Columns of a snippet: what the page shows beside the text without scrolling. */
const WIDTH = 50
/** Columns of calls that follow one another on one line: as an argument they stand deeper. */
const CHAIN_WIDTH = 46

export type Brackets = {
  /** What stands before the items, with its bracket. */
  readonly open: string
  /** The closing bracket, with what stands behind. */
  readonly close: string
  /** Spaces of a level; two unless told. */
  readonly indent?: string
  /** A blank inside the brackets of a single line: `{ a: 1 }`. */
  readonly padded?: boolean
  /** Whether the last of several lines ends with a comma. True unless told. */
  readonly trailing?: boolean
}

/** On one line where it fits, else one item a line. */
export function list(items: readonly string[], brackets: Brackets): string {
  const { open, close, indent = '  ', padded = false, trailing = true } = brackets
  if (items.length === 0) return open + close
  const blank = padded ? ' ' : ''
  const line = `${open}${blank}${items.join(', ')}${blank}${close}`
  if (line.length <= WIDTH && !line.includes('\n')) return line
  const lines = items.map((item) => indent + item.replaceAll('\n', `\n${indent}`))
  return `${open}\n${lines.join(',\n')}${trailing ? ',' : ''}\n${close}`
}

/** Calls on what stands before them: on one line where they fit, else each on its own. */
export function chain(head: string, calls: readonly string[], indent: string): string {
  const line = head + calls.join('')
  if (line.length <= CHAIN_WIDTH || calls.length === 0) return line
  return head + calls.map((call) => `\n${indent}${call}`).join('')
}

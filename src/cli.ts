/** The `stegos` command; `bin/stegos.mjs` starts it. What a command needs is loaded when it is called. */
import { homedir } from 'node:os'
import { basename, relative } from 'node:path'
import { keepHeapSmall } from './cli/small-heap.ts'

keepHeapSmall()

const interrupted = new AbortController()
let signals = 0
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.on(name, () => {
    signals += 1
    // The first asks, the second does not.
    if (signals > 1) process.exit(130)
    interrupted.abort()
  })
}
// A node that `stegos devnet --processes` has started does not outlive it, however that ends.
process.on('disconnect', () => interrupted.abort())
process.channel?.unref()
// Whoever reads our output may stop reading, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  process.stderr.write(`stegos: the output cannot be written: ${error.message}\n`)
  process.exit(1)
})
// What is beside the result, such as the log of a node, may be lost: nothing depends on it.
process.stderr.on('error', () => {})

const { main } = await import('./cli/main.ts')
process.exitCode = await main(process.argv.slice(2), {
  program: programName(),
  env: process.env,
  cwd: process.cwd(),
  home: homedir(),
  stdin: process.stdin,
  out: (line) => process.stdout.write(`${line}\n`),
  note: (line) => process.stderr.write(`${line}\n`),
  draw: (text) => process.stderr.write(text),
  outIsTerminal: process.stdout.isTTY ?? false,
  noteIsTerminal: process.stderr.isTTY ?? false,
  signal: interrupted.signal,
})

function programName(): string {
  const { npm_lifecycle_event: script } = process.env
  if (script !== undefined) return script === 'npx' ? 'npx stegos' : 'npm run --silent stegos --'
  const path = process.argv[1] ?? 'stegos'
  return basename(path) === 'stegos' ? 'stegos' : `./${relative(process.cwd(), path)}`
}

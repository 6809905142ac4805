/**
 * What `npm test` runs: every test/**\/*.test.ts but the slow ones, in one process per file.
 *
 *   npm test                                 all but test/slow
 *   npm test -- --slow                       the slow ones, too
 *   npm test -- test/sdk test/e2e/pay.test.ts   only these files, or those in these folders
 *   npm test -- --test-name-pattern=faucet   any other flag goes to Node's test runner
 */
import { spawn } from 'node:child_process'
import { globSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

/** A single test that takes longer than this hangs. */
const TEST_TIMEOUT = 300_000
/** A suite that takes longer than this has a file that does not end; the runner then names it. */
const SUITE_TIMEOUT = 25 * 60_000

const root = fileURLToPath(new URL('..', import.meta.url))
const args = process.argv.slice(2)
const slow = args.includes('--slow')
const flags = args.filter((arg) => arg.startsWith('-') && arg !== '--slow')
const named = args.filter((arg) => !arg.startsWith('-')).flatMap(filesOf)
const files = named.length > 0 ? named : filesOf('test').filter((file) => slow || !file.includes('/slow/'))

if (files.length === 0) {
  console.error('No test files there.')
  process.exitCode = 1
} else {
  const runner = [
    '--test',
    '--test-reporter=spec',
    `--test-concurrency=${Math.min(4, availableParallelism())}`,
    `--test-timeout=${TEST_TIMEOUT}`,
  ]
  const child = spawn(process.execPath, [...runner, ...flags, ...files], { cwd: root, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  const watchdog = setTimeout(() => child.kill('SIGTERM'), slow ? 2 ** 31 - 1 : SUITE_TIMEOUT)
  child.on('exit', (code) => {
    clearTimeout(watchdog)
    process.exitCode = code ?? 1
  })
}

/** A file itself, or the test files in a folder. */
function filesOf(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path]
  return globSync(`${path.replace(/\/+$/, '')}/**/*.test.ts`, { cwd: root }).sort()
}

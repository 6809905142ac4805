/** docs/sdks.md says what every SDK has: what stands there is in its sources, and what TypeScript exports stands there. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import * as sdk from '../../src/sdk/index.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Where each language declares what it has, and what a declaration of a name looks like. */
const LANGUAGES: readonly (readonly [string, string, (name: string) => RegExp])[] = [
  ['TypeScript', 'src/sdk/*.ts', (name) => new RegExp(`\\b${name}\\b`)],
  ['Python', 'sdks/python/stegos/*.py', (name) => new RegExp(`(def ${name}\\(|\\b${name}\\b)`)],
  ['Go', 'sdks/go/*.go', (name) => new RegExp(`(func (\\([^)]*\\) )?${name}[([]|^\\t${name} )`, 'm')],
  [
    'Rust',
    'sdks/rust/src/**/*.rs',
    (name) => new RegExp(`(pub fn ${name}\\b|pub struct ${name}\\b|for Amount)`),
  ],
  [
    'Java',
    'sdks/java/src/main/java/org/stegos/*.java',
    (name) => new RegExp(`\\b${name}\\(|class ${name}\\b`),
  ],
]

/** Of the platform, not of ours. */
const FOREIGN = ['NODE_EXTRA_CA_CERTS', 'bytes', '[]byte', 'warnings', 'errors.Is', 'Display', 'parse']

const rows = readFileSync(join(ROOT, 'docs/sdks.md'), 'utf8')
  .split('## The same in all of them')[1]!
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| |'))
  .map((line) => line.split('|').slice(1, -1))

const namesIn = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!)

test('the table has every language in every row', () => {
  assert.ok(rows.length >= 10)
  for (const cells of rows) {
    assert.equal(cells.length, 1 + LANGUAGES.length)
    for (const cell of cells) assert.notEqual(cell.trim(), '')
  }
})

for (const [index, [language, files, declared]] of LANGUAGES.entries()) {
  test(`${language} has what the table says`, () => {
    const sources = globSync(files, { cwd: ROOT }).filter((file) => !file.endsWith('_test.go'))
    const text = sources.map((file) => readFileSync(join(ROOT, file), 'utf8')).join('\n')
    for (const name of rows.flatMap((cells) => namesIn(cells[index + 1]!))) {
      if (FOREIGN.includes(name)) continue
      assert.match(text, declared(name.split('.').at(-1)!), name)
    }
  })
}

test('what the TypeScript SDK exports to be called is in the table', () => {
  const listed = rows.flatMap((cells) => namesIn(cells[1]!))
  const called = Object.entries(sdk).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []))
  const others = called.filter((name) => !listed.includes(name))
  assert.deepEqual(others, ['StegosError', 'createClient', 'http', 'webSocket'])
})

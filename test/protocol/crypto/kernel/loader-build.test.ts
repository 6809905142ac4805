import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { BuildError, compileKernel, staleFiles } from '../../../../scripts/build-kernel.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'stegos-kernel-'))
after(() => rmSync(folder, { recursive: true }))

/** Compiles sources that are one file. */
function compile(source: string) {
  const file = join(folder, 'entry.ts')
  writeFileSync(file, source)
  return compileKernel('simd', relative(root, file))
}

test('a module comes with the types of its exports', async () => {
  const { wasm, types } = await compile('export function twice(value: i32): i32 { return 2 * value }')
  assert.ok(WebAssembly.validate(Uint8Array.from(wasm)))
  assert.match(types, /export function twice\(value: number\): number;/)
})

test('the same sources give the same module', async () => {
  const source = 'export function square(value: f64): f64 { return value * value }'
  assert.deepEqual((await compile(source)).wasm, (await compile(source)).wasm)
})

test('errors and warnings of the compiler are errors, in its words', async () => {
  const refused = (word: RegExp) => (error: unknown) =>
    error instanceof BuildError && word.test(error.message)
  await assert.rejects(compile('export function one(): i32 { return two() }'), refused(/'two'/))
  await assert.rejects(compile('export function same<T>(value: T): T { return value }'), refused(/AS235/))
})

test('a module that needs something from outside is refused', async () => {
  await assert.rejects(
    compile('export function now(): f64 { return <f64>Date.now() }'),
    (error) => error instanceof BuildError && /imports/.test(error.message),
  )
})

test('files that are missing or other than they should be are stale', () => {
  writeFileSync(join(folder, 'same.ts'), 'a')
  writeFileSync(join(folder, 'changed.ts'), 'b')
  const files = new Map(['same.ts', 'changed.ts', 'missing.ts'].map((path) => [path, 'a']))
  assert.deepEqual(staleFiles(files, folder), ['changed.ts', 'missing.ts'])
})

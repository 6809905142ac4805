/**
 * The code under test with a fault in it: a copy of a folder of src/protocol in which lines were replaced. Each replacement
 * must match exactly once, so that a fault that is no longer planted is noticed.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export type Folder = 'consensus' | 'stake'
export type Patch = { readonly file: string; readonly find: string; readonly replace: string }

/** Modules of the patched copy, by their file. */
export async function loadPatched(
  patches: readonly Patch[],
  files: readonly string[],
  folder: Folder = 'consensus',
): Promise<Record<string, unknown>> {
  const source = new URL(`../../src/protocol/${folder}/`, import.meta.url)
  const directory = mkdtempSync(join(tmpdir(), 'stegos-patched-'))
  try {
    cpSync(source, directory, { recursive: true })
    writeFileSync(join(directory, 'package.json'), '{ "type": "module" }')
    for (const patch of patches) apply(directory, patch)
    const outside = new URL('../', source).href
    for (const name of readdirSync(directory).filter((file) => file.endsWith('.ts'))) {
      const path = join(directory, name)
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll("from '../", `from '${outside}`))
    }
    const modules: Record<string, unknown> = {}
    for (const file of files) modules[file] = await import(pathToFileURL(join(directory, file)).href)
    return modules
  } finally {
    rmSync(directory, { recursive: true })
  }
}

function apply(directory: string, { file, find, replace }: Patch): void {
  const path = join(directory, file)
  const parts = readFileSync(path, 'utf8').split(find)
  if (parts.length !== 2) {
    throw new Error(`the patch of ${file} matches ${parts.length - 1} times, not once: ${find}`)
  }
  writeFileSync(path, parts.join(replace))
}

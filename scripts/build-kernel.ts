/**
 * Compiles AssemblyScript to WebAssembly and writes the modules as TypeScript beside the sources: the kernel
 * (src/protocol/crypto/kernel/assembly), twice, and the delay function's squarings (src/protocol/crypto/delay/assembly). The
 * same sources give the same bytes on any machine.
 *
 *   npm run kernel               writes what changed and prints the sizes
 *   npm run kernel -- --check    writes nothing, ends with 1 when a file is stale
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'
import { INITIAL_PAGES, MAXIMUM_PAGES } from '../src/protocol/crypto/kernel/limits.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const KERNEL = 'src/protocol/crypto/kernel'
const DELAY = 'src/protocol/crypto/delay'

/** Bytes of WebAssembly both modules of the kernel together may have. */
const BUDGET = 100_000
/** Bytes of WebAssembly the delay function may have. */
const DELAY_BUDGET = 10_000

/** Longest line of a generated file. */
const LINE = 110

/** What sets the two modules apart; the sources ask `ASC_FEATURE_RELAXED_SIMD`. */
const FEATURES = {
  simd: ['--enable', 'simd', '--enable', 'relaxed-simd'],
  portable: [],
}

type Variant = keyof typeof FEATURES
type Compiled = { wasm: Uint8Array; types: string }
type Sizes = Record<Variant | 'delay', number>

/** Pages of memory that a module starts with, and that it never goes beyond. */
type Memory = { readonly initial: number; readonly maximum: number }
const KERNEL_MEMORY: Memory = { initial: INITIAL_PAGES, maximum: MAXIMUM_PAGES }
/** The delay function lays its numbers out at fixed places. */
const DELAY_MEMORY: Memory = { initial: 1, maximum: 1 }

/** The compiler refused, or the result breaks a rule of this script. */
export class BuildError extends Error {}

/**
 * Compiles a module.
 * @param entry an AssemblyScript file, relative to the project
 * @returns the module, and its exports as the compiler describes them (a declaration file)
 * @throws BuildError with the compiler's own words; its warnings count as errors.
 */
export async function compileKernel(
  variant: Variant,
  entry = `${KERNEL}/assembly/index.ts`,
  memory = KERNEL_MEMORY,
): Promise<Compiled> {
  const written = new Map<string, string | Uint8Array>()
  const words: string[] = []
  const write = (text: string | Uint8Array) => {
    words.push(typeof text === 'string' ? text : Buffer.from(text).toString())
    return true
  }
  const flags = [
    ...['--baseDir', ROOT, '--outFile', 'kernel.wasm', '--bindings', 'raw', '--noColors'],
    ...['-O3', '--runtime', 'stub', '--noAssert', '--use', 'abort='],
    ...['--initialMemory', `${memory.initial}`, '--maximumMemory', `${memory.maximum}`],
    ...FEATURES[variant],
  ]
  const { error } = await asc.main([entry, ...flags], {
    stdout: { write },
    stderr: { write },
    writeFile: (name, contents) => void written.set(name, contents),
  })
  if (error || words.length > 0) throw new BuildError(`${words.join('')}${error?.message ?? 'warnings'}`)
  const wasm = written.get('kernel.wasm') as Uint8Array
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(Uint8Array.from(wasm)))
  if (imports.length > 0) {
    throw new BuildError(
      `the module imports ${imports.map(({ name }) => name).join(', ')}; it must not need anything`,
    )
  }
  return { wasm, types: written.get('kernel.d.ts') as string }
}

/** The module of the delay function, from its own sources or from a file that exports more of them. */
export function compileDelay(entry = `${DELAY}/assembly/index.ts`): Promise<Compiled> {
  return compileKernel('simd', entry, DELAY_MEMORY)
}

/**
 * Every file that follows from the sources, with the text it should have. Paths are relative to the project.
 * @throws BuildError when the sources do not compile, or give modules above the budget or with different exports.
 */
export async function kernelFiles(): Promise<{ files: Map<string, string>; sizes: Sizes }> {
  const simd = await compileKernel('simd')
  const portable = await compileKernel('portable')
  const delay = await compileDelay()
  const sizes = { simd: simd.wasm.length, portable: portable.wasm.length, delay: delay.wasm.length }
  const exports = emitExports('KernelExports', portable.types)
  if (emitExports('KernelExports', simd.types) !== exports)
    throw new BuildError('the two modules differ in their exports')
  if (sizes.simd + sizes.portable > BUDGET || sizes.delay > DELAY_BUDGET) {
    const budget = `${group(BUDGET)} bytes for both, ${group(DELAY_BUDGET)} for the delay`
    throw new BuildError(`${describe(sizes)}: above the budget of ${budget}`)
  }
  const folder = `${KERNEL}/generated`
  const files = new Map([
    [`${folder}/exports.ts`, exports],
    [`${folder}/kernel-simd.ts`, emitModule('KERNEL_SIMD', simd.wasm)],
    [`${folder}/kernel-portable.ts`, emitModule('KERNEL_PORTABLE', portable.wasm)],
    [`${DELAY}/generated/exports.ts`, emitExports('DelayExports', delay.types)],
    [`${DELAY}/generated/delay-module.ts`, emitModule('DELAY_MODULE', delay.wasm)],
  ])
  return { files, sizes }
}

function emitModule(name: string, wasm: Uint8Array): string {
  const base64 = Buffer.from(wasm).toString('base64')
  const lines = base64.match(new RegExp(`.{1,${LINE}}`, 'g'))!
  return [
    ...header(),
    `// ${group(wasm.length)} bytes of WebAssembly`,
    `// sha256 ${createHash('sha256').update(wasm).digest('hex')}`,
    `export const ${name}: string = \``,
    ...lines,
    '`',
    '',
  ].join('\n')
}

/** From the compiler's declarations (`export function add(out: number): number;` and the like) to one type. */
function emitExports(name: string, types: string): string {
  const functions = [...types.matchAll(/^ {2}export function (.+\)): (\w+);$/gm)]
  const count = types.match(/^ {2}export /gm)!.length
  if (functions.length !== count - 1) throw new BuildError('a module exports something else than functions')
  return [
    ...header(),
    `export type ${name} = {`,
    '  readonly memory: WebAssembly.Memory',
    ...functions.map(([, signature, result]) => `  ${signature}: ${result}`).sort(),
    '}',
    '',
  ].join('\n')
}

function header(): string[] {
  return [
    '// Made by scripts/build-kernel.ts from the sources in ../assembly: change those, then npm run generate.',
    `// AssemblyScript ${version('assemblyscript')}, Binaryen ${version('binaryen')}`,
  ]
}

function version(name: string): string {
  return createRequire(import.meta.url)(`${name}/package.json`).version
}

function describe({ simd, portable, delay }: Sizes): string {
  const both = group(simd + portable)
  return `Kernel: simd ${group(simd)} bytes, portable ${group(portable)}, both ${both}; delay ${group(delay)}`
}

function group(bytes: number): string {
  return bytes.toLocaleString('en')
}

async function main(check: boolean): Promise<void> {
  const { files, sizes } = await kernelFiles()
  console.log(describe(sizes))
  const stale = staleFiles(files, ROOT)
  if (stale.length === 0) return
  if (!check) for (const path of stale) writeFileSync(join(ROOT, path), files.get(path)!)
  console.log(check ? `Stale, run npm run generate: ${stale.join(', ')}` : `Written: ${stale.join(', ')}`)
  if (check) process.exitCode = 1
}

/** Which of the files are missing below a folder, or have another text there. */
export function staleFiles(files: ReadonlyMap<string, string>, root: string): string[] {
  return [...files].filter(([path, text]) => read(join(root, path)) !== text).map(([path]) => path)
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

if (import.meta.main) {
  try {
    await main(process.argv.includes('--check'))
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    console.error(`The kernel was not built.\n${error.message}`)
    process.exitCode = 1
  }
}

/** The kernel's formulas on bounds of limbs instead of limbs: see assembly/sizes-simd.ts. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'
import type { KernelExports, KernelVariant } from '../../../../src/protocol/crypto/kernel/kernel.ts'
import { type Inner, type InnerExports, instantiateInner } from './inner-kernel.ts'

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url))
const FOLDER = 'test/protocol/crypto/kernel/assembly'

/** Limits that the formulas may come near to. */
export const LIMITS = ['products', 'columns', 'limbs that are written', 'plain sums'] as const

export type SizesExports = InnerExports & KernelExports & { nearestTo(limit: number): number; seal(): void }
export type Sizes = Inner & { readonly exports: SizesExports }

/** Compiles the formulas with another file in the place of field.ts. */
export async function sizesKernel(variant: KernelVariant): Promise<Sizes> {
  const field = readFileSync(join(ROOT, FOLDER, `sizes-${variant}.ts`), 'utf8')
  let wasm: Uint8Array | undefined
  const words: string[] = []
  const write = (text: string | Uint8Array) => words.push(String(text)) > 0
  const flags = [
    '-O1',
    '--debug',
    '--runtime',
    'stub',
    '--noAssert',
    '--use',
    'abort=',
    '--outFile',
    'sizes.wasm',
  ]
  const { error } = await asc.main([`${FOLDER}/sizes.ts`, '--baseDir', ROOT, ...flags], {
    stdout: { write },
    stderr: { write },
    readFile: (name, folder) =>
      name.endsWith('kernel/assembly/field.ts') ? field : read(join(folder, name)),
    writeFile: (name, contents) => {
      if (name === 'sizes.wasm') wasm = contents as Uint8Array
    },
  })
  if (error || wasm === undefined) throw new Error(`${words.join('')}${error?.message}`)
  const sizes = instantiateInner<SizesExports>(variant, wasm)
  sizes.exports.seal()
  return sizes
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

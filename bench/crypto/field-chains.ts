/**
 * The field below the points is not among the exports of the kernel, so it is compiled here with a loop around it: a chain
 * of products in which each waits for the one before, as in an exponentiation.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileKernel } from '../../scripts/build-kernel.ts'
import type { KernelVariant } from '../../src/protocol/crypto/kernel/kernel.ts'
import { type Timed, timed } from './interleave.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FIELD = join(ROOT, 'src/protocol/crypto/kernel/assembly/field')

/** Products of a chain. Each is one of pairs, which are two field elements. */
const CHAIN = 2_000

type Chains = {
  /** 32 bytes to both lanes of both factors. */
  begin: (value: number) => void
  multiply: (products: number) => void
  square: (squares: number) => void
}

const source = (field: string) => `
import { loadLane, mul, squareTimes } from '${field}'

const pair = memory.data(80, 16)
const factor = memory.data(80, 16)
const bytes = memory.data(32, 16)

export function begin(value: i32): void {
  for (let i = 0; i < 32; i++) store<u8>(bytes + i, value * (i + 1))
  for (let lane: usize = 0; lane < 2; lane++) {
    loadLane(pair, lane, bytes)
    loadLane(factor, lane, bytes)
  }
}

export function multiply(products: i32): void {
  for (let i = 0; i < products; i++) mul(pair, pair, factor)
}

export function square(squares: i32): void {
  squareTimes(pair, pair, squares)
}
`

/** Time of one multiplication and of one squaring of one element. */
export async function fieldChains(): Promise<Record<KernelVariant, { multiply: Timed; square: Timed }>> {
  const folder = await mkdtemp(join(tmpdir(), 'stegos-bench-'))
  try {
    const entry = join(folder, 'chains.ts')
    await writeFile(entry, source(relative(folder, FIELD)))
    const chainsOf = async (variant: KernelVariant) => {
      const { wasm } = await compileKernel(variant, relative(ROOT, entry))
      const { instance } = await WebAssembly.instantiate(Uint8Array.from(wasm))
      const chains = instance.exports as unknown as Chains
      chains.begin(0x5b)
      return {
        multiply: timed(() => chains.multiply(CHAIN), 2 * CHAIN),
        square: timed(() => chains.square(CHAIN), 2 * CHAIN),
      }
    }
    return { simd: await chainsOf('simd'), portable: await chainsOf('portable') }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

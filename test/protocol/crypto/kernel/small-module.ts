import asc from 'assemblyscript/asc'
import { Kernel } from '../../../../src/protocol/crypto/kernel/kernel.ts'

const SOURCE = `
  export function heapBase(): usize { return __heap_base }
  export function sum(bytes: usize, count: i32): i32 {
    let total: i32 = 0
    for (let i = 0; i < count; i++) total += load<u8>(bytes + i)
    return total
  }
  export function stop(): void { unreachable() }
`

type SmallExports = {
  readonly memory: WebAssembly.Memory
  heapBase(): number
  sum(bytes: number, count: number): number
  stop(): void
}

/**
 * A kernel of three functions, one of which traps.
 * @param pages the module's own limit of memory
 */
export async function smallKernel(pages = 1_024): Promise<Kernel<SmallExports>> {
  const { binary, stderr } = await asc.compileString(SOURCE, {
    runtime: 'stub',
    initialMemory: 2,
    maximumMemory: pages,
  })
  if (binary === null) throw new Error(stderr.toString())
  return new Kernel('portable', new WebAssembly.Module(Uint8Array.from(binary)))
}

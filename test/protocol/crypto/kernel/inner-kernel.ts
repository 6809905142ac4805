/**
 * The inner functions of the kernel (assembly/inner.ts), and field elements as either module holds them: five limbs of 51 bits
 * in floating-point numbers, or ten digits of 26 and 25 bits in integers.
 */
import { compileKernel } from '../../../../scripts/build-kernel.ts'
import type { KernelVariant } from '../../../../src/protocol/crypto/kernel/kernel.ts'

/** p = 2^255 − 19 */
export const P = 2n ** 255n - 19n

export const modP = (value: bigint): bigint => ((value % P) + P) % P

/** Bytes of a pair, and of a point. */
export const PAIR = 80
export const POINT = 160

/**
 * WebAssembly of one function: whether multiply-add is fused on this machine, which is to say (1 + 2^-30)² − 1 − 2^-29 is not 0.
 * The kernel's own self-test is no measure: a wrong module would be left out then, where it has to be found.
 */
const PROBE = `AGFzbQEAAAABBQFgAAF/AwIBAAcJAQVmdXNlZAAACkoBSAD9DAAAQAAAAPA/AABAAAAA8D/9DAAAQAAAAPA/AABAAAAA8D/9
DAAAgAAAAPC/AACAAAAA8L/9hwL9IQBEAAAAAAAAAABiCw==`

function fuses(): boolean {
  const probe = Buffer.from(PROBE, 'base64')
  if (!WebAssembly.validate(probe)) return false
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(probe))
  return (exports as { fused(): number }).fused() === 1
}

/** The modules that must be right here: the vectors' one where multiply-add is fused. */
export const VARIANTS: readonly KernelVariant[] = fuses() ? ['simd', 'portable'] : ['portable']

/** The limbs of one element, lowest first. */
export type Limbs = readonly number[]

/** How a module holds an element, and what its head comment promises of it. */
export type Form = {
  readonly variant: KernelVariant
  /** Σ limbs[k]·2^places[k] is the element. */
  readonly places: readonly bigint[]
  /** The largest limb, positive or negative, of a reduced element. */
  readonly reduced: Limbs
  /** What the sizes of two factors may multiply to. */
  readonly product: number
  read(memory: ArrayBuffer, pair: number, lane: number): number[]
  write(memory: ArrayBuffer, pair: number, lane: number, limbs: Limbs): void
}

const SIMD: Form = {
  variant: 'simd',
  places: [0n, 51n, 102n, 153n, 204n],
  reduced: new Array<number>(5).fill(2 ** 50 + 2 ** 14),
  product: 3,
  read(memory, pair, lane) {
    const limbs = new Float64Array(memory, pair, 10)
    return Array.from({ length: 5 }, (_, k) => limbs[2 * k + lane]!)
  },
  write(memory, pair, lane, values) {
    const limbs = new Float64Array(memory, pair, 10)
    for (const [k, value] of values.entries()) limbs[2 * k + lane] = value
  },
}

const PORTABLE: Form = {
  variant: 'portable',
  places: [0n, 26n, 51n, 77n, 102n, 128n, 153n, 179n, 204n, 230n],
  reduced: Array.from({ length: 10 }, (_, k) => Math.floor(1.01 * 2 ** (25 - (k % 2)))),
  product: 16,
  read(memory, pair, lane) {
    return [...new Int32Array(memory, pair + 40 * lane, 10)]
  },
  write(memory, pair, lane, values) {
    new Int32Array(memory, pair + 40 * lane, 10).set(values)
  },
}

export const formOf = (variant: KernelVariant): Form => (variant === 'simd' ? SIMD : PORTABLE)

/** The element that limbs stand for, an integer of either sign. */
export function sumOf({ places }: Form, limbs: Limbs): bigint {
  return limbs.reduce((sum, limb, k) => sum + (BigInt(limb) << places[k]!), 0n)
}

type Unary = (o: number, a: number) => void
type Binary = (o: number, a: number, b: number) => void

export type InnerExports = {
  readonly memory: WebAssembly.Memory
  heapBase(): number
  accumulate(o: number, a: number, mask: bigint): void
  select(o: number, a: number, b: number, mask0: bigint, mask1: bigint): void
  negateWhere(o: number, a: number, mask0: bigint, mask1: bigint): void
  loadLane(o: number, lane: number, bytes: number): void
  storeLane(bytes: number, a: number, lane: number): void
  squareTimes(o: number, a: number, n: number): void
  squaresOfDoubling(ef: number, gs: number, xy: number, sz: number): void
  lookup(o: number, table: number, count: number, digit: number): void
  equal(p: number, q: number): number
  setIdentity(o: number): void
  setCachedIdentity(o: number): void
  negateCached(o: number, q: number, mask: bigint): void
  decodePoints(points: number, valid: number, encodings: number, count: number): void
  encodePoints(encodings: number, points: number, count: number): void
  encodeDoubles(encodings: number, points: number, count: number, room: number): void
  mapToGroup(points: number, uniform: number, count: number): void
} & Record<'square' | 'reduce' | 'dif' | 'swap' | 'double' | 'toCached' | 'negate' | 'invert', Unary> &
  Record<'mul' | 'mulZip' | 'mulSwap' | 'mulDif' | 'add' | 'sub' | 'zipLow' | 'zipHigh', Binary> &
  Record<'sumAndLast' | 'addCached' | 'subCached', Binary>

/** The inner functions, and free places in their memory: pairs and points lie behind one another. */
export type Inner = {
  readonly form: Form
  readonly exports: InnerExports
  /** Address of the nth pair of the free memory. */
  at(n: number): number
  /** The limbs of both elements of a pair. */
  read(pair: number): [Limbs, Limbs]
  write(pair: number, lanes: readonly [Limbs, Limbs]): void
}

/** Compiles the inner functions of a module. */
export async function innerKernel(variant: KernelVariant): Promise<Inner> {
  const { wasm } = await compileKernel(variant, 'test/protocol/crypto/kernel/assembly/inner.ts')
  return instantiateInner<InnerExports>(variant, wasm)
}

/** An instance with a few MiB of free memory. */
export function instantiateInner<Exports extends InnerExports>(
  variant: KernelVariant,
  wasm: Uint8Array,
): Inner & { readonly exports: Exports } {
  const exports = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(wasm)))
    .exports as unknown as Exports
  exports.memory.grow(64)
  const [form, base] = [formOf(variant), exports.heapBase()]
  const { buffer } = exports.memory
  return {
    form,
    exports,
    at: (n) => base + n * PAIR,
    read: (pair) => [form.read(buffer, pair, 0), form.read(buffer, pair, 1)],
    write: (pair, lanes) => {
      for (const [lane, limbs] of lanes.entries()) form.write(buffer, pair, lane, limbs)
    },
  }
}

/** The WebAssembly module that multiplies limbs (`assembly/`): this file alone knows it. */
import { Kernel } from '../kernel/kernel.ts'
import { DELAY_MODULE } from './generated/delay-module.ts'
import type { DelayExports } from './generated/exports.ts'

/** What the module needs of a modulus N, as limbs: N, and −1/N mod R. Which one is in use is seen by identity. */
export type MultiplierConstants = { readonly modulus: readonly number[]; readonly inverse: readonly number[] }

/** Products of limbs in the form of Montgomery, modulo what was selected last. */
export class Multiplier {
  readonly mostLimbs: number
  readonly #kernel: Kernel<DelayExports>
  /** The module's page; it never grows, so this view stays good. */
  readonly #memory: Float64Array
  /** Where in it the operands begin. */
  readonly #first: number
  readonly #second: number
  #selected: MultiplierConstants | undefined
  #length = 0

  constructor(kernel: Kernel<DelayExports>) {
    const { memory, mostLimbs, first, second } = kernel.exports
    this.#kernel = kernel
    this.#memory = new Float64Array(memory.buffer)
    this.mostLimbs = mostLimbs()
    this.#first = first() / 8
    this.#second = second() / 8
  }

  /** True after a trap: then this one gives no answer any more. */
  get spent(): boolean {
    return this.#kernel.spent
  }

  /** A fresh instance of the same module. @throws KernelError `unsupported` */
  renew(): Multiplier {
    return new Multiplier(this.#kernel.renew())
  }

  /** What the products are modulo from here on. */
  select(constants: MultiplierConstants): void {
    if (this.#selected === constants) return
    this.#selected = undefined
    const { clear, modulus, inverse } = this.#kernel.exports
    clear()
    this.#length = constants.modulus.length
    this.#memory.set(constants.modulus, modulus() / 8)
    this.#memory.set(constants.inverse, inverse() / 8)
    this.#selected = constants
  }

  /** a·b/R mod N, of either sign and below N in magnitude. @throws KernelError `trap` */
  product(a: readonly number[], b: readonly number[]): number[] {
    this.#write(this.#first, a)
    this.#write(this.#second, b)
    this.#kernel.call(() => this.#kernel.exports.multiply(this.#length))
    return this.#read()
  }

  /** `times` times a²/R mod N. @throws KernelError `trap` */
  squared(a: readonly number[], times: number): number[] {
    this.#write(this.#first, a)
    this.#kernel.call(() => this.#kernel.exports.squareTimes(this.#length, times))
    return this.#read()
  }

  #write(at: number, limbs: readonly number[]): void {
    const memory = this.#memory
    for (let i = 0; i < limbs.length; i++) memory[at + i] = limbs[i]!
  }

  #read(): number[] {
    const [memory, at, length] = [this.#memory, this.#first, this.#length]
    const limbs = new Array<number>(length)
    for (let i = 0; i < length; i++) limbs[i] = memory[at + i]!
    return limbs
  }
}

/**
 * Compiles the module.
 * @returns `undefined` when the engine does not know its instructions, or does not fuse multiply-add
 */
export function compileMultiplier(): Multiplier | undefined {
  const bytes = Uint8Array.from(atob(DELAY_MODULE), (character) => character.charCodeAt(0))
  let kernel: Kernel<DelayExports>
  try {
    kernel = new Kernel('simd', new WebAssembly.Module(bytes))
  } catch {
    // Whatever the engine calls it: no WebAssembly, no relaxed vector instructions, not allowed here.
    return undefined
  }
  return kernel.exports.isFused() ? new Multiplier(kernel) : undefined
}

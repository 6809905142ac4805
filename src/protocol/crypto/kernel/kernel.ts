/**
 * The arithmetic of the group and the hashes, compiled to WebAssembly: this file alone knows WebAssembly.
 *
 * Two modules come from the same sources (`assembly/`). `simd` multiplies two field elements at once by fused
 * multiply-add, `portable` needs nothing but plain WebAssembly; both give the same answers.
 */
import { Frame } from './frame.ts'
import type { KernelExports } from './generated/exports.ts'
import { KERNEL_PORTABLE } from './generated/kernel-portable.ts'
import { KERNEL_SIMD } from './generated/kernel-simd.ts'
import { KernelError, type KernelErrorCode } from './kernel-error.ts'

export type KernelVariant = 'simd' | 'portable'
export type { Frame, KernelErrorCode, KernelExports }
export { KernelError }

/**
 * Bytes of arena an instance may keep. WebAssembly memory never shrinks, so a call that needs more is the last one of
 * its instance, and the memory goes back with it.
 */
export const KEPT_BYTES = 8 << 20

/** An instance of a module, with its memory. */
export class Kernel<Exports = KernelExports> {
  static #made = 0

  readonly variant: KernelVariant
  /** No other instance of this thread has it: tables made in an instance's memory are gone when the id is another. */
  readonly id: number = ++Kernel.#made
  /** The module's functions. Pointers that they take come from a {@link Frame} or from {@link reserve}. */
  readonly exports: Exports
  readonly #module: WebAssembly.Module
  readonly #frame: Frame
  /** Where the arena begins, above static data and reserved memory. */
  #base: number
  #open = 0
  #dead = false

  /** @throws KernelError `unsupported` when the engine cannot run the module */
  constructor(variant: KernelVariant, module: WebAssembly.Module) {
    this.variant = variant
    this.#module = module
    const { exports } = attempt(() => new WebAssembly.Instance(module))
    this.exports = exports as Exports
    const { memory, heapBase } = exports as Pick<KernelExports, 'memory' | 'heapBase'>
    this.#frame = new Frame(memory, heapBase())
    this.#base = this.#frame.top
  }

  /**
   * Runs functions of the kernel on memory that is free again afterwards; nothing of the frame may be used later, so
   * `run` is synchronous. Calls may be nested.
   * @throws KernelError `trap` when WebAssembly stops, and from then on always; `out_of_memory`; and what `run` throws
   */
  call<T>(run: (frame: Frame) => T): T {
    const top = this.#enter()
    try {
      return run(this.#frame)
    } catch (error) {
      throw this.#explain(error)
    } finally {
      this.#open--
      this.#frame.reset(top)
    }
  }

  /** Like {@link call}, for secrets: what the frame held is overwritten with zeros, also when `run` throws. */
  callSecret<T>(run: (frame: Frame) => T): T {
    const top = this.#enter()
    try {
      return run(this.#frame)
    } catch (error) {
      throw this.#explain(error)
    } finally {
      this.#open--
      this.#frame.wipe(top)
    }
  }

  /**
   * Takes memory that stays as long as the instance does, for tables; what is in it is undefined.
   * @param bytes how many
   * @returns its pointer, a multiple of 16
   * @throws KernelError `frame_open` inside of a call, `out_of_memory`
   */
  reserve(bytes: number): number {
    if (this.#open > 0)
      throw new KernelError('frame_open', 'memory is reserved between calls, not inside of one')
    const pointer = this.#frame.take(bytes)
    this.#base = this.#frame.top
    return pointer
  }

  /** Bytes of memory the instance has. */
  get memoryBytes(): number {
    return this.#frame.size
  }

  /** True when the instance should not be used for another call: it trapped, or its memory has grown too far. */
  get spent(): boolean {
    return this.#dead || this.#frame.size > this.#base + KEPT_BYTES
  }

  /** A fresh instance of the same module. */
  renew(): Kernel<Exports> {
    return new Kernel<Exports>(this.variant, this.#module)
  }

  #enter(): number {
    if (this.#dead)
      throw new KernelError('trap', 'the instance is gone since a trap; ask kernel() for another')
    // taken first: where the stack is full, this throws, and no call has begun
    const top = this.#frame.top
    this.#open++
    return top
  }

  #explain(error: unknown): unknown {
    if (!(error instanceof WebAssembly.RuntimeError)) return error
    this.#dead = true
    return new KernelError('trap', `the kernel stopped: ${error.message}`, {}, { cause: error })
  }
}

/**
 * The instance of this thread. It is the one thing the protocol floor keeps between calls: an instance takes
 * milliseconds to make and holds tables that take longer, and no answer depends on which one gives it.
 */
let current: Kernel | undefined

/**
 * The kernel of this thread, made at the first use. Do not keep it: another takes its place after a trap or a call that
 * needed much memory.
 * @throws KernelError `unsupported` when this engine has no WebAssembly, or one that fails the self-test
 */
export function kernel(): Kernel {
  if (current === undefined) current = choose()
  else if (current.spent) current = current.renew()
  return current
}

/**
 * From here on {@link kernel} gives this one, or what replaces it when it is spent; `undefined` goes back to the choice
 * of the engine. For tests and benchmarks.
 */
export function useKernel(chosen: Kernel | undefined): void {
  current = chosen
}

/**
 * An instance of one of the two modules, apart from the thread's own.
 * @throws KernelError `unsupported`
 */
export function instantiateKernel(variant: KernelVariant): Kernel {
  const bytes = fromBase64(variant === 'simd' ? KERNEL_SIMD : KERNEL_PORTABLE)
  return new Kernel(
    variant,
    attempt(() => new WebAssembly.Module(bytes)),
  )
}

/** The faster module that this engine runs, and runs rightly. */
function choose(): Kernel {
  for (const variant of ['simd', 'portable'] as const) {
    try {
      const candidate = instantiateKernel(variant)
      if (passes(candidate)) return candidate
    } catch (error) {
      if (!(error instanceof KernelError)) throw error
      if (variant === 'portable') throw error
    }
  }
  throw new KernelError('unsupported', 'this engine computes wrongly: the kernel failed its self-test')
}

function passes(candidate: Kernel): boolean {
  const { selfTest } = candidate.exports as { selfTest?: () => number }
  return selfTest === undefined || candidate.call(() => selfTest()) === 1
}

function attempt<T>(make: () => T): T {
  try {
    return make()
  } catch (cause) {
    throw new KernelError('unsupported', 'this engine does not run the kernel', {}, { cause })
  }
}

/** Base64 with line breaks. Browsers have a function for it; Node 24 has not. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const { fromBase64 } = Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> }
  if (fromBase64 !== undefined) return fromBase64.call(Uint8Array, text)
  const characters = atob(text)
  const bytes = new Uint8Array(characters.length)
  for (let i = 0; i < characters.length; i++) bytes[i] = characters.charCodeAt(i)
  return bytes
}

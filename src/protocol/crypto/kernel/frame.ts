import { KernelError } from './kernel-error.ts'
import { MAXIMUM_PAGES, PAGE } from './limits.ts'

/** Every part of the arena begins at a multiple of this, which is what vector instructions like best. */
const ALIGN = 16

/** The memory grows by so many pages at least (1 MiB), as growing costs more than untouched pages do. */
const GROWTH_PAGES = 16

/**
 * The arena of an instance during a call: memory that the call takes piece by piece and that is free again when it
 * ends. Pointers are offsets into the instance's memory and mean nothing after the call.
 */
export class Frame {
  readonly #memory: WebAssembly.Memory
  /** All of the memory. Growth detaches it, so it is renewed here, where alone the memory grows. */
  #bytes: Uint8Array
  #top: number

  /** @param start first byte of the arena */
  constructor(memory: WebAssembly.Memory, start: number) {
    this.#memory = memory
    this.#bytes = new Uint8Array(memory.buffer)
    this.#top = aligned(start)
  }

  /** The next free byte. */
  get top(): number {
    return this.#top
  }

  /** Bytes of memory the instance has. */
  get size(): number {
    return this.#bytes.length
  }

  /**
   * Takes memory; what is in it is undefined.
   * @param bytes how many
   * @returns its pointer, a multiple of 16
   * @throws KernelError `out_of_memory`
   */
  take(bytes: number): number {
    const pointer = this.#top
    const end = pointer + bytes
    if (end > this.#bytes.length) this.#grow(end)
    this.#top = aligned(end)
    return pointer
  }

  /**
   * Takes memory and copies bytes there.
   * @throws KernelError `out_of_memory`
   */
  put(bytes: Uint8Array): number {
    const pointer = this.take(bytes.length)
    this.#bytes.set(bytes, pointer)
    return pointer
  }

  /**
   * Takes memory and copies byte strings of one length there, one behind the other.
   * @param each bytes of each
   * @throws RangeError when one has another length
   * @throws KernelError `out_of_memory`
   */
  putAll(list: readonly Uint8Array[], each: number): number {
    const pointer = this.take(list.length * each)
    let at = pointer
    for (const bytes of list) {
      if (bytes.length !== each) throw new RangeError(`${bytes.length} bytes where ${each} belong`)
      this.#bytes.set(bytes, at)
      at += each
    }
    return pointer
  }

  /** Copies bytes into memory that was taken. Returns the pointer behind them. */
  write(pointer: number, bytes: Uint8Array): number {
    this.#bytes.set(bytes, pointer)
    return pointer + bytes.length
  }

  /** Writes an unsigned 32-bit integer, little endian, into memory that was taken. Returns the pointer behind it. */
  write32(pointer: number, value: number): number {
    const bytes = this.#bytes
    bytes[pointer] = value
    bytes[pointer + 1] = value >>> 8
    bytes[pointer + 2] = value >>> 16
    bytes[pointer + 3] = value >>> 24
    return pointer + 4
  }

  /** A copy of what is in memory. */
  get(pointer: number, bytes: number): Uint8Array {
    return this.#bytes.slice(pointer, pointer + bytes)
  }

  /** Copies what is in memory into an array that is there already, filling it. */
  getInto(pointer: number, target: Uint8Array): void {
    target.set(this.#bytes.subarray(pointer, pointer + target.length))
  }

  /** Frees all that was taken since the arena's top was here. */
  reset(top: number): void {
    this.#top = top
  }

  /** Frees all that was taken since the arena's top was here, and leaves zeros behind. */
  wipe(top: number): void {
    this.#bytes.fill(0, top, this.#top)
    this.#top = top
  }

  #grow(end: number): void {
    const pages = Math.ceil((end - this.#bytes.length) / PAGE)
    const room = MAXIMUM_PAGES - this.#bytes.length / PAGE
    try {
      if (pages > room) throw new RangeError('above the limit')
      this.#memory.grow(Math.min(Math.max(pages, GROWTH_PAGES), room))
    } catch (cause) {
      const details = { needed: end, limit: MAXIMUM_PAGES * PAGE }
      throw new KernelError('out_of_memory', `the kernel cannot have ${end} bytes of memory`, details, {
        cause,
      })
    }
    this.#bytes = new Uint8Array(this.#memory.buffer)
  }
}

function aligned(offset: number): number {
  return (offset + ALIGN - 1) & -ALIGN
}

/** Points in and out of the kernel's memory, for tests that call its functions one by one. */
import { toHex } from '../../../../src/protocol/bytes.ts'
import type { Frame, Kernel } from '../../../../src/protocol/crypto/kernel/kernel.ts'
import { POINT } from './inner-kernel.ts'

/** The functions of an instance, and memory for a call. */
export class PointFrame {
  readonly exports: Kernel['exports']
  readonly frame: Frame

  constructor(kernel: Kernel, frame: Frame) {
    this.exports = kernel.exports
    this.frame = frame
  }

  /** Runs something with a frame of the kernel. */
  static run<T>(kernel: Kernel, run: (points: PointFrame) => T): T {
    return kernel.call((frame) => run(new PointFrame(kernel, frame)))
  }

  /** Room for a point. */
  point(): number {
    return this.frame.take(POINT)
  }

  /** Decodes points, all of which must be valid. */
  decode(encodings: readonly Uint8Array[]): number {
    const [from, flags] = [this.frame.putAll(encodings, 32), this.frame.take(encodings.length)]
    const to = this.frame.take(encodings.length * POINT)
    this.exports.decodePoints(to, flags, from, encodings.length)
    if (this.frame.get(flags, encodings.length).some((flag) => flag !== 1))
      throw new Error('invalid encoding')
    return to
  }

  /** The encodings of points that lie one behind the other. */
  encode(pointer: number, count = 1): string[] {
    const to = this.frame.take(32 * count)
    this.exports.encodePoints(to, pointer, count)
    return Array.from({ length: count }, (_, i) => toHex(this.frame.get(to + 32 * i, 32)))
  }
}

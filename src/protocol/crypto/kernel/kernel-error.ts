/**
 * Why the kernel gave no answer:
 * - `unsupported`: this engine runs no WebAssembly, or runs it wrongly;
 * - `out_of_memory`: a call needs more than an instance may have, or than the machine gives;
 * - `trap`: WebAssembly stopped; the instance is thrown away and the next call gets a fresh one;
 * - `frame_open`: permanent memory was asked for in the middle of a call.
 */
export type KernelErrorCode = 'unsupported' | 'out_of_memory' | 'trap' | 'frame_open'

/** No answer instead of a wrong one: says nothing about the data that was asked about. */
export class KernelError extends Error {
  readonly code: KernelErrorCode
  readonly details: Readonly<Record<string, string | number>>

  constructor(
    code: KernelErrorCode,
    message: string,
    details: Record<string, string | number> = {},
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = 'KernelError'
    this.code = code
    this.details = details
  }
}

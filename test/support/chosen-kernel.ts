/** Imported before anything that computes at its import: the page says which kernel it wants. */
import { instantiateKernel, type KernelVariant, useKernel } from '../../src/protocol/crypto/kernel/kernel.ts'

useKernel(instantiateKernel((globalThis as { kernelVariant?: KernelVariant }).kernelVariant ?? 'simd'))

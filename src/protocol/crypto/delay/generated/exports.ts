// Made by scripts/build-kernel.ts from the sources in ../assembly: change those, then npm run generate.
// AssemblyScript 0.28.20, Binaryen 131.0.0-nightly.20260721
export type DelayExports = {
  readonly memory: WebAssembly.Memory
  clear(): void
  first(): number
  heapBase(): number
  inverse(): number
  isFused(): boolean
  modulus(): number
  mostLimbs(): number
  multiply(n: number): void
  second(): number
  squareTimes(n: number, times: number): void
}

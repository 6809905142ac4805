// Made by scripts/build-kernel.ts from the sources in ../assembly: change those, then npm run generate.
// AssemblyScript 0.28.20, Binaryen 131.0.0-nightly.20260721
export type KernelExports = {
  readonly memory: WebAssembly.Memory
  accumulateGenerators(G: number, H: number, stride: number, n: number, m: number, terms: number, scratch: number): void
  accumulateScratchBytes(N: number): number
  accumulatorBytes(): number
  addPoints(o: number, p: number, q: number): void
  baseBytes(): number
  basePoint(o: number): void
  blake3Absorb(state: number, message: number, chunks: number): void
  blake3Each(key: number, mode: number, messages: number, length: number, count: number, output: number, work: number): void
  blake3EachBytes(length: number): number
  blake3Finish(state: number, message: number, length: number, output: number, outputLength: number): void
  blake3StateBytes(length: number): number
  buildBase(tables: number, point: number): void
  decodePoints(points: number, valid: number, encodings: number, count: number): void
  encodeDoubles(encodings: number, points: number, count: number, room: number): void
  encodePoints(encodings: number, points: number, count: number): void
  equalPoints(p: number, q: number): number
  foldRound(a: number, b: number, g: number, h: number, u: number, N: number, n: number): number
  heapBase(): number
  keccakF1600(state: number): void
  mapToGroup(points: number, uniform: number, count: number): void
  multiplyBase(o: number, tables: number, scalar: number): void
  multiplyEach(results: number, points: number, count: number, scalar: number): void
  oddMultiples(table: number, point: number, count: number): void
  packAccumulators(out: number, accumulators: number, n: number): void
  pointBytes(): number
  roomOfFew(count: number): number
  roomOfMany(count: number, bits: number): number
  roundScalars(L: number, R: number, a: number, b: number, g: number, h: number, q: number, N: number, n: number): void
  scalarAdd(out: number, a: number, b: number): void
  scalarInvert(out: number, a: number): number
  scalarIsCanonical(bytes: number): number
  scalarMultiply(out: number, a: number, b: number): void
  scalarMultiplyAdd(out: number, a: number, b: number, c: number): void
  scalarNegate(out: number, a: number): void
  scalarReduceWide(out: number, wide: number): void
  scalarSubtract(out: number, a: number, b: number): void
  scalarsAdd(out: number, a: number, b: number, n: number): void
  scalarsAddConstant(out: number, a: number, s: number, n: number): void
  scalarsAreCanonical(a: number, n: number): number
  scalarsFold(out: number, a: number, s: number, b: number, t: number, n: number): void
  scalarsInnerProduct(out: number, a: number, b: number, n: number): void
  scalarsInvert(out: number, a: number, n: number): number
  scalarsMultiply(out: number, a: number, b: number, n: number): void
  scalarsMultiplyAdd(sum: number, a: number, s: number, n: number): void
  scalarsPowers(out: number, start: number, x: number, n: number): void
  scalarsProduct(out: number, a: number, n: number): void
  scalarsReduceWide(out: number, wide: number, n: number): void
  scalarsScale(out: number, a: number, s: number, n: number): void
  scalarsSubtract(out: number, a: number, b: number, n: number): void
  scalarsSum(out: number, a: number, n: number): void
  scalarsSumOfPowers(out: number, x: number, n: number): void
  secretRoom(): number
  selfTest(): number
  subtractPoints(o: number, p: number, q: number): void
  sumChosen(o: number, points: number, choices: number, count: number): void
  sumFew(o: number, points: number, scalars: number, tables: number, count: number, width: number, room: number): void
  sumMany(o: number, points: number, scalars: number, count: number, bits: number, room: number): void
  sumPoints(o: number, points: number, choices: number, count: number): void
  sumSecret(o: number, points: number, scalars: number, count: number, room: number): void
  wipe(): void
}

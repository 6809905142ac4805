// What the kernel does not export: its field, and the formulas that stand on it.
export { heapBase } from '../../../../../src/protocol/crypto/kernel/assembly/arena'
export {
  accumulate, add, dif, loadLane, mul, mulDif, mulSwap, mulZip, negateWhere, reduce, select, square, squaresOfDoubling,
  squareTimes, storeLane, sub, sumAndLast, swap, zipHigh, zipLow,
} from '../../../../../src/protocol/crypto/kernel/assembly/field'
export {
  addCached, double, equal, lookup, negate, negateCached, setCachedIdentity, setIdentity, subCached, toCached,
} from '../../../../../src/protocol/crypto/kernel/assembly/point'
export {
  decodePoints, encodeDoubles, encodePoints, invert, mapToGroup,
} from '../../../../../src/protocol/crypto/kernel/assembly/ristretto'

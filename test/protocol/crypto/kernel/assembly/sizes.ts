// The formulas of the kernel, to be compiled with sizes-simd.ts or sizes-portable.ts in the place of field.ts.
export * from './inner'
export { nearestTo, seal } from '../../../../../src/protocol/crypto/kernel/assembly/field'
export { addPoints, basePoint, equalPoints, subtractPoints } from '../../../../../src/protocol/crypto/kernel/assembly/group'
export {
  baseBytes, buildBase, multiplyBase, multiplyEach, secretRoom, sumChosen, sumSecret,
} from '../../../../../src/protocol/crypto/kernel/assembly/multiply'
export {
  oddMultiples, roomOfFew, roomOfMany, sumFew, sumMany, sumPoints,
} from '../../../../../src/protocol/crypto/kernel/assembly/multiscalar'

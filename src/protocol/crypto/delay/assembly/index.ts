// What JavaScript may call: everything exported here is an export of the module.
export { isFused } from './columns'
export { multiply, squareTimes } from './montgomery'
export { clear, first, heapBase, inverse, modulus, mostLimbs, second } from './places'

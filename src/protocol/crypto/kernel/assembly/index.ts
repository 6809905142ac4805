// What JavaScript may call: everything exported here is an export of the module, and stays in it. A file whose functions
// serve other files of this folder as well is named function by function (`export { … } from './file'`), so that the
// inner ones can be inlined and dropped; `export *` is for a file that exports nothing else.
export * from './arena'
export { blake3Absorb, blake3Each, blake3EachBytes, blake3Finish, blake3StateBytes } from './blake3'
export { keccakF1600 } from './keccak'
export * from './scalar'
export * from './scalar-vector'
export * from './bulletproof'
export { addPoints, basePoint, equalPoints, pointBytes, selfTest, subtractPoints, wipe } from './group'
export { baseBytes, buildBase, multiplyBase, multiplyEach, secretRoom, sumChosen, sumSecret } from './multiply'
export { oddMultiples, roomOfFew, roomOfMany, sumFew, sumMany, sumPoints } from './multiscalar'
export { decodePoints, encodeDoubles, encodePoints, mapToGroup } from './ristretto'

/**
 * Bulletproofs range proofs over ristretto255, wire-compatible with dalek's `bulletproofs` 4.x over Merlin transcripts:
 * a proof made there verifies here and the other way round, for any transcript label, bit size and bases.
 */
export { RANGE_BITS, RANGE_PARTIES, rangeProofLength } from './rangeproof-encoding.ts'
export { type ProveRangeParameters, proveRange } from './rangeproof-prove.ts'
export { rangeProofEquation, type VerifyRangeParameters, verifyRange } from './rangeproof-verify.ts'

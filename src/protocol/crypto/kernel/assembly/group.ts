/** The group as JavaScript sees it: single operations, and what the kernel says of itself. */
import { BASE_TZ, BASE_XY } from './constants'
import { PAIR, wipeField } from './field'
import * as fma from './field-fma'
import { wipeMultiples } from './multiply'
import { addCached, equal, POINT, subCached, toCached, wipePoints } from './point'
import { decodePoints, encodePoints, wipeEncodings } from './ristretto'

const cached = memory.data(160, 16)

/** Bytes of a point as JavaScript holds it. */
export function pointBytes(): usize {
  return POINT
}

/** o = the base point of RFC 9496. */
export function basePoint(o: usize): void {
  memory.copy(o, BASE_XY, PAIR)
  memory.copy(o + PAIR, BASE_TZ, PAIR)
}

/** o = p + q. */
export function addPoints(o: usize, p: usize, q: usize): void {
  toCached(cached, q)
  addCached(o, p, cached)
}

/** o = p − q. */
export function subtractPoints(o: usize, p: usize, q: usize): void {
  toCached(cached, q)
  subCached(o, p, cached)
}

/** 1 if p and q are the same group element. */
export function equalPoints(p: usize, q: usize): i32 {
  return equal(p, q)
}

/** Overwrites what computations on secrets left in static memory. */
export function wipe(): void {
  memory.fill(cached, 0, POINT)
  wipeField()
  wipePoints()
  wipeEncodings()
  wipeMultiples()
}

/**
 * Whether this module computes rightly on this machine, 1 or 0: multiply-add has to be fused, which the specification of relaxed
 * SIMD leaves open, and the encoding of the base point has to come back from decoding it.
 */
export function selfTest(): i32 {
  if (ASC_FEATURE_RELAXED_SIMD) {
    if (!fma.isFused()) return 0
  }
  basePoint(cached)
  encodePoints(tested, cached, 1)
  for (let i: usize = 0; i < 32; i += 8) if (load<u64>(tested + i) != load<u64>(BASE_BYTES + i)) return 0
  decodePoints(cached, tested + 32, tested, 1)
  basePoint(other)
  return equal(cached, other)
}

/** The encoding of the base point (RFC 9496, appendix A.1). */
const BASE_BYTES = memory.data<u64>([0x714ebc6a0aaef2e2, 0x5f5100c561a984a8, 0x8ddd82a56a0be358, 0x762d8de04559a6b6], 16)
const tested = memory.data(48, 16)
const other = memory.data(160, 16)

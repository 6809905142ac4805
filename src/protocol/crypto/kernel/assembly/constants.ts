/** Constants of the curve as pairs with the same value in both lanes, made from their bytes when the module starts. */
import { loadLane } from './field'

/** Two lanes from 32 bytes each, given as four words, least significant first. */
function set(o: usize, w0: u64, w1: u64, w2: u64, w3: u64, x0: u64, x1: u64, x2: u64, x3: u64): void {
  store<u64>(words, w0)
  store<u64>(words, w1, 8)
  store<u64>(words, w2, 16)
  store<u64>(words, w3, 24)
  loadLane(o, 0, words)
  store<u64>(words, x0)
  store<u64>(words, x1, 8)
  store<u64>(words, x2, 16)
  store<u64>(words, x3, 24)
  loadLane(o, 1, words)
}

const words = memory.data(32, 16)

/** [1, 1] */
export const ONE = memory.data(80, 16)
set(
  ONE,
  0x0000000000000001, 0x0000000000000000, 0x0000000000000000, 0x0000000000000000,
  0x0000000000000001, 0x0000000000000000, 0x0000000000000000, 0x0000000000000000,
)

/** [d, d], d = −121665/121666 (RFC 9496 §4.1) */
export const D = memory.data(80, 16)
set(
  D,
  0x75eb4dca135978a3, 0x00700a4d4141d8ab, 0x8cc740797779e898, 0x52036cee2b6ffe73,
  0x75eb4dca135978a3, 0x00700a4d4141d8ab, 0x8cc740797779e898, 0x52036cee2b6ffe73,
)

/** [2d, 2]: takes [T, Z] to the second half of a cached point. */
export const TWO_D_TWO = memory.data(80, 16)
set(
  TWO_D_TWO,
  0xebd69b9426b2f159, 0x00e0149a8283b156, 0x198e80f2eef3d130, 0x2406d9dc56dffce7,
  0x0000000000000002, 0x0000000000000000, 0x0000000000000000, 0x0000000000000000,
)

/** [−1, −1] */
export const MINUS_ONE = memory.data(80, 16)
set(
  MINUS_ONE,
  0xffffffffffffffec, 0xffffffffffffffff, 0xffffffffffffffff, 0x7fffffffffffffff,
  0xffffffffffffffec, 0xffffffffffffffff, 0xffffffffffffffff, 0x7fffffffffffffff,
)

/** [√−1, √−1] */
export const SQRT_M1 = memory.data(80, 16)
set(
  SQRT_M1,
  0xc4ee1b274a0ea0b0, 0x2f431806ad2fe478, 0x2b4d00993dfbd7a7, 0x2b8324804fc1df0b,
  0xc4ee1b274a0ea0b0, 0x2f431806ad2fe478, 0x2b4d00993dfbd7a7, 0x2b8324804fc1df0b,
)

/** [1/√(a − d), the same] */
export const INVSQRT_A_MINUS_D = memory.data(80, 16)
set(
  INVSQRT_A_MINUS_D,
  0x99c8fdaa805d40ea, 0x9d2f16175a4172be, 0x16c27b91fe01d840, 0x786c8905cfaffca2,
  0x99c8fdaa805d40ea, 0x9d2f16175a4172be, 0x16c27b91fe01d840, 0x786c8905cfaffca2,
)

/** [√(a·d − 1), the same] */
export const SQRT_AD_MINUS_ONE = memory.data(80, 16)
set(
  SQRT_AD_MINUS_ONE,
  0x7e97f6a0497b2e1b, 0xaf9d8e0c1b7854bd, 0x0f3cfcc931f5d1fd, 0x376931bf2b8348ac,
  0x7e97f6a0497b2e1b, 0xaf9d8e0c1b7854bd, 0x0f3cfcc931f5d1fd, 0x376931bf2b8348ac,
)

/** [1 − d², the same] */
export const ONE_MINUS_D_SQ = memory.data(80, 16)
set(
  ONE_MINUS_D_SQ,
  0xe27c09c1945fc176, 0x2c81a138cd5e350f, 0x9994abddbe70dfe4, 0x029072a8b2b3e0d7,
  0xe27c09c1945fc176, 0x2c81a138cd5e350f, 0x9994abddbe70dfe4, 0x029072a8b2b3e0d7,
)

/** [(d − 1)², the same] */
export const D_MINUS_ONE_SQ = memory.data(80, 16)
set(
  D_MINUS_ONE_SQ,
  0x31ad5aaa44ed4d20, 0xd29e4a2cb01e1999, 0x4cdcd32f529b4eeb, 0x5968b37af66c2241,
  0x31ad5aaa44ed4d20, 0xd29e4a2cb01e1999, 0x4cdcd32f529b4eeb, 0x5968b37af66c2241,
)

/** The base point of RFC 9496 §4: [X, Y] */
export const BASE_XY = memory.data(80, 16)
set(
  BASE_XY,
  0xc9562d608f25d51a, 0x692cc7609525a7b2, 0xc0a4e231fdd6dc5c, 0x216936d3cd6e53fe,
  0x6666666666666658, 0x6666666666666666, 0x6666666666666666, 0x6666666666666666,
)

/** and [T, Z]. */
export const BASE_TZ = memory.data(80, 16)
set(
  BASE_TZ,
  0x6dde8ab3a5b7dda3, 0x20f09f80775152f5, 0x66ea4e8e64abe37d, 0x67875f0fd78b7665,
  0x0000000000000001, 0x0000000000000000, 0x0000000000000000, 0x0000000000000000,
)


/** [0, 1]: both halves of the identity, extended. */
export const ZERO_ONE = memory.data(80, 16)
set(ZERO_ONE, 0, 0, 0, 0, 1, 0, 0, 0)

/** [0, 2]: the second half of the identity, cached. */
export const ZERO_TWO = memory.data(80, 16)
set(ZERO_TWO, 0, 0, 0, 0, 2, 0, 0, 0)

/**
 * The loops of Bulletproofs (Bünz et al., 2018, sections 3 and 4) over packed vectors of scalars mod ℓ, 32 bytes each.
 * Letters are the paper's. Operands may be any integers below 2^256, results are canonical; time and touched memory depend
 * on the lengths alone.
 */
import { invert } from './scalar-invert'
import { add, carry, copy, LIMBS, mul, pack, SCALAR, subtract, unpack, unpackMontgomery } from './scalar-limbs'

/** Eight numbers, wiped before a call returns. */
const X = memory.data(576, 16)
const Y: usize = X + LIMBS
const S: usize = X + 2 * LIMBS
const T: usize = X + 3 * LIMBS
const U: usize = X + 4 * LIMBS
const V: usize = X + 5 * LIMBS
const E: usize = X + 6 * LIMBS
const F: usize = X + 7 * LIMBS

function wipe(): void {
  memory.fill(X, 0, 576)
}

/** Doubles a list of 2^bit numbers: list[2^bit + i] = list[i]·factor, for a factor in Montgomery form. */
function extend(list: usize, bit: i32, factor: usize): void {
  const middle: usize = list + (LIMBS << bit)
  for (let from = list, to = middle; from < middle; from += LIMBS, to += LIMBS) mul(to, from, factor)
}

/** Bytes of a sum while it grows: limbs that nobody has carried. */
export function accumulatorBytes(): i32 {
  return <i32>LIMBS
}

/** Bytes of scratch that `accumulateGenerators` needs for N generators of a kind. */
export function accumulateScratchBytes(N: i32): i32 {
  return N * <i32>LIMBS
}

/**
 * Adds to G[] and H[], growing coefficients of the generators of parties j < m, what one range proof of m values of n bits
 * contributes to a weighted sum:
 *   G[k] −= W·z + W·a·s_k,   H[k] += W·z + y^−k·(W·z^(2+j)·2^i − W·b·s_(N−1−k)),   k = j·n + i < N = n·m,
 * with s_k the product of u or u⁻¹ over the rounds as the bits of k say, the lowest bit last. n and m are powers of two.
 * G and H have accumulatorBytes() for each coefficient, zeros to begin with; coefficient k is the one at j·stride + i.
 * `packAccumulators` reads them in the end. There is room in their limbs for 2^25 proofs.
 *
 * `terms` are packed scalars: W, z, a, b, y⁻¹, Π u⁻¹, then u² of every round, then u⁻² of every round (log2 N of each).
 * `scratch` has accumulateScratchBytes(N) bytes; nothing in it is secret.
 *
 * Three multiplications for each k. All three sequences are products of factors that single bits of k bring in, so each
 * member is an earlier one times a factor, and W·a, W·b and W·z^(2+j) come in with the first member:
 *   W·a·s_k, with factors u²;   y^−k·W·b·s_(N−1−k), with factors y^(−2^bit)·u⁻²;   W·z^(2+j)·y^(−j·n)·(2/y)^i.
 */
export function accumulateGenerators(
  G: usize,
  H: usize,
  stride: i32,
  n: i32,
  m: i32,
  terms: usize,
  scratch: usize,
): void {
  const N = n * m
  const rounds: i32 = ctz(N)
  const squares: usize = terms + 6 * SCALAR
  const inverseSquares: usize = squares + <usize>rounds * SCALAR

  unpackMontgomery(U, terms) // W·R
  unpack(V, terms + SCALAR)
  mul(V, V, U) // W·z

  // G: the first member is W·a·Π u⁻¹.
  unpack(scratch, terms + 2 * SCALAR)
  mul(scratch, scratch, U)
  unpackMontgomery(X, terms + 5 * SCALAR)
  mul(scratch, scratch, X)
  for (let bit = 0; bit < rounds; bit++) {
    // The lowest bit belongs to the last round.
    unpackMontgomery(X, squares + <usize>(rounds - 1 - bit) * SCALAR)
    extend(scratch, bit, X)
  }
  let member: usize = scratch
  for (let j = 0; j < m; j++) {
    let place: usize = G + <usize>(j * stride) * LIMBS
    for (let i = 0; i < n; i++, place += LIMBS, member += LIMBS) {
      subtract(place, place, V)
      subtract(place, place, member)
    }
  }

  // H: the first member is W·b·Π u, which is W·b·Π u⁻¹·Π u².
  unpack(scratch, terms + 3 * SCALAR)
  mul(scratch, scratch, U)
  unpackMontgomery(X, terms + 5 * SCALAR)
  mul(scratch, scratch, X)
  for (let round = 0; round < rounds; round++) {
    unpackMontgomery(X, squares + <usize>round * SCALAR)
    mul(scratch, scratch, X)
  }
  unpackMontgomery(Y, terms + 4 * SCALAR)
  add(F, Y, Y) // 2/y·R, loose
  copy(T, Y)
  for (let bit = 0; bit < rounds; bit++) {
    // T = y^(−2^bit)·R. At bit = log2 n keep it for the step from party to party.
    if (1 << bit == n) copy(S, T)
    unpackMontgomery(X, inverseSquares + <usize>(rounds - 1 - bit) * SCALAR)
    mul(X, X, T)
    extend(scratch, bit, X)
    mul(T, T, T)
  }
  // W·z², and z·y^−n from party to party
  unpackMontgomery(X, terms + SCALAR)
  mul(U, V, X)
  mul(S, S, X)
  member = scratch
  for (let j = 0; j < m; j++) {
    let place: usize = H + <usize>(j * stride) * LIMBS
    copy(E, U)
    for (let i = 0; i < n; i++, place += LIMBS, member += LIMBS) {
      add(place, place, V)
      add(place, place, E)
      subtract(place, place, member)
      mul(E, E, F)
    }
    mul(U, U, S)
  }
  wipe()
}

/** out[i] = the canonical scalar that a sum has become, for n of them. The sums are left carried. */
export function packAccumulators(out: usize, accumulators: usize, n: i32): void {
  for (let i = 0; i < n; i++, out += SCALAR, accumulators += LIMBS) {
    carry(accumulators)
    pack(out, accumulators)
  }
}

/**
 * The scalars of L and R in a round of the inner-product argument (section 3.1), with n values left in a and in b:
 *   L = q·<a_lo, b_hi>·B + <a_lo, G_hi> + <b_hi, H_lo>,   R = q·<a_hi, b_lo>·B + <a_hi, G_lo> + <b_lo, H_hi>
 * on generators that were never folded: original generator k is part of folded generator i = k mod n and carries g[k] or
 * h[k]. So L and R get 1 + N scalars each: that of B, then for every k that of the one of G[k] and H[k] which occurs there,
 *   in the lower half (i < n/2):  L takes H[k] with h[k]·b[i + n/2],  R takes G[k] with g[k]·a[i + n/2];
 *   in the upper half:            L takes G[k] with g[k]·a[i − n/2],  R takes H[k] with h[k]·b[i − n/2].
 * N and n are powers of two, 2 ≤ n ≤ N.
 */
export function roundScalars(
  L: usize,
  R: usize,
  a: usize,
  b: usize,
  g: usize,
  h: usize,
  q: usize,
  N: i32,
  n: i32,
): void {
  const half = n >> 1
  memory.fill(U, 0, LIMBS)
  memory.fill(V, 0, LIMBS)
  for (let i = 0; i < n; i++) {
    const partner: usize = <usize>(i ^ half) * SCALAR
    unpackMontgomery(S, a + partner)
    unpackMontgomery(T, b + partner)
    // a[i]·b[partner] is a term of <a_lo, b_hi> or of <a_hi, b_lo>.
    unpack(X, a + <usize>i * SCALAR)
    mul(X, X, T)
    const sum: usize = i < half ? U : V
    add(sum, sum, X)
    const toG: usize = i < half ? R : L
    const toH: usize = i < half ? L : R
    for (let k = i; k < N; k += n) {
      const at: usize = <usize>k * SCALAR
      unpack(X, g + at)
      mul(X, X, S)
      pack(toG + SCALAR + at, X)
      unpack(X, h + at)
      mul(X, X, T)
      pack(toH + SCALAR + at, X)
    }
  }
  unpackMontgomery(S, q)
  scaled(L, U)
  scaled(R, V)
  wipe()
}

/** out = sum·q, for a long sum of small numbers and S the Montgomery form of q. */
function scaled(out: usize, sum: usize): void {
  carry(sum)
  pack(out, sum)
  unpack(X, out)
  mul(X, X, S)
  pack(out, X)
}

/**
 * Folds a, b and the factors g, h of the generators with the challenge u of a round, where v = 1/u (section 3.1):
 *   a' = u·a_lo + v·a_hi,  b' = v·b_lo + u·b_hi (in place, n/2 values each),  G' = v·G_lo + u·G_hi,  H' = u·H_lo + v·H_hi.
 * N and n as in roundScalars. Returns 1; or 0, with nothing done, if u is a multiple of ℓ.
 */
export function foldRound(a: usize, b: usize, g: usize, h: usize, u: usize, N: i32, n: i32): i32 {
  const half = n >> 1
  unpack(U, u)
  invert(V, U)
  pack(X, V)
  const any = load<u64>(X) | load<u64>(X, 8) | load<u64>(X, 16) | load<u64>(X, 24)
  if (any == 0) {
    wipe()
    return 0
  }
  unpackMontgomery(V, X)
  unpackMontgomery(U, u)
  const middle: usize = <usize>half * SCALAR
  for (let low: usize = 0; low < middle; low += SCALAR) {
    foldPair(a + low, a + low + middle, U, V)
    foldPair(b + low, b + low + middle, V, U)
  }
  for (let k = 0; k < N; k++, g += SCALAR, h += SCALAR) {
    const low = (k & half) == 0
    unpack(X, g)
    mul(X, X, low ? V : U)
    pack(g, X)
    unpack(X, h)
    mul(X, X, low ? U : V)
    pack(h, X)
  }
  wipe()
  return 1
}

/** low = low·s + high·t, for s and t in Montgomery form. */
function foldPair(low: usize, high: usize, s: usize, t: usize): void {
  unpack(X, low)
  mul(X, X, s)
  unpack(Y, high)
  mul(Y, Y, t)
  add(X, X, Y)
  pack(low, X)
}

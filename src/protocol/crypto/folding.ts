/**
 * The scalars of Bulletproofs that grow with the number of generators (Bünz et al., 2018, sections 3 and 4), computed by the
 * kernel in one call each. Letters are the paper's; every number of bits and of values is a power of two.
 */
import { ProtocolError } from '../errors.ts'
import { kernel } from './kernel/kernel.ts'
import { SCALAR_LENGTH, type Scalar } from './scalar.ts'
import { countOf, packScalars, type Scalars } from './scalars.ts'

/** What a range proof of m values of n bits brings into a weighted sum by way of the vector generators. */
export type GeneratorShare = {
  readonly n: number
  readonly m: number
  /** The weight of its inner-product relation. */
  readonly W: Scalar
  readonly z: Scalar
  readonly a: Scalar
  readonly b: Scalar
  /** y⁻¹ */
  readonly yInverse: Scalar
  /** Π u⁻¹ over the rounds. */
  readonly product: Scalar
  /** u² and u⁻² of every round, log2(n·m) of each. */
  readonly squares: Scalars
  readonly inverseSquares: Scalars
}

/** Coefficients of G and of H, party by party, each party with the same number of them. */
export type GeneratorCoefficients = { readonly G: Scalars; readonly H: Scalars }

/**
 * The coefficients of the vector generators in a weighted sum of range proofs:
 *   G_k: −Σ W·(z + a·s_k),   H_k: Σ W·(z + y^−k·(z^(2+j)·2^i − b·s_(N−1−k)))   for k = j·n + i < N = n·m.
 * @param parties places for so many parties; at least the largest m
 * @param bits generators of each kind that a party has; at least the largest n. Coefficient k is at j·bits + i.
 * @throws RangeError when a proof does not fit
 */
export function generatorCoefficients(
  parties: number,
  bits: number,
  shares: readonly GeneratorShare[],
): GeneratorCoefficients {
  const places = parties * bits
  const instance = kernel()
  const { accumulateGenerators, accumulateScratchBytes, accumulatorBytes, packAccumulators } =
    instance.exports
  return instance.callSecret((frame) => {
    const sums = new Uint8Array(places * accumulatorBytes())
    const G = frame.put(sums)
    const H = frame.put(sums)
    const scratch = frame.take(accumulateScratchBytes(places))
    for (const share of shares) {
      const { n, m, W, z, a, b, yInverse, product, squares, inverseSquares } = share
      const rounds = Math.log2(n * m)
      if (m > parties || n > bits || countOf(squares) !== rounds || countOf(inverseSquares) !== rounds) {
        throw new RangeError('a share of other generators')
      }
      const terms = frame.put(packScalars([W, z, a, b, yInverse, product, squares, inverseSquares]))
      accumulateGenerators(G, H, bits, n, m, terms, scratch)
    }
    const packed = (accumulators: number): Scalars => {
      const out = frame.take(places * SCALAR_LENGTH)
      packAccumulators(out, accumulators, places)
      return frame.get(out, places * SCALAR_LENGTH) as Scalars
    }
    return { G: packed(G), H: packed(H) }
  })
}

/**
 * A prover in the middle of the inner-product argument: what is left of a and b, and the factors that the original
 * generators G and H carry, as folding would have given them.
 */
export type Folding = {
  readonly a: Scalars
  readonly b: Scalars
  readonly g: Scalars
  readonly h: Scalars
}

/**
 * The scalars of L and R in the next round, 1 + N each: first that of B (times q), then for k < N that of the one of G_k
 * and H_k which occurs there. With n values left and i = k mod n, L has H_k where i < n/2 and G_k elsewhere, R the other.
 */
export function roundScalars({ a, b, g, h }: Folding, q: Scalar): { L: Scalars; R: Scalars } {
  const bytes = g.length + SCALAR_LENGTH
  const instance = kernel()
  return instance.callSecret((frame) => {
    const L = frame.take(bytes)
    const R = frame.take(bytes)
    instance.exports.roundScalars(
      L,
      R,
      ...([frame.put(a), frame.put(b), frame.put(g), frame.put(h), frame.put(q)] as const),
      countOf(g),
      countOf(a),
    )
    return { L: frame.get(L, bytes) as Scalars, R: frame.get(R, bytes) as Scalars }
  })
}

/**
 * The state after a round whose challenge was u:
 *   a' = u·a_lo + u⁻¹·a_hi,  b' = u⁻¹·b_lo + u·b_hi,  G' = u⁻¹·G_lo + u·G_hi,  H' = u·H_lo + u⁻¹·H_hi.
 * @throws ProtocolError `invalid_scalar` when u is zero
 */
export function foldRound({ a, b, g, h }: Folding, u: Scalar): Folding {
  const instance = kernel()
  return instance.callSecret((frame) => {
    const at = { a: frame.put(a), b: frame.put(b), g: frame.put(g), h: frame.put(h) }
    const { foldRound } = instance.exports
    if (foldRound(at.a, at.b, at.g, at.h, frame.put(u), countOf(g), countOf(a)) !== 1) {
      throw new ProtocolError('invalid_scalar', 'zero has no inverse')
    }
    return {
      a: frame.get(at.a, a.length / 2) as Scalars,
      b: frame.get(at.b, b.length / 2) as Scalars,
      g: frame.get(at.g, g.length) as Scalars,
      h: frame.get(at.h, h.length) as Scalars,
    }
  })
}

/**
 * BLS signatures in plain JavaScript on @noble/curves: the reference that any other backend is checked against, and what
 * runs where there is no other. Not in constant time.
 */
import { bls12_381 } from '@noble/curves/bls12-381.js'
import {
  BLS_PUBLIC_KEY_LENGTH,
  BLS_SIGNATURE_LENGTH,
  type BlsBackend,
  type BlsSigned,
} from './bls-backend.ts'
import { BlsKeyCache } from './bls-key-cache.ts'
import { type Random, systemRandom } from './random.ts'

const { longSignatures: scheme, G1, G2, pairingBatch, fields } = bls12_381
type KeyPoint = InstanceType<typeof G1.Point>
type SignaturePoint = InstanceType<typeof G2.Point>

const MESSAGE_DST = 'BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_'

const INFINITE_SIGNATURE = Uint8Array.of(0xc0, ...new Uint8Array(BLS_SIGNATURE_LENGTH - 1))

/** Bits of a coefficient of a batch: what a forger would have to guess, while the batch is being checked. */
const COEFFICIENT_BITS = 64

/** @param random where the coefficients of batches come from */
export function nobleBls(random: Random = systemRandom): BlsBackend {
  const cache = new BlsKeyCache(decodeKey)
  return {
    name: 'noble',
    publicKey: (secret) => scheme.getPublicKey(secret).toBytes(),
    sign: (secret, message) => signUnder(MESSAGE_DST, secret, message),
    isPublicKey: (bytes) => decodeKey(bytes) !== undefined,
    aggregate: (signatures) => {
      const decoded = signatures.map(decodeSignature)
      if (decoded.length === 0 || !decoded.every((signature) => signature !== undefined)) return undefined
      return encodeSignature(decoded.reduce((sum, signature) => sum.add(signature)))
    },
    aggregateKeys: (publicKeys) => sumOf(cache.getAll(publicKeys))?.toBytes(),
    verifyAggregate: (publicKeys, message, signature) =>
      verifyUnder(MESSAGE_DST, sumOf(cache.getAll(publicKeys)), message, signature),
    verifyMany: (batch) => verifyBatch(batch, cache, random),
  }
}

/** Signs under a domain tag. The secret is in 1 … r−1. */
export function signUnder(tag: string, secret: Uint8Array, message: Uint8Array): Uint8Array {
  return scheme.Signature.toBytes(scheme.sign(scheme.hash(message, tag), secret))
}

/** Whether a signature under a domain tag holds: e(key, H(message)) = e(G, signature). No key: false. */
export function verifyUnder(
  tag: string,
  key: KeyPoint | undefined,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const point = decodeSignature(signature)
  return point !== undefined && key !== undefined && scheme.verify(point, scheme.hash(message, tag), key)
}

/** KeyValidate (section 2.5): a point of the subgroup of G1, canonical, compressed, not infinity. */
export function decodeKey(bytes: Uint8Array): KeyPoint | undefined {
  if (bytes.length !== BLS_PUBLIC_KEY_LENGTH) return undefined
  try {
    const key = G1.Point.fromBytes(bytes)
    return key.is0() ? undefined : key
  } catch {
    return undefined
  }
}

/** A point of the subgroup of G2, canonical, compressed; infinity is one. */
function decodeSignature(bytes: Uint8Array): SignaturePoint | undefined {
  if (bytes.length !== BLS_SIGNATURE_LENGTH) return undefined
  try {
    return scheme.Signature.fromBytes(bytes)
  } catch {
    return undefined
  }
}

function encodeSignature(point: SignaturePoint): Uint8Array {
  // The library encodes infinity only where it was decoded from bytes, and refuses it as a sum.
  return point.is0() ? INFINITE_SIGNATURE.slice() : scheme.Signature.toBytes(point)
}

/** Infinity, which keys that cancel each other add up to, would hold for every message: it is no sum. */
function sumOf(keys: readonly [KeyPoint, ...KeyPoint[]] | undefined): KeyPoint | undefined {
  const sum = keys?.reduce((left, right) => left.add(right))
  return sum?.is0() ? undefined : sum
}

/**
 * Π e(Σ cᵢ·keyᵢ, H(message)) = e(G, Σ cᵢ·signatureᵢ), the product over the distinct messages, with random coefficients cᵢ:
 * without them, what is missing in one signature could be added to another.
 */
function verifyBatch(batch: readonly BlsSigned[], cache: BlsKeyCache<KeyPoint>, random: Random): boolean {
  const [one] = batch
  if (batch.length === 1) {
    return verifyUnder(MESSAGE_DST, cache.get(one!.publicKey), one!.message, one!.signature)
  }
  const coefficients = drawCoefficients(batch.length, random)
  const signatures: SignaturePoint[] = []
  const groups = new Map<string, { message: Uint8Array; keys: KeyPoint[]; coefficients: bigint[] }>()
  for (const [i, { publicKey, message, signature }] of batch.entries()) {
    const key = cache.get(publicKey)
    const point = decodeSignature(signature)
    if (key === undefined || point === undefined || point.is0()) return false
    signatures.push(point)
    const name = message.join()
    const group = groups.get(name) ?? { message, keys: [], coefficients: [] }
    group.keys.push(key)
    group.coefficients.push(coefficients[i]!)
    groups.set(name, group)
  }
  const pairs = [
    { g1: G1.Point.BASE.negate(), g2: weightedSum(G2.Point.ZERO, signatures, coefficients) },
    ...Array.from(groups.values(), (group) => ({
      g1: weightedSum(G1.Point.ZERO, group.keys, group.coefficients),
      g2: scheme.hash(group.message, MESSAGE_DST),
    })),
  ]
  // Sums that come out as infinity by chance count as a failure: checked one by one, the signatures get their due.
  if (pairs.some(({ g1, g2 }) => g1.is0() || g2.is0())) return false
  return fields.Fp12.eql(pairingBatch(pairs), fields.Fp12.ONE)
}

function drawCoefficients(count: number, random: Random): bigint[] {
  const bytes = random((count * COEFFICIENT_BITS) / 8)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  // Zero would leave a signature out.
  return Array.from({ length: count }, (_, i) => view.getBigUint64(8 * i) || 1n)
}

/** Σ coefficientᵢ·pointᵢ, bit by bit from the top: the doublings are shared. */
function weightedSum<P extends { add(other: P): P; double(): P }>(
  zero: P,
  points: readonly P[],
  coefficients: readonly bigint[],
): P {
  let sum = zero
  for (let bit = BigInt(COEFFICIENT_BITS) - 1n; bit >= 0n; bit--) {
    sum = sum.double()
    for (const [i, point] of points.entries()) {
      if ((coefficients[i]! >> bit) & 1n) sum = sum.add(point)
    }
  }
  return sum
}

/**
 * Schnorr signatures over ristretto255 with the key in the challenge (as in RFC 8032 and BIP 340):
 * R = k·B, e = H(R, P, message), s = k + e·x; valid when s·B − R − e·P = 0. Encoded as R ‖ s, 64 bytes.
 */
import { concat } from '../bytes.ts'
import { ProtocolError } from '../errors.ts'
import { type Deferred, finishAlone } from './deferred.ts'
import {
  addScalars,
  BASE,
  decodeScalar,
  ENCODED_LENGTH,
  encodePoint,
  encodeScalar,
  isIdentity,
  multiplyBase,
  multiplyScalars,
  negateScalar,
  type Point,
  type Scalar,
} from './group.ts'
import { deriveScalar, hash } from './hash.ts'
import { type Equation, holdTogether } from './linear-check.ts'
import { type Random, systemRandom } from './random.ts'

export const SIGNATURE_LENGTH = 64

/**
 * Signs `message` (any length) with a secret key.
 * The nonce is derived from the key, fresh randomness and the message together: a broken generator makes the signature
 * deterministic, but does not reveal the key.
 */
export function sign(secret: Scalar, message: Uint8Array, random: Random = systemRandom): Uint8Array {
  const publicKey = encodePoint(multiplyBase(secret))
  const nonce = deriveScalar('schnorr nonce', encodeScalar(secret), random(32), publicKey, message)
  const R = encodePoint(multiplyBase(nonce))
  const s = addScalars(nonce, multiplyScalars(challenge(R, publicKey, message), secret))
  return concat(R, encodeScalar(s))
}

/** Whether `signature` is valid for `message` under `publicKey`. Malformed keys and signatures are not. */
export function verify(publicKey: Uint8Array | Point, message: Uint8Array, signature: Uint8Array): boolean {
  const encoded = publicKey instanceof Uint8Array ? publicKey : encodePoint(publicKey)
  try {
    return holdTogether([finishAlone(signatureEquation({ publicKey: encoded, message, signature }))])
  } catch (error) {
    if (error instanceof ProtocolError) return false
    throw error
  }
}

/**
 * A signature as a linear form, to be checked together with others.
 * @throws ProtocolError, at once or when it is finished: `invalid_signature`, `invalid_point` or `invalid_scalar` when a part
 * is malformed: a wrong length, an encoding that is not canonical, or the identity as the key.
 */
export function signatureEquation(signed: {
  publicKey: Uint8Array
  message: Uint8Array
  signature: Uint8Array
}): Deferred<Equation> {
  const { publicKey, message, signature } = signed
  if (signature.length !== SIGNATURE_LENGTH) {
    throw new ProtocolError('invalid_signature', 'a signature has 64 bytes', { length: signature.length })
  }
  const encodedR = signature.subarray(0, ENCODED_LENGTH)
  const s = decodeScalar(signature.subarray(ENCODED_LENGTH))
  const e = challenge(encodedR, publicKey, message)
  return {
    encodings: [publicKey, encodedR],
    finish(decode) {
      const P = decode(publicKey)
      if (isIdentity(P)) throw new ProtocolError('invalid_point', 'the identity is no public key')
      const R = decode(encodedR)
      return {
        digest: hash('signature equation', publicKey, message, signature),
        relations: 1,
        // R + e·P − s·B = 0; the short weight stays with R, which makes its multiplication short
        addTo(sum, [weight]) {
          sum.add(weight!, R)
          sum.add(multiplyScalars(weight!, e), P)
          sum.add(negateScalar(multiplyScalars(weight!, s)), BASE)
        },
      }
    },
  }
}

function challenge(R: Uint8Array, publicKey: Uint8Array, message: Uint8Array): Scalar {
  return deriveScalar('schnorr', R, publicKey, message)
}

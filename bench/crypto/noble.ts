/** The reference in JavaScript: @noble/curves and @noble/hashes, used as their documentation says. */
import { pippenger } from '@noble/curves/abstract/curve.js'
import { ristretto255, ristretto255_hasher } from '@noble/curves/ed25519.js'
import { blake3 } from '@noble/hashes/blake3.js'
import { le32, utf8 } from '../../src/protocol/bytes.ts'
import type { SeenOutput } from '../../src/protocol/enote.ts'
import type { ViewKeys } from '../../src/protocol/keys.ts'
import { VIEW_TAG_LENGTH } from '../../src/protocol/output.ts'

const { Point } = ristretto255
type NoblePoint = InstanceType<typeof Point>

export type { NoblePoint }
export const { Fp: nobleField, Fn: nobleScalars } = Point
export const nobleBase = Point.BASE

export function nobleDecode(encoding: Uint8Array): NoblePoint {
  return Point.fromBytes(encoding)
}

export function nobleScalar(bytes: Uint8Array): bigint {
  return nobleScalars.fromBytes(bytes)
}

export function nobleHashToGroup(uniform: Uint8Array): NoblePoint {
  return ristretto255_hasher.deriveToCurve!(uniform) as NoblePoint
}

/** Decode, multiply by a secret, encode. */
export function nobleMultiplyEncoding(encoding: Uint8Array, scalar: bigint): Uint8Array {
  return Point.fromBytes(encoding).multiply(scalar).toBytes()
}

export function noblePippenger(points: NoblePoint[], scalars: bigint[]): NoblePoint {
  return pippenger(Point, points, scalars)
}

/** Hashes of one domain. What depends on the domain alone is computed once, as ours does it. */
function hasher(domain: string): (...parts: readonly Uint8Array[]) => Uint8Array {
  const fresh = blake3.create({ context: utf8(`stegos v1 ${domain}`) })
  return (...parts) => {
    const state = fresh.clone()
    for (const part of parts) state.update(le32(part.length)).update(part)
    return state.digest()
  }
}

/**
 * Scans as a wallet on noble would: for each output the tag that the account itself would have given it, the shared
 * secret, and the tag that follows from that. @returns how many outputs have one of the two tags
 */
export function nobleScanner(keys: ViewKeys): (outputs: readonly SeenOutput[]) => number {
  const internalTag = hasher('internal view tag')
  const externalTag = hasher('external view tag')
  const incoming = nobleScalar(keys.incoming)
  return (outputs) => {
    let found = 0
    for (const { context, core } of outputs) {
      const internal = internalTag(keys.viewBalance, context, core.key)
      const shared = nobleMultiplyEncoding(core.ephemeral, incoming)
      const external = externalTag(shared, context, core.key)
      if (isTag(core.viewTag, internal) || isTag(core.viewTag, external)) found++
    }
    return found
  }
}

function isTag(tag: Uint8Array, digest: Uint8Array): boolean {
  for (let i = 0; i < VIEW_TAG_LENGTH; i++) if (tag[i] !== digest[i]) return false
  return true
}

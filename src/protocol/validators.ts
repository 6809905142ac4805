/** The validators of an epoch: who may propose and vote, and with what weight. */
import { fromLe64, le32, le64 } from './bytes.ts'
import { hash } from './crypto/hash.ts'

export type Validator = {
  /** BLS12-381 public key, 48 bytes compressed. */
  readonly publicKey: Uint8Array
  /** Voting weight in base units of stake. */
  readonly weight: bigint
}

/** In the order of the certificate's bitmap. */
export type ValidatorSet = readonly Validator[]

export function validatorSetHash(set: ValidatorSet): Uint8Array {
  return hash('validator set', ...set.flatMap(({ publicKey, weight }) => [publicKey, le64(weight)]))
}

export function totalWeight(set: ValidatorSet): bigint {
  return set.reduce((sum, { weight }) => sum + weight, 0n)
}

/** Whether `weight` is more than two thirds of the set's. */
export function isQuorum(weight: bigint, set: ValidatorSet): boolean {
  return weight * 3n > totalWeight(set) * 2n
}

/**
 * The leader of a round, drawn by weight from the beacon: uniform over [0, total) by rejection, so no validator gains from
 * the remainder.
 */
export function leaderOf(set: ValidatorSet, beacon: Uint8Array, height: number, round: number): Validator {
  const total = totalWeight(set)
  const limit = (1n << 64n) - ((1n << 64n) % total)
  for (let attempt = 0; ; attempt++) {
    const draw = fromLe64(hash('leader', beacon, le64(height), le32(round), le32(attempt)))
    if (draw >= limit) continue
    let point = draw % total
    for (const validator of set) {
      if (point < validator.weight) return validator
      point -= validator.weight
    }
  }
}

/** The beacon after a block: the previous one and the leader's VRF output (a unique BLS signature). */
export function nextBeacon(beacon: Uint8Array, vrf: Uint8Array): Uint8Array {
  return hash('beacon', beacon, vrf)
}

/** What the leader of a block signs for the beacon. */
export function vrfMessage(
  chainId: Uint8Array,
  beacon: Uint8Array,
  height: number,
  round: number,
): Uint8Array {
  return hash('vrf', chainId, beacon, le64(height), le32(round))
}

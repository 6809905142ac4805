/** Uniform draws from a seed: by rejection, so that no remainder favours anybody. */
import { fromLe64, le32 } from '../bytes.ts'
import { hashTo } from '../crypto/hash.ts'

/** A number from 0 up to, not including, `limit` (at most 2^128), the `index`-th from this seed under this domain. */
export function drawBelow(limit: bigint, domain: string, seed: Uint8Array, index = 0): bigint {
  if (limit < 1n) throw new RangeError('nothing to draw from')
  const whole = 1n << 128n
  const accepted = whole - (whole % limit)
  for (let attempt = 0; ; attempt++) {
    const bytes = hashTo(domain, 16, seed, le32(index), le32(attempt))
    const drawn = fromLe64(bytes.subarray(0, 8)) | (fromLe64(bytes.subarray(8)) << 64n)
    if (drawn < accepted) return drawn % limit
  }
}

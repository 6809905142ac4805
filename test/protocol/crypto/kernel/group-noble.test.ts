import { describe, it } from 'node:test'
import { instantiateKernel } from '../../../../src/protocol/crypto/kernel/kernel.ts'
import { compare, PARTS } from './comparison.ts'
import { VARIANTS } from './inner-kernel.ts'

/** How many comparisons of each kind run here; `npm run test:kernel` makes 100,000 of each. */
const SHARE: Record<keyof typeof PARTS, number> = {
  multiplications: 3_000,
  baseMultiples: 3_000,
  decodings: 50_000,
  maps: 3_000,
  additions: 3_000,
  sums: 3_000,
}

describe('the group, as noble has it', () => {
  const kernels = VARIANTS.map(instantiateKernel)
  for (const part of Object.keys(PARTS) as (keyof typeof PARTS)[]) {
    it(`${SHARE[part]} ${part}`, () => compare(part, SHARE[part], 'ci', kernels))
  }
})

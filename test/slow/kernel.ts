/**
 * `npm run test:kernel -- --count 100000 [--seed TEXT] [--part NAME]`: compares so many results of each kind of computation in
 * the group with @noble/curves, for both modules of the kernel. The seed is printed; with it the same inputs come again.
 */
import { parseArgs } from 'node:util'
import { instantiateKernel } from '../../src/protocol/crypto/kernel/kernel.ts'
import { compare, PARTS } from '../protocol/crypto/kernel/comparison.ts'
import { VARIANTS } from '../protocol/crypto/kernel/inner-kernel.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string' },
    part: { type: 'string' },
  },
})
const count = Number(values.count)
const seed = values.seed ?? `${Date.now()}`
const parts = (Object.keys(PARTS) as (keyof typeof PARTS)[]).filter(
  (part) => values.part === undefined || part === values.part,
)
if (!Number.isSafeInteger(count) || count < 1 || parts.length === 0) {
  console.error(
    `usage: npm run test:kernel -- [--count NUMBER] [--seed TEXT] [--part ${Object.keys(PARTS).join('|')}]`,
  )
  process.exit(2)
}
console.log(`seed ${seed}, modules ${VARIANTS.join(' and ')}`)
const kernels = VARIANTS.map(instantiateKernel)
for (const part of parts) {
  const started = Date.now()
  const seconds = () => Math.round((Date.now() - started) / 1_000)
  let told = 0
  compare(part, count, seed, kernels, (done) => {
    if (done < count && Math.floor((10 * done) / count) === told) return
    told = Math.floor((10 * done) / count)
    console.log(`${part}: ${done} of ${count} in ${seconds()} s, all as noble has them`)
  })
}

import assert from 'node:assert/strict'
import { afterEach, describe, it, mock } from 'node:test'
import { utf8 } from '../../../src/protocol/bytes.ts'
import { delaySteps, verifyDelay } from '../../../src/protocol/crypto/delay/delay.ts'
import type { DelayProgress } from '../../../src/protocol/crypto/delay/evaluate.ts'
import { DELAY_MODULE } from '../../../src/protocol/crypto/delay/generated/delay-module.ts'
import type { DelayExports } from '../../../src/protocol/crypto/delay/generated/exports.ts'
import { hashToPrime } from '../../../src/protocol/crypto/delay/hash-to-prime.ts'
import { splitLimbs, sumLimbs } from '../../../src/protocol/crypto/delay/limbs.ts'
import { RSA_2048 } from '../../../src/protocol/crypto/delay/modulus.ts'
import { compileMultiplier } from '../../../src/protocol/crypto/delay/multiplier.ts'
import type * as choice from '../../../src/protocol/crypto/delay/residues.ts'
import { type Residues, residuesOf, useResidues } from '../../../src/protocol/crypto/delay/residues.ts'
import { BigIntResidues } from '../../../src/protocol/crypto/delay/residues-bigint.ts'
import { LimbResidues, type Limbs, limbsFor } from '../../../src/protocol/crypto/delay/residues-limbs.ts'
import { KernelError } from '../../../src/protocol/crypto/kernel/kernel.ts'
import { SMALL } from './delay-fixtures.ts'

const N = RSA_2048.modulus
/** The largest reduced limb. */
const LIMIT = 2 ** 50 + 2 ** 14
const skip = compileMultiplier() === undefined ? 'this engine does not fuse multiply-add' : false
const trap = (error: unknown) => error instanceof KernelError && error.code === 'trap'
const bigints = (modulus: bigint) => new BigIntResidues(modulus)

/** Reproducible numbers: a linear congruential generator (Knuth's MMIX), of which the upper half is taken. */
function generator(state: bigint): (bits: number) => bigint {
  return (bits) => {
    let value = 0n
    for (let taken = 0; taken < bits; taken += 32) {
      state = BigInt.asUintN(64, state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n)
      value = (value << 32n) + (state >> 32n)
    }
    return BigInt.asUintN(bits, value)
  }
}

const bitsOf = (value: bigint): number => value.toString(2).length

/** 1/R mod N, R = 2^(51·length): the half of a number modulo N, so often. */
function inverseRadix(modulus: bigint, length: number): bigint {
  let inverse = 1n
  for (let i = 0; i < 51 * length; i++)
    inverse = inverse % 2n === 0n ? inverse / 2n : (inverse + modulus) / 2n
  return inverse
}

/** Numbers that are hard for somebody: near 0, N/2 and N, with few and with all bits, and with extreme limbs as a·R mod N. */
function hardNumbers(modulus: bigint): bigint[] {
  const length = limbsFor(modulus)
  const around = [0n, modulus / 2n, modulus, 2n ** BigInt(bitsOf(modulus) - 1), 2n ** 51n, 2n ** 102n]
  const near = around.flatMap((value) => [-2n, -1n, 0n, 1n, 2n].map((offset) => value + offset))
  const radix = inverseRadix(modulus, length)
  const limbs = [
    (_: number) => 2 ** 50,
    (_: number) => -(2 ** 50),
    (k: number) => (k % 2 === 0 ? 2 ** 50 - 1 : -(2 ** 50)),
    (k: number) => (k % 2 === 0 ? -(2 ** 50) : 2 ** 50 - 1),
    (k: number) => (k % 6 < 3 ? 2 ** 50 - 1 : -(2 ** 50)),
    (k: number) => (k === 0 ? 2 ** 50 : 0),
  ].map((pattern) => {
    // as many limbs as fit below N
    const count = Math.floor((bitsOf(modulus) - 1) / 51)
    return sumLimbs(Array.from({ length }, (_, k) => (k < count ? pattern(k) : 0))) * radix
  })
  return [...near, ...limbs].map((value) => ((value % modulus) + modulus) % modulus)
}

/** Products and squares of hard and random numbers and of what comes out of them, in limbs and in BigInt. */
function compare(modulus: bigint, rounds: number): void {
  const draw = generator(modulus)
  const limbs = residuesOf(modulus) as Residues<Limbs>
  assert.ok(limbs instanceof LimbResidues)
  const pool = hardNumbers(modulus)
  for (let i = 0; i < 20; i++) pool.push(draw(bitsOf(modulus)) % modulus)
  const forms = pool.map((value) => limbs.from(value))
  pool.forEach((value, i) => {
    assert.equal(limbs.value(forms[i]!), value)
  })
  for (let round = 0; round < rounds; round++) {
    const [i, j, k] = [draw(32), draw(32), draw(32)].map((value) => Number(value) % pool.length)
    const squaring = round % 2 === 0
    const form = squaring ? limbs.squared(forms[i!]!, 1) : limbs.product(forms[i!]!, forms[j!]!)
    const value = (pool[i!]! * pool[squaring ? i! : j!]!) % modulus
    if (limbs.value(form) !== value) assert.fail(`round ${round}: ${pool[i!]} and ${pool[j!]}`)
    if (round % 64 === 0) for (const limb of form) assert.ok(Math.abs(limb) <= LIMIT)
    // the first, hard ones stay
    if (k! >= pool.length - 20) {
      pool[k!] = value
      forms[k!] = form
    }
  }
}

describe('limbs', () => {
  it('stand for the number they were made from, and are 2^50 at most', () => {
    const draw = generator(1n)
    for (const length of [6, 42, 84]) {
      const [bits, quarter] = [51 * length, 2n ** BigInt(51 * length - 2)]
      const edges = [0n, 1n, -1n, quarter - 1n, 1n - quarter, 2n ** 50n, -(2n ** 50n), 2n ** 51n - 1n]
      edges.push(quarter, -quarter, 2n * quarter - 1n, 2n * quarter, -2n * quarter, 4n * quarter - 1n)
      for (let i = 0; i < 100; i++) edges.push(draw(bits) - 2n * quarter)
      for (const value of edges) {
        const limbs = splitLimbs(value, length)
        assert.equal(limbs.length, length)
        assert.equal(BigInt.asUintN(bits, sumLimbs(limbs)), BigInt.asUintN(bits, value))
        if (-quarter < value && value < quarter) assert.equal(sumLimbs(limbs), value)
        for (const limb of limbs) assert.ok(Math.abs(limb) <= 2 ** 50)
      }
    }
  })
})

describe('residues in limbs', { skip }, () => {
  it('agree with BigInt modulo RSA-2048 in 100,000 products and squares', () => {
    compare(N, 100_000)
  })

  for (const [name, modulus] of Object.entries({
    'the small group': SMALL.modulus,
    'a challenge': 2n ** 264n - 275n,
    'the longest modulus of six limbs': 2n ** 304n - 1n,
    'the shortest of twelve': 2n ** 304n + 1n,
    'the longest modulus of all': 2n ** 4280n - 1n,
    'a modulus of largest limbs': sumLimbs(
      Array.from({ length: 42 }, (_, k) => (k < 41 ? 2 ** 50 - 1 : 2 ** 48)),
    ),
    'a modulus of smallest limbs': sumLimbs(
      Array.from({ length: 42 }, (_, k) => (k === 0 ? 1 - 2 ** 50 : k < 41 ? -(2 ** 50) : 2 ** 48)),
    ),
    'a modulus that is a power of three': 3n ** 1000n,
    '3': 3n,
    '15': 15n,
  })) {
    it(`agree with BigInt modulo ${name}`, () => compare(modulus, 3_000))
  }

  it('agree with BigInt when two moduli are used in turns', () => {
    const moduli = [N, 2n ** 264n - 275n, SMALL.modulus]
    const limbs = moduli.map((modulus) => residuesOf(modulus) as Residues<Limbs>)
    const forms = limbs.map((residues) => residues.from(65_537n))
    const values = moduli.map(() => 65_537n)
    for (let i = 0; i < 300; i++) {
      const which = i % 3
      forms[which] = limbs[which]!.product(limbs[which]!.squared(forms[which]!, i % 5), forms[which]!)
      values[which] = values[which]! ** BigInt(2 ** (i % 5) + 1) % moduli[which]!
      assert.equal(limbs[which]!.value(forms[which]!), values[which])
    }
  })

  it('never change what they were given', () => {
    const residues = residuesOf(N) as Residues<Limbs>
    const a = Object.freeze([...residues.from(N - 5n)])
    const b = Object.freeze([...residues.from(N / 3n)])
    assert.equal(residues.value(residues.product(a, b)), ((N - 5n) * (N / 3n)) % N)
    assert.equal(residues.value(residues.squared(a, 0)), N - 5n)
    assert.equal(residues.value(residues.squared(a, 1)), 25n)
    assert.equal(residues.value(a), N - 5n)
  })

  it('multiply right with every limb at its bound, above any number modulo N', () => {
    const multiplier = compileMultiplier()!
    const draw = generator(2n)
    for (const length of [6, 42, 84]) {
      const radix = 2n ** BigInt(51 * length)
      const signs = [() => 1, () => -1, (k: number) => 1 - 2 * (k % 2), () => 1 - 2 * Number(draw(1))]
      const extremes = signs.map((sign) => Array.from({ length }, (_, k) => sign(k) * LIMIT))
      // −1/N of extreme limbs and N of whatever it is then; and N extreme
      for (const sign of signs) {
        const extreme = Array.from({ length }, (_, k) => sign(k) * (2 ** 50 - 1))
        const value = sumLimbs(extreme)
        const inverse = inverseOdd(value, 51 * length)
        const constants = [
          { modulus: splitLimbs(-inverse, length), inverse: extreme },
          { modulus: extreme, inverse: splitLimbs(-inverse, length) },
        ]
        for (const chosen of constants) {
          multiplier.select(chosen)
          const modulus = sumLimbs(chosen.modulus)
          for (const a of extremes) {
            for (const b of extremes) {
              const product = multiplier.product(a, b)
              for (const limb of product) assert.ok(Math.abs(limb) <= LIMIT)
              assert.equal((sumLimbs(product) * radix - sumLimbs(a) * sumLimbs(b)) % modulus, 0n)
            }
            const square = multiplier.squared(a, 1)
            assert.equal((sumLimbs(square) * radix - sumLimbs(a) ** 2n) % modulus, 0n)
          }
        }
      }
    }
  })
})

/** 1/value mod 2^bits, for an odd value. */
function inverseOdd(value: bigint, bits: number): bigint {
  let inverse = value
  for (let right = 3; right < bits; right *= 2)
    inverse = BigInt.asIntN(bits, inverse * (2n - value * inverse))
  return inverse
}

describe('a delay in limbs and in BigInt', { skip }, () => {
  const seed = utf8('two ways')
  const options = { keptPowers: 64, slice: 100 }

  afterEach(() => useResidues(undefined))

  function run(steps: number, checkpoint?: Uint8Array): { seen: DelayProgress[]; proof: Uint8Array } {
    const seen: DelayProgress[] = []
    const evaluation = delaySteps({ seed, steps }, checkpoint ? { ...options, checkpoint } : options)
    for (let step = evaluation.next(); ; step = evaluation.next()) {
      if (step.done) return { seen, proof: step.value }
      seen.push(step.value)
    }
  }

  it('has the same proof and is checked by both', () => {
    for (const steps of [1, 2, 63, 264, 300, 1_500]) {
      const { proof } = run(steps)
      const output = verifyDelay({ seed, steps, proof })
      useResidues(bigints)
      assert.deepEqual(run(steps).proof, proof)
      assert.deepEqual(verifyDelay({ seed, steps, proof }), output)
      useResidues(undefined)
    }
  })

  it('has the same checkpoints, and either goes on from those of the other', () => {
    const limbs = run(1_000)
    useResidues(bigints)
    const numbers = run(1_000)
    assert.equal(limbs.seen.length, numbers.seen.length)
    for (const [i, progress] of limbs.seen.entries()) {
      const checkpoint = progress.checkpoint()
      assert.deepEqual(checkpoint, numbers.seen[i]!.checkpoint())
      assert.deepEqual(progress.checkpoint(3), checkpoint.subarray(3 * 256))
    }
    const checkpoint = limbs.seen[4]!.checkpoint()
    assert.deepEqual(run(1_000, checkpoint).proof, limbs.proof)
    useResidues(undefined)
    assert.deepEqual(run(1_000, checkpoint).proof, limbs.proof)
  })

  it('goes on undisturbed beside another on the same thread', () => {
    const alone = [300, 400].map((steps) => run(steps).proof)
    const both = [300, 400].map((steps) => delaySteps({ seed, steps }, { slice: 7 }))
    const proofs: (Uint8Array | undefined)[] = [undefined, undefined]
    while (proofs.some((proof) => proof === undefined)) {
      for (const [i, evaluation] of both.entries()) {
        const step = evaluation.next()
        if (step.done && step.value !== undefined) proofs[i] = step.value
      }
    }
    assert.deepEqual(proofs, alone)
  })

  it('draws the same primes', () => {
    const draw = () => Array.from({ length: 8 }, (_, i) => hashToPrime('two ways', Uint8Array.of(i)))
    const primes = draw()
    useResidues(bigints)
    assert.deepEqual(draw(), primes)
  })

  it('is no answer when WebAssembly stops in the middle', () => {
    const { proof } = run(300)
    useResidues((modulus) => {
      const residues = bigints(modulus)
      residues.product = () => {
        throw new KernelError('trap', 'the kernel stopped')
      }
      return residues
    })
    assert.throws(() => verifyDelay({ seed, steps: 300, proof }), trap)
    assert.throws(() => run(300), trap)
  })
})

describe('the multiplier', { skip }, () => {
  it('gives no answer after a trap, and another one goes on', () => {
    let multiplier = compileMultiplier()!
    const residues = new LimbResidues(N, () => {
      if (multiplier.spent) multiplier = multiplier.renew()
      return multiplier
    })
    const a = residues.from(N - 2n)
    const first = multiplier
    first.select({ modulus: splitLimbs(N, 42).slice(1), inverse: splitLimbs(N, 42).slice(1) })
    assert.throws(() => first.product(a, a), trap)
    assert.ok(first.spent)
    assert.throws(() => first.squared(a, 1), trap)
    assert.equal(residues.value(residues.product(a, a)), 4n)
    assert.notEqual(multiplier, first)
  })

  it('gives no wrong answer where the stack ends', () => {
    const residues = residuesOf(N)
    const a = residues.from(N - 2n)
    let answers = 0
    let refusals = 0
    const descend = (): void => {
      try {
        descend()
      } catch (error) {
        assert.ok(error instanceof RangeError)
      }
      if (answers === 100) return
      try {
        assert.equal(residues.value(residues.product(a, a)), 4n)
        answers++
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        refusals++
      }
    }
    descend()
    assert.ok(answers === 100 && refusals > 0, `${answers}, ${refusals}`)
  })

  it('refuses every length that its memory is not laid out for', () => {
    for (const length of [0, 1, 5, 7, 41, 90, 1_000]) {
      const exports = instance()
      assert.throws(() => exports.multiply(length), WebAssembly.RuntimeError)
      assert.throws(() => exports.squareTimes(length, 1), WebAssembly.RuntimeError)
    }
    assert.throws(() => instance().multiply(-6), WebAssembly.RuntimeError)
  })

  it('has one page of memory for good', () => {
    const { memory } = instance()
    assert.equal(memory.buffer.byteLength, 65_536)
    assert.throws(() => memory.grow(1), RangeError)
  })

  it('needs nothing from outside', () => {
    assert.deepEqual(WebAssembly.Module.imports(module()), [])
  })

  const module = () => new WebAssembly.Module(new Uint8Array(Buffer.from(DELAY_MODULE, 'base64')))
  const instance = () => new WebAssembly.Instance(module()).exports as unknown as DelayExports
})

describe('the choice of residues', { skip }, () => {
  const RESIDUES = new URL('../../../src/protocol/crypto/delay/residues.ts', import.meta.url).href
  let copies = 0

  afterEach(() => mock.restoreAll())

  /** The choice as it is before its first use. */
  const fresh = (): Promise<typeof choice> => import(`${RESIDUES}?copy=${++copies}`)

  /** Makes an engine out of this one whose instances have other functions. */
  function engine(change: (exports: DelayExports) => Partial<DelayExports>): () => number {
    const Instance = WebAssembly.Instance
    let made = 0
    mock.method(WebAssembly, 'Instance', function Pretended(module: WebAssembly.Module) {
      made++
      const exports = new Instance(module).exports as unknown as DelayExports
      return { exports: { ...exports, ...change(exports) } }
    })
    return () => made
  }

  it('does no work at import, nor more than once', async () => {
    const made = engine(() => ({}))
    const { residuesOf } = await fresh()
    assert.equal(made(), 0)
    assert.ok(residuesOf(N) instanceof LimbResidues)
    assert.ok(residuesOf(15n) instanceof LimbResidues)
    assert.equal(made(), 1)
  })

  it('falls on BigInt for a modulus too long for the module', () => {
    assert.ok(residuesOf(2n ** 4280n - 1n) instanceof LimbResidues)
    assert.ok(residuesOf(2n ** 4280n + 1n) instanceof BigIntResidues)
  })

  const faults: Record<string, (exports: DelayExports) => Partial<DelayExports>> = {
    'multiply-add is not fused': () => ({ isFused: () => false }),
    'products are wrong': () => ({ multiply: () => {} }),
    'squares are wrong': ({ multiply }) => ({ squareTimes: (n) => multiply(n) }),
    'a product is wrong by one unit': ({ multiply, memory, first }) => ({
      multiply(n) {
        multiply(n)
        new Float64Array(memory.buffer)[first() / 8]! += 1
      },
    }),
    'the self-test traps': () => ({
      multiply() {
        throw new WebAssembly.RuntimeError('unreachable')
      },
    }),
  }
  for (const [fault, change] of Object.entries(faults)) {
    it(`falls on BigInt where ${fault}`, async () => {
      const made = engine(change)
      const { residuesOf } = await fresh()
      assert.ok(residuesOf(N) instanceof BigIntResidues)
      assert.ok(residuesOf(15n) instanceof BigIntResidues)
      assert.equal(made(), 1)
    })
  }

  it('falls on BigInt where the module does not compile', async () => {
    const { residuesOf } = await fresh()
    mock.method(WebAssembly, 'Module', function Pretended() {
      throw new WebAssembly.CompileError('invalid value type')
    })
    assert.ok(residuesOf(N) instanceof BigIntResidues)
  })

  it('falls on BigInt where there is no WebAssembly', async () => {
    const { residuesOf } = await fresh()
    const kept = WebAssembly
    Reflect.deleteProperty(globalThis, 'WebAssembly')
    try {
      assert.ok(residuesOf(N) instanceof BigIntResidues)
    } finally {
      globalThis.WebAssembly = kept
    }
  })

  it('takes another instance after a trap', async () => {
    let stops = false
    const made = engine(({ multiply }) => ({
      multiply(n) {
        if (stops) throw new WebAssembly.RuntimeError('unreachable')
        multiply(n)
      },
    }))
    const { residuesOf } = await fresh()
    const residues = residuesOf(N)
    const a = residues.from(N - 2n)
    stops = true
    assert.throws(() => residues.product(a, a), trap)
    stops = false
    assert.equal(residues.value(residues.product(a, a)), 4n)
    assert.equal(made(), 2)
  })
})

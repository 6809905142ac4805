import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { concat, fromHex, toHex, utf8 } from '../../../src/protocol/bytes.ts'
import { challengePrime } from '../../../src/protocol/crypto/delay/challenge.ts'
import {
  claimedOutput,
  DELAY_OUTPUT_LENGTH,
  DELAY_PROOF_LENGTH,
  delaySteps,
  evaluateDelay,
  MAX_DELAY_STEPS,
  verifyDelay,
} from '../../../src/protocol/crypto/delay/delay.ts'
import type { DelayOptions, DelayProgress } from '../../../src/protocol/crypto/delay/evaluate.ts'
import {
  type DelayGroup,
  decodeElement,
  encodeElement,
  hashToElement,
} from '../../../src/protocol/crypto/delay/group.ts'
import { RSA_2048 } from '../../../src/protocol/crypto/delay/modulus.ts'
import { planDelay } from '../../../src/protocol/crypto/delay/plan.ts'
import { ProtocolError } from '../../../src/protocol/errors.ts'
import { chinese, knownOrderOutput, knownOrderProof, P, PHI, Q, SMALL } from './delay-fixtures.ts'

type Case = { seed: string; steps: number; input: string; challenge: string; proof: string }
const vectors = JSON.parse(readFileSync(new URL('vectors/delay.json', import.meta.url), 'utf8')) as {
  rsa2048: { modulusDecimal: string; cases: Case[] }
  small: { cases: Case[] }
}

const seed = utf8('a beacon')
const N = RSA_2048.modulus
const invalid = (error: unknown) => error instanceof ProtocolError && error.code === 'invalid_delay_proof'

function run(
  task: { seed: Uint8Array; steps: number },
  options: DelayOptions = {},
  group: DelayGroup = RSA_2048,
): Uint8Array {
  const steps = delaySteps(task, options, group)
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}

describe('RSA-2048 challenge modulus', () => {
  it('has the digits and check figures that were published', () => {
    const digits = vectors.rsa2048.modulusDecimal
    assert.equal(N, BigInt(digits))
    assert.equal(digits.length, 617)
    assert.equal(
      Array.from(digits, Number).reduce((sum, digit) => sum + digit),
      2738,
    )
    assert.equal(N % 991_889n, 543_967n)
    assert.equal(N.toString(2).length, 8 * RSA_2048.bytes)
  })
})

describe('delay, vectors of an independent program', () => {
  for (const [name, group, cases] of [
    ['RSA-2048', RSA_2048, vectors.rsa2048.cases],
    ['a small modulus', SMALL, vectors.small.cases],
  ] as const) {
    for (const { seed, steps, input, challenge, proof } of cases) {
      it(`${name}: seed "${seed}", ${steps} steps`, () => {
        const task = { seed: fromHex(seed), steps }
        const x = hashToElement(group, task.seed)
        const y = decodeElement(group, fromHex(proof).subarray(0, group.bytes))
        const found = challengePrime(group, { input: x, output: y, steps })
        assert.equal(toHex(encodeElement(group, x)), input)
        assert.equal(toHex(encodeElement({ ...group, bytes: 33 }, found)), challenge)
        assert.equal(toHex(run(task, {}, group)), proof)
        assert.deepEqual(verifyDelay({ ...task, proof: fromHex(proof) }, group), encodeElement(group, y))
      })
    }
  }
})

describe('delay', () => {
  it('gives a proof of 512 bytes whose output the check returns', async () => {
    const proof = await evaluateDelay({ seed, steps: 1_000 })
    assert.equal(proof.length, DELAY_PROOF_LENGTH)
    const output = verifyDelay({ seed, steps: 1_000, proof })
    assert.equal(output.length, DELAY_OUTPUT_LENGTH)
    assert.deepEqual(claimedOutput(proof), output)
  })

  it('gives what the order of a small group gives at once, for any number of steps', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.integer({ min: 1, max: 3_000 }), (seed, steps) => {
        const proof = run({ seed, steps }, {}, SMALL)
        assert.deepEqual(proof, knownOrderProof(seed, steps))
      }),
      { numRuns: 40 },
    )
  })

  it('is checked the same way at the greatest number of steps', () => {
    const proof = knownOrderProof(seed, MAX_DELAY_STEPS)
    const output = verifyDelay({ seed, steps: MAX_DELAY_STEPS, proof }, SMALL)
    assert.deepEqual(output, encodeElement(SMALL, knownOrderOutput(seed, MAX_DELAY_STEPS)))
  })

  it('gives the same proof however few powers it keeps', () => {
    const whole = run({ seed, steps: 2_500 }, {}, SMALL)
    for (const keptPowers of [1, 2, 3, 10, 99, 10_000]) {
      assert.deepEqual(run({ seed, steps: 2_500 }, { keptPowers }, SMALL), whole, `${keptPowers}`)
    }
  })

  it('refuses to begin for a number of steps out of bounds', () => {
    for (const steps of [0, -1, 1.5, Number.NaN, MAX_DELAY_STEPS + 1]) {
      assert.throws(() => delaySteps({ seed, steps }).next(), invalid)
    }
  })
})

describe('plan of a proof', () => {
  it('costs about a tenth of the evaluation, less when more powers are kept', () => {
    assert.ok(planDelay(480_000).proofCost < 0.105 * 480_000)
    assert.ok(planDelay(2.4e9).proofCost < 0.095 * 2.4e9)
    assert.ok(planDelay(2.4e9, 2 ** 20).proofCost < 0.071 * 2.4e9)
    assert.ok(planDelay(2.4e9).kept <= 65_536)
  })

  it('asks for at least one power and one step a slice', () => {
    assert.throws(() => planDelay(10, 0), RangeError)
    assert.throws(() => delaySteps({ seed, steps: 10 }, { slice: 0 }).next(), RangeError)
  })
})

describe('delay proof', () => {
  const steps = 300
  const proof = run({ seed, steps })
  const y = decodeElement(RSA_2048, proof.subarray(0, 256))
  const pi = decodeElement(RSA_2048, proof.subarray(256))
  const of = (y: bigint, pi: bigint, group = RSA_2048) =>
    concat(encodeElement(group, y), encodeElement(group, pi))
  const refused = (proof: Uint8Array, task: { seed?: Uint8Array; steps?: number } = {}, group = RSA_2048) =>
    assert.throws(() => verifyDelay({ seed, steps, ...task, proof }, group), invalid)

  it('is accepted', () => {
    assert.deepEqual(verifyDelay({ seed, steps, proof }), encodeElement(RSA_2048, y))
    assert.deepEqual(of(y, pi), proof)
  })

  it('is refused with −y or −π', () => {
    refused(of(N - y, pi))
    refused(of(y, N - pi))
    refused(of(N - y, N - pi))
  })

  it('is refused with y + N or π + N', () => {
    const proof = knownOrderProof(seed, steps)
    const [y, pi] = [proof.subarray(0, 16), proof.subarray(16)].map((bytes) => decodeElement(SMALL, bytes))
    verifyDelay({ seed, steps, proof: of(y!, pi!, SMALL) }, SMALL)
    refused(of(y! + SMALL.modulus, pi!, SMALL), {}, SMALL)
    refused(of(y!, pi! + SMALL.modulus, SMALL), {}, SMALL)
    refused(of(SMALL.modulus - y!, pi!, SMALL), {}, SMALL)
  })

  it('is refused with 0, 1, N or all ones in the place of a part', () => {
    for (const value of [0n, 1n, N, N - 1n, 2n ** 2048n - 1n]) {
      refused(of(value, pi))
      refused(of(y, value))
      refused(of(value, value))
    }
  })

  it('is refused for another number of steps', () => {
    for (const steps of [299, 301, 600, 0, -300, 300.5, MAX_DELAY_STEPS, MAX_DELAY_STEPS + 1]) {
      refused(proof, { steps })
    }
  })

  it('is refused for another seed', () => {
    refused(proof, { seed: utf8('another beacon') })
    refused(proof, { seed: new Uint8Array() })
    refused(run({ seed: utf8('another beacon'), steps }))
  })

  it('is refused under another modulus', () => {
    refused(proof, {}, { modulus: N - 2n, bytes: 256 })
    refused(run({ seed, steps }, {}, { modulus: N - 2n, bytes: 256 }))
  })

  it('is refused with the output of other steps, and the right π for it', () => {
    refused(run({ seed, steps: steps - 1 }))
    const other = run({ seed, steps: steps + 1 })
    refused(other)
    refused(concat(other.subarray(0, 256), proof.subarray(256)))
  })

  it('is refused when any byte changes', () => {
    for (let i = 0; i < proof.length; i += 37) {
      const changed = proof.slice()
      changed[i]! ^= 1 << (i & 7)
      refused(changed)
    }
  })

  it('is refused in any other length', () => {
    for (const length of [0, 255, 256, 511]) refused(proof.subarray(0, length))
    refused(concat(proof, Uint8Array.of(0)))
    assert.throws(() => claimedOutput(proof.subarray(1)), invalid)
  })

  it('is refused when it was made for a composite challenge', () => {
    // enough steps for quotients by neighbouring challenges to differ
    const steps = 1_000
    const input = hashToElement(SMALL, seed)
    const challenge = challengePrime(SMALL, { input, output: knownOrderOutput(seed, steps), steps })
    assert.deepEqual(knownOrderProof(seed, steps, challenge), run({ seed, steps }, {}, SMALL))
    for (const composite of [challenge - 1n, challenge + 2n, 3n * 2n ** 262n, 3n * challenge]) {
      refused(knownOrderProof(seed, steps, composite), { steps }, SMALL)
    }
  })

  it('is refused when the parts have a factor in common with the modulus', () => {
    refused(of(P, P, SMALL), {}, SMALL)
    refused(of(Q, P, SMALL), {}, SMALL)
  })

  it('can be forged by whoever has an element of low order, which is why −1 must count as 1', () => {
    const proof = knownOrderProof(seed, steps)
    const input = hashToElement(SMALL, seed)
    // 1 mod P and −1 mod Q: a square root of one that gives the factors away
    const u = chinese(1n, Q - 1n)
    assert.equal((u * u) % SMALL.modulus, 1n)
    const output = decodeElement(SMALL, proof.subarray(0, 16))
    const wrong = (output * u) % SMALL.modulus
    const claimed = wrong <= SMALL.modulus >> 1n ? wrong : SMALL.modulus - wrong
    const challenge = challengePrime(SMALL, { input, output: claimed, steps })
    const forged = decodeElement(SMALL, knownOrderProof(seed, steps, challenge).subarray(16)) * u
    const half = forged % SMALL.modulus
    const made = of(claimed, half <= SMALL.modulus >> 1n ? half : SMALL.modulus - half, SMALL)
    assert.notEqual(claimed, output)
    assert.deepEqual(verifyDelay({ seed, steps, proof: made }, SMALL), made.slice(0, 16))
    assert.equal(PHI % 2n, 0n)
  })
})

describe('delay checkpoint', () => {
  const steps = 4_000
  const whole = run({ seed, steps }, {}, SMALL)

  function progressOf(options: DelayOptions): DelayProgress[] {
    return [...delaySteps({ seed, steps }, options, SMALL)]
  }

  it('lets an evaluation go on where another stopped', () => {
    const options = { keptPowers: 50, slice: 100 }
    for (const stopped of progressOf(options).slice(0, 60)) {
      const checkpoint = stopped.checkpoint()
      assert.equal(checkpoint.length, stopped.kept * SMALL.bytes)
      const rest = [...delaySteps({ seed, steps }, { ...options, checkpoint }, SMALL)]
      const spacing = planDelay(steps, 50).spacing
      assert.equal(rest[0]!.done, Math.min(steps, (stopped.kept - 1) * spacing + 100))
      assert.deepEqual(run({ seed, steps }, { ...options, checkpoint }, SMALL), whole)
    }
  })

  it('only ever grows', () => {
    let file = new Uint8Array()
    let kept = 0
    for (const progress of delaySteps({ seed, steps }, { keptPowers: 50, slice: 77 }, SMALL)) {
      file = concat(file, progress.checkpoint(kept)) as Uint8Array<ArrayBuffer>
      kept = progress.kept
      assert.deepEqual(file, progress.checkpoint())
    }
    assert.equal(kept, planDelay(steps, 50).kept)
  })

  it('of another delay is refused, and a damaged one found out in the end', () => {
    const options = { keptPowers: 50 }
    const checkpoint = progressOf(options).at(-1)!.checkpoint()
    const other = { seed: utf8('another beacon'), steps }
    const wrong = { code: 'invalid_encoding' }
    assert.throws(() => run(other, { ...options, checkpoint }, SMALL), wrong)
    assert.throws(
      () => run({ seed, steps }, { ...options, checkpoint: checkpoint.subarray(1) }, SMALL),
      wrong,
    )
    assert.throws(() => run({ seed, steps: 400 }, { ...options, checkpoint }, SMALL), wrong)
    const damaged = checkpoint.slice()
    damaged[20 * SMALL.bytes]! ^= 1
    assert.throws(() => run({ seed, steps }, { ...options, checkpoint: damaged }, SMALL), invalid)
  })
})

describe('evaluateDelay', () => {
  it('reports progress up to the end and gives way after every slice', async () => {
    const seen: DelayProgress[] = []
    let pauses = 0
    const pause = async () => {
      pauses++
    }
    await evaluateDelay(
      { seed, steps: 1_000 },
      { slice: 100, pause, onProgress: (progress) => seen.push(progress) },
    )
    assert.equal(pauses, seen.length)
    assert.deepEqual(
      seen.filter(({ phase }) => phase === 'evaluate').map(({ done }) => done),
      [100, 200, 300, 400, 500, 600, 700, 800, 900, 1_000],
    )
    const last = seen.at(-1)!
    assert.equal(last.phase, 'prove')
    assert.ok(last.done > 0.9 * last.total && last.done <= last.total)
  })

  it('lets other work go on meanwhile', async () => {
    let turns = 0
    let running = true
    const other = async () => {
      for (; running; turns++) await new Promise(setImmediate)
    }
    const others = other()
    await evaluateDelay({ seed, steps: 2_000 }, { slice: 200 })
    running = false
    await others
    assert.ok(turns >= 5, `${turns}`)
  })

  it('ends with the reason of its signal', async () => {
    const reason = new Error('enough')
    const controller = new AbortController()
    const onProgress = ({ done }: DelayProgress) => {
      if (done >= 300) controller.abort(reason)
    }
    const options = { slice: 100, onProgress, signal: controller.signal }
    await assert.rejects(evaluateDelay({ seed, steps: MAX_DELAY_STEPS }, options), reason)
    await assert.rejects(evaluateDelay({ seed, steps: 1 }, options), reason)
  })
})

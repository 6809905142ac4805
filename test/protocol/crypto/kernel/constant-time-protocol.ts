/** Tests of everything that stands on the kernel and takes secrets, on one variant of the kernel; a file for each calls them. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { buildTransaction } from '../../../../src/protocol/build-transaction.ts'
import { utf8 } from '../../../../src/protocol/bytes.ts'
import {
  addPoints,
  encodePoint,
  equalPoints,
  hashToGroup,
  invertScalar,
  multiply,
  multiplyAddScalars,
  multiplyBase,
  multiplyEncodings,
  multiscalar,
  multiscalarSecret,
  negateScalar,
  type Point,
  precompute,
  type Scalar,
  scalarFrom,
  subtractPoints,
  sumOfChoices,
} from '../../../../src/protocol/crypto/group.ts'
import { deriveScalar } from '../../../../src/protocol/crypto/hash.ts'
import { type KernelVariant, useKernel } from '../../../../src/protocol/crypto/kernel/kernel.ts'
import { commit } from '../../../../src/protocol/crypto/pedersen.ts'
import { proveRange } from '../../../../src/protocol/crypto/rangeproof.ts'
import {
  appendStatement,
  challengesYZ,
  challengeX,
  decodeRangeProof,
} from '../../../../src/protocol/crypto/rangeproof-encoding.ts'
import {
  addToEach,
  decodeScalars,
  innerProduct,
  multiplyVectors,
  packScalars,
  powers,
  powersFrom,
  type Scalars,
  scaleVector,
  subtractVectors,
  unpackScalars,
} from '../../../../src/protocol/crypto/scalars.ts'
import { sign } from '../../../../src/protocol/crypto/schnorr.ts'
import { Transcript } from '../../../../src/protocol/crypto/transcript.ts'
import { findOutput, makeInternalOutput, makeOutput, spendSecret } from '../../../../src/protocol/enote.ts'
import { accountKeys, subaddress } from '../../../../src/protocol/keys.ts'
import { NETWORKS } from '../../../../src/protocol/network.ts'
import type { Payload } from '../../../../src/protocol/payload.ts'
import { AMOUNTS, SCALARS, scrambled } from './secrets.ts'
import { TracedKernel } from './traced-kernel.ts'

const scalars = SCALARS.map((bytes) => bytes as Scalar)
const seeds = Array.from({ length: 6 }, (_, i) => scrambled(`seed ${i}`, 64))
const CONTEXT = scrambled('context', 32)
const NOTHING: Payload = { kind: 'none' }

/** The same bytes at every call. */
const random = (length: number) => scrambled('random', length)

export function describeProtocol(variant: KernelVariant): void {
  const kernel = new TracedKernel(variant)
  useKernel(kernel)
  const points = ['one', 'two', 'three', 'four'].map((name) => hashToGroup(scrambled(name, 64)))
  const [P] = points as [Point]
  const encodings = points.map(encodePoint)
  const pointsOfScalars = scalars.map((scalar) => multiply(P, scalar))

  describe(`on the ${variant} kernel no secret of the group shows`, () => {
    test('in multiply', () => {
      kernel.assertSameTrace(scalars, (scalar) => multiply(P, scalar))
    })

    test('in multiply of a point with tables', () => {
      const fixed = precompute(hashToGroup(scrambled('fixed', 64)))
      kernel.assertSameTrace(scalars, (scalar) => multiply(fixed, scalar))
      kernel.assertSameTrace(scalars, multiplyBase)
    })

    test('in multiplyEncodings', () => {
      kernel.assertSameTrace(scalars, (scalar) => multiplyEncodings(encodings, scalar))
    })

    test('in multiscalarSecret', () => {
      kernel.assertSameTrace([...scalars.keys()], (i) => {
        multiscalarSecret(
          points,
          points.map((_, j) => scalars[(i + j * j) % scalars.length]!),
        )
      })
    })

    test('in sumOfChoices', () => {
      const choices = [
        [0, 0, 0, 0],
        [1, 1, 1, 1],
        [-1, -1, -1, -1],
        [1, 0, -1, 0],
        [-1, 1, 0, 1],
      ]
      kernel.assertSameTrace(choices, (list) => sumOfChoices(points, Int8Array.from(list)))
    })

    test('in sums, comparisons and encodings of points', () => {
      kernel.assertSameTrace(pointsOfScalars, (point) => {
        encodePoint(addPoints(point, P))
        encodePoint(subtractPoints(P, point))
        equalPoints(point, P)
      })
    })

    test('in memory after the call', () => {
      const { memory } = kernel.exports
      const works: ((scalar: Scalar) => void)[] = [
        (scalar) => multiply(P, scalar),
        multiplyBase,
        (scalar) => multiplyEncodings(encodings, scalar),
        (scalar) => multiscalarSecret([P, P], [scalar, scalar]),
        (scalar) => sumOfChoices([P], Int8Array.of((scalar[0]! & 2) - 1)),
        (scalar) => multiplyAddScalars(scalar, scalar, scalar),
        (scalar) => deriveScalar('test', scalar),
        (scalar) => encodePoint(addPoints(multiply(P, scalar), P)),
        (scalar) => commit(5n, scalar),
      ]
      for (const work of works) {
        work(scalars[0]!)
        const images = scalars.map((scalar) => {
          work(scalar)
          return Buffer.from(memory.buffer).toString('latin1')
        })
        assert.equal(new Set(images).size, 1, String(work))
      }
    })

    test('except in multiscalar, which is for public data', () => {
      assert.throws(() =>
        kernel.assertSameTrace(scalars, (scalar) =>
          multiscalar(
            points,
            points.map(() => scalar),
          ),
        ),
      )
    })
  })

  describe(`on the ${variant} kernel no secret of the protocol shows`, () => {
    test('in hashes and scalars from them', () => {
      kernel.assertSameTrace(seeds, (seed) => deriveScalar('test', seed))
    })

    test('in a signature', () => {
      kernel.assertSameTrace(scalars, (secret) => sign(secret, utf8('message'), random))
    })

    test('in a commitment', () => {
      kernel.assertSameTrace([...AMOUNTS.keys()], (i) => commit(AMOUNTS[i]!, scalars[i]!))
    })

    test('in the keys of an account', () => {
      kernel.assertSameTrace(seeds, (seed) => subaddress(accountKeys(seed), 3))
    })

    test('in making an output', () => {
      kernel.assertSameTrace([...AMOUNTS.keys()], (i) => {
        const keys = accountKeys(seeds[i % seeds.length]!)
        const terms = { amount: AMOUNTS[i]!, payload: NOTHING, context: CONTEXT, anchor: random(16) }
        makeOutput({ ...terms, address: subaddress(keys, 0) })
        makeInternalOutput({ ...terms, keys })
      })
    })

    test('in looking at an output of somebody else', () => {
      const { core } = outputFor(scrambled('stranger', 64), 5n)
      kernel.assertSameTrace(seeds, (seed) => {
        assert.equal(findOutput(accountKeys(seed), CONTEXT, core), undefined)
      })
    })

    test('in opening an output', () => {
      const outputs = seeds.map((seed, i) => ({ seed, ...outputFor(seed, AMOUNTS[i]!) }))
      kernel.assertSameTrace(outputs, ({ seed, core, amount }) => {
        const keys = accountKeys(seed)
        const found = findOutput(keys, CONTEXT, core)
        assert.equal(found?.amount, amount)
        spendSecret(keys, 0, found!.extension)
      })
    })

    test('in a range proof, but for the sums of its inner-product argument', () => {
      const partly = withoutRounds()
      const secrets = AMOUNTS.map((amount, i) => ({
        values: [amount, AMOUNTS[(3 * i + 1) % AMOUNTS.length]!],
        blindings: [scalars[i]!, scalars[i + 8]!],
      }))
      partly.assertSameTrace(secrets, (openings) => prove(openings))
      useKernel(kernel)
      // with them, traces differ; the first proof makes tables
      const [, one, other] = [0n, 0n, 1n].map((value) =>
        kernel.trace(() => prove({ values: [value], blindings: [scalars[1]!] })),
      )
      assert.notDeepEqual(one, other)
    })

    test('in a payment or a message', () => {
      const partly = withoutRounds()
      const message: Payload = {
        kind: 'message',
        app: 'chat',
        messageId: scrambled('id', 16),
        part: 0,
        count: 1,
        body: utf8('hello'),
      }
      const payments = [
        { amount: 0n, payload: NOTHING },
        { amount: 0n, payload: message },
        { amount: 1_000n, payload: NOTHING },
        { amount: 4_000_000n, payload: NOTHING },
      ]
      partly.assertSameTrace([...payments.keys()], (i) => pay(seeds[i]!, payments[i]!))
      useKernel(kernel)
    })
  })

  test(`what a range proof does in variable time is blinded number by number, on the ${variant} kernel`, () => {
    const values = [0n, 2n ** 64n - 1n]
    const { vectors, proof, commitments } = innerProductOf(values)
    const blindings = blindingsOf({ values, ...vectors, proof, commitments })
    assert.equal(new Set(blindings.map(String)).size, 4 * 64)
    // as large as scalars are: none is below 2^200
    assert.ok(blindings.every((blinding) => blinding.subarray(25).some((byte) => byte !== 0)))
    const others = innerProductOf(values, 'other randomness')
    const otherBlindings = blindingsOf({ values, ...others.vectors, ...others })
    assert.deepEqual(
      otherBlindings.filter((blinding) => blindings.map(String).includes(String(blinding))),
      [],
    )
  })

  /** A proof, and the vectors a = l(x) and b = r(x) that its inner-product argument began with. */
  function innerProductOf(values: readonly bigint[], entropy = 'randomness') {
    const watched = new TracedKernel(variant)
    const { memory, roundScalars } = watched.exports
    let vectors: { a: Scalars; b: Scalars } | undefined
    watched.replace({
      roundScalars(...args) {
        const [, , a, b, , , , N] = args
        const read = (at: number) => decodeScalars(new Uint8Array(memory.buffer, at, 32 * N).slice())
        vectors ??= { a: read(a), b: read(b) }
        roundScalars(...args)
      },
    })
    useKernel(watched)
    const { proof, commitments } = prove({ values, blindings: scalars.slice(-2) }, entropy)
    useKernel(kernel)
    return { vectors: vectors!, proof, commitments }
  }

  /**
   * A kernel of the same kind without the sums of the inner-product argument, which are in variable time: any point takes
   * their place, and the proofs do not hold.
   */
  function withoutRounds(): TracedKernel {
    const partly = new TracedKernel(variant)
    const { basePoint } = partly.exports
    partly.replace({ sumFew: (to) => basePoint(to) })
    useKernel(partly)
    return partly
  }
}

const transcript = () => new Transcript('test')

function prove(openings: { values: readonly bigint[]; blindings: readonly Scalar[] }, entropy = 'random') {
  return proveRange({
    ...openings,
    bits: 64,
    transcript: transcript(),
    random: (length) => scrambled(entropy, length),
  })
}

/**
 * What hides the bits of the values in a = l(x) and b = r(x) (Bünz et al., section 4.2): s_L and s_R, from
 *   l(x) = a_L − z + s_L·x,   r(x) = y^k∘(a_R + z + s_R·x) + z^(2+j)·2^i.
 */
function blindingsOf(proven: {
  values: readonly bigint[]
  a: Scalars
  b: Scalars
  proof: Uint8Array
  commitments: readonly Uint8Array[]
}): Scalar[] {
  const { values, a, b, commitments } = proven
  const proof = decodeRangeProof(proven.proof, 64, values.length)
  assert.deepEqual(innerProduct(a, b), proof.t_x)
  const replayed = transcript()
  appendStatement(replayed, 64, commitments)
  const [y, z] = challengesYZ(replayed, proof)
  const x = challengeX(replayed, proof)
  const bits = values.flatMap((value) => Array.from({ length: 64 }, (_, i) => (value >> BigInt(i)) & 1n))
  const a_L = packScalars(bits.map(scalarFrom))
  const a_R = packScalars(bits.map((bit) => scalarFrom(bit - 1n)))
  const shifted = packScalars(
    unpackScalars(powers(z, 2 + values.length))
      .slice(2)
      .map((power) => powersFrom(power, scalarFrom(2), 64)),
  )
  const inverse = invertScalar(x)
  const unscaled = multiplyVectors(subtractVectors(b, shifted), powers(invertScalar(y), bits.length))
  const s_L = scaleVector(subtractVectors(addToEach(a, z), a_L), inverse)
  const s_R = scaleVector(subtractVectors(addToEach(unscaled, negateScalar(z)), a_R), inverse)
  return unpackScalars(packScalars([s_L, s_R]))
}

function outputFor(seed: Uint8Array, amount: bigint) {
  const address = subaddress(accountKeys(seed), 0)
  return makeOutput({ address, amount, payload: NOTHING, context: CONTEXT, anchor: scrambled('anchor', 16) })
}

function pay(seed: Uint8Array, { amount, payload }: { amount: bigint; payload: Payload }): void {
  const keys = accountKeys(seed)
  const address = subaddress(accountKeys(scrambled('receiver', 64)), 0)
  buildTransaction({
    chainId: scrambled('chain', 32),
    params: NETWORKS.dev,
    keys,
    coins: ['coin 1', 'coin 2'].map((name) => ({
      id: scrambled(name, 32),
      amount: 5_000_000n,
      blinding: deriveScalar('test', seed, utf8(name)),
      secret: deriveScalar('test', seed),
    })),
    recipients: [{ address, amount, payload, anchor: scrambled('anchor', 16) }],
    outputs: 2,
    random,
  })
}

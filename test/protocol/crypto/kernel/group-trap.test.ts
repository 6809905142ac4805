import assert from 'node:assert/strict'
import { after, beforeEach, describe, it } from 'node:test'
import { toHex } from '../../../../src/protocol/bytes.ts'
import {
  addPoints,
  BASE,
  decodePoint,
  decodePoints,
  encodePoint,
  encodePoints,
  equalPoints,
  hashToGroup,
  IDENTITY,
  isIdentity,
  multiply,
  multiplyBase,
  multiplyEncodings,
  multiplyPublic,
  multiscalar,
  multiscalarSecret,
  type Point,
  precompute,
  scalarFrom,
  subtractPoints,
  sumOfChoices,
  sumPoints,
} from '../../../../src/protocol/crypto/group.ts'
import {
  instantiateKernel,
  type Kernel,
  KernelError,
  type KernelErrorCode,
  type KernelExports,
  type KernelVariant,
  kernel,
  useKernel,
} from '../../../../src/protocol/crypto/kernel/kernel.ts'
import { VARIANTS } from './inner-kernel.ts'

type Name = keyof KernelExports

const code = (expected: KernelErrorCode) => (error: unknown) =>
  error instanceof KernelError && error.code === expected

const hexOf = (point: Point): string => toHex(encodePoint(point))

/** A kernel one of whose functions stops, before it does anything or when all is done; a fresh one after it is sound. */
function stopping(variant: KernelVariant, name: Name, when: 'before' | 'after'): Kernel {
  const instance = instantiateKernel(variant)
  const { exports } = instance
  const sound = exports[name] as (...args: number[]) => number
  const broken = (...args: number[]): void => {
    if (when === 'after') sound(...args)
    // an address outside of the memory
    exports.basePoint(0xffff_fff0)
  }
  Object.assign(instance, { exports: { ...exports, [name]: broken } })
  return instance
}

/** Every function of the group, what it calls in the kernel, and a result that is worked out anew each time. */
const OPERATIONS: Record<string, { readonly calls: readonly Name[]; run(inputs: Inputs): string }> = {
  decodePoint: { calls: ['decodePoints'], run: ({ encoding }) => hexOf(decodePoint(encoding)) },
  decodePoints: {
    calls: ['decodePoints'],
    run: ({ encoding }) =>
      decodePoints([encoding, new Uint8Array(32).fill(255)])
        .map((p) => p && hexOf(p))
        .join(),
  },
  encodePoint: { calls: ['encodePoints', 'addPoints'], run: ({ P, Q }) => hexOf(addPoints(P, Q)) },
  encodePoints: {
    calls: ['encodePoints', 'subtractPoints'],
    run: ({ P, Q }) =>
      encodePoints([subtractPoints(P, Q), P])
        .map(toHex)
        .join(),
  },
  hashToGroup: { calls: ['mapToGroup'], run: () => hexOf(hashToGroup(new Uint8Array(64).fill(7))) },
  equalPoints: { calls: ['equalPoints'], run: ({ P, Q }) => `${equalPoints(P, Q)} ${equalPoints(P, P)}` },
  isIdentity: { calls: ['equalPoints'], run: ({ P, Q }) => `${isIdentity(addPoints(P, Q))}` },
  multiply: { calls: ['multiplyEach', 'wipe'], run: ({ P }) => hexOf(multiply(P, scalarFrom(77))) },
  multiplyBase: {
    calls: ['buildBase', 'multiplyBase', 'wipe'],
    run: () => hexOf(multiplyBase(scalarFrom(77))),
  },
  multiplyEncodings: {
    calls: ['decodePoints', 'multiplyEach', 'encodeDoubles', 'wipe', 'scalarMultiply'],
    run: ({ encoding }) =>
      multiplyEncodings([encoding, encoding], scalarFrom(77))
        .map((bytes) => toHex(bytes!))
        .join(),
  },
  multiplyPublic: {
    calls: ['sumFew', 'roomOfFew'],
    run: ({ P }) => hexOf(multiplyPublic(P, scalarFrom(77))),
  },
  'multiplyPublic of a fixed point': {
    calls: ['oddMultiples', 'sumFew'],
    run: ({ Q }) => hexOf(multiplyPublic(precompute(Q), scalarFrom(77))),
  },
  'multiscalar of many': {
    calls: ['sumMany', 'roomOfMany'],
    run: ({ P }) =>
      hexOf(
        multiscalar(
          Array<Point>(400).fill(P),
          Array.from({ length: 400 }, (_, i) => scalarFrom(i)),
        ),
      ),
  },
  multiscalarSecret: {
    calls: ['sumSecret', 'secretRoom', 'wipe'],
    run: ({ P, Q }) => hexOf(multiscalarSecret([P, Q], [scalarFrom(5), scalarFrom(6)])),
  },
  sumOfChoices: {
    calls: ['sumChosen', 'wipe'],
    run: ({ P, Q }) => hexOf(sumOfChoices([P, Q, P], Int8Array.of(1, -1, 0))),
  },
  sumPoints: { calls: ['sumPoints'], run: ({ P, Q }) => hexOf(sumPoints([P, Q], Int8Array.of(1, -1))) },
}

type Inputs = { readonly P: Point; readonly Q: Point; readonly encoding: Uint8Array }

for (const variant of VARIANTS) {
  describe(`a trap in the ${variant} module`, () => {
    let inputs: Inputs

    beforeEach(() => {
      useKernel(instantiateKernel(variant))
      const P = multiplyBase(scalarFrom(1_000_003))
      inputs = { P, Q: addPoints(P, BASE), encoding: encodePoint(P) }
      encodePoint(inputs.Q)
    })
    after(() => useKernel(undefined))

    for (const [name, { calls, run }] of Object.entries(OPERATIONS)) {
      it(`in ${name} is an error, and the next call is right`, () => {
        const expected = run(inputs)
        for (const call of calls) {
          for (const when of ['before', 'after'] as const) {
            useKernel(stopping(variant, call, when))
            const { id } = kernel()
            assert.throws(() => run(inputs), code('trap'), `${call}, ${when}`)
            assert.equal(run(inputs), expected, `${call}, ${when}`)
            assert.notEqual(kernel().id, id)
            assert.equal(run(inputs), expected)
          }
        }
      })
    }

    it('while tables are built leaves none behind', () => {
      const point = precompute(multiplyBase(scalarFrom(3)))
      const expected = hexOf(multiplyBase(scalarFrom(231)))
      for (const call of ['buildBase', 'oddMultiples'] as const) {
        useKernel(stopping(variant, call, 'before'))
        const product = () => hexOf((call === 'buildBase' ? multiply : multiplyPublic)(point, scalarFrom(77)))
        assert.throws(product, code('trap'))
        assert.equal(product(), expected)
      }
    })
  })

  describe(`a full stack under the ${variant} module`, () => {
    after(() => useKernel(undefined))

    it('is an error, wherever it comes, and leaves nothing broken', () => {
      useKernel(instantiateKernel(variant))
      const point = multiplyBase(scalarFrom(3))
      const expected = hexOf(multiplyBase(scalarFrom(231)))
      // a new point each time, so that tables have to be built as well
      const product = () => hexOf(multiply(precompute(addPoints(point, IDENTITY)), scalarFrom(77)))
      let [errors, results] = [0, 0]
      const attempt = () => {
        try {
          assert.equal(product(), expected)
          results++
        } catch (error) {
          if (!(error instanceof RangeError)) throw error
          errors++
        }
      }
      // down to the end of the stack, and an attempt at every step of the way back until there is room enough
      const dive = (): void => {
        try {
          dive()
        } catch (error) {
          if (!(error instanceof RangeError)) throw error
        }
        if (results < 3) attempt()
      }
      // arguments that nobody reads take a word each: the stack ends at another place
      for (let words = 0; words < 24; words++) {
        results = 0
        Reflect.apply(dive, undefined, new Array(words).fill(0))
        assert.equal(results, 3)
      }
      assert.ok(errors > 0)
      assert.equal(product(), expected)
    })
  })

  describe(`memory of the ${variant} module that runs out`, () => {
    after(() => useKernel(undefined))

    it('is an error, and what needs less is right', () => {
      useKernel(instantiateKernel(variant))
      const points = Array<Point>(4_096).fill(multiplyBase(scalarFrom(3)))
      const ones = points.map(() => scalarFrom(1))
      const expected = hexOf(multiplyBase(scalarFrom(3 * 4_096)))
      // all but 100 kB of what an instance may have
      const left = kernel().call((frame) => (64 << 20) - frame.take(0))
      kernel().reserve(left - 100_000)
      const signs = new Int8Array(4_096).fill(1)
      for (const large of [
        () => multiscalar(points, ones),
        () => multiscalarSecret(points, ones),
        () => sumPoints(points, signs),
        () => sumOfChoices(points, signs),
        () => decodePoints(points.map(encodePoint)),
        () => multiplyEncodings(points.map(encodePoint), scalarFrom(5)),
      ]) {
        assert.throws(large, code('out_of_memory'))
        assert.equal(
          hexOf(multiscalar(points.slice(0, 2), ones.slice(0, 2))),
          hexOf(multiplyPublic(BASE, scalarFrom(6))),
        )
      }
      useKernel(instantiateKernel(variant))
      assert.equal(hexOf(multiscalar(points, ones)), expected)
      assert.equal(hexOf(multiscalarSecret(points, ones)), expected)
    })
  })
}

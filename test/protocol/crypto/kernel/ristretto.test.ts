import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { ristretto255_hasher } from '@noble/curves/ed25519.js'
import { fromHex, toHex } from '../../../../src/protocol/bytes.ts'
import { bytesOf, mod, randomIntegers } from '../../../support/scalar-bytes.ts'
import vectors from '../vectors/rfc9496.json' with { type: 'json' }
import { type Inner, innerKernel, modP, P, POINT, VARIANTS } from './inner-kernel.ts'
import {
  COSET,
  decoded,
  Edwards,
  edwardsOf,
  putPoint,
  type Ristretto,
  scaled,
  TORSION,
  times,
  timesBase,
} from './noble-points.ts'

const { d } = Edwards.CURVE()
const SQRT_M1 = 19681161376707505956807079304988542015446066515923890162744021073123829784752n
const invert = (value: bigint): bigint => Edwards.Fp.inv(modP(value))

/** Whether a number has a square root mod p. */
const isSquare = (value: bigint): boolean => Edwards.Fp.pow(modP(value), (P - 1n) / 2n) === 1n
/** Both roots of a square. */
const roots = (value: bigint): [bigint, bigint] => {
  const root = Edwards.Fp.sqrt(modP(value))
  return [root, modP(-root)]
}

/** Field elements where a step of the decoding or of the map has nothing to invert, or only just. */
const SINGULAR: readonly bigint[] = [
  ...[0n, 1n, -1n, 2n, -2n, SQRT_M1, -SQRT_M1, d, -d],
  // 1 − s² or 1 + s² is zero, or −d·u₁² − u₂² has no root
  ...[d - 1n, d + 1n, (1n - d) * invert(1n + d), (1n + d) * invert(1n - d)].filter(isSquare).flatMap(roots),
  // the denominator of the map, (−1 − r·d)·(r + d) with r = √−1·t², is zero for r = −d and for r = −1/d
  ...roots(SQRT_M1 * d),
  ...roots(SQRT_M1 * invert(d)),
].map(modP)

/** 32 bytes that stand for a field element in every way there is, canonical or not. */
const writings = (value: bigint): Uint8Array[] => {
  const integers = [value, value + 2n ** 255n]
  if (value < 19n) integers.push(value + P, value + P + 2n ** 255n)
  return integers.map((integer) => bytesOf([integer]))
}

for (const variant of VARIANTS) {
  describe(`ristretto255 in the ${variant} module`, () => {
    let inner: Inner
    let kernel: Inner['exports']
    let [POINTS, FLAGS, BYTES, SPACE, ROOM] = [0, 0, 0, 0, 0]

    before(async () => {
      inner = await innerKernel(variant)
      kernel = inner.exports
      ;[POINTS, FLAGS, BYTES, SPACE, ROOM] = [0, 4_000, 4_100, 5_000, 9_000].map(inner.at) as [
        number,
        number,
        number,
        number,
        number,
      ]
    })

    const bytesAt = (pointer: number, count: number): Uint8Array =>
      new Uint8Array(kernel.memory.buffer).slice(pointer, pointer + count)
    const write = (pointer: number, list: readonly Uint8Array[]): void => {
      let at = pointer
      for (const bytes of list) {
        new Uint8Array(kernel.memory.buffer).set(bytes, at)
        at += bytes.length
      }
    }

    /** Decodes a list in one call: for each the encoding that its point has, or undefined where it is refused. */
    const decode = (encodings: readonly Uint8Array[]): (string | undefined)[] => {
      write(BYTES, encodings)
      kernel.decodePoints(POINTS, FLAGS, BYTES, encodings.length)
      const flags = bytesAt(FLAGS, encodings.length)
      assert.ok(flags.every((flag) => flag <= 1))
      return encode(encodings.length).map((encoding, i) => {
        if (flags[i] === 1) return encoding
        assert.equal(encoding, '00'.repeat(32), 'a refused encoding leaves the identity')
        return undefined
      })
    }
    const listAt = (count: number): string[] =>
      Array.from({ length: count }, (_, i) => toHex(bytesAt(BYTES + 32 * i, 32)))
    const encode = (count: number): string[] => {
      kernel.encodePoints(BYTES, POINTS, count)
      return listAt(count)
    }
    const encodeDoubles = (count: number): string[] => {
      const before = bytesAt(POINTS, count * POINT)
      kernel.encodeDoubles(BYTES, POINTS, count, SPACE)
      assert.deepEqual(bytesAt(POINTS, count * POINT), before, 'the points are left as they were')
      return listAt(count)
    }
    /** Decodes a list as noble does, every string in the first lane, in the second, and in the last place of an odd list. */
    const assertDecoded = (encodings: readonly Uint8Array[]): number => {
      const expected = encodings.map((encoding) => decoded(encoding) && toHex(encoding))
      const odd = encodings.length % 2 === 0 ? encodings.length - 1 : encodings.length
      assert.deepEqual(decode(encodings), expected)
      assert.deepEqual(decode(encodings.slice(1)), expected.slice(1))
      assert.deepEqual(decode(encodings.slice(0, odd)), expected.slice(0, odd))
      return expected.filter((encoding) => encoding !== undefined).length
    }
    const hexOf = (element: Ristretto): string => toHex(element.toBytes())

    describe('decodes', () => {
      it('the vectors of RFC 9496, and refuses what it lists', () => {
        const [good, bad] = [vectors.multiples.map(fromHex), vectors.invalid.map(fromHex)]
        assert.deepEqual(decode(good), vectors.multiples)
        assert.deepEqual(
          decode(bad),
          bad.map(() => undefined),
        )
        // every good one beside every bad one, in either lane
        for (const [i, encoding] of good.entries()) {
          for (const other of bad) {
            assert.deepEqual(decode([encoding, other]), [vectors.multiples[i], undefined])
            assert.deepEqual(decode([other, encoding]), [undefined, vectors.multiples[i]])
            assert.deepEqual(decode([other]), [undefined])
          }
        }
      })

      it('nothing that is not canonical', () => {
        const values = [
          ...Array.from({ length: 300 }, (_, i) => BigInt(i)),
          ...Array.from({ length: 300 }, (_, i) => P - BigInt(i + 1)),
          ...SINGULAR,
        ]
        // noble must refuse all writings but the first, and of that the odd ones and those without a point
        const valid = assertDecoded(values.flatMap(writings))
        assert.ok(valid > 40 && valid < 160)
        // p ≤ s < 2^255, and what is next to it
        assertDecoded(Array.from({ length: 60 }, (_, i) => bytesOf([P - 20n + BigInt(i)])))
        assertDecoded(Array.from({ length: 40 }, (_, i) => bytesOf([2n ** 256n - 1n - BigInt(i)])))
        // words of all ones, and of all but one
        const full = new Uint8Array(32).fill(255).with(31, 127)
        for (let i = 0; i < 32; i++) {
          assertDecoded([
            full.with(i, full[i]! - 1),
            full.with(i, full[i]! - 1).with(0, 0xec),
            full.with(i, 0),
          ])
        }
      })

      it('what noble does, of encodings with one bit or byte changed', () => {
        const elements = [Edwards.BASE, ...randomIntegers('mutants', 3)].map((_, i) =>
          timesBase(BigInt(7 ** i)),
        )
        for (const encoding of elements.map((element) => element.toBytes())) {
          const mutants: Uint8Array[] = [encoding]
          for (let bit = 0; bit < 256; bit++) {
            mutants.push(encoding.with(bit >> 3, encoding[bit >> 3]! ^ (1 << (bit & 7))))
          }
          for (let i = 0; i < 32; i++)
            for (const byte of [0, 0x7f, 0xff]) mutants.push(encoding.with(i, byte))
          mutants.push(encoding.toReversed(), bytesOf([P - Edwards.Fp.fromBytes(encoding)]))
          const valid = assertDecoded(mutants)
          assert.ok(valid > 50)
        }
      })
    })

    describe('encodes', () => {
      const elements = [
        timesBase(0n),
        timesBase(1n),
        timesBase(-1n),
        ...randomIntegers('encodings', 12).map((factor) => timesBase(factor)),
      ]
      /** Factors that make a coordinate a number with hard limbs. */
      const scales = (point: Edwards): bigint[] => {
        const targets = [1n, P - 1n, 2n ** 254n, (P - 1n) / 2n, (P + 1n) / 2n, 2n ** 204n - 1n]
        targets.push(
          (2n ** 255n - 1n) / 3n,
          2n ** 50n + 2n ** 101n + 2n ** 152n + 2n ** 203n + 2n ** 254n - 2n ** 60n,
        )
        return [
          1n,
          ...[point.X, point.Y, point.Z, point.T].flatMap((of) =>
            of === 0n ? [] : targets.map((t) => modP(t * invert(of))),
          ),
        ]
      }
      /** All that stands for one element: plus points of order 4, with any common factor. */
      const standIns = (element: Ristretto) =>
        COSET.flatMap((torsion) => {
          const point = edwardsOf(element).add(torsion)
          return scales(point).map((by) => scaled(point, by))
        })

      it('every point that stands for an element alike', () => {
        for (const element of elements) {
          const points = standIns(element)
          for (const [i, point] of points.entries()) putPoint(inner, POINTS + i * POINT, point, ROOM)
          const all = points.map(() => hexOf(element))
          assert.deepEqual(encode(points.length), all)
          const doubles = points.map(() => hexOf(element.double()))
          assert.deepEqual(encodeDoubles(points.length), doubles)
          for (let i = 1; i < points.length; i++) assert.equal(kernel.equal(POINTS, POINTS + i * POINT), 1)
        }
      })

      it('neighbours apart: what is in one lane does not reach the other', () => {
        const points = elements
          .slice(0, 6)
          .flatMap((element) => standIns(element).filter((_, i) => i % 9 === 0))
        const alone = points.map((point) => {
          putPoint(inner, POINTS, point, ROOM)
          return [encode(1)[0], encodeDoubles(1)[0]] as const
        })
        for (const [i, first] of points.entries()) {
          for (const j of [0, 1, (i * 7) % points.length]) {
            putPoint(inner, POINTS, first, ROOM)
            putPoint(inner, POINTS + POINT, points[j]!, ROOM)
            assert.deepEqual(encode(2), [alone[i]![0], alone[j]![0]])
            assert.deepEqual(encodeDoubles(2), [alone[i]![1], alone[j]![1]])
          }
        }
      })

      it('doubles of lists of any length, with points of order 8 anywhere', () => {
        const ordinary = randomIntegers('lists', 41).map((factor) => edwardsOf(timesBase(factor)))
        for (const length of [0, 1, 2, 3, 4, 5, 40, 41]) {
          for (let place = -1; place < length; place += length > 5 ? 7 : 1) {
            const list = ordinary.slice(0, length)
            if (place >= 0) list[place] = TORSION[(place + length) % 8]!
            for (const [i, point] of list.entries()) putPoint(inner, POINTS + i * POINT, point, ROOM)
            // a multiple of two of any point stands for an element, as all do that are even
            const expected = list.map((point, i) =>
              i === place ? '00'.repeat(32) : hexOf(nobleDouble(point)),
            )
            assert.deepEqual(encodeDoubles(length), expected)
          }
        }
        const identities = Array.from({ length: 9 }, (_, i) => TORSION[i % 8]!)
        for (const [i, point] of identities.entries()) putPoint(inner, POINTS + i * POINT, point, ROOM)
        assert.deepEqual(
          encodeDoubles(9),
          identities.map(() => '00'.repeat(32)),
        )
      })

      const nobleDouble = (point: Edwards): Ristretto => {
        const element = elements[0]!.add(elements[0]!)
        return (element as unknown as { init(point: Edwards): Ristretto }).init(point.double())
      }
    })

    describe('maps', () => {
      const map = (uniform: readonly Uint8Array[]): string[] => {
        write(SPACE, uniform)
        kernel.mapToGroup(POINTS, SPACE, uniform.length)
        return encode(uniform.length)
      }
      const reference = (uniform: Uint8Array): string => hexOf(ristretto255_hasher.deriveToCurve!(uniform))

      it('the vectors of RFC 9496', () => {
        const uniform = vectors.fromUniform.map(([bytes]) => fromHex(bytes!))
        assert.deepEqual(
          map(uniform),
          vectors.fromUniform.map(([, encoding]) => encoding),
        )
      })

      it('both halves where they have nothing to invert, in every writing', () => {
        const halves = [...SINGULAR, ...randomIntegers('maps', 3).map(modP), 5n, P - 3n].flatMap(writings)
        const uniform = halves.flatMap((first, i) =>
          [halves[(i * 5 + 1) % halves.length]!, halves[0]!, first].map((second) =>
            Buffer.concat([first, second]),
          ),
        )
        assert.deepEqual(map(uniform), uniform.map(reference))
        // the same, other way round
        const swapped = uniform.map((bytes) => Buffer.concat([bytes.subarray(32), bytes.subarray(0, 32)]))
        assert.deepEqual(map(swapped), map(uniform))
      })

      it('random strings', () => {
        const bytes = bytesOf(randomIntegers('uniform', 400))
        const uniform = Array.from({ length: 200 }, (_, i) => bytes.subarray(64 * i, 64 * i + 64))
        assert.deepEqual(map(uniform), uniform.map(reference))
      })
    })

    it('knows equal elements from others', () => {
      const elements = [0n, 1n, -1n, 2n, 5n].map(timesBase)
      for (const [i, left] of elements.entries()) {
        for (const [j, right] of elements.entries()) {
          for (const torsion of COSET) {
            putPoint(inner, POINTS, edwardsOf(left).add(torsion), ROOM)
            putPoint(inner, POINTS + POINT, scaled(edwardsOf(right), 3n), ROOM)
            assert.equal(kernel.equal(POINTS, POINTS + POINT), Number(i === j))
          }
        }
      }
      assert.ok(times(elements[3]!, mod(-1n)).equals(elements[2]!.double()))
    })
  })
}

/** Single operations of the group and of the field below it, noble's beside ours. */
import { diffieHellman, generateKeyPairSync } from 'node:crypto'
import {
  addPoints,
  decodePoint,
  decodePoints,
  encodePoint,
  encodePoints,
  hashToGroup,
  multiply,
  multiplyBase,
  multiplyEncodings,
  multiplyScalars,
  type Point,
  type Scalar,
} from '../../src/protocol/crypto/group.ts'
import { hashTo } from '../../src/protocol/crypto/hash.ts'
import type { Row } from '../harness.ts'
import { fieldChains } from './field-chains.ts'
import { type Timed, timed } from './interleave.ts'
import {
  nobleBase,
  nobleDecode,
  nobleField,
  nobleHashToGroup,
  nobleMultiplyEncoding,
  nobleScalar,
  nobleScalars,
} from './noble.ts'
import { type Entry, measureRows } from './rows.ts'
import { stopwatch } from './stopwatch.ts'
import { points, scalars } from './work.ts'

/** Points of a list; field and scalar operations of a loop. */
const LIST = 256
const LOOP = 1_000

const GROUP = 'Field and group'

export async function groupRows(): Promise<Row[]> {
  return [...(await fieldRows()), ...(await scalarRows()), ...(await pointRows()), ...(await bulkRows())]
}

async function fieldRows(): Promise<Row[]> {
  const { simd, portable } = await fieldChains()
  const [left, right] = [nobleField.create(2n ** 254n - 3n), nobleField.create(2n ** 253n + 9n)]
  const noble = () => {
    let product = left
    for (let i = 0; i < LOOP; i++) product = nobleField.mul(product, right)
    return product
  }
  return measureRows(GROUP, [
    {
      name: 'field multiplication',
      unit: 'ns',
      timed: simd.multiply,
      note: 'half of a multiplication of pairs, each waiting for the one before',
    },
    { name: 'field squaring', unit: 'ns', timed: simd.square },
    { name: 'field multiplication, portable variant', unit: 'ns', timed: portable.multiply },
    { name: 'field squaring, portable variant', unit: 'ns', timed: portable.square },
    { name: 'field multiplication, noble', unit: 'ns', timed: timed(noble, LOOP) },
  ])
}

function scalarRows(): Promise<Row[]> {
  const [left, right] = scalars(2) as [Scalar, Scalar]
  const [a, b] = [nobleScalar(left), nobleScalar(right)]
  return measureRows(GROUP, [
    {
      name: 'scalar multiplication mod ℓ, one call',
      unit: 'ns',
      timed: timed(() => multiplyScalars(left, right)),
    },
    { name: 'scalar multiplication mod ℓ, noble', unit: 'ns', timed: timed(() => nobleScalars.mul(a, b)) },
  ])
}

function pointRows(): Promise<Row[]> {
  const scalar = scalars(1)[0]!
  const uniform = hashTo('bench uniform', 64)
  const [left, right] = points(2) as [Point, Point]
  const encoding = encodePoint(left)
  const value = nobleScalar(scalar)
  const [p, q] = [nobleDecode(encoding), nobleDecode(encodePoint(right))]
  const pairs: [name: string, unit: Entry['unit'], ours: () => unknown, noble: () => unknown][] = [
    ['decode', 'µs', () => decodePoint(encoding), () => nobleDecode(encoding)],
    // a sum has no encoding yet, so that it has to be computed
    ['add and encode', 'µs', () => encodePoint(addPoints(left, right)), () => p.add(q).toBytes()],
    ['add', 'µs', () => addPoints(left, right), () => p.add(q)],
    ['multiply, secret scalar', 'µs', () => multiply(left, scalar), () => p.multiply(value)],
    ['multiply base point', 'µs', () => multiplyBase(scalar), () => nobleBase.multiply(value)],
    ['hash to group', 'µs', () => hashToGroup(uniform), () => nobleHashToGroup(uniform)],
  ]
  return measureRows(
    GROUP,
    pairs.flatMap(([name, unit, ours, noble]) => [
      { name, unit, timed: timed(ours) },
      { name: `${name}, noble`, unit, timed: timed(noble) },
    ]),
  )
}

function bulkRows(): Promise<Row[]> {
  const list = points(LIST)
  const encodings = encodePoints(list)
  const scalar = scalars(1)[0]!
  const value = nobleScalar(scalar)
  const note = `each of ${LIST} at once`
  return measureRows(GROUP, [
    { name: 'decode, in bulk', unit: 'µs', timed: timed(() => decodePoints(encodings), LIST), note },
    { name: 'encode, in bulk', unit: 'µs', timed: encodingOfSums(list), note },
    {
      name: 'decode, multiply, encode, in bulk',
      unit: 'µs',
      timed: timed(() => multiplyEncodings(encodings, scalar), LIST),
      note,
    },
    {
      name: 'decode, multiply, encode, noble',
      unit: 'µs',
      timed: timed(() => nobleMultiplyEncoding(encodings[0]!, value)),
    },
    {
      name: 'X25519 in OpenSSL',
      unit: 'µs',
      timed: timed(nativeAgreement()),
      note: 'native code for the same curve: one multiplication by a secret',
    },
  ])
}

/** Points remember their encoding, so those to encode are made anew each time, off the clock. */
function encodingOfSums(list: readonly Point[]): Timed {
  return () => {
    const fresh = list.map((point) => addPoints(point, list[0]!))
    const read = stopwatch()
    encodePoints(fresh)
    return read() / list.length
  }
}

function nativeAgreement(): () => Buffer {
  const [ours, theirs] = [generateKeyPairSync('x25519'), generateKeyPairSync('x25519')]
  const keys = { privateKey: ours.privateKey, publicKey: theirs.publicKey }
  return () => diffieHellman(keys)
}

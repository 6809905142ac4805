/**
 * The prime-order group ristretto255 (RFC 9496) as the rest of the protocol sees it. The arithmetic is the kernel's; points
 * and scalars cross into it many at a time, and every function that takes lists does so in one call.
 *
 * What is secret and what is public is in the names: `multiply`, `multiplyBase`, `multiplyEncodings`, `multiscalarSecret` and
 * `sumOfChoices` take secret scalars and do the same operations at the same addresses whatever these are; what they leave
 * in the kernel's memory is overwritten. `multiplyPublic`, `multiscalar` and `sumPoints` are faster and for public data only.
 */
import { ProtocolError } from '../errors.ts'
import { type Frame, type Kernel, type KernelVariant, kernel } from './kernel/kernel.ts'
import { invertScalar, multiplyScalars, SCALAR_LENGTH, type Scalar, scalarFrom } from './scalar.ts'
import { countOf, type Scalars, sliceScalars } from './scalars.ts'

export * from './scalar.ts'

declare const pointBrand: unique symbol

/** An element of the group. Made only by the functions of this file. */
export type Point = { readonly [pointBrand]: true }

/** Bytes of an encoded point or scalar. */
export const ENCODED_LENGTH = 32

/** Bytes of a point in the kernel's own form: extended coordinates. */
const EXTENDED = 160

/** A point in one of its forms, or both; each is made from the other when it is asked for. */
type Held = {
  extended: Uint8Array | undefined
  /** Whose form `extended` is. */
  variant: KernelVariant | undefined
  encoding: Uint8Array | undefined
  /** Of a point that is often multiplied. */
  tables: Tables | undefined
}

/** Where the tables of a fixed point lie in the instance `kernel`; 0 as long as there is none. */
type Tables = { kernel: number; forSums: number; forSecrets: number }

const open = (point: Point): Held => point as unknown as Held
const wrap = (held: Held): Point => held as unknown as Point

function fromExtended(extended: Uint8Array, { variant }: Kernel): Point {
  return wrap({ extended, variant, encoding: undefined, tables: undefined })
}

function fromEncoding(encoding: Uint8Array, tables?: Tables): Point {
  return wrap({ extended: undefined, variant: undefined, encoding, tables })
}

/** RFC 9496, appendix A.1: multiples 0 and 1 of the generator. */
const BASE_ENCODING = Uint8Array.of(
  ...[0xe2, 0xf2, 0xae, 0x0a, 0x6a, 0xbc, 0x4e, 0x71, 0xa8, 0x84, 0xa9, 0x61, 0xc5, 0x00, 0x51, 0x5f],
  ...[0x58, 0xe3, 0x0b, 0x6a, 0xa5, 0x82, 0xdd, 0x8d, 0xb6, 0xa6, 0x59, 0x45, 0xe0, 0x8d, 0x2d, 0x76],
)

export const IDENTITY: Point = fromEncoding(new Uint8Array(ENCODED_LENGTH))
/** The standard base point of RFC 9496; also the value base of Pedersen commitments. */
export const BASE: Point = fromEncoding(BASE_ENCODING, noTables())

function noTables(): Tables {
  return { kernel: 0, forSums: 0, forSecrets: 0 }
}

/** Points that go into the kernel with one call: bounds its memory. */
const CHUNK = 4_096

function* chunks<T>(list: readonly T[]): Generator<readonly T[]> {
  if (list.length <= CHUNK) yield list
  else for (let at = 0; at < list.length; at += CHUNK) yield list.slice(at, at + CHUNK)
}

function extendedOf(point: Point, instance: Kernel): Uint8Array {
  const held = open(point)
  if (held.variant === instance.variant) return held.extended!
  if (held.encoding === undefined)
    throw new RangeError('the point belongs to the other variant of the kernel')
  held.extended = instance.call((frame) => {
    const encoding = frame.put(held.encoding!)
    const at = frame.take(EXTENDED)
    instance.exports.decodePoints(at, frame.take(1), encoding, 1)
    return frame.get(at, EXTENDED)
  })
  held.variant = instance.variant
  return held.extended
}

/** Copies points into a frame, in the kernel's form. */
function put(frame: Frame, points: readonly Point[], instance: Kernel): number {
  const at = frame.take(points.length * EXTENDED)
  for (let i = 0; i < points.length; i++) frame.write(at + i * EXTENDED, extendedOf(points[i]!, instance))
  return at
}

/**
 * Decodes many points at once (RFC 9496 §4.3.1), two for little more than the price of one.
 * @returns for each encoding its point, or undefined where it is not canonical
 */
export function decodePoints(encodings: readonly Uint8Array[]): (Point | undefined)[] {
  const points: (Point | undefined)[] = []
  for (const chunk of chunks(encodings)) points.push(...decodeChunk(chunk))
  return points
}

function decodeChunk(encodings: readonly Uint8Array[]): (Point | undefined)[] {
  const instance = kernel()
  const count = encodings.length
  return instance.call((frame) => {
    const from = putEncodings(frame, encodings)
    const to = frame.take(count * EXTENDED)
    const flags = frame.take(count)
    instance.exports.decodePoints(to, flags, from, count)
    const valid = frame.get(flags, count)
    // one copy of all, and a view of it for each
    const copies = frame.get(from, count * ENCODED_LENGTH)
    const extended = frame.get(to, count * EXTENDED)
    return encodings.map((encoding, i) => {
      if (valid[i] !== 1 || encoding.length !== ENCODED_LENGTH) return undefined
      return wrap({
        extended: extended.subarray(i * EXTENDED, (i + 1) * EXTENDED),
        variant: instance.variant,
        encoding: copies.subarray(i * ENCODED_LENGTH, (i + 1) * ENCODED_LENGTH),
        tables: undefined,
      })
    })
  })
}

/** Copies encodings into a frame. One of another length is left out: the caller answers it with undefined. */
function putEncodings(frame: Frame, encodings: readonly Uint8Array[]): number {
  const at = frame.take(encodings.length * ENCODED_LENGTH)
  encodings.forEach((encoding, i) => {
    if (encoding.length === ENCODED_LENGTH) frame.write(at + i * ENCODED_LENGTH, encoding)
  })
  return at
}

/**
 * Decodes a point (RFC 9496 §4.3.1).
 * @throws ProtocolError `invalid_point` for anything but the canonical encoding of a group element.
 */
export function decodePoint(bytes: Uint8Array): Point {
  const [point] = decodeChunk([bytes])
  if (point === undefined) throw new ProtocolError('invalid_point', 'not a canonical ristretto255 encoding')
  return point
}

/** The canonical 32 bytes of a point (RFC 9496 §4.3.2): a copy, the caller's own. */
export function encodePoint(point: Point): Uint8Array {
  const held = open(point)
  held.encoding ??= encodeChunk([point])[0]!
  return held.encoding.slice()
}

/** The canonical 32 bytes of every point of a list. */
export function encodePoints(points: readonly Point[]): Uint8Array[] {
  const missing = points.filter((point) => open(point).encoding === undefined)
  for (const chunk of chunks(missing)) {
    const encodings = encodeChunk(chunk)
    for (let i = 0; i < chunk.length; i++) open(chunk[i]!).encoding = encodings[i]!
  }
  return points.map((point) => open(point).encoding!.slice())
}

function encodeChunk(points: readonly Point[]): Uint8Array[] {
  const instance = kernel()
  return secretly(instance, (frame) => {
    const from = put(frame, points, instance)
    const to = frame.take(points.length * ENCODED_LENGTH)
    instance.exports.encodePoints(to, from, points.length)
    return points.map((_, i) => frame.get(to + i * ENCODED_LENGTH, ENCODED_LENGTH))
  })
}

/** One-way map of 64 uniform bytes to the group (RFC 9496 §4.3.4). */
export function hashToGroup(uniform: Uint8Array): Point {
  if (uniform.length !== 64) throw new RangeError('the map takes 64 bytes')
  const instance = kernel()
  return instance.call((frame) => {
    const to = frame.take(EXTENDED)
    instance.exports.mapToGroup(to, frame.put(uniform), 1)
    return fromExtended(frame.get(to, EXTENDED), instance)
  })
}

export function addPoints(left: Point, right: Point): Point {
  return combine('addPoints', left, right)
}

export function subtractPoints(left: Point, right: Point): Point {
  return combine('subtractPoints', left, right)
}

export function negatePoint(point: Point): Point {
  return combine('subtractPoints', IDENTITY, point)
}

function combine(operation: 'addPoints' | 'subtractPoints', left: Point, right: Point): Point {
  const instance = kernel()
  const [first, second] = [extendedOf(left, instance), extendedOf(right, instance)]
  return secretly(instance, (frame) => {
    const at = frame.put(first)
    instance.exports[operation](at, at, frame.put(second))
    return fromExtended(frame.get(at, EXTENDED), instance)
  })
}

export function equalPoints(left: Point, right: Point): boolean {
  const instance = kernel()
  const [first, second] = [extendedOf(left, instance), extendedOf(right, instance)]
  return secretly(
    instance,
    (frame) => instance.exports.equalPoints(frame.put(first), frame.put(second)) === 1,
  )
}

export function isIdentity(point: Point): boolean {
  const { encoding } = open(point)
  return encoding === undefined ? equalPoints(point, IDENTITY) : encoding.every((byte) => byte === 0)
}

/** scalar · point for a secret scalar. */
export function multiply(point: Point, scalar: Scalar): Point {
  const instance = kernel()
  const { tables } = open(point)
  const extended = extendedOf(point, instance)
  const table = tables === undefined ? 0 : tableForSecrets(tables, extended, instance)
  return secretly(instance, (frame) => {
    const to = frame.take(EXTENDED)
    if (table === 0) instance.exports.multiplyEach(to, frame.put(extended), 1, frame.put(scalar))
    else instance.exports.multiplyBase(to, table, frame.put(scalar))
    return fromExtended(frame.get(to, EXTENDED), instance)
  })
}

/** scalar · BASE for a secret scalar, with precomputed tables. */
export function multiplyBase(scalar: Scalar): Point {
  return multiply(BASE, scalar)
}

let halfOfOne: Scalar | undefined

/**
 * The encodings of scalar · point for many encoded points and one secret scalar: what a wallet does with every output it
 * sees. Each costs a multiplication and a decoding; the encoding shares its inversions with the others.
 * @returns undefined where an encoding is not canonical
 */
export function multiplyEncodings(
  encodings: readonly Uint8Array[],
  scalar: Scalar,
): (Uint8Array | undefined)[] {
  // half the scalar, because doubles are what can be encoded together
  halfOfOne ??= invertScalar(scalarFrom(2))
  const half = multiplyScalars(scalar, halfOfOne)
  const products: (Uint8Array | undefined)[] = []
  for (const chunk of chunks(encodings)) products.push(...multiplyChunk(chunk, half))
  return products
}

function multiplyChunk(encodings: readonly Uint8Array[], half: Scalar): (Uint8Array | undefined)[] {
  const instance = kernel()
  const count = encodings.length
  return secretly(instance, (frame) => {
    const { exports } = instance
    const bytes = putEncodings(frame, encodings)
    const points = frame.take(count * EXTENDED)
    const flags = frame.take(count)
    exports.decodePoints(points, flags, bytes, count)
    exports.multiplyEach(points, points, count, frame.put(half))
    // the room that `encodeDoubles` asks for: 400 bytes for every two points
    exports.encodeDoubles(bytes, points, count, frame.take((count + 1) * 200))
    const valid = frame.get(flags, count)
    return encodings.map(({ length }, i) =>
      valid[i] === 1 && length === ENCODED_LENGTH
        ? frame.get(bytes + i * ENCODED_LENGTH, ENCODED_LENGTH)
        : undefined,
    )
  })
}

/** Like `callSecret`, and what lies outside the frame is overwritten, too. */
function secretly<T>(instance: Kernel, run: (frame: Frame) => T): T {
  return instance.callSecret((frame) => {
    try {
      return run(frame)
    } finally {
      instance.exports.wipe()
    }
  })
}

/**
 * Marks a fixed point that is often multiplied: tables for it are built at the first use and kept. Returns the point.
 */
export function precompute(point: Point): Point {
  open(point).tables ??= noTables()
  return point
}

/** Forgets tables that were in an instance that is gone. */
function renewed(tables: Tables, instance: Kernel): Tables {
  if (tables.kernel !== instance.id) Object.assign(tables, noTables(), { kernel: instance.id })
  return tables
}

function tableForSecrets(given: Tables, extended: Uint8Array, instance: Kernel): number {
  const tables = renewed(given, instance)
  if (tables.forSecrets === 0) {
    const table = instance.reserve(instance.exports.baseBytes())
    instance.call((frame) => instance.exports.buildBase(table, frame.put(extended)))
    tables.forSecrets = table
  }
  return tables.forSecrets
}

/**
 * Width of the digits of fixed points in a sum, and the odd multiples in a table of theirs: 5 KiB a point. One more bit makes a
 * sum 9 % faster and doubles the tables, which are 1.3 MiB for proofs about two values.
 */
const FIXED_WIDTH = 7
const FIXED_MULTIPLES = 2 ** (FIXED_WIDTH - 2)

function tableForSums(point: Point, instance: Kernel): number {
  const given = open(point).tables
  if (given === undefined) return 0
  const tables = renewed(given, instance)
  if (tables.forSums === 0) {
    const extended = extendedOf(point, instance)
    const table = instance.reserve(FIXED_MULTIPLES * EXTENDED)
    instance.call((frame) => instance.exports.oddMultiples(table, frame.put(extended), FIXED_MULTIPLES))
    tables.forSums = table
  }
  return tables.forSums
}

/** scalar · point in variable time: for public scalars only. */
export function multiplyPublic(point: Point, scalar: Scalar): Point {
  return multiscalar([point], [scalar])
}

/**
 * Σ scalars[i] · points[i] in variable time: for public data only. Both arrays have the same length.
 * By interleaving up to about 250 points, of which fixed ones count a third, and by buckets beyond: measured, with the
 * figures in docs/performance.md.
 */
export function multiscalar(points: readonly Point[], scalars: Multipliers): Point {
  const fixed = points.reduce((count, point) => (open(point).tables === undefined ? count : count + 1), 0)
  return sumChunks(points, scalars, points.length - (2 * fixed) / 3 <= 250 ? sumOfFew : sumOfMany)
}

/** Scalars one by one, or packed. */
type Multipliers = readonly Scalar[] | Scalars
type Sum = (points: readonly Point[], scalars: Multipliers) => Point

const isPacked = (scalars: Multipliers): scalars is Scalars => scalars instanceof Uint8Array

function putScalars(frame: Frame, scalars: Multipliers): number {
  return isPacked(scalars) ? frame.put(scalars) : frame.putAll(scalars, SCALAR_LENGTH)
}

function sumChunks(points: readonly Point[], scalars: Multipliers, sum: Sum): Point {
  const count = isPacked(scalars) ? countOf(scalars) : scalars.length
  if (points.length !== count) throw new RangeError('points and scalars differ in number')
  if (count <= CHUNK) return sum(points, scalars)
  const part = (from: number, to: number): Multipliers =>
    isPacked(scalars) ? sliceScalars(scalars, from, to) : scalars.slice(from, to)
  let total = IDENTITY
  for (let at = 0; at < count; at += CHUNK) {
    total = addPoints(total, sum(points.slice(at, at + CHUNK), part(at, at + CHUNK)))
  }
  return total
}

function sumOfFew(points: readonly Point[], scalars: Multipliers): Point {
  const instance = kernel()
  const count = points.length
  const tables = new Uint32Array(points.map((point) => tableForSums(point, instance)))
  return instance.call((frame) => {
    const { exports } = instance
    const to = frame.take(EXTENDED)
    const from = frame.take(count * EXTENDED)
    points.forEach((point, i) => {
      if (tables[i] === 0) frame.write(from + i * EXTENDED, extendedOf(point, instance))
    })
    const multipliers = putScalars(frame, scalars)
    const places = frame.put(new Uint8Array(tables.buffer))
    exports.sumFew(to, from, multipliers, places, count, FIXED_WIDTH, frame.take(exports.roomOfFew(count)))
    return fromExtended(frame.get(to, EXTENDED), instance)
  })
}

function sumOfMany(points: readonly Point[], scalars: Multipliers): Point {
  const instance = kernel()
  const count = points.length
  const bits = windowFor(count)
  return instance.call((frame) => {
    const { exports } = instance
    const to = frame.take(EXTENDED)
    const from = put(frame, points, instance)
    const multipliers = putScalars(frame, scalars)
    exports.sumMany(to, from, multipliers, count, bits, frame.take(exports.roomOfMany(count, bits)))
    return fromExtended(frame.get(to, EXTENDED), instance)
  })
}

/** Bits of a digit that make a sum with buckets fastest, as measured. */
function windowFor(count: number): number {
  const limits = [100, 400, 800, 2_000, 5_000]
  return 5 + limits.filter((limit) => count > limit).length
}

/** Σ scalars[i] · points[i] for secret scalars. */
export function multiscalarSecret(points: readonly Point[], scalars: Multipliers): Point {
  return sumChunks(points, scalars, sumOfSecrets)
}

function sumOfSecrets(points: readonly Point[], scalars: Multipliers): Point {
  const instance = kernel()
  const count = points.length
  return secretly(instance, (frame) => {
    const { exports } = instance
    const to = frame.take(EXTENDED)
    const from = put(frame, points, instance)
    const multipliers = putScalars(frame, scalars)
    exports.sumSecret(to, from, multipliers, count, frame.take(count * exports.secretRoom()))
    return fromExtended(frame.get(to, EXTENDED), instance)
  })
}

/** Σ choices[i] · points[i] for secret choices −1, 0 and 1. At most a few thousand points. */
export function sumOfChoices(points: readonly Point[], choices: Int8Array): Point {
  if (points.length !== choices.length) throw new RangeError('points and choices differ in number')
  return sumWith('sumChosen', points, choices)
}

/** Σ signs[i] · points[i] for public signs 1 and −1, in variable time. */
export function sumPoints(points: readonly Point[], signs: Int8Array): Point {
  if (points.length !== signs.length) throw new RangeError('points and signs differ in number')
  let total = IDENTITY
  for (let at = 0; at < points.length; at += CHUNK) {
    const part = sumWith('sumPoints', points.slice(at, at + CHUNK), signs.slice(at, at + CHUNK))
    total = at === 0 ? part : addPoints(total, part)
  }
  return total
}

function sumWith(operation: 'sumChosen' | 'sumPoints', points: readonly Point[], factors: Int8Array): Point {
  const instance = kernel()
  return secretly(instance, (frame) => {
    const to = frame.take(EXTENDED)
    const from = put(frame, points, instance)
    const choices = frame.put(new Uint8Array(factors.buffer, factors.byteOffset, factors.length))
    instance.exports[operation](to, from, choices, points.length)
    return fromExtended(frame.get(to, EXTENDED), instance)
  })
}

/** Multiscalar multiplication by size, and from which size on buckets are faster than interleaving. */

import { bulletproofGenerators } from '../../src/protocol/crypto/generators.ts'
import { encodePoint, multiscalar } from '../../src/protocol/crypto/group.ts'
import { kernel } from '../../src/protocol/crypto/kernel/kernel.ts'
import { type Row, summary } from '../harness.ts'
import { interleave, type Timed, timed } from './interleave.ts'
import { measureRows, rowOf } from './rows.ts'
import { stopwatch } from './stopwatch.ts'
import { points, scalars } from './work.ts'

const SIZES = [2, 16, 64, 278, 1_000, 3_600]
/** Generators in the check of one proof about two values. */
const FIXED = 256

/** Sizes at which both ways are measured, of points without tables and of those that have them. */
const AROUND = { plain: [100, 200, 278, 400, 600], fixed: [128, 256, 512, 1_024] }
/** Widths of a digit of which the fastest counts. */
const DIGITS = [5, 6, 7, 8]
/** Width of the digits of fixed points, and odd multiples in a table of theirs: as in group.ts. */
const FIXED_WIDTH = 7
const MULTIPLES = 2 ** (FIXED_WIDTH - 2)
const ROUNDS = 5
/** Sums of a sample. */
const CALLS = 4

const GROUP = 'Multiscalar multiplication, public scalars'

export async function sumRows(): Promise<Row[]> {
  const most = Math.max(...SIZES)
  const [terms, factors] = [points(most), scalars(most)]
  const { G, H } = bulletproofGenerators(2, FIXED / 4)
  const proof = [...terms.slice(0, 278 - FIXED), ...G, ...H]
  const rows = await measureRows(GROUP, [
    ...SIZES.map((size) => {
      const [some, by] = [terms.slice(0, size), factors.slice(0, size)]
      return { name: `${size} points`, unit: 'µs' as const, timed: timed(() => multiscalar(some, by)) }
    }),
    {
      name: `278 points, ${FIXED} of them with tables`,
      unit: 'µs',
      timed: timed(() => multiscalar(proof, factors.slice(0, 278))),
      note: 'what is left of one proof about two values',
    },
  ])
  return [...rows, ...(await crossover('plain')), ...(await crossover('fixed'))]
}

type Kind = keyof typeof AROUND

async function crossover(kind: Kind): Promise<Row[]> {
  const what = kind === 'fixed' ? 'points with tables' : 'points'
  const rows: Row[] = []
  const ratios: number[] = []
  for (const size of AROUND[kind]) {
    const ways = [few(size, kind), ...DIGITS.map((bits) => many(size, bits))]
    const figures = await interleave(ways, ROUNDS)
    const [interleaved, ...buckets] = figures.map((times) => rowOf('', 'µs', times)) as [Row, ...Row[]]
    const best = buckets.toSorted((a, b) => a.median - b.median)[0]!
    const note = `digits of ${DIGITS[buckets.indexOf(best)]} bits`
    rows.push({ ...interleaved, name: `${size} ${what} interleaved` })
    rows.push({ ...best, name: `${size} ${what} in buckets`, note })
    ratios.push(interleaved.median / best.median)
  }
  rows.push(summary(`${what} are faster in buckets from`, [crossing(AROUND[kind], ratios)], 'points'))
  return rows.map((row) => ({ ...row, group: GROUP }))
}

/** The size at which the ratio passes one, between the sizes measured. */
function crossing(sizes: readonly number[], ratios: readonly number[]): number {
  const after = ratios.findIndex((ratio) => ratio > 1)
  if (after < 0) return Number.POSITIVE_INFINITY
  if (after === 0) return sizes[0]!
  const [from, to] = [sizes[after - 1]!, sizes[after]!]
  const [below, above] = [ratios[after - 1]!, ratios[after]!]
  return Math.round(from + ((to - from) * (1 - below)) / (above - below))
}

function few(size: number, kind: Kind): Timed {
  return direct(size, (to, terms, factors, take) => {
    const { exports } = kernel()
    const each = exports.pointBytes()
    const tables = Uint32Array.from({ length: size }, (_, i) => {
      if (kind === 'plain') return 0
      const table = take(MULTIPLES * each)
      exports.oddMultiples(table, terms + i * each, MULTIPLES)
      return table
    })
    const places = take(4 * size)
    const room = take(exports.roomOfFew(size))
    new Uint32Array(exports.memory.buffer, places, size).set(tables)
    return () => exports.sumFew(to, terms, factors, places, size, FIXED_WIDTH, room)
  })
}

function many(size: number, bits: number): Timed {
  return direct(size, (to, terms, factors, take) => {
    const { exports } = kernel()
    const room = take(exports.roomOfMany(size, bits))
    return () => exports.sumMany(to, terms, factors, size, bits, room)
  })
}

/** One way of summing, called as group.ts calls it, without the copying. */
function direct(
  size: number,
  prepare: (to: number, terms: number, factors: number, take: (bytes: number) => number) => () => void,
): Timed {
  const encodings = points(size).map(encodePoint)
  const given = scalars(size)
  return () =>
    kernel().call((frame) => {
      const { exports } = kernel()
      const each = exports.pointBytes()
      const [to, terms] = [frame.take(each), frame.take(size * each)]
      exports.decodePoints(terms, frame.take(size), frame.putAll(encodings, 32), size)
      const sum = prepare(to, terms, frame.putAll(given, 32), (bytes) => frame.take(bytes))
      const read = stopwatch()
      for (let i = 0; i < CALLS; i++) sum()
      return read() / CALLS
    })
}

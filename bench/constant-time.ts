/**
 * Does the time of a secret operation tell something about the secret? Measured as dudect does (O. Reparaz, J. Balasch and
 * I. Verbauwhede, "Dude, is my code constant time?", 2017): one class of runs with a fixed secret, one with random ones, mixed at
 * random; long runs, which were interrupted, are cropped at several percentiles; Welch's t-test then says how far apart the
 * means are, in units of what chance explains. Above 4.5 there is a leak, or a machine under a load that does not keep still:
 * run it again. Below, there is no proof of anything; docs/constant-time.md has the argument.
 *
 *   node bench/constant-time.ts
 */
import { randomBytes } from 'node:crypto'
import { fromLe64 } from '../src/protocol/bytes.ts'
import {
  encodePoint,
  hashToGroup,
  multiply,
  multiplyAddScalars,
  multiplyBase,
  multiscalar,
  multiscalarSecret,
  type Point,
  reduceWide,
  type Scalar,
  scalarFrom,
} from '../src/protocol/crypto/group.ts'
import { instantiateKernel, useKernel } from '../src/protocol/crypto/kernel/kernel.ts'
import { commit } from '../src/protocol/crypto/pedersen.ts'
import { sign } from '../src/protocol/crypto/schnorr.ts'
import { printRows, type Row } from './harness.ts'

/** Above this, dudect calls it a leak. */
const SUSPICIOUS = 4.5
/** Milliseconds for each operation. */
const TIME = 2_500
/** Runs before anything is measured, for the engine's compilers. */
const WARMUP = 3_000
/** Inputs that are made at once, before their runs. */
const BATCH = 1_000
/** Parts of the runs, the shortest ones, whose means are compared. */
const KEPT = [1, 0.99, 0.95, 0.9, 0.75, 0.5, 0.25]

type Subject = {
  readonly name: string
  /** The secret of the one class, as bytes; that of the other is as many random ones. */
  readonly fixed: Uint8Array
  /** From a secret to what is measured. What goes before is not, but is the same work for both classes: else it shows. */
  readonly prepare: (secret: Uint8Array) => () => void
}

/** The statistic of every operation; the last row, of one that is not for secrets, has to be suspicious. */
export async function benchConstantTime(progress: (line: string) => void): Promise<Row[]> {
  const rows: Row[] = []
  const add = async (subject: Subject) => {
    progress(`${subject.name} …`)
    rows.push(rowOf(subject.name, statistics(subject)))
    await new Promise((resolve) => setImmediate(resolve))
  }
  for (const subject of secretSubjects()) await add(subject)
  useKernel(instantiateKernel('portable'))
  try {
    const [subject] = secretSubjects() as [Subject]
    await add({ ...subject, name: `${subject.name}, portable kernel` })
  } finally {
    useKernel(undefined)
  }
  await add(publicSubject())
  return rows
}

const ZERO = new Uint8Array(64)
const points = (): Point[] => Array.from({ length: 4 }, (_, i) => hashToGroup(new Uint8Array(64).fill(i)))

function secretSubjects(): Subject[] {
  const [P, Q, R, S] = points() as [Point, Point, Point, Point]
  const message = new Uint8Array(32)
  const nonces = () => new Uint8Array(32)
  const withScalar = (name: string, run: (scalar: Scalar) => void): Subject => ({
    name,
    fixed: ZERO,
    prepare(secret) {
      const scalar = reduceWide(secret)
      return () => run(scalar)
    },
  })
  return [
    withScalar('multiply by 0', (s) => multiply(P, s)),
    withScalar('multiplyBase by 0', (s) => multiplyBase(s)),
    withScalar('multiscalarSecret of 4 terms by 0', (s) => multiscalarSecret([P, Q, R, S], [s, s, s, s])),
    withScalar('multiplyAddScalars of 0', (s) => multiplyAddScalars(s, s, s)),
    withScalar('sign with the key 0', (s) => sign(s, message, nonces)),
    {
      name: 'encodePoint of the identity',
      fixed: ZERO,
      prepare(secret) {
        const point = multiply(P, reduceWide(secret))
        return () => encodePoint(point)
      },
    },
    {
      name: 'commit to 0',
      fixed: ZERO.subarray(0, 8),
      prepare(secret) {
        const amount = fromLe64(secret)
        return () => commit(amount, BLINDING)
      },
    },
  ]
}

const BLINDING = scalarFrom(7)

function publicSubject(): Subject {
  const [P, Q] = points() as [Point, Point]
  return {
    name: 'multiscalar of 2 terms by 0, for public data',
    fixed: ZERO,
    prepare(secret) {
      const scalar = reduceWide(secret)
      return () => multiscalar([P, Q], [scalar, scalar])
    },
  }
}

type Statistics = {
  readonly count: number
  /** Milliseconds of a run, in the middle. */
  readonly median: number
  /** Milliseconds that the medians of the classes are apart. */
  readonly apart: number
  /** The largest size of Welch's statistic at the different croppings. */
  readonly t: number
}

function statistics(subject: Subject): Statistics {
  const times: [fixed: number[], random: number[]] = [[], []]
  batch(subject, WARMUP)
  const end = performance.now() + TIME
  while (performance.now() < end) {
    const [fixed, random] = batch(subject, BATCH)
    times[0].push(...fixed)
    times[1].push(...random)
  }
  for (const list of times) list.sort((a, b) => a - b)
  const all = times.flat().sort((a, b) => a - b)
  const middles = times.map((list) => list[list.length >> 1]!) as [number, number]
  const sizes = KEPT.flatMap((part) => {
    const longest = all[Math.ceil(part * all.length) - 1]!
    const [fixed, random] = times.map((list) => list.filter((time) => time <= longest)) as typeof times
    // where all short runs are of one class there is nothing to compare, and no need to
    return Math.min(fixed.length, random.length) < 100 ? [] : [Math.abs(welch(fixed, random))]
  })
  return {
    count: all.length,
    median: all[all.length >> 1]!,
    apart: Math.abs(middles[0] - middles[1]),
    t: Math.max(...sizes),
  }
}

/** Runs of both classes in random order, and what each took, in milliseconds. */
function batch({ fixed, prepare }: Subject, count: number): [fixed: number[], random: number[]] {
  const classes = Array.from(randomBytes(count), (byte) => (byte & 1) as 0 | 1)
  const runs = classes.map((which) => {
    const secrets = [fixed, randomBytes(fixed.length)] as const
    return prepare(Uint8Array.from(secrets[which]))
  })
  const times: [number[], number[]] = [[], []]
  runs.forEach((run, i) => {
    const start = performance.now()
    run()
    times[classes[i]!].push(performance.now() - start)
  })
  return times
}

/** B. L. Welch, "The generalization of 'Student's' problem when several different population variances are involved", 1947. */
function welch(left: readonly number[], right: readonly number[]): number {
  const [a, b] = [left, right].map((list) => {
    const mean = list.reduce((sum, x) => sum + x, 0) / list.length
    const variance = list.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (list.length - 1)
    return { mean, error: variance / list.length }
  }) as [{ mean: number; error: number }, { mean: number; error: number }]
  return (a.mean - b.mean) / Math.sqrt(a.error + b.error)
}

function rowOf(name: string, { count, median, apart, t }: Statistics): Row {
  const runs = `${count.toLocaleString('en')} runs of ${(1_000 * median).toFixed(1)} µs`
  const verdict = t > SUSPICIOUS ? 'SUSPICIOUS' : 'nothing seen'
  const note = `${verdict}; ${runs}, medians ${(1e6 * apart).toFixed(0)} ns apart`
  return { name, median: t, low: t, high: t, unit: '|t|', note }
}

if (import.meta.main) {
  const rows = await benchConstantTime((line) => process.stderr.write(`  ${line}\n`))
  printRows('Secrets in time: a fixed secret against random ones, Welch’s t', rows)
}

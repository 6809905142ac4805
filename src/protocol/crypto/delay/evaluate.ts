/**
 * The evaluation: T squarings, one after the other, and then the proof. A generator, so that the caller decides when to go on,
 * in a worker or between other work, and may stop for good at any time.
 */
import { concat } from '../../bytes.ts'
import { ProtocolError } from '../../errors.ts'
import { challengePrime } from './challenge.ts'
import { canonical, type DelayGroup, decodeElement, encodeElement, hashToElement } from './group.ts'
import { RSA_2048 } from './modulus.ts'
import { checkSteps, type DelayPlan, planDelay } from './plan.ts'
import { proofSteps } from './prove.ts'
import { type Residues, residuesOf } from './residues.ts'
import { verifyDelay } from './verify.ts'

/** What to work out: the output for a seed (any bytes) after so many squarings, 1 to MAX_DELAY_STEPS. */
export type DelayTask = { readonly seed: Uint8Array; readonly steps: number }

export type DelayOptions = {
  /** What {@link DelayProgress.checkpoint} gave in an earlier evaluation of the same task, to go on from there. */
  readonly checkpoint?: Uint8Array
  /** How many powers may be kept for the proof; fewer make it dearer. A checkpoint needs the same number. */
  readonly keptPowers?: number
  /** Multiplications from one yield to the next, 2,048 unless told: two to ten milliseconds. */
  readonly slice?: number
}

/** How far an evaluation is. */
export type DelayProgress = {
  readonly phase: 'evaluate' | 'prove'
  /** Multiplications done, of about so many in all, the proof's among them. */
  readonly done: number
  readonly total: number
  /** How many powers are kept so far. */
  readonly kept: number
  /**
   * The kept powers from the `from`-th on, 256 bytes each: all of them are a checkpoint. They are only ever added to, so a
   * file of them is kept up by appending. The work since the last one is not in it.
   */
  checkpoint(from?: number): Uint8Array
}

/** Squarings or multiplications between two yields. */
const SLICE = 2_048

/**
 * Works out a delay and its proof.
 * @returns a generator of progress; its return value is the proof, DELAY_PROOF_LENGTH bytes
 * @throws ProtocolError `invalid_delay_proof` for a number of steps out of bounds, or when the checkpoint turns out to be
 *   damaged; `invalid_encoding` for a checkpoint of something else. RangeError for a slice or a number of kept powers below 1
 */
export function* delaySteps(
  { seed, steps }: DelayTask,
  { checkpoint = new Uint8Array(), keptPowers, slice = SLICE }: DelayOptions = {},
  group: DelayGroup = RSA_2048,
): Generator<DelayProgress, Uint8Array, void> {
  checkSteps(steps)
  if (!(slice >= 1)) throw new RangeError('a slice has at least one multiplication')
  const plan = planDelay(steps, keptPowers)
  const input = hashToElement(group, seed)
  const residues = residuesOf(group.modulus)
  const powers = decodeCheckpoint(group, residues, checkpoint, input, plan)
  const proof = yield* evaluation(group, residues, plan, powers, slice)
  // After hours of work, a few milliseconds to know that neither the checkpoint nor the machine was faulty.
  verifyDelay({ seed, steps, proof }, group)
  return proof
}

/** The squarings from the last of the powers on, and the proof. Adds to `powers`; the first of them is the input. */
function* evaluation<T>(
  group: DelayGroup,
  residues: Residues<T>,
  plan: DelayPlan,
  powers: T[],
  slice: number,
): Generator<DelayProgress, Uint8Array, void> {
  const { steps, spacing, proofCost } = plan
  let position = (powers.length - 1) * spacing
  const total = steps + proofCost
  const progress = (phase: DelayProgress['phase'], done: number): DelayProgress => {
    const kept = powers.length
    const checkpoint = (from = 0) => encodePowers(group, residues, powers.slice(from, kept))
    return { phase, done, total, kept, checkpoint }
  }

  let value = powers.at(-1) as T
  for (let pause = position + slice; ; ) {
    const next = Math.min(powers.length * spacing, steps, pause)
    value = residues.squared(value, next - position)
    position = next
    if (position === steps) break
    if (position === powers.length * spacing) powers.push(value)
    if (position === pause) {
      yield progress('evaluate', position)
      pause += slice
    }
  }
  yield progress('evaluate', steps)

  const input = canonical(group, residues.value(powers[0] as T))
  const output = canonical(group, residues.value(value))
  const challenge = challengePrime(group, { input, output, steps })
  const proving = proofSteps(residues, plan, powers, challenge, slice)
  let done = steps
  let step = proving.next()
  for (; !step.done; step = proving.next()) {
    done = Math.min(done + step.value, total)
    yield progress('prove', done)
  }
  const proof = canonical(group, residues.value(step.value))
  return concat(encodeElement(group, output), encodeElement(group, proof))
}

function encodePowers<T>(group: DelayGroup, residues: Residues<T>, powers: readonly T[]): Uint8Array {
  const bytes = new Uint8Array(powers.length * group.bytes)
  powers.forEach((power, i) => {
    bytes.set(encodeElement(group, canonical(group, residues.value(power))), i * group.bytes)
  })
  return bytes
}

/**
 * The powers of a checkpoint, or the first when there is none. The first stretch is gone over again: it tells at once when
 * the checkpoint is of another number of steps, for less than the checkpoint saves.
 */
function decodeCheckpoint<T>(
  group: DelayGroup,
  residues: Residues<T>,
  bytes: Uint8Array,
  input: bigint,
  plan: DelayPlan,
): T[] {
  if (bytes.length === 0) return [residues.from(input)]
  const powers: bigint[] = []
  for (let at = 0; at < bytes.length; at += group.bytes) {
    powers.push(decodeElement(group, bytes.subarray(at, at + group.bytes)))
  }
  const [first, second] = powers
  if (first === input && powers.length <= plan.kept) {
    const residue = residues.squared(residues.from(input), plan.spacing)
    const follows = second === undefined || second === canonical(group, residues.value(residue))
    if (follows) return powers.map((power) => residues.from(power))
  }
  throw new ProtocolError('invalid_encoding', 'the checkpoint is of another delay', { powers: powers.length })
}

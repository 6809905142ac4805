/**
 * Where the time of some work goes: every function of the kernel gets a clock around it while the work runs. What is left of
 * the time that the work takes without clocks is JavaScript.
 */
import { type KernelExports, kernel } from '../../src/protocol/crypto/kernel/kernel.ts'
import { stopwatch, waited } from './stopwatch.ts'

/** What functions of the kernel serve, by the beginnings of their names; the first that fits. */
const STAGES = {
  'transcripts (Keccak)': ['keccak'],
  'hashes (BLAKE3)': ['blake3'],
  'decoding points': ['decode'],
  'encoding points': ['encode'],
  'scalars mod ℓ': ['scalar', 'accumulate', 'packAccumulators', 'fold', 'round'],
  'sums, public scalars': ['sumFew', 'sumMany', 'sumPoints'],
  'sums, secret scalars': ['sumSecret', 'sumChosen'],
  'multiplications, secret scalars': ['multiply'],
  'other group operations': [''],
} as const

const KERNEL_STAGES = Object.keys(STAGES) as (keyof typeof STAGES)[]
/** Everything between two calls of the kernel, copying in and out among it. */
const JAVASCRIPT = 'JavaScript between the calls'

export type Stage = keyof typeof STAGES | typeof JAVASCRIPT
export const ALL_STAGES: readonly Stage[] = [...KERNEL_STAGES, JAVASCRIPT]

/** Calls that the cost of a clock is measured with. */
const TRIALS = 50_000

/** Milliseconds after which it is worth a look whether the thread had to wait for a processor meanwhile. */
const LONG = 0.5

/**
 * Milliseconds that each stage of `work` takes in every run; the stages of a run add up to it.
 * @param work has run before: the kernel is not replaced while it runs
 */
export function profile(work: () => unknown, runs: number): Record<Stage, number>[] {
  const instance = kernel() as { exports: KernelExports }
  const plain = instance.exports
  const clock = new Clock(plain)
  const samples: Record<Stage, number>[] = []
  try {
    for (let run = 0; run <= runs; run++) {
      instance.exports = plain
      const read = stopwatch()
      work()
      const whole = read()
      instance.exports = clock.exports
      clock.start()
      work()
      const stages = clock.read()
      const inKernel = stages.reduce((sum, time) => sum + time, 0)
      const named = KERNEL_STAGES.map((stage, i) => [stage, stages[i]!])
      // the first run warms the clocks up
      if (run > 0) samples.push(Object.fromEntries([...named, [JAVASCRIPT, Math.max(0, whole - inKernel)]]))
    }
    if (kernel() !== instance) throw new Error('the kernel was replaced while it was measured')
  } finally {
    instance.exports = plain
  }
  return samples
}

type Call = (...given: number[]) => unknown

/** Milliseconds by stage, without those in which the thread waited for a processor. */
class Clock {
  /** The functions with clocks around them. */
  readonly exports: KernelExports
  readonly #spent = KERNEL_STAGES.map(() => ({ time: 0, calls: 0 }))
  /** When the last call ended. */
  #last = 0
  /** How long the thread had waited when that was asked last. */
  #waited = 0
  /** What a clock adds to what it shows. */
  readonly #cost: number

  constructor(exports: KernelExports) {
    const wrapped = Object.entries(exports).map(([name, value]) => [
      name,
      typeof value === 'function' ? this.#wrap(stageOf(name), value as Call) : value,
    ])
    this.exports = Object.fromEntries(wrapped)
    this.#cost = this.#calibrate(exports.pointBytes)
  }

  start(): void {
    for (const stage of this.#spent) Object.assign(stage, { time: 0, calls: 0 })
    this.#waited = waited()
    this.#last = performance.now()
  }

  /** Since the start, in the order of the stages. */
  read(): number[] {
    return this.#spent.map(({ time, calls }) => Math.max(0, time - calls * this.#cost))
  }

  #wrap(stage: number, call: Call): Call {
    const spent = this.#spent[stage]!
    return (...given) => {
      let start = performance.now()
      if (start - this.#last > LONG) {
        this.#waited = waited()
        start = performance.now()
      }
      const result = call(...given)
      const end = performance.now()
      spent.time += end - start
      spent.calls++
      this.#last = end
      if (end - start > LONG) {
        const before = this.#waited
        this.#waited = waited()
        spent.time -= Math.min(end - start, this.#waited - before)
        this.#last = performance.now()
      }
      return result
    }
  }

  /** Of a call that does nothing, a clock shows its own cost. */
  #calibrate(empty: Call): number {
    const wrapped = this.#wrap(0, empty)
    // once to warm up
    for (let time = 0; time < 2; time++) {
      this.start()
      for (let i = 0; i < TRIALS; i++) wrapped(i, i, i, i)
    }
    return this.#spent[0]!.time / TRIALS
  }
}

function stageOf(name: string): number {
  return KERNEL_STAGES.findIndex((stage) => STAGES[stage].some((beginning) => name.startsWith(beginning)))
}

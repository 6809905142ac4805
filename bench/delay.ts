/**
 * What a delay costs on one thread: squarings a second, the proof beside the evaluation, and the check. In turns with the
 * numbers as limbs, where this engine multiplies them, and as BigInt.
 */
import { utf8 } from '../src/protocol/bytes.ts'
import { delaySteps, verifyDelay } from '../src/protocol/crypto/delay/delay.ts'
import { RSA_2048 } from '../src/protocol/crypto/delay/modulus.ts'
import { type MakeResidues, residuesOf, useResidues } from '../src/protocol/crypto/delay/residues.ts'
import { BigIntResidues } from '../src/protocol/crypto/delay/residues-bigint.ts'
import { bounded } from './crypto/rows.ts'
import { type Row, summary } from './harness.ts'

const STEPS = 100_000
const RUNS = 5
/** Proofs of different seeds that are checked one after the other: the search for a prime takes them unequal time. */
const CHECKED = 40
/** Milliseconds that the check of a proof is to stay under. */
const CHECK_GOAL = 15

/** The forms of numbers; `undefined` is the choice of the engine. */
const FORMS: readonly { name: string; make: MakeResidues | undefined }[] = [
  { name: 'limbs', make: undefined },
  { name: 'BigInt', make: (modulus) => new BigIntResidues(modulus) },
]

/** A figure for every run. */
type Figures = { rate: number[]; evaluate: number[]; share: number[]; check: number[] }

export async function benchDelay(progress: (line: string) => void): Promise<Row[]> {
  const engine = residuesOf(RSA_2048.modulus)
  const forms = engine instanceof BigIntResidues ? FORMS.slice(1) : FORMS
  const figures = forms.map((): Figures => ({ rate: [], evaluate: [], share: [], check: [] }))
  progress(`making ${CHECKED} proofs to check …`)
  const proofs = Array.from({ length: CHECKED }, (_, i) => {
    const task = { seed: utf8(`bench ${i}`), steps: 1_000 }
    return { ...task, proof: run(task.seed, task.steps).proof }
  })
  try {
    for (let i = 0; i <= RUNS; i++) {
      for (const [f, { name, make }] of forms.entries()) {
        progress(`${STEPS.toLocaleString('en')} squarings as ${name}, ${i} of ${RUNS} …`)
        useResidues(make)
        const { squaring, proving } = run(utf8(`bench ${i}`), STEPS)
        const start = performance.now()
        for (const proof of proofs) verifyDelay(proof)
        const check = (performance.now() - start) / CHECKED
        if (i === 0) continue
        const { rate, evaluate, share, check: checks } = figures[f]!
        rate.push((1_000 * STEPS) / squaring)
        evaluate.push(squaring + proving)
        share.push((100 * proving) / squaring)
        checks.push(check)
      }
    }
  } finally {
    useResidues(undefined)
  }
  const rows = forms.flatMap(({ name }, f) => rowsOf(name, figures[f]!))
  const [limbs, numbers] = figures
  const goal = goalRow(figures[0]!)
  return limbs && numbers ? [...rows, ...gains(limbs, numbers), goal] : [...rows, goal]
}

function rowsOf(form: string, { rate, evaluate, share, check }: Figures): Row[] {
  return [
    summary(`squarings, ${form}`, rate, '/s'),
    summary(`evaluate ${STEPS.toLocaleString('en')} squarings, with the proof, ${form}`, evaluate, 'ms'),
    summary(`the proof, of the squarings, ${form}`, share, '%', 'a longer evaluation has a cheaper proof'),
    summary(`check a proof, ${form}`, check, 'ms', `mean of ${CHECKED} proofs`),
  ]
}

/** What a check of the engine's own form may take: a block with a proof is to be no slower than others. */
function goalRow({ check }: Figures): Row {
  const row = summary('delay proof verified', check, 'ms', `mean of ${CHECKED} proofs`)
  const goal = { against: '', wanted: `under ${CHECK_GOAL} ms` }
  return bounded(row, goal, (time) => time < CHECK_GOAL)
}

/** How many times faster limbs are, run by run. */
function gains(limbs: Figures, numbers: Figures): Row[] {
  const times = (of: (figures: Figures) => readonly number[]) =>
    of(numbers).map((figure, i) => figure / of(limbs)[i]!)
  return [
    summary(
      'squarings, gain of limbs',
      times(({ rate }) => rate).map((ratio) => 1 / ratio),
      '×',
    ),
    summary(
      'evaluation, gain of limbs',
      times(({ evaluate }) => evaluate),
      '×',
    ),
    summary(
      'check, gain of limbs',
      times(({ check }) => check),
      '×',
    ),
  ]
}

/** Milliseconds of both phases. */
function run(seed: Uint8Array, steps: number): { squaring: number; proving: number; proof: Uint8Array } {
  const start = performance.now()
  let squared = start
  const evaluation = delaySteps({ seed, steps })
  for (let step = evaluation.next(); ; step = evaluation.next()) {
    if (step.done) {
      return { squaring: squared - start, proving: performance.now() - squared, proof: step.value }
    }
    if (step.value.phase === 'evaluate') squared = performance.now()
  }
}

/** Many runs of the experiment, each network with the stem and without it. */
import { type OriginConfig, type OriginResult, runOrigin } from './experiment.ts'
import { type Interval, meanInterval } from './interval.ts'

export type Compared = Record<keyof OriginResult, Interval>

export type Comparison = {
  readonly plain: Compared
  readonly stem: Compared
  /** Of the same networks, without the stem less with it. */
  readonly difference: Compared
}

/** Runs networks of the seeds from `first` on. */
export async function compareOrigins(
  config: Omit<OriginConfig, 'seed' | 'stem'>,
  first: number,
  count: number,
  onRun: (done: number) => void = () => {},
): Promise<Comparison> {
  const plain: OriginResult[] = []
  const stem: OriginResult[] = []
  for (let seed = first; seed < first + count; seed++) {
    plain.push(await runOrigin({ ...config, seed, stem: false }))
    stem.push(await runOrigin({ ...config, seed, stem: true }))
    onRun(plain.length)
  }
  const difference = plain.map((one, at) => ({
    recall: one.recall - stem[at]!.recall,
    precision: one.precision - stem[at]!.precision,
    spread: one.spread - stem[at]!.spread,
  }))
  return { plain: compared(plain), stem: compared(stem), difference: compared(difference) }
}

function compared(results: readonly OriginResult[]): Compared {
  const of = (figure: keyof OriginResult) => meanInterval(results.map((result) => result[figure]))
  return { recall: of('recall'), precision: of('precision'), spread: of('spread') }
}

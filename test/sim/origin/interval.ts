/** A mean over runs with its 95 % interval, by Student's t: the transactions of one network are not independent, networks are. */
export type Interval = { readonly mean: number; readonly low: number; readonly high: number }

/** Quantiles of the t distribution at 0.975 for 1, 2, … degrees of freedom. */
const T = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
]

/** @param values of two runs or more */
export function meanInterval(values: readonly number[]): Interval {
  const count = values.length
  if (count < 2) throw new RangeError('an interval takes two values or more')
  const mean = values.reduce((sum, value) => sum + value, 0) / count
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1)
  const half = (T[Math.min(count - 1, T.length) - 1]! * Math.sqrt(variance)) / Math.sqrt(count)
  return { mean, low: mean - half, high: mean + half }
}

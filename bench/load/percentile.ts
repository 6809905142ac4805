/** The figure that this share of all figures does not exceed. */
export function percentile(figures: Iterable<number>, share: number): number {
  const sorted = Float64Array.from(figures).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
}

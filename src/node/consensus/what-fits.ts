/** Finds out by halving which of many things spoil what is made of all of them. */

export type Fitting<T, Made> = {
  /** What was made last; undefined when nothing could be made of anything. */
  readonly made: Made | undefined
  /** Those that spoil it on their own, or behind those that were taken before. */
  readonly bad: readonly T[]
  /** Those that no attempt was left for. */
  readonly untried: readonly T[]
}

/**
 * Adds part after part to what fits, and halves a part that does not. One bad thing among n takes about 2·log₂ n attempts.
 * @param attempt makes something of all it is given, or undefined when it cannot.
 * @param attempts at most so many.
 */
export async function whatFits<T, Made>(
  items: readonly T[],
  attempt: (items: readonly T[]) => Promise<Made | undefined>,
  attempts: number,
): Promise<Fitting<T, Made>> {
  const parts: (readonly T[])[] = items.length > 0 ? [items] : []
  const good: T[] = []
  const bad: T[] = []
  let made: Made | undefined
  for (let left = attempts; left > 0; left--) {
    const part = parts.shift()
    if (!part) break
    const next = await attempt([...good, ...part])
    if (next !== undefined) {
      made = next
      good.push(...part)
    } else if (part.length === 1) {
      bad.push(...part)
    } else {
      const middle = part.length >> 1
      parts.unshift(part.slice(0, middle), part.slice(middle))
    }
  }
  return { made, bad, untried: parts.flat() }
}

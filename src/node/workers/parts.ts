/**
 * Cuts a list into at most `parts` of nearly equal length, in order; none is shorter than `least` unless the list is.
 * An empty list has no parts.
 */
export function inParts<T>(items: readonly T[], parts: number, least: number): T[][] {
  const count = Math.min(items.length, Math.max(1, Math.min(parts, Math.floor(items.length / least))))
  return Array.from({ length: count }, (_, part) =>
    items.slice(Math.floor((part * items.length) / count), Math.floor(((part + 1) * items.length) / count)),
  )
}

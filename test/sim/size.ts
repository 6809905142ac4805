/** About how many bytes a value holds on to, so that what must stay bounded can be watched. */

/** Of an object, a list entry, a key: an estimate, alike for all engines. */
const SLOT = 16

export function sizeOf(value: unknown): number {
  const seen = new Set<object>()
  const waiting: unknown[] = [value]
  let size = 0
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (next === undefined) continue
    size += SLOT
    if (typeof next === 'string') size += next.length
    if (typeof next !== 'object' || next === null || seen.has(next)) continue
    seen.add(next)
    if (ArrayBuffer.isView(next)) size += next.byteLength
    else if (next instanceof Map) for (const [key, item] of next) waiting.push(key, item)
    else if (next instanceof Set) for (const item of next) waiting.push(item)
    else for (const item of Object.values(next)) waiting.push(item)
  }
  return size
}

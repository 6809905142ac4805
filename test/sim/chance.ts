/**
 * The chance of a run: one seed, and from it a stream of numbers for every use by name. A use that falls away (a fault that
 * was taken out while a failure is made smaller) leaves the numbers of the others as they were.
 */
import { type SeededRandom, seededRandom } from '../support/seeded-random.ts'

export type Chance = SeededRandom & {
  /** Whether something of this probability happens. */
  happens(probability: number): boolean
  /** A number from `low` up to, not including, `high`. */
  between(low: number, high: number): number
  /** A whole number from `low` to `high`. */
  whole(low: number, high: number): number
  /** `count` different items in random order; all when there are fewer. */
  some<Item>(items: readonly Item[], count: number): Item[]
}

export function chanceOf(seed: number, use: string): Chance {
  const random = seededRandom(mix(seed, use))
  const between = (low: number, high: number) => low + random.next() * (high - low)
  const whole = (low: number, high: number) => low + random.below(high - low + 1)
  return {
    ...random,
    happens: (probability) => random.next() < probability,
    between,
    whole,
    some(items, count) {
      const left = [...items]
      for (let i = left.length - 1; i > 0; i--) {
        const j = random.below(i + 1)
        ;[left[i], left[j]] = [left[j]!, left[i]!]
      }
      return left.slice(0, count)
    },
  }
}

/** FNV-1a over the seed's bytes and the name, finished as MurmurHash3 does. */
function mix(seed: number, use: string): number {
  let state = 0x811c9dc5
  const take = (byte: number) => {
    state = Math.imul(state ^ byte, 0x01000193)
  }
  for (let shift = 0; shift < 32; shift += 8) take((seed >>> shift) & 0xff)
  take(Math.floor(seed / 2 ** 32) & 0xff)
  for (let i = 0; i < use.length; i++) take(use.charCodeAt(i))
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
  return (state ^ (state >>> 16)) >>> 0
}

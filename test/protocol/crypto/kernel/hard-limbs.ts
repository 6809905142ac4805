/** Elements that are hard on carries, as limbs at and near what a module's head comment allows. */
import { type SeededRandom, seededRandom } from '../../../support/seeded-random.ts'
import { type Form, type Limbs, modP, P, sumOf } from './inner-kernel.ts'

/** Every limb as large as it may be, with the signs that the bits of `signs` say. */
export function extreme({ reduced }: Form, size: number, signs: number): Limbs {
  return reduced.map((limb, k) => (signs & (1 << k) ? -1 : 1) * Math.floor(limb * size))
}

/** Limbs each of which is one of a few: zero of either sign, one, powers of two, their neighbours, the largest allowed. */
function special(form: Form, size: number, random: SeededRandom): Limbs {
  return form.reduced.map((limb) => {
    const most = Math.floor(limb * size)
    const half = 2 ** Math.floor(Math.log2(limb))
    const value = random.pick([0, -0, 1, 2, half / 2, half - 1, half, half + 1, most - 1, most])
    return random.pick([-1, 1]) * Math.min(value, most)
  })
}

/** Limbs from all over what is allowed. */
function anywhere(form: Form, size: number, random: SeededRandom): Limbs {
  return form.reduced.map((limb) => {
    const most = Math.floor(limb * size)
    return random.below(2 * most + 1) - most
  })
}

/** A multiple of p, a neighbour of one or of p/2, in limbs that do not show it; size is 1 at least. */
function disguised(form: Form, size: number, random: SeededRandom): Limbs {
  const limbs = [...anywhere(form, size - 1, random)]
  const offset = random.pick([0n, 0n, 1n, -1n, 19n, -19n, (P - 1n) / 2n, (P + 1n) / 2n])
  // what is missing goes into the limbs, into each what lies in its place: at most half a unit of the next
  let missing = modP(offset - sumOf(form, limbs))
  if (missing > P / 2n) missing -= P
  for (let k = limbs.length - 1; k >= 0; k--) {
    const part = (missing + (1n << form.places[k]!) / 2n) >> form.places[k]!
    missing -= part << form.places[k]!
    limbs[k]! += Number(part)
  }
  return limbs
}

/** Patterns of signs: all of them, for one factor. */
export function signs({ reduced }: Form): number[] {
  return Array.from({ length: 2 ** reduced.length }, (_, bits) => bits)
}

/**
 * Elements of a size, without end: extremes with random signs, special and ordinary limbs, multiples of p in disguise.
 */
export function* hardLimbs(form: Form, size: number, seed: number): Generator<Limbs, never> {
  const random = seededRandom(seed)
  for (;;) {
    yield extreme(form, size, random.below(2 ** form.reduced.length))
    yield special(form, size, random)
    yield anywhere(form, size, random)
    if (size >= 1) yield disguised(form, size, random)
  }
}

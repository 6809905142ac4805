/** Spoils a file as a failing disk does: bytes flipped or lost. */
import { readFile, truncate, writeFile } from 'node:fs/promises'
import type { SeededRandom } from '../../support/seeded-random.ts'

export type Damage = {
  readonly kind: 'flip' | 'truncate' | 'zero'
  readonly at: number
  readonly length: number
}

export async function damageFile(path: string, random: SeededRandom): Promise<Damage> {
  const bytes = await readFile(path)
  const kind = random.pick(['flip', 'flip', 'truncate', 'zero'] as const)
  const at = random.below(bytes.length)
  if (kind === 'truncate') {
    await truncate(path, at)
    return { kind, at, length: bytes.length - at }
  }
  const length = kind === 'flip' ? 1 : Math.min(bytes.length - at, 1 + random.below(4_096))
  if (kind === 'flip') bytes[at] = bytes[at]! ^ (1 << random.below(8))
  else bytes.fill(0, at, at + length)
  await writeFile(path, bytes)
  return { kind, at, length }
}

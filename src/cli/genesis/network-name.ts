import type { NetworkName } from '../../protocol/network.ts'
import { usageError } from '../cli-error.ts'

const NAMES: readonly NetworkName[] = ['dev', 'test', 'main']

/** @throws CliError when none is given: keys and addresses of one kind of network are of no use on another. */
export function networkNameOf(text: string | undefined): NetworkName {
  const name = NAMES.find((known) => known === text)
  if (name) return name
  throw usageError(`what kind of network? Give --network ${NAMES.join(', --network ')}`)
}

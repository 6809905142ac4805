/** Where the files of a new network go: looked at before the first is written, so that whatever is refused leaves nothing behind. */
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { devnetDirectories, MAX_DEVNET_VALIDATORS } from '../../node/devnet.ts'
import { GENESIS_FILE } from '../../node/genesis/genesis-file.ts'
import { secretFilesOf } from '../../node/genesis/validator-entry.ts'
import type { NetworkName } from '../../protocol/network.ts'
import { CliError, usageError } from '../cli-error.ts'
import { EXIT } from '../exit-codes.ts'
import type { Io } from '../io.ts'
import type { Settings } from '../options.ts'
import { dataDirOf } from '../paths.ts'

export type GenesisPlaces = {
  /** The genesis file. */
  readonly out: string
  /** Data directories of the validators that are made here. */
  readonly directories: readonly string[]
}

/** @throws CliError when something is there already, or nothing can be put there. */
export function placesOf(
  settings: Settings,
  network: NetworkName,
  io: Pick<Io, 'cwd' | 'home'>,
): GenesisPlaces {
  const out = resolve(io.cwd, settings.out ?? GENESIS_FILE)
  const directories = directoriesOf(settings, io)
  for (const path of [
    out,
    ...directories.flatMap((directory) => {
      const names = [GENESIS_FILE, ...secretFilesOf(network)]
      return names.map((name) => join(directory, name))
    }),
  ])
    if (existsSync(path)) throw new CliError(EXIT.refused, `${path} is there already, and stays as it is`)
  for (const directory of directories) assertCanHold(directory)
  const parent = dirname(out)
  const isMade = directories.some((directory) => `${directory}${sep}`.startsWith(`${parent}${sep}`))
  if (!isMade && !existsSync(parent)) throw new CliError(EXIT.refused, `there is no directory ${parent}`)
  assertCanHold(parent)
  return { out, directories }
}

/** Those of the validators that are made here. */
function directoriesOf(settings: Settings, io: Pick<Io, 'cwd' | 'home'>): string[] {
  const { make: count } = settings
  if (count === undefined) return []
  if (count < 1 || count > MAX_DEVNET_VALIDATORS)
    throw usageError(`--make takes 1 to ${MAX_DEVNET_VALIDATORS}, not ${count}`)
  if (settings['data-dir'] === undefined)
    throw usageError('where are the validators to have their data? Give --data-dir DIR')
  return devnetDirectories(dataDirOf(settings, io), count)
}

/** A directory that files can be put in, or one that can be made. */
function assertCanHold(directory: string): void {
  let there = directory
  while (!existsSync(there)) there = dirname(there)
  if (!statSync(there).isDirectory()) throw new CliError(EXIT.refused, `${there} is not a directory`)
  try {
    accessSync(there, constants.W_OK | constants.X_OK)
  } catch {
    throw new CliError(EXIT.refused, `nothing can be written to ${there}`)
  }
}

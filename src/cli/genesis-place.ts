/** Which network a node belongs to, and where its data is: what `stegos node` finds out before it starts. */
import { mkdir, readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { readTextFile, writeFileDurably } from '../node/files.ts'
import { GENESIS_FILE, type NamedGenesis, parseGenesis } from '../node/genesis/genesis-file.ts'
import { toHex } from '../protocol/bytes.ts'
import type { NetworkName } from '../protocol/network.ts'
import { CliError, usageError } from './cli-error.ts'
import { EXIT } from './exit-codes.ts'
import type { Io } from './io.ts'
import type { Settings } from './options.ts'
import { dataDirOf } from './paths.ts'

export type Place = {
  readonly network: NetworkName
  readonly dataDirectory: string
  /** In hex. */
  readonly chainId: string
}

/**
 * Reads the genesis that the flags name, and puts it where the node looks for it; without a flag, the one that is there.
 * @throws CliError when there is none, it is damaged, or the data directory belongs to another network.
 */
export async function genesisPlace(settings: Settings, io: Pick<Io, 'cwd' | 'home'>): Promise<Place> {
  const given = settings.genesis === undefined ? undefined : resolve(io.cwd, settings.genesis)
  if (given === undefined && settings['data-dir'] === undefined) {
    throw usageError('a node needs --genesis FILE at its first start, and --data-dir DIR at every other')
  }
  const file = given ?? join(dataDirOf(settings, io), GENESIS_FILE)
  const text = await readGenesis(file, given !== undefined)
  const named = parse(text, file)
  const { network } = named.genesis.params
  const chainId = toHex(named.chainId)
  if (settings.chain !== undefined && settings.chain !== chainId) {
    throw new CliError(EXIT.cannotStart, `${file} is of the chain ${chainId}, not of ${settings.chain}`)
  }
  const dataDirectory = dataDirOf(settings, io, network)
  if (given !== undefined) await keepGenesis(dataDirectory, text)
  return { network, dataDirectory, chainId }
}

async function readGenesis(file: string, given: boolean): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    const hint = given ? '' : '\nGive the genesis of the network with --genesis FILE.'
    throw usageError(`cannot read the genesis ${file}: ${(cause as NodeJS.ErrnoException).code}${hint}`)
  }
}

function parse(text: string, file: string): NamedGenesis {
  try {
    return parseGenesis(text)
  } catch (cause) {
    throw usageError(`${basename(file)}: ${(cause as Error).message}`)
  }
}

/** One that is there already has to be the same. */
async function keepGenesis(dataDirectory: string, text: string): Promise<void> {
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 })
  const path = join(dataDirectory, GENESIS_FILE)
  const there = await readTextFile(path)
  if (there === undefined) return writeFileDurably(path, text, 0o644)
  if (there !== text) {
    throw new CliError(
      EXIT.cannotStart,
      `${dataDirectory} belongs to another network: its ${GENESIS_FILE} differs`,
    )
  }
}

/** The peer id of a data directory, made where no node has run yet. */
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { VALIDATOR_KEY_FILE } from '../node/consensus/validator-keys.ts'
import { IDENTITY_FILE, peerIdOf } from '../node/network/libp2p/identity.ts'
import { systemRandom } from '../protocol/crypto/random.ts'
import { CliError, usageError } from './cli-error.ts'
import type { Invocation } from './command.ts'
import { EXIT } from './exit-codes.ts'
import { dataDirOf } from './paths.ts'
import { print } from './print.ts'

/**
 * Prints the id, and beside it whether a node would use it.
 * @throws CliError when no directory is named: the default one is a development network's; and when a node has run there that
 * keeps none, and perhaps still runs under another.
 */
export async function nodeId({ settings, io }: Invocation): Promise<undefined> {
  if (settings['data-dir'] === undefined) throw usageError('whose id? Give --data-dir DIR')
  const dataDirectory = dataDirOf(settings, io)
  const has = (file: string) => existsSync(join(dataDirectory, file))
  const kept = settings['network-keep-identity'] ?? has(VALIDATOR_KEY_FILE)
  if (!kept && has('db') && !has(IDENTITY_FILE)) {
    throw new CliError(
      EXIT.refused,
      `the node of ${dataDirectory} keeps no id: it has another at each start, which it prints.\nStart it with --network-keep-identity, or give that here as well.`,
    )
  }
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 })
  const peerId = await peerIdOf(dataDirectory, systemRandom)
  print({ settings, io }, { peerId, kept }, () => [peerId])
  if (!kept)
    io.note('A node that is no validator has this id only if it is started with --network-keep-identity.')
}

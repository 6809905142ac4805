/** The peer id of a data directory, made where there is none. */
import { mkdir } from 'node:fs/promises'
import { peerIdOf } from '../node/network/libp2p/identity.ts'
import { systemRandom } from '../protocol/crypto/random.ts'
import { usageError } from './cli-error.ts'
import type { Invocation } from './command.ts'
import { dataDirOf } from './paths.ts'
import { print } from './print.ts'

/** @throws CliError when no directory is named: the default one is a development network's. */
export async function nodeId({ settings, io }: Invocation): Promise<undefined> {
  if (settings['data-dir'] === undefined) throw usageError('whose id? Give --data-dir DIR')
  const dataDirectory = dataDirOf(settings, io)
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 })
  const peerId = await peerIdOf(dataDirectory, systemRandom)
  print({ settings, io }, { peerId }, () => [peerId])
}

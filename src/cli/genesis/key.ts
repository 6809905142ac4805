/** `stegos genesis key`: the keys of a first validator, and the line about them that is not secret. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { formatEntry, makeValidator, phraseFileOf } from '../../node/genesis/validator-entry.ts'
import { systemRandom } from '../../protocol/crypto/random.ts'
import { CliError, usageError } from '../cli-error.ts'
import type { Invocation } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { dataDirOf } from '../paths.ts'
import { recoveryPhrase } from '../secrets.ts'
import { networkNameOf } from './network-name.ts'

/** @throws CliError when the directory has a validator's key already. */
export async function key({ settings, io }: Invocation): Promise<undefined> {
  const network = networkNameOf(settings.network)
  if (settings['data-dir'] === undefined)
    throw usageError('where is the node to have its data? Give --data-dir DIR')
  const directory = dataDirOf(settings, io)
  const phrase = settings['phrase-file'] === undefined ? undefined : await recoveryPhrase({ settings, io })
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const made = await makeValidator(directory, network, systemRandom, phrase).catch((error) => {
    if (error?.name !== 'NodeError') throw error
    throw usageError(`${settings['phrase-file']} does not hold a recovery phrase of 24 words`)
  })
  if (!made) throw new CliError(EXIT.refused, `${directory} has a validator.key already; it stays as it is`)
  io.out(formatEntry(made.entry))
  if (settings.json) return
  if (phrase === undefined)
    io.note(`Secret, keep a copy: ${join(directory, phraseFileOf(network))}, the account that operates it`)
  io.note(`Secret, never to be run twice: ${join(directory, 'validator.key')}`)
  io.note(`Its address: ${made.address}`)
  io.note(
    'Send the line to whoever makes the genesis, by a way on which nobody can put another in its place.',
  )
}

/** `stegos genesis key`: the keys of a first validator, and the line about them that is not secret. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { VALIDATOR_KEY_FILE } from '../../node/consensus/validator-keys.ts'
import {
  drawValidator,
  formatEntry,
  phraseFileOf,
  secretFilesOf,
} from '../../node/genesis/validator-entry.ts'
import { systemRandom } from '../../protocol/crypto/random.ts'
import { CliError, usageError } from '../cli-error.ts'
import type { Invocation } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { dataDirOf } from '../paths.ts'
import { recoveryPhrase } from '../secrets.ts'
import { networkNameOf } from './network-name.ts'

/** @throws CliError when the directory has a validator's key already, or a phrase where one would be written. */
export async function key({ settings, io }: Invocation): Promise<undefined> {
  const network = networkNameOf(settings.network)
  if (settings['data-dir'] === undefined)
    throw usageError('where is the node to have its data? Give --data-dir DIR')
  const directory = dataDirOf(settings, io)
  const phrase = settings['phrase-file'] === undefined ? undefined : await recoveryPhrase({ settings, io })
  const secrets = phrase === undefined ? secretFilesOf(network) : [VALIDATOR_KEY_FILE]
  const taken = secrets.find((name) => existsSync(join(directory, name)))
  if (taken !== undefined)
    throw new CliError(EXIT.refused, `${directory} has a ${taken} already; it stays as it is`)
  const made = await drawValidator(network, systemRandom, phrase).catch((error) => {
    if (error?.name !== 'NodeError') throw error
    throw usageError(`${settings['phrase-file']} does not hold a recovery phrase of 24 words`)
  })
  await made.keep(directory)
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

/** Which validator a command is about. */
import { type Client, listAll } from '../../sdk/index.ts'
import { usageError } from '../cli-error.ts'
import type { Invocation } from '../command.ts'

const KEY = /^[0-9a-f]{96}$/
/** The least of an id that names a validator. */
const PREFIX = /^[0-9a-f]{8,64}$/

/**
 * The key of the validator that --validator names: by its key, or by the beginning of its id as tables show it.
 *
 * @returns undefined when it is left out: that of the node
 * @throws CliError when there is none of that id, or more than one
 */
export async function findValidatorKey(
  client: Client,
  { settings, io }: Pick<Invocation, 'settings' | 'io'>,
): Promise<string | undefined> {
  const wanted = settings.validator?.toLowerCase()
  if (wanted === undefined || KEY.test(wanted)) return wanted
  if (!PREFIX.test(wanted))
    throw usageError('--validator is a key of 96 hex digits, or at least 8 of those that an id begins with')
  const { signal } = io
  const found = []
  for await (const validator of listAll((cursor) =>
    client.stake.validators({ cursor, limit: 1_000 }, { signal }),
  )) {
    if (validator.validatorId.startsWith(wanted)) found.push(validator)
  }
  const [validator] = found
  if (!validator)
    throw usageError(`no validator has an id that begins with ${wanted}: see stegos stake validators`)
  if (found.length === 1) return validator.validatorKey
  const ids = found.map(({ validatorId }) => `  ${validatorId}`).join('\n')
  throw usageError(`several validators have ids that begin with ${wanted}; take more of it:\n${ids}`)
}

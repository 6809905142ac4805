/** Which validator a command is about. */
import { type Client, listAll, type Validator } from '../../sdk/index.ts'
import type { Invocation } from '../command.ts'
import { assertPrefix, onlyOne } from '../only-one.ts'

const KEY = /^[0-9a-f]{96}$/
const VALIDATOR = {
  what: 'validator',
  name: '--validator',
  whole: 'a key of 96 hex digits',
  shown: 'stegos stake validators',
} as const

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
  assertPrefix(wanted, VALIDATOR)
  const { signal } = io
  const all: Validator[] = []
  for await (const validator of listAll((cursor) =>
    client.stake.validators({ cursor, limit: 1_000 }, { signal }),
  )) {
    all.push(validator)
  }
  return onlyOne(wanted, all, ({ validatorId }) => validatorId, VALIDATOR).validatorKey
}

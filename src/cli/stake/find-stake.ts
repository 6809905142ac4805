/** Which stake a command is about. */
import { type Client, listAll } from '../../sdk/index.ts'
import type { Invocation } from '../command.ts'
import { assertPrefix, onlyOne } from '../only-one.ts'

const WHOLE = 64
const STAKE = { what: 'stake', name: 'STAKE', whole: 'an id', shown: 'stegos stake list' } as const

/**
 * The id of the stake that STAKE names: by all of it, or by its beginning as tables show it.
 * @throws CliError when the account has none of that id, or more than one
 */
export async function findStakeId(
  client: Client,
  accountId: string,
  text: string,
  { io }: Pick<Invocation, 'io'>,
): Promise<string> {
  const wanted = text.toLowerCase().replace(/…$/, '')
  assertPrefix(wanted, STAKE)
  if (wanted.length === WHOLE) return wanted
  const all: string[] = []
  const { signal } = io
  for await (const { stakeId } of listAll((cursor) =>
    client.stake.list({ accountId, cursor, limit: 1_000 }, { signal }),
  )) {
    all.push(stakeId)
  }
  return onlyOne(wanted, all, (id) => id, STAKE)
}

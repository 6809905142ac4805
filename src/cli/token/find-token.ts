/** Which token a command is about. */
import { type Client, listAll, type Token } from '../../sdk/index.ts'
import { usageError } from '../cli-error.ts'

/**
 * The id of a token that is named by id or by name; of several with one name the active one.
 * @throws CliError when there is none of that name, or more than one
 */
export async function findTokenId(client: Client, wanted: string, signal: AbortSignal): Promise<string> {
  if (/^([0-9a-f]{16}|owner)$/.test(wanted)) return wanted
  const named: Token[] = []
  for await (const token of listAll((cursor) => client.token.list({ cursor, limit: 1_000 }, { signal }))) {
    if (token.name === wanted) named.push(token)
  }
  const active = named.filter(({ status }) => status === 'active')
  const [found, ...others] = active.length > 0 ? active : named
  if (!found) throw usageError(`no token is named ${wanted}`)
  if (others.length > 0) {
    const ids = [found, ...others].map(({ tokenId }) => `  ${tokenId}`).join('\n')
    throw usageError(`several tokens are named ${wanted}; take the id:\n${ids}`)
  }
  return found.tokenId
}

/** Which account a command is about. */
import { type Account, type Client, listAll } from '../sdk/index.ts'
import { usageError } from './cli-error.ts'
import type { Invocation } from './command.ts'

/**
 * The account that --account names by id or name, or the only one there is. One that the node keeps for itself, such as `faucet`
 * on a development network, has to be named.
 *
 * @throws CliError when there is none of that name, or more than one
 */
export async function findAccount(
  client: Client,
  { settings, io }: Pick<Invocation, 'settings' | 'io'>,
): Promise<Account> {
  const { signal } = io
  const wanted = settings.account
  if (wanted !== undefined && /^[0-9a-f]{16}$/.test(wanted))
    return client.account.get({ accountId: wanted }, { signal })
  const found: Account[] = []
  for await (const account of listAll((cursor) =>
    client.account.list({ cursor, limit: 1_000 }, { signal }),
  )) {
    if (wanted === undefined || account.name === wanted) found.push(account)
  }
  if (wanted !== undefined && found.length === 0) {
    const { items } = await client.account.list({ internal: true }, { signal })
    found.push(...items.filter(({ name }) => name === wanted))
  }
  const [account] = found
  if (account && found.length === 1) return account
  const ids = found.map(({ accountId, name }) => `  ${accountId}  ${name}`).join('\n')
  if (wanted !== undefined) {
    throw usageError(
      account
        ? `several accounts are named ${wanted}; take the id:\n${ids}`
        : `no account is named ${wanted}`,
    )
  }
  throw usageError(
    account
      ? `the node has several accounts; choose one with --account:\n${ids}`
      : 'the node has no account yet; make one with: stegos account create',
  )
}

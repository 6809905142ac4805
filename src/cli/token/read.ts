/** Commands that tell of tokens. */
import type { AuditEntry } from '../../sdk/index.ts'
import { CLIENT_OPTIONS, type Command } from '../command.ts'
import { connect } from '../connect.ts'
import { pageOf } from '../page-of.ts'
import { coins, moment, print, table } from '../print.ts'
import { narrowingOf } from './describe.ts'
import { findTokenId } from './find-token.ts'

export const list: Command = {
  name: 'token list',
  summary: 'The tokens of the node',
  about: ['Those that are over as well, for a while. The owner’s, in api.token, is not among them.'],
  options: ['limit', 'cursor', ...CLIENT_OPTIONS],
  examples: [['stegos token list', 'All of them.']],
  async run(invocation) {
    const { limit = 1_000, cursor } = invocation.settings
    using client = connect(invocation)
    const page = await client.token.list({ limit, cursor }, { signal: invocation.io.signal })
    print(invocation, page, () =>
      table(
        ['Token', 'Name', 'Status', 'Scopes', 'Spent', 'Narrowed to'],
        page.items.map((token) => [
          token.tokenId,
          token.name,
          token.status,
          token.scopes.join(','),
          token.spent === undefined ? '' : coins(token.spent),
          narrowingOf(token),
        ]),
        'None beside the owner’s. Make one with: stegos token create',
      ),
    )
  },
}

export const audit: Command = {
  name: 'token audit',
  summary: 'Who did what',
  about: [
    'Calls that changed something, revealed a key, or were refused for lack of rights. The owner’s token is named owner.',
  ],
  options: ['by', 'limit', 'oldest', 'cursor', ...CLIENT_OPTIONS],
  examples: [
    ['stegos token audit', 'The newest entries.'],
    ['stegos token audit --by payouts', 'Of one token, by name or id.'],
  ],
  async run(invocation) {
    const { by } = invocation.settings
    const { signal } = invocation.io
    using client = connect(invocation)
    const tokenId = by === undefined ? undefined : await findTokenId(client, by, signal)
    const page = await client.token.audit({ tokenId, ...pageOf(invocation) }, { signal })
    print(invocation, page, () =>
      table(
        ['Time (UTC)', 'Token', 'Method', 'Account', 'Outcome', 'Spent', 'Ids'],
        page.items.map((entry) => [
          moment(entry.time),
          entry.tokenName,
          entry.method,
          entry.accountId ?? '',
          entry.count > 1 ? `${entry.outcome}, ${entry.count} times` : entry.outcome,
          entry.spent === undefined ? '' : coins(entry.spent),
          idsText(entry),
        ]),
        'Nothing yet.',
      ),
    )
  },
}

/** The first of them; --json has all. */
function idsText({ ids, accountId }: AuditEntry): string {
  const others = ids.filter(({ id }) => id !== accountId)
  const [first] = others
  if (!first) return ''
  return others.length > 1
    ? `${first.type} ${first.id} and ${others.length - 1} more`
    : `${first.type} ${first.id}`
}

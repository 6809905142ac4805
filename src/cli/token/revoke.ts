import { CLIENT_OPTIONS, type Command } from '../command.ts'
import { connect } from '../connect.ts'
import { print } from '../print.ts'
import { describe } from './describe.ts'
import { findTokenId } from './find-token.ts'

export const revoke: Command = {
  name: 'token revoke',
  summary: 'End a token',
  about: [
    'At once, with all that were made with it: open connections are closed, and what is under way and not yet stored is refused.',
  ],
  arguments: [{ name: 'TOKEN', about: 'Id or name of the token, not the token itself.' }],
  options: ['idempotency-key', ...CLIENT_OPTIONS],
  examples: [['stegos token revoke payouts', 'By name or id.']],
  async run(invocation) {
    const { settings, io } = invocation
    const { signal } = io
    using client = connect(invocation)
    const tokenId = await findTokenId(client, invocation.arguments[0]!, signal)
    const revoked = await client.token.revoke(
      { tokenId },
      { signal, idempotencyKey: settings['idempotency-key'] },
    )
    print(invocation, revoked, () => describe(revoked))
  },
}

/** What commands about one account share. */
import type { Account, Client } from '../../sdk/index.ts'
import { CLIENT_OPTIONS, type Command, type Invocation } from '../command.ts'
import { connect } from '../connect.ts'
import { findAccount } from '../find-account.ts'
import { fields } from '../print.ts'
import { existingPassphrase } from '../secrets.ts'

type AboutAccount = Omit<Command, 'run'> & {
  readonly run: (account: Account, invocation: Invocation, client: Client) => ReturnType<Command['run']>
}

/** A command about one account, which it finds first. */
export function aboutAccount({ options = [], run, ...command }: AboutAccount): Command {
  return {
    ...command,
    options: [...options, 'account', ...CLIENT_OPTIONS],
    async run(invocation) {
      using client = connect(invocation)
      return await run(await findAccount(client, invocation), invocation, client)
    },
  }
}

/** Parameters of a call that needs the passphrase of an account that has one. */
export async function withPassphrase(
  { accountId, passphrase: wanted }: Account,
  invocation: Invocation,
): Promise<{ accountId: string; passphrase: string | undefined }> {
  return { accountId, passphrase: wanted ? await existingPassphrase(invocation) : undefined }
}

/** `ready`, `locked`, `view only`, and whether the chain is being read. */
export function stateOf({ locked, viewOnly, rescanning }: Account): string {
  return [
    viewOnly ? 'view only' : locked ? 'locked' : 'ready',
    ...(rescanning ? ['reading the chain'] : []),
  ].join(', ')
}

/** An account for people. */
export function describe(account: Account): string[] {
  return fields([
    ['Account', account.accountId],
    ['Name', account.name],
    ['Address', account.address],
    ['State', stateOf(account)],
    ['Passphrase', account.passphrase ? 'yes' : 'no'],
    ['Read up to', `${account.scannedHeight} of ${account.targetHeight}`],
  ])
}

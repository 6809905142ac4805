/** Commands that are one call of the interface: words and flags become parameters, the result is shown as the contract describes it. */
import type { CallableMethod, Client, MethodParams, MethodResult } from '../sdk/index.ts'
import { CLIENT_OPTIONS, type Command, type Invocation } from './command.ts'
import type { ExitCode } from './exit-codes.ts'
import { print } from './print.ts'

/** What parameters are made of. */
export type Asked = {
  readonly invocation: Invocation
  readonly settings: Invocation['settings']
  /** The words after the command. */
  readonly words: Invocation['arguments']
  readonly client: Client
  /** Id of the account that --account names, or of the only one. */
  readonly account: () => Promise<string>
  /** Id of the account that --account names; undefined when it names none. */
  readonly namedAccount: () => Promise<string | undefined>
}

type Direct<Name extends CallableMethod> = Omit<Command, 'run' | 'method'> & {
  readonly method: Name
  readonly params?: (asked: Asked) => MethodParams<Name> | Promise<MethodParams<Name>>
  /** How the command ends with that result; `ok` unless told. */
  readonly exit?: (result: MethodResult<Name>) => ExitCode
}

export function direct<Name extends CallableMethod>({
  method,
  params,
  exit,
  options = [],
  ...command
}: Direct<Name>): Command {
  return {
    ...command,
    method,
    options: [...options, ...CLIENT_OPTIONS],
    async run(invocation) {
      const { settings, io } = invocation
      // Not before: a node that starts has no use for them.
      const { connect } = await import('./connect.ts')
      const { findAccount } = await import('./find-account.ts')
      using client = connect(invocation)
      const account = async () => (await findAccount(client, invocation)).accountId
      const namedAccount = async () => (settings.account === undefined ? undefined : account())
      const asked = { invocation, settings, words: invocation.arguments, client, account, namedAccount }
      const given = ((await params?.(asked)) ?? {}) as MethodParams<Name>
      const { signal } = io
      const result = await client.call(method, given, {
        signal,
        idempotencyKey: settings['idempotency-key'],
      })
      // The contract is read for people alone.
      const lines = settings.json
        ? []
        : (await import('./contract-view.ts')).createContractView().resultLines(method, result)
      print(invocation, result, () => lines)
      return exit?.(result)
    },
  }
}

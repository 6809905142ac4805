import { systemClock } from '../../node/clock.ts'
import type { Scope } from '../../sdk/index.ts'
import { usageError } from '../cli-error.ts'
import { CLIENT_OPTIONS, type Command } from '../command.ts'
import { connect } from '../connect.ts'
import { findAccount } from '../find-account.ts'
import { print } from '../print.ts'
import { describe } from './describe.ts'
import { readBudget, readEnd } from './durations.ts'

const SCOPES: readonly string[] = ['read', 'message', 'pay', 'stake', 'packet', 'admin'] satisfies Scope[]

export const create: Command = {
  name: 'token create',
  summary: 'Make a token that may do less',
  about: [
    'Prints the token, this once: the node keeps its hash. Hand it to a program as STEGOS_TOKEN or in a file, never on a command line.',
    'Whatever is not narrowed is open: without --account all accounts, without --method all that the scopes allow, without --budget all the money.',
  ],
  options: [
    'name',
    'scope',
    'method',
    'account',
    'budget',
    'rate',
    'expires',
    'idempotency-key',
    ...CLIENT_OPTIONS,
  ],
  examples: [
    [
      "stegos token create --name payouts --scope read,pay --account shop --budget '10 STG/day' --expires 30d",
      'For a bot that pays: one account, ten coins a day, for a month.',
    ],
    [
      "stegos token create --name till --scope read --method 'account.*' --method subscribe --account shop --rate 5",
      'For one that waits for payments.',
    ],
  ],
  async run(invocation) {
    const { settings, io } = invocation
    const { name, scope, method: methods, account, budget, rate, expires } = settings
    if (name === undefined) throw usageError('give it a name: --name NAME')
    const scopes = scopesOf(scope ?? [])
    const narrowing = {
      ...{ methods, rate },
      budget: budget === undefined ? undefined : readBudget(budget),
      expiresAt: expires === undefined ? undefined : readEnd(expires, systemClock.now()),
    }
    using client = connect(invocation)
    const accounts: string[] = []
    for (const wanted of account?.split(',') ?? []) {
      const { accountId } = await findAccount(client, { settings: { ...settings, account: wanted }, io })
      accounts.push(accountId)
    }
    const made = await client.token.create(
      { name, scopes, ...narrowing, accounts: accounts.length > 0 ? [...new Set(accounts)] : undefined },
      { signal: io.signal, idempotencyKey: settings['idempotency-key'] },
    )
    print(invocation, made, () => [
      ...describe(made),
      '',
      'The token. Keep it like money, it is not shown again:',
      '',
      `  ${made.token}`,
    ])
  },
}

function scopesOf(given: readonly string[]): Scope[] {
  const wrong = given.find((scope) => !SCOPES.includes(scope))
  if (wrong !== undefined || given.length === 0) {
    const said = wrong === undefined ? '' : `, not ${wrong}`
    throw usageError(`say what it is for: --scope ${SCOPES.join(', ')}${said}`)
  }
  return [...new Set(given)] as Scope[]
}

/** The data of an error for people: amounts as STG, and what to do about it. */
import type { AnyStegosError } from '../sdk/index.ts'
import { readContract, refName } from '../server/contract/document.ts'
import { coins } from './print.ts'
import { percent } from './read-amount.ts'

/** Lines below the message. */
export function describeErrorData({ symbol, data }: AnyStegosError): string[] {
  const kinds = kindsOf(symbol)
  return Object.entries(data).flatMap(([key, value]) => {
    if (key === 'type' || key === 'retryable' || value === undefined) return []
    if (key === 'faults' && Array.isArray(value)) return value.map(describeFault)
    return [`  ${key}: ${describeValue(value, kinds.get(key))}`]
  })
}

/** `{ pointer: '/amount', message: 'must be …' }` → `  amount must be …`. */
function describeFault({ pointer, message }: { readonly pointer: string; readonly message: string }): string {
  return `  ${pointer.slice(1) || 'the parameters'} ${message}`
}

function describeValue(value: unknown, kind: string | undefined): string {
  if (kind === 'Amount' && typeof value === 'string') return coins(value)
  if (kind === 'BasisPoints' && typeof value === 'number') return percent(value)
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Which of the contract's types the members of an error's data are. */
function kindsOf(symbol: string): ReadonlyMap<string, string> {
  const { document } = readContract()
  const data = document['x-error-table'].find((entry) => entry.symbol === symbol)?.data
  const properties = data && document.components.schemas[nameOf(data)]?.properties
  return new Map(Object.entries(properties ?? {}).map(([key, schema]) => [key, nameOf(schema)]))
}

/** `{ $ref: '#/components/schemas/Amount' }` → `Amount`. */
function nameOf(schema: object): string {
  return '$ref' in schema ? refName(String(schema.$ref)) : ''
}

const BELOW: Readonly<Record<string, string>> = {
  deposit: 'A deposit is at least that.',
  own_stake: 'An operator stakes at least that itself.',
  rest: 'At least that has to stay staked. To take out all of it, leave the amount out.',
  own_rest:
    'An operator keeps at least that staked. To take out all of it and end the validator, leave the amount out.',
  withdrawal: 'Less is hardly worth the fee of withdrawing it when it is released.',
}

/** What can be done about it, where that is known. */
export function hintsOf(error: AnyStegosError): string[] {
  const { symbol } = error
  const hints: Readonly<Record<string, string>> = {
    connection_lost: 'Is a node running? Start one with: stegos devnet. Another address goes into --url.',
    invalid_response: 'Something else listens on that address. Another one goes into --url.',
    unauthorized:
      'The token is the one in api.token in the data directory of the node: see --data-dir, --token-file.',
    account_locked: 'Unlock it with: stegos account unlock',
    stake_withdrawn: 'What was withdrawn is in stegos account history.',
  }
  if (error.symbol === 'account_exists') return [`Use it with: --account ${error.data.accountId}`]
  if (error.symbol === 'below_minimum') return [BELOW[error.data.of] ?? '']
  if (error.symbol === 'proof_not_ready')
    return [
      error.data.proving
        ? 'Ask again later, or wait for it with --wait.'
        : 'This node does not work it out: start it with --award-prover on, or give it a PROOF from elsewhere.',
    ]
  const hint = hints[symbol]
  return hint ? [hint] : []
}

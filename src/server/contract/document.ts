/** openrpc.json as the server reads it. */
import { readFileSync } from 'node:fs'
import type { ErrorSymbol, MethodName } from '../../sdk/generated/contract.ts'
import type { ErrorObject } from '../rpc/rpc-error.ts'

export type Schema = Readonly<Record<string, unknown>>

export type Parameter = {
  readonly name: string
  readonly description: string
  readonly required: boolean
  readonly schema: Schema
}

export type Example = {
  readonly name: string
  readonly params: readonly { readonly name: string; readonly value: unknown }[]
  readonly result: { readonly name: string; readonly value: unknown }
}

/** A call that fails on purpose, and the error it is answered with. */
export type ErrorExample = {
  readonly name: string
  readonly params: Example['params']
  readonly error: ErrorObject
}

/** A method that is on its way out. */
export type Deprecation = {
  /** Version of the contract that first said so. */
  readonly since: string
  /** What to call instead. */
  readonly instead: string
  /** Version of the contract that no longer has it. */
  readonly removedIn: string
}

export type ContractMethod = {
  readonly name: MethodName
  readonly tags: readonly { readonly $ref: string }[]
  readonly summary: string
  readonly description: string
  readonly 'x-scope': string
  readonly 'x-stability': string
  /** Version of the contract that first had it. */
  readonly 'x-since': string
  /** OpenRPC's own mark; true where there is `x-deprecated`. */
  readonly deprecated?: boolean
  readonly 'x-deprecated'?: Deprecation
  readonly 'x-idempotency': string
  readonly 'x-transport'?: string
  readonly 'x-exactly-one-of'?: readonly string[]
  readonly 'x-subscription'?: SubscriptionExtension
  readonly params: readonly Parameter[]
  readonly result: { readonly name: string; readonly schema: Schema }
  readonly errors: readonly { readonly $ref: string }[]
  readonly examples: readonly Example[]
  readonly 'x-error-examples'?: readonly ErrorExample[]
}

export type TopicExtension = { readonly summary: string; readonly account?: boolean; readonly event: Schema }

export type SubscriptionExtension = {
  readonly notification: string
  readonly topics: Readonly<Record<string, TopicExtension>>
  readonly markers: Readonly<Record<string, TopicExtension>>
}

export type ErrorEntry = {
  readonly code: number
  readonly symbol: ErrorSymbol
  readonly http: number
  readonly retryable: boolean
  readonly message: string
  readonly meaning: string
  readonly data: Schema
}

export type ContractDocument = {
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly methods: readonly ContractMethod[]
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>
    readonly tags: Readonly<Record<string, { readonly name: string; readonly description: string }>>
  }
  readonly 'x-scopes': Readonly<Record<string, string>>
  readonly 'x-stabilities': Readonly<Record<string, string>>
  readonly 'x-idempotency-kinds': Readonly<Record<string, string>>
  readonly 'x-common-errors': readonly ErrorSymbol[]
  readonly 'x-placeholders': Readonly<
    Record<string, { readonly description: string; readonly example: unknown }>
  >
  readonly 'x-error-table': readonly ErrorEntry[]
}

export function readContract(): { readonly document: ContractDocument } {
  return { document: JSON.parse(readContractText()) as ContractDocument }
}

/** The file lies at the root of the package, as far above this folder as above the one it is compiled to. */
export function readContractText(): string {
  return readFileSync(new URL('../../../openrpc.json', import.meta.url), 'utf8')
}

/** `#/components/schemas/Amount` → `Amount`. */
export function refName(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1)
}

/** The parameters of a method as one schema: by name, and nothing unknown. */
export function paramsSchema(method: ContractMethod): Schema {
  return {
    type: 'object',
    properties: Object.fromEntries(method.params.map(({ name, schema }) => [name, schema])),
    required: method.params.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  }
}

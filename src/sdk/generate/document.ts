/** The contract as it stands in openrpc.json: the parts of OpenRPC that a generator reads. */

/** What the text of a string stands for, where languages have a type of their own for it. */
export type StringFormat = 'uint64' | 'date-time' | 'byte'

/** The subset of JSON Schema the contract keeps to, so that every language can express it. */
export type Schema = {
  readonly $ref?: string
  readonly type?: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object'
  readonly description?: string
  /** Of a string: `uint64` in decimal, `date-time` (RFC 3339) or `byte` (base64). */
  readonly format?: StringFormat
  readonly const?: string
  readonly enum?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean
  readonly items?: Schema
  readonly 'x-brand'?: string
}

export type Parameter = {
  readonly name: string
  readonly description: string
  readonly required: boolean
  readonly schema: Schema
}

export type Topic = { readonly summary: string; readonly account?: boolean; readonly event: Schema }

export type Subscription = {
  readonly notification: string
  readonly topics: Readonly<Record<string, Topic>>
  readonly markers: Readonly<Record<string, Topic>>
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

export type Method = {
  readonly name: string
  readonly summary: string
  readonly description: string
  readonly params: readonly Parameter[]
  readonly result: { readonly name: string; readonly schema: Schema }
  readonly errors: readonly { readonly $ref: string }[]
  readonly 'x-scope': string
  readonly 'x-idempotency': string
  readonly 'x-deprecated'?: Deprecation
  readonly 'x-exactly-one-of'?: readonly string[]
  readonly 'x-subscription'?: Subscription
}

export type ErrorEntry = {
  readonly code: number
  readonly symbol: string
  readonly retryable: boolean
  readonly message: string
  readonly meaning: string
  readonly data: Schema
}

export type ContractDocument = {
  readonly info: { readonly version: string }
  readonly methods: readonly Method[]
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
  readonly 'x-error-table': readonly ErrorEntry[]
}

import type { ExampleCall } from './example-call.ts'

/** How one language, or tool, calls the node. */
export type Language = {
  readonly id: string
  readonly title: string
  /** From nothing to the first answer. */
  readonly start: string
  /** A call. @param json its parameters, with sample values in place of names */
  readonly call: (call: ExampleCall, json: unknown) => string
  /** A stream with the parameters of `subscribe`; absent where there is none. */
  readonly stream?: (call: ExampleCall) => string
}

/** Carries out the examples of the contract, in its order, and holds every answer against its schema. */
import assert from 'node:assert/strict'
import { readContract } from '../../src/server/contract/document.ts'
import { fillPlaceholders } from '../../src/server/contract/placeholders.ts'
import { Validator } from '../../src/server/contract/validator.ts'

export type ContractExample = {
  /** `payment.send: One coin` */
  readonly name: string
  readonly method: string
  /** Fails when the call does, or when its result does not fit. */
  readonly run: () => Promise<void>
}

/**
 * @param call carries out one call and gives its result; throws when the answer is an error.
 * @param value the value of a placeholder such as `accountId`; asked for when an example that uses it is run. Its meaning is
 *   in the contract's `x-placeholders`.
 */
export function contractExamples(
  call: (method: string, params: unknown) => Promise<unknown>,
  value: (placeholder: string) => unknown,
): ContractExample[] {
  const { document } = readContract()
  const validator = new Validator(document)
  const values = new Proxy({} as Record<string, unknown>, {
    get: (_target, name) => value(String(name)),
    getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true }),
  })
  return document.methods.flatMap((method) =>
    method.examples.map(({ name, params }) => ({
      name: `${method.name}: ${name}`,
      method: method.name,
      run: async () => {
        const given = Object.fromEntries(
          params.map((param) => [param.name, fillPlaceholders(param.value, values)]),
        )
        const result = await call(method.name, given)
        assert.deepEqual(validator.result(method.name, result), [])
      },
    })),
  )
}

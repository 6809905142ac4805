/** Carries out the examples of the contract, in its order, and holds every answer against its schema. */
import assert from 'node:assert/strict'
import { readContract } from '../../src/server/contract/document.ts'
import { filledParams } from '../../src/server/contract/placeholders.ts'
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
  const values = askedFor(value)
  return document.methods.flatMap((method) =>
    method.examples.map(({ name, params }) => ({
      name: `${method.name}: ${name}`,
      method: method.name,
      run: async () => {
        const result = await call(method.name, filledParams(params, values))
        assert.deepEqual(validator.result(method.name, result), [])
      },
    })),
  )
}

/**
 * The calls of the contract that fail on purpose. Each has to fail with the error it shows, with data of the same fields.
 *
 * @param call carries out one call and gives the data of its error; undefined when there is none.
 * @param value as of `contractExamples`.
 */
export function contractErrorExamples(
  call: (method: string, params: unknown) => Promise<Record<string, unknown> | undefined>,
  value: (placeholder: string) => unknown,
): ContractExample[] {
  const { document } = readContract()
  const validator = new Validator(document)
  const values = askedFor(value)
  return document.methods.flatMap((method) =>
    (method['x-error-examples'] ?? []).map(({ name, params, error }) => ({
      name: `${method.name}: ${name}`,
      method: method.name,
      run: async () => {
        const data = await call(method.name, filledParams(params, values))
        assert.equal(data?.type, error.data.type, JSON.stringify(data))
        assert.deepEqual(validator.errorData(error.data.type, data), [])
        assert.deepEqual(Object.keys(data ?? {}).sort(), Object.keys(error.data).sort())
      },
    })),
  )
}

/** Values that are asked for when an example needs them. */
function askedFor(value: (placeholder: string) => unknown): Record<string, unknown> {
  return new Proxy(
    {},
    {
      get: (_target, name) => value(String(name)),
      getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true }),
    },
  )
}

/** Calls of the contract, some as they should be and most of them not. */
import fc from 'fast-check'
import {
  type ContractDocument,
  type ContractMethod,
  paramsSchema,
  type Schema,
} from '../../../src/server/contract/document.ts'
import { damaged, spoiled } from './mutations.ts'
import { type Known, valuesOf } from './schema-values.ts'

/** Groups of methods: what stands before the dot, and `stream` for those without one. */
export function groupsOf({ methods }: ContractDocument): string[] {
  return [...new Set(methods.map(groupOf))]
}

function groupOf({ name }: ContractMethod): string {
  return name.includes('.') ? name.split('.')[0]! : 'stream'
}

/** How often a call is good, spoiled in its parameters, spoiled in its frame, damaged in its bytes, and in a batch. */
const WEIGHTS = { good: 3, params: 8, frame: 3, bytes: 3, batch: 1 }

/** Messages with calls of the group, or of all groups. */
export function messagesOf(
  document: ContractDocument,
  group: string | undefined,
  known: Known,
): fc.Arbitrary<Buffer> {
  const { schemas } = document.components
  const methods = document.methods.filter((method) => group === undefined || groupOf(method) === group)
  const good = fc.oneof(
    ...methods.map((method) =>
      fc.record({
        jsonrpc: fc.constant('2.0'),
        id: fc.oneof(fc.nat(), fc.string({ maxLength: 8 })),
        method: fc.constant(method.name),
        params: valuesOf(small(method), schemas, known),
      }),
    ),
  )
  const spoiledParams = good.chain((call) => spoiled(call.params).map((params) => ({ ...call, params })))
  const spoiledFrame = good.chain(spoiled)
  const text = (value: unknown) => Buffer.from(JSON.stringify(value) ?? '')
  return fc.oneof(
    { weight: WEIGHTS.good, arbitrary: good.map(text) },
    { weight: WEIGHTS.params, arbitrary: spoiledParams.map(text) },
    { weight: WEIGHTS.frame, arbitrary: spoiledFrame.map(text) },
    { weight: WEIGHTS.bytes, arbitrary: good.chain((call) => damaged(JSON.stringify(call))) },
    {
      weight: WEIGHTS.batch,
      arbitrary: fc.array(fc.oneof(spoiledParams, spoiledFrame), { maxLength: 8 }).map(text),
    },
  )
}

/** Blocks on demand take their time: a few of them tell as much as hundreds. */
function small(method: ContractMethod): Schema {
  const schema = paramsSchema(method)
  if (method.name !== 'dev.mine') return schema
  const properties = schema.properties as Readonly<Record<string, Schema>>
  return { ...schema, properties: { ...properties, blocks: { type: 'integer', minimum: 1, maximum: 2 } } }
}

/** The contract as OpenAPI 3.1: one path per method, `POST /rpc/<method>`, for tools that know nothing of JSON-RPC. */
import {
  type ContractDocument,
  type ContractMethod,
  type ErrorEntry,
  paramsSchema,
  refName,
  type Schema,
} from '../contract/document.ts'
import { filledParams, sampleValues } from '../contract/placeholders.ts'

export function openApi(document: ContractDocument): object {
  const { info, methods, components } = document
  const table = new Map<string, ErrorEntry>(document['x-error-table'].map((entry) => [entry.symbol, entry]))
  const samples = sampleValues(document)
  return {
    openapi: '3.1.0',
    info: {
      title: info.title,
      version: info.version,
      description: `${info.description}\n\nDerived from openrpc.json, which is the contract. Here each method has a path of its own: parameters are the body, the result is the answer, and an error has a status that says the same.`,
    },
    servers: [{ url: '/' }],
    tags: Object.values(components.tags),
    paths: Object.fromEntries(
      methods.map((method) => [
        `/rpc/${method.name}`,
        { post: operation(method, document['x-common-errors'], table, samples) },
      ]),
    ),
    components: {
      schemas: components.schemas,
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
  }
}

function operation(
  method: ContractMethod,
  common: readonly string[],
  table: ReadonlyMap<string, ErrorEntry>,
  samples: Readonly<Record<string, unknown>>,
): object {
  const symbols = new Set([...method.errors.map(({ $ref }) => refName($ref)), ...common])
  const errors = Map.groupBy(
    [...symbols].map((symbol) => table.get(symbol)!),
    ({ http }) => http,
  )
  const overSocket = method['x-transport'] === 'websocket' ? ' Works over WebSocket only.' : ''
  return {
    operationId: method.name,
    tags: method.tags.map(({ $ref }) => refName($ref)),
    summary: method.summary,
    description: `${method.description}${overSocket}`,
    security: method['x-scope'] === 'none' ? [] : [{ token: [] }],
    'x-scope': method['x-scope'],
    'x-stability': method['x-stability'],
    requestBody: {
      required: method.params.some(({ required }) => required),
      content: {
        'application/json': {
          schema: bodySchema(method),
          examples: Object.fromEntries(
            method.examples.map(({ name, params }) => [name, { value: filledParams(params, samples) }]),
          ),
        },
      },
    },
    responses: {
      200: {
        description: method.summary,
        content: { 'application/json': { schema: method.result.schema } },
      },
      ...Object.fromEntries([...errors].map(([status, entries]) => [status, errorResponse(entries)])),
    },
  }
}

function bodySchema(method: ContractMethod): Schema {
  const choice = method['x-exactly-one-of']
  const schema = paramsSchema(method)
  return choice ? { ...schema, oneOf: choice.map((name) => ({ required: [name] })) } : schema
}

function errorResponse(entries: readonly ErrorEntry[]): object {
  const data = entries.map((entry) => entry.data)
  return {
    description: entries.map(({ symbol, message }) => `${symbol}: ${message}`).join('; '),
    content: {
      'application/json': {
        schema: {
          type: 'object',
          required: ['code', 'message', 'data'],
          properties: {
            code: { type: 'integer', enum: entries.map(({ code }) => code) },
            message: { type: 'string' },
            data: data.length === 1 ? data[0] : { oneOf: data, discriminator: { propertyName: 'type' } },
          },
        },
      },
    },
  }
}

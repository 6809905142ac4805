import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { Ajv } from 'ajv'
import { contractHash } from '../../src/sdk/generate/canonical.ts'
import { generatedFiles } from '../../src/sdk/generate/main.ts'
import { CONTRACT_HASH, CONTRACT_VERSION, ERRORS, METHODS } from '../../src/sdk/generated/contract.ts'
import { readContract } from '../../src/server/contract/document.ts'
import { fillPlaceholders, sampleValues } from '../../src/server/contract/placeholders.ts'
import { Validator } from '../../src/server/contract/validator.ts'

const require = createRequire(import.meta.url)
const root = new URL('../../', import.meta.url)
const { document, text } = readContract()

test('openrpc.json follows the OpenRPC meta-schema', () => {
  const validate = metaSchema()
  assert.ok(validate(document), JSON.stringify(validate.errors))
})

test('what is generated from the contract is up to date', () => {
  for (const [path, expected] of generatedFiles(text)) {
    assert.equal(readFileSync(new URL(path, root), 'utf8'), expected, `${path} is stale: npm run generate`)
  }
})

test('the generated constants are those of the document', () => {
  assert.equal(CONTRACT_VERSION, document.info.version)
  assert.equal(CONTRACT_HASH, contractHash(document))
  assert.deepEqual(
    Object.keys(METHODS),
    document.methods.map(({ name }) => name),
  )
})

test('every method says what it is, what it takes and gives, who may call it, and shows it', () => {
  for (const method of document.methods) {
    const named = (field: string) => `${method.name}: ${field}`
    assert.ok(method.summary && method.description, named('summary and description'))
    assert.ok(method['x-scope'] in document['x-scopes'], named('scope'))
    assert.match(method['x-stability'], /^(stable|unstable)$/, named('stability'))
    assert.ok(method.examples.length > 0, named('example'))
    for (const parameter of method.params) assert.ok(parameter.description, named(parameter.name))
    const keyed = method.params.some(({ name }) => name === 'idempotencyKey')
    assert.equal(keyed, method['x-idempotency'] === 'key', named('idempotency'))
  }
})

test('parameters and results of every example fit their schemas', () => {
  const validator = new Validator(document)
  const samples = sampleValues(document)
  for (const { name, examples } of document.methods) {
    for (const { params, result } of examples) {
      const given = Object.fromEntries(
        params.map((param) => [param.name, fillPlaceholders(param.value, samples)]),
      )
      assert.deepEqual(validator.params(name, given), [], `${name}: parameters`)
      assert.deepEqual(validator.result(name, fillPlaceholders(result.value, samples)), [], `${name}: result`)
    }
  }
})

test('objects are closed and nothing is a union, so that every language can express them', () => {
  const visit = (schema: unknown, where: string): void => {
    if (typeof schema !== 'object' || schema === null) return
    const { type, additionalProperties, ...rest } = schema as Record<string, unknown>
    for (const keyword of ['oneOf', 'anyOf', 'allOf', 'not', 'if'])
      assert.ok(!(keyword in rest), `${where}: ${keyword}`)
    assert.ok(!Array.isArray(type), `${where}: one type`)
    if (type === 'object' && where !== 'ContractDocument') assert.equal(additionalProperties, false, where)
    for (const [key, value] of Object.entries({ ...(rest.properties as object), items: rest.items })) {
      visit(value, `${where}/${key}`)
    }
  }
  for (const [name, schema] of Object.entries(document.components.schemas)) visit(schema, name)
  for (const method of document.methods) {
    for (const { name, schema } of method.params) visit(schema, `${method.name}/${name}`)
  }
})

test('the error table only grows: numbers and symbols stand for one thing each, by domain', () => {
  const table = document['x-error-table']
  assert.equal(new Set(table.map(({ code }) => code)).size, table.length)
  assert.equal(new Set(table.map(({ symbol }) => symbol)).size, table.length)
  const frozen = JSON.parse(readFileSync(new URL('error-codes.json', import.meta.url), 'utf8'))
  const codes = Object.fromEntries(table.map(({ symbol, code }) => [symbol, code]))
  for (const [symbol, code] of Object.entries(frozen)) {
    assert.equal(codes[symbol], code, `${symbol} was ${code} in a published contract`)
  }
  assert.deepEqual(
    Object.keys(codes).sort(),
    Object.keys(frozen).sort(),
    'add new errors to error-codes.json, too',
  )
})

test('components.errors, the table and the generated constants agree', () => {
  const { errors } = document.components as unknown as { errors: Record<string, unknown> }
  for (const { symbol, code, message, retryable, data } of document['x-error-table']) {
    assert.deepEqual(errors[symbol], { code, message, data })
    assert.deepEqual(ERRORS[symbol], { code, message, retryable })
  }
  assert.equal(Object.keys(errors).length, document['x-error-table'].length)
})

test('errors that methods name exist', () => {
  const symbols = new Set<string>(document['x-error-table'].map(({ symbol }) => symbol))
  const named = document.methods.flatMap(({ errors }) => errors.map(({ $ref }) => $ref))
  for (const ref of named) assert.ok(symbols.has(ref.replace('#/components/errors/', '')), ref)
  for (const symbol of document['x-common-errors']) assert.ok(symbols.has(symbol), symbol)
})

/** The meta-schema points to one for JSON Schema elsewhere; draft 7, which this contract keeps to, stands in for it. */
function metaSchema() {
  const json = JSON.stringify(require('@open-rpc/meta-schema').openrpcDocument)
  const { $schema, ...schema } = JSON.parse(
    json.replaceAll('"https://meta.json-schema.tools"', '"https://meta.json-schema.tools/"'),
  )
  assert.ok($schema)
  const ajv = new Ajv({ strict: false, validateFormats: false })
  ajv.addSchema({
    $id: 'https://meta.json-schema.tools/',
    $ref: 'http://json-schema.org/draft-07/schema',
    definitions: { JSONSchemaObject: { properties: { $ref: { type: 'string' } } } },
  })
  return ajv.compile(schema)
}

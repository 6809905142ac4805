import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { Ajv } from 'ajv'
import { contractHash } from '../../src/sdk/generate/canonical.ts'
import { generatedFiles } from '../../src/sdk/generate/main.ts'
import { CONTRACT_HASH, CONTRACT_VERSION, ERRORS, METHODS } from '../../src/sdk/generated/contract.ts'
import {
  type ErrorEntry,
  readContract,
  readContractText,
  refName,
} from '../../src/server/contract/document.ts'
import { filledParams, fillPlaceholders, sampleValues } from '../../src/server/contract/placeholders.ts'
import { Validator } from '../../src/server/contract/validator.ts'

const require = createRequire(import.meta.url)
const root = new URL('../../', import.meta.url)
const { document } = readContract()

const VERSION = /^[0-9]+\.[0-9]+\.[0-9]+$/
/** Errors that depend on what the node is doing, and not on the call. */
const MOMENTARY: ReadonlySet<string> = new Set([
  'not_ready',
  'dev_only',
  'mempool_full',
  'block_pruned',
  'idempotency_conflict',
])

test('openrpc.json follows the OpenRPC meta-schema', () => {
  const validate = metaSchema()
  assert.ok(validate(document), JSON.stringify(validate.errors))
})

test('what is generated from the contract is up to date', () => {
  for (const [path, expected] of generatedFiles(readContractText())) {
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
    assert.match(method['x-since'] ?? '', VERSION, named('since'))
    assert.ok(
      !isLater(method['x-since'], document.info.version),
      named('since a version that is not there yet'),
    )
    assert.ok(method['x-idempotency'] in document['x-idempotency-kinds'], named('idempotency'))
    assert.ok(Array.isArray(method.errors), named('errors'))
    assert.ok(method.examples.length > 0, named('example'))
    for (const parameter of method.params) assert.ok(parameter.description, named(parameter.name))
    const keyed = method.params.some(({ name }) => name === 'idempotencyKey')
    assert.equal(keyed, method['x-idempotency'] === 'key', named('idempotency'))
  }
})

test('a method that can fail for reasons of its own shows one', () => {
  for (const { name, errors, 'x-error-examples': examples = [] } of document.methods) {
    const own = errors.map(({ $ref }) => refName($ref)).filter((symbol) => !MOMENTARY.has(symbol))
    assert.ok(own.length === 0 || examples.length > 0, `${name} shows none of ${own.join(', ')}`)
  }
})

test('errors that examples show are those of the table, and of the method', () => {
  const validator = new Validator(document)
  const samples = sampleValues(document)
  const table = new Map<string, ErrorEntry>(document['x-error-table'].map((entry) => [entry.symbol, entry]))
  for (const { name, errors, 'x-error-examples': examples = [] } of document.methods) {
    const possible = new Set([...errors.map(({ $ref }) => refName($ref)), ...document['x-common-errors']])
    assert.equal(new Set(examples.map((example) => example.name)).size, examples.length, name)
    for (const { name: example, error } of examples) {
      const where = `${name}: ${example}`
      const { symbol, code, message, retryable } = table.get(error.data.type)!
      assert.ok(possible.has(symbol), `${where}: ${symbol} is no error of this method`)
      assert.deepEqual([error.code, error.message, error.data.retryable], [code, message, retryable], where)
      const data = fillPlaceholders(error.data, samples)
      assert.deepEqual(validator.errorData(symbol, data), [], where)
    }
  }
})

test('a method on its way out says since when, what takes its place and when it goes', () => {
  const names = new Set<string>(document.methods.map(({ name }) => name))
  for (const { name, deprecated = false, 'x-deprecated': way } of document.methods) {
    assert.equal(deprecated, way !== undefined, `${name}: deprecated and x-deprecated go together`)
    if (!way) continue
    assert.deepEqual(Object.keys(way).sort(), ['instead', 'removedIn', 'since'], name)
    assert.match(way.since, VERSION, name)
    assert.ok(isLater(way.removedIn, way.since), `${name} goes before it was announced`)
    assert.ok(isLater(way.removedIn, document.info.version), `${name} should be gone by now`)
    assert.ok(names.has(way.instead), `${name}: there is no ${way.instead}`)
  }
})

test('parameters and results of every example fit their schemas', () => {
  const validator = new Validator(document)
  const samples = sampleValues(document)
  for (const { name, examples } of document.methods) {
    for (const { params, result } of examples) {
      assert.deepEqual(validator.params(name, filledParams(params, samples)), [], `${name}: parameters`)
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

/** Whether one version comes after another. */
function isLater(version: string, other: string): boolean {
  return version.localeCompare(other, 'en', { numeric: true }) > 0
}

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

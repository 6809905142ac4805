import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonicalJson, contractHash } from '../../src/sdk/generate/canonical.ts'
import type { ContractDocument, Schema } from '../../src/sdk/generate/document.ts'
import { emitGo } from '../../src/sdk/generate/go.ts'
import { layOut } from '../../src/sdk/generate/layout.ts'
import { buildModel, pascalCase } from '../../src/sdk/generate/model.ts'
import { emitPython } from '../../src/sdk/generate/python.ts'
import { emitTypeScript } from '../../src/sdk/generate/typescript.ts'

function contract(schemas: Record<string, Schema>): ContractDocument {
  return { info: { version: '1.2.3' }, methods: [], components: { schemas }, 'x-error-table': [] }
}

test('the hash of the contract is that of its content, whatever its layout', () => {
  assert.equal(
    canonicalJson({ b: [1, { d: null, c: 'ü' }], a: true }),
    '{"a":true,"b":[1,{"c":"ü","d":null}]}',
  )
  assert.equal(contractHash({ a: 1, b: 2 }), contractHash(JSON.parse('{ "b": 2,\n "a": 1 }')))
  assert.notEqual(contractHash({ a: 1 }), contractHash({ a: 2 }))
})

test('the layout keeps every value and breaks only what does not fit a line', () => {
  const value = { short: { a: [1, 2], empty: {} }, long: ['x'.repeat(80), 'y'.repeat(80)] }
  const text = layOut(value)
  assert.deepEqual(JSON.parse(text), value)
  assert.match(text, /^ {2}"short": \{ "a": \[1, 2\], "empty": \{\} \},$/m)
  assert.equal(text.split('\n').length, 8)
})

test('schemas become types: fields, lists, values, brands', () => {
  const model = buildModel(
    contract({
      Amount: { type: 'string', description: 'Base units.', 'x-brand': 'Amount' },
      Color: { type: 'string', enum: ['red', "o'clock"] },
      Thing: {
        type: 'object',
        required: ['amounts'],
        properties: {
          amounts: { type: 'array', items: { $ref: '#/components/schemas/Amount' } },
          colors: { type: 'array', items: { type: 'string', enum: ['red', 'blue'] } },
          kind: { type: 'string', const: 'thing' },
        },
        additionalProperties: false,
      },
    }),
  )
  const text = emitTypeScript(model, 'abc')
  assert.match(text, /CONTRACT_VERSION = '1\.2\.3'/)
  assert.match(text, /export type Amount = Branded<'Amount'>/)
  assert.match(text, /export type Color = 'red' \| 'o\\'clock'/)
  assert.match(text, /readonly amounts: readonly Amount\[\]/)
  assert.match(text, /readonly colors\?: readonly \('red' \| 'blue'\)\[\] \| undefined/)
  assert.match(text, /readonly kind\?: 'thing' \| undefined/)
})

/** A type that uses another one that comes later, formats, and a secret. */
const THING: Record<string, Schema> = {
  Thing: {
    type: 'object',
    required: ['fromId', 'cost', 'viewKey'],
    properties: {
      when: { type: 'string', format: 'date-time' },
      fromId: { $ref: '#/components/schemas/ThingId' },
      cost: { type: 'string', format: 'uint64' },
      part: { $ref: '#/components/schemas/Part' },
      viewKey: { $ref: '#/components/schemas/ViewKey' },
    },
    additionalProperties: false,
  },
  Part: { type: 'object', properties: { from: { type: 'boolean' } }, additionalProperties: false },
  ThingId: { type: 'string', 'x-brand': 'ThingId' },
  ViewKey: { type: 'string' },
}

test('in Python classes follow those they are made of, absent fields come last, secrets do not print', () => {
  const files = new Map(emitPython(buildModel(contract(THING)), 'abc'))
  const types = files.get('sdks/python/stegos/generated/types.py')!
  assert.ok(types.indexOf('class Part(Record)') < types.indexOf('class Thing(Record)'))
  const fields = [...types.split('class Thing')[1]!.matchAll(/^ {4}(\w+: .*)$/gm)].map(([, field]) => field)
  assert.deepEqual(fields, [
    'from_id: ThingId',
    'cost: int',
    'view_key: ViewKey = field(repr=False)',
    'when: Optional[datetime] = None',
    'part: Optional[Part] = None',
  ])
  assert.match(types, /from_: Optional\[bool\] = None/)
  assert.match(types, /Wire\("cost", "cost", AMOUNT\)/)
  const loop: Schema = {
    type: 'object',
    properties: { own: { $ref: '#/components/schemas/Loop' } },
    additionalProperties: false,
  }
  assert.throws(() => emitPython(buildModel(contract({ Loop: loop })), 'abc'), /Loop contains itself/)
})

test('in Go what may be absent is a pointer unless it is a text, and secrets do not print', () => {
  const files = new Map(emitGo(buildModel(contract(THING)), 'abc'))
  const types = files.get('sdks/go/types_gen.go')!
  const fields = [
    ...types
      .split('type Thing struct')[1]!
      .split('}')[0]!
      .matchAll(/^\t(\w.*)$/gm),
  ]
  assert.deepEqual(
    fields.map(([, field]) => field),
    [
      'When *Timestamp `json:"when,omitempty"`',
      'FromID ThingID `json:"fromId"`',
      'Cost Amount `json:"cost"`',
      'Part *Part `json:"part,omitempty"`',
      'ViewKey ViewKey `json:"viewKey"`',
    ],
  )
  assert.match(types, /func \(ViewKey\) String\(\) string \{ return hidden \}/)
})

test('what the subset of schemas does not allow is refused with its place', () => {
  const refused = (schema: object) => buildModel(contract({ Thing: schema as Schema }))
  assert.throws(
    () => refused({ oneOf: [{ type: 'string' }, { type: 'integer' }] }),
    /Thing: every schema has a \$ref or one type/,
  )
  assert.throws(() => refused({ type: 'array' }), /Thing: an array says/)
  assert.throws(() => refused({ $ref: '#/components/schemas/Missing' }), /no schema/)
})

test('names of methods become names of types', () => {
  assert.equal(pascalCase('payment.sendMany'), 'PaymentSendMany')
  assert.equal(pascalCase('not_ready'), 'NotReady')
})

/** The contract in its forms, and health. The reference has tests of its own. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Ajv } from 'ajv'
import type { NodeStatus } from '../../src/node/api.ts'
import { readContract } from '../../src/server/contract/document.ts'
import { FORMATS } from '../../src/server/contract/formats.ts'
import { escapeHtml, prose } from '../../src/server/pages/html.ts'
import { openApi } from '../../src/server/pages/open-api.ts'
import { sampleNode } from './support/sample-node.ts'
import { startServer } from './support/start-server.ts'

const { document } = readContract()
// biome-ignore lint/suspicious/noExplicitAny: a test looks into all of it
type OpenApi = any

test('GET /openrpc.json and rpc.discover give the same document', async (context) => {
  const server = await startServer(context)
  const response = await fetch(`${server.url}/openrpc.json`)
  assert.match(response.headers.get('content-type') ?? '', /^application\/json/)
  const text = await response.text()
  assert.equal(text, readFileSync(new URL('../../openrpc.json', import.meta.url), 'utf8'))
  assert.deepEqual((await server.rpc('rpc.discover')).result, JSON.parse(text))
})

test('GET /openapi.json has one path per method, with parameters, results and statuses', async (context) => {
  const server = await startServer(context)
  const api = (await (await fetch(`${server.url}/openapi.json`)).json()) as OpenApi
  assert.equal(api.openapi, '3.1.0')
  assert.deepEqual(
    Object.keys(api.paths),
    document.methods.map(({ name }) => `/rpc/${name}`),
  )
  const { post } = api.paths['/rpc/payment.send']
  assert.deepEqual(post.requestBody.content['application/json'].schema.required, [
    'accountId',
    'to',
    'amount',
  ])
  assert.deepEqual(post.security, [{ token: [] }])
  assert.deepEqual(api.paths['/rpc/rpc.discover'].post.security, [])
  assert.match(post.responses[409].description, /insufficient_funds/)
})

test('schemas of the derived OpenAPI compile, references and all', () => {
  const api = openApi(document) as { paths: Record<string, { post: { responses: Record<string, unknown> } }> }
  const ajv = new Ajv({ strict: false, validateSchema: false, formats: FORMATS })
  ajv.addSchema(JSON.parse(JSON.stringify(api)), 'api')
  for (const [path, { post }] of Object.entries(api.paths)) {
    const at = path.replaceAll('/', '~1')
    for (const status of Object.keys(post.responses)) {
      const ref = `api#/paths/${at}/post/responses/${status}/content/application~1json/schema`
      assert.ok(ajv.compile({ $ref: ref }), ref)
    }
  }
})

test('health and readiness', async (context) => {
  const node = sampleNode()
  let state: NodeStatus['state'] = 'starting'
  const status = () => ({ ...node.status(), state })
  const server = await startServer(context, {}, { node: { ...node, status } })
  assert.equal((await fetch(`${server.url}/healthz`)).status, 200)
  assert.equal((await fetch(`${server.url}/readyz`)).status, 503)
  state = 'ready'
  assert.equal((await fetch(`${server.url}/readyz`)).status, 200)
  assert.equal((await fetch(`${server.url}/nothing`)).status, 404)
})

test('texts of the contract cannot become markup', () => {
  assert.equal(escapeHtml(`<a href='x' id="y">&`), '&lt;a href=&#39;x&#39; id=&quot;y&quot;&gt;&amp;')
  assert.equal(prose('a `<b>` c'), 'a <code>&lt;b&gt;</code> c')
})

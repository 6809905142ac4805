/** The contract in its forms, health, and the reference in a real browser. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { type TestContext, test } from 'node:test'
import { Ajv } from 'ajv'
import { type Browser, chromium, type Page } from 'playwright-core'
import type { NodeStatus } from '../../src/node/api.ts'
import { readContract } from '../../src/server/contract/document.ts'
import { FORMATS } from '../../src/server/contract/formats.ts'
import { docsPage } from '../../src/server/pages/docs-page.ts'
import { escapeHtml, prose } from '../../src/server/pages/html.ts'
import { openApi } from '../../src/server/pages/open-api.ts'
import { sampleNode } from './support/sample-node.ts'
import { startServer } from './support/start-server.ts'

const { document } = readContract()
const CHROMIUM = '/usr/bin/chromium'
// biome-ignore lint/suspicious/noExplicitAny: a test looks into all of it
type OpenApi = any
const noBrowser = existsSync(CHROMIUM) ? false : `no browser at ${CHROMIUM}`

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

test('the reference allows nothing but its own script and style', () => {
  const { html, contentSecurityPolicy } = docsPage(document)
  assert.match(contentSecurityPolicy, /default-src 'none'/)
  assert.ok(!contentSecurityPolicy.includes('unsafe'))
  assert.ok(!/ style="| on[a-z]+="/.test(html), 'no inline styles or handlers')
  assert.ok(!/(src|href)="https?:/.test(html), 'nothing from elsewhere')
  for (const { name } of document.methods) assert.ok(html.includes(`<article id="${name}">`), name)
  const targets = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) assert.ok(targets.has(target), `#${target}`)
})

test('the reference in a browser', { skip: noBrowser }, async (context) => {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  })
  context.after(() => browser.close())
  const server = await startServer(context)

  await context.test('desktop: every method is listed beside the text, and can be found', async (inner) => {
    const { page, faults } = await open(inner, browser, `${server.url}/docs`, { width: 1280, height: 800 })
    const links = page.locator('nav [data-method]')
    assert.equal(await links.count(), document.methods.length)
    assert.ok(await links.first().isVisible())
    await page.getByLabel('Find').fill('payment.send')
    assert.equal(await page.locator('nav [data-method]:visible').count(), 3)
    await page.getByRole('link', { name: 'payment.sendMany', exact: true }).first().click()
    assert.match(page.url(), /#payment\.sendMany$/)
    assert.ok(await page.locator('article[id="payment.sendMany"] h3').isVisible())
    assert.deepEqual(faults, [])
  })

  await context.test('a call can be tried: refused without a token, answered with it', async (inner) => {
    const { page, faults } = await open(inner, browser, `${server.url}/docs`, { width: 1280, height: 800 })
    const article = page.locator('article[id="chain.block"]')
    await article.getByText('Try it').click()
    await article.getByRole('button').click()
    await article.locator('output', { hasText: '"unauthorized"' }).waitFor()
    await page.getByLabel('Token', { exact: true }).fill(server.token)
    await article.getByLabel('Parameters').fill('{"height": 7}')
    await article.getByRole('button').click()
    await article.locator('output', { hasText: '"stateCommitment"' }).waitFor()
    await article.getByLabel('Parameters').fill('{"height": ')
    await article.getByRole('button').click()
    assert.equal(await article.locator('output').textContent(), 'The parameters are not valid JSON.')
    // the browser itself reports the refusal on its console
    assert.ok(
      faults.every((fault) => fault.includes('401')),
      faults.join('\n'),
    )
  })

  await context.test('a stream can be tried', async (inner) => {
    const { page, faults } = await open(inner, browser, `${server.url}/docs`, { width: 1280, height: 800 })
    const article = page.locator('article[id="subscribe"]')
    await page.getByLabel('Token', { exact: true }).fill(server.token)
    await article.getByText('Try it').click()
    await article.getByRole('button').click()
    await article.locator('output', { hasText: '"caught_up"' }).waitFor()
    assert.deepEqual(faults, [])
  })

  await context.test(
    'phone: the list unfolds, nothing sticks out, buttons are large enough',
    async (inner) => {
      const { page, faults } = await open(inner, browser, `${server.url}/docs`, { width: 390, height: 844 })
      const link = page.locator('nav').getByRole('link', { name: 'message.send', exact: true })
      assert.equal(await link.isVisible(), false)
      await page.getByText('Methods', { exact: true }).click()
      assert.equal(await link.isVisible(), true)
      await link.click()
      assert.equal(await link.isVisible(), false)
      const article = page.locator('article[id="message.send"]')
      await article.getByText('Try it').click()
      const { height } = (await article.getByRole('button').boundingBox())!
      assert.ok(height >= 44, `${height}`)
      const [content, screen] = await page.evaluate(() => [
        globalThis.document.documentElement.scrollWidth,
        globalThis.document.documentElement.clientWidth,
      ])
      assert.equal(content, screen)
      assert.deepEqual(faults, [])
    },
  )
})

/** Opens the page; `faults` collects what the browser complains of, policy violations among it. */
async function open(
  context: TestContext,
  browser: Browser,
  url: string,
  viewport: { width: number; height: number },
): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage({ viewport })
  context.after(() => page.close())
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  await page.goto(url)
  return { page, faults }
}

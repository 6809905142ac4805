/** The reference: what stands in it, and how it behaves in a real browser. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { after, before, describe, type TestContext, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { encodeBody } from '../../src/sdk/index.ts'
import { type ContractDocument, readContract } from '../../src/server/contract/document.ts'
import { filledParams, sampleValues } from '../../src/server/contract/placeholders.ts'
import { DEFAULT_LIMITS, toldLimits } from '../../src/server/limits.ts'
import { docsPage } from '../../src/server/pages/docs-page.ts'
import { exampleCall } from '../../src/server/pages/snippets/example-call.ts'
import { LANGUAGES } from '../../src/server/pages/snippets/languages.ts'
import { chromiumPath, launchChromium } from '../support/chromium.ts'
import { startServer, type TestServer } from './support/start-server.ts'

const { document } = readContract()
const limits = toldLimits(DEFAULT_LIMITS, 65_536)

test('it allows nothing but its own script and style, and points to nothing that is not there', () => {
  const { html, contentSecurityPolicy } = docsPage(document, limits)
  assert.match(contentSecurityPolicy, /default-src 'none'/)
  assert.ok(!contentSecurityPolicy.includes('unsafe'))
  assert.ok(!/ style="| on[a-z]+="/.test(html), 'no inline styles or handlers')
  assert.ok(!/(src|href)="https?:/.test(html), 'nothing from elsewhere')
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)
  assert.deepEqual(ids, [...new Set(ids)], 'each place once')
  for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.includes(target!), `#${target}`)
})

test('every method, error, topic, scope and limit is in it', () => {
  const { html } = docsPage(document, limits)
  const streams = document.methods.find((method) => method['x-subscription'])!['x-subscription']!
  for (const { name } of document.methods) assert.ok(html.includes(`<article id="${name}"`), name)
  for (const { symbol } of document['x-error-table']) assert.ok(html.includes(`id="error-${symbol}"`), symbol)
  for (const topic of Object.keys({ ...streams.topics, ...streams.markers })) {
    assert.ok(html.includes(`id="topic-${topic}"`), topic)
  }
  for (const scope of Object.keys(document['x-scopes']))
    assert.ok(html.includes(`<code>${scope}</code>`), scope)
  for (const limit of Object.keys(limits)) assert.ok(html.includes(`<code>${limit}</code>`), limit)
})

test('a method on its way out is marked, and listed with what takes its place', () => {
  const way = { since: '0.2.0', instead: 'chain.block', removedIn: '0.4.0' }
  const methods = document.methods.map((method) =>
    method.name === 'chain.status' ? { ...method, 'x-deprecated': way } : method,
  )
  const madeUp: ContractDocument = { ...document, methods }
  const { html } = docsPage(madeUp, limits)
  assert.match(html, /Deprecated since 0\.2\.0, removed in 0\.4\.0: use <a href="#chain\.block">/)
  assert.match(html, /<td><a href="#chain\.status">chain\.status<\/a><\/td><td>0\.2\.0<\/td>/)
  assert.ok(docsPage(document, limits).html.includes('No method is on its way out.'))
})

describe('in Chromium', { skip: chromiumPath() ? false : 'no Chromium here; set CHROMIUM_PATH' }, () => {
  let browser: Browser
  before(async () => {
    browser = await launchChromium()
  })
  after(() => browser?.close())

  const DESKTOP = { width: 1280, height: 800 }
  const PHONE = { width: 390, height: 844 }

  test('search finds methods, errors, events and types, by keyboard alone', async (context) => {
    const { page, faults } = await open(context, browser, DESKTOP)
    await page.keyboard.press('/')
    await page.keyboard.type('payment.send')
    const found = page.locator('#found a')
    assert.deepEqual(await found.locator('code').allTextContents(), [
      'payment.send',
      'payment.sendMany',
      'payment.sendPublic',
    ])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    assert.match(page.url(), /#payment\.sendMany$/)
    assert.ok(await isOnScreen(page, 'payment.sendMany'))
    assert.equal(await page.locator('#found').isVisible(), false)
    for (const [wanted, kind, id] of [
      ['insufficient', 'error', 'error-insufficient_funds'],
      ['message.received', 'event', 'topic-message.received'],
      ['paymentestimate', 'type', 'type-PaymentEstimate'],
      ['recoveryphrase passphrase', 'method', 'account.recover'],
    ] as const) {
      await page.getByLabel('Find').fill(wanted)
      assert.equal(await found.first().locator('b').textContent(), kind, wanted)
      await page.keyboard.press('Enter')
      assert.equal(decodeURIComponent(new URL(page.url()).hash), `#${id}`)
    }
    await page.getByLabel('Find').fill('no such thing')
    assert.equal(await page.locator('#found').textContent(), 'Nothing of that name.')
    await page.keyboard.press('Escape')
    assert.equal(await page.locator('#found').isVisible(), false)
    assert.deepEqual(faults, [])
  })

  test('a language chosen in one place is chosen everywhere, and the reader stays where he is', async (context) => {
    const { page, faults } = await open(context, browser, DESKTOP, '#payment.sendMany')
    const article = page.locator('article[id="payment.sendMany"]')
    const shown = (name: string) => page.locator(`article[id="${name}"] [role=tabpanel]:visible`).first()
    assert.match((await shown('payment.sendMany').textContent())!, /^curl/)
    const tab = article.getByRole('tab', { name: 'Rust' }).first()
    const before = (await tab.boundingBox())!.y
    await tab.click()
    assert.ok(Math.abs((await tab.boundingBox())!.y - before) < 2)
    assert.match((await shown('payment.sendMany').textContent())!, /client\.payment\(\)\.send_many\(/)
    assert.match((await shown('account.get').textContent())!, /client\.account\(\)\.get\(/)
    await page.keyboard.press('ArrowLeft')
    assert.match((await shown('payment.sendMany').textContent())!, /client\.Payment\.SendMany\(ctx, /)
    assert.equal(await article.getByRole('tab', { name: 'Go' }).first().getAttribute('aria-selected'), 'true')
    assert.deepEqual(faults, [])
  })

  test('a call is refused with a bad token, which is explained, and answered with a good one', async (context) => {
    const { page, server, faults } = await open(context, browser, DESKTOP)
    const article = page.locator('article[id="node.status"]')
    await article.getByText('Try it').click()
    const button = article.getByRole('button', { name: 'Call node.status' })
    await page.getByLabel('Token', { exact: true }).fill('wrong')
    await page.keyboard.press('Enter')
    await page.getByText('The node refuses this token.').waitFor()
    await button.click()
    await article.locator('output', { hasText: '"unauthorized"' }).waitFor()
    assert.match((await article.locator('.told').textContent())!, /^unauthorized .*token/)
    await page.getByLabel('Token', { exact: true }).fill(server.token)
    await page.getByLabel('Token', { exact: true }).blur()
    await page.getByText('dev, block 7').waitFor()
    await button.click()
    await article.locator('output', { hasText: '"finalizedAt"' }).waitFor()
    // the browser itself reports the refusal on its console
    assert.ok(
      faults.every((fault) => fault.includes('401')),
      faults.join('\n'),
    )
  })

  test('parameters are sent as they were written, and faults in them are told', async (context) => {
    const { page, server, faults } = await open(context, browser, DESKTOP)
    await page.getByLabel('Token', { exact: true }).fill(server.token)
    const article = page.locator('article[id="chain.block"]')
    await article.getByText('Try it').click()
    await article.getByLabel('Parameters').fill('{"height": 7}')
    await article.getByLabel('Parameters').press('Control+Enter')
    await article.locator('output', { hasText: '"stateCommitment"' }).waitFor()
    await article.getByLabel('Parameters').fill('{"height": ')
    await article.getByRole('button', { name: 'Call' }).click()
    assert.equal(await article.locator('.told').textContent(), 'The parameters are not valid JSON.')
    await article.getByLabel('Parameters').fill('{"height": -1}')
    await article.getByRole('button', { name: 'Call' }).click()
    await article.locator('output', { hasText: '"must be >= 0"' }).waitFor()
    assert.deepEqual(faults, [])
  })

  test('a stream can be tried, and stopped', async (context) => {
    const { page, server, faults } = await open(context, browser, DESKTOP)
    const article = page.locator('article[id="subscribe"]')
    await page.getByLabel('Token', { exact: true }).fill(server.token)
    await article.getByText('Try it').click()
    await article.getByRole('button', { name: 'Call subscribe' }).click()
    await article.locator('output', { hasText: '"caught_up"' }).waitFor()
    await article.getByRole('button', { name: 'Stop' }).click()
    await article.getByText('The connection is closed.').waitFor()
    await article.getByRole('button', { name: 'Call subscribe' }).waitFor()
    assert.deepEqual(faults, [])
  })

  test('the token is in no address and in no storage, and nothing leaves for elsewhere', async (context) => {
    const { page, server, requests } = await open(context, browser, DESKTOP)
    await page.getByLabel('Token', { exact: true }).fill(server.token)
    await page.getByLabel('Token', { exact: true }).blur()
    await page.getByText('dev, block 7').waitFor()
    for (const method of ['node.version', 'subscribe']) {
      const article = page.locator(`article[id="${method}"]`)
      await article.getByText('Try it').click()
      await article.getByRole('button', { name: 'Call' }).click()
      await article.locator('output:not(:empty)').waitFor()
    }
    const { host } = new URL(server.url)
    assert.ok(requests.length >= 4, requests.join('\n'))
    for (const url of requests) {
      assert.equal(new URL(url).host, host)
      assert.ok(!url.includes(server.token))
    }
    const kept = await page.evaluate(async () => [
      ...Object.values(localStorage),
      ...Object.values(sessionStorage),
      globalThis.document.cookie,
      location.href,
      String((await indexedDB.databases()).length),
    ])
    assert.deepEqual(kept, ['', `${server.url}/docs`, '0'])
    await page.reload()
    assert.equal(await page.getByLabel('Token', { exact: true }).inputValue(), '')
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`phone, ${colorScheme}: the list unfolds, nothing sticks out, buttons are large enough`, async (context) => {
      const { page, faults } = await open(context, browser, { ...PHONE, colorScheme })
      const link = page.locator('nav').getByRole('link', { name: 'message.send', exact: true })
      assert.equal(await link.isVisible(), false)
      await page.getByText('Contents', { exact: true }).click()
      assert.equal(await link.isVisible(), true)
      await link.click()
      assert.equal(await link.isVisible(), false)
      const article = page.locator('article[id="message.send"]')
      await article.getByText('Try it').click()
      const { height } = (await article.getByRole('button', { name: 'Call' }).boundingBox())!
      assert.ok(height >= 44, `${height}`)
      await page.evaluate(() => {
        for (const folded of globalThis.document.querySelectorAll('details')) folded.open = true
      })
      for (const { title } of LANGUAGES) {
        await article.getByRole('tab', { name: title }).first().click()
        const [content, screen] = await page.evaluate(() => [
          globalThis.document.documentElement.scrollWidth,
          globalThis.document.documentElement.clientWidth,
        ])
        assert.equal(content, screen, title)
      }
      const [text, back] = await page.evaluate(() => {
        const { color, backgroundColor } = getComputedStyle(globalThis.document.body)
        return [color, backgroundColor].map((each) => Number(/[0-9]+/.exec(each)![0]))
      })
      assert.equal(text! > back!, colorScheme === 'dark', `text ${text} on ${back}`)
      assert.deepEqual(faults, [])
    })
  }
})

test('the TypeScript of every example calls its method with its parameters', async () => {
  const samples = sampleValues(document)
  const typescript = LANGUAGES.find(({ id }) => id === 'typescript')!
  const names = Object.keys(samples)
  let run = 0
  for (const method of document.methods) {
    if (method['x-transport'] === 'websocket') continue
    for (const example of method.examples) {
      const calls: unknown[] = []
      const client = recorder(calls)
      const code = typescript.call(exampleCall(method, example, document.components.schemas), {})
      const asked = new Function('client', 'encodeBody', ...names, `return (async () => { ${code} })()`)
      await asked(client, encodeBody, ...Object.values(samples))
      const given = filledParams(example.params, samples)
      assert.deepEqual(calls, [[method.name, given]], code)
      run++
    }
  }
  assert.ok(run >= document.methods.length - 2)
})

test('names stand in snippets as each language writes them', () => {
  const method = document.methods.find(({ name }) => name === 'payment.sendMany')!
  const call = exampleCall(method, method.examples[0]!, document.components.schemas)
  const code = (id: string) => LANGUAGES.find((language) => language.id === id)!.call(call, {})
  assert.match(code('python'), /^payments = await client\.payment\.send_many\(\n {4}account_id=account_id,/)
  assert.match(code('python'), /stegos\.types\.PaymentRequest\(\n? *to=address,\s+amount=100,?\s*\)/)
  assert.match(
    code('go'),
    /^payments, err := client\.Payment\.SendMany\(ctx, stegos\.PaymentSendManyParams\{\n {4}AccountID: accountID,/,
  )
  assert.match(
    code('rust'),
    /^let payments = client\.payment\(\)\.send_many\(\n {4}PaymentSendManyParams::new\(/,
  )
  assert.match(
    code('java'),
    /^var payments = client\.payment\(\)\.sendMany\(\n {4}PaymentSendManyParams\.of\(/,
  )
  assert.match(code('cli'), /^stegos rpc payment\.sendMany/)
})

test('the curl of an example is what a shell can run', async (context) => {
  const server = await startServer(context)
  const curl = LANGUAGES.find(({ id }) => id === 'curl')!
  const call = { method: 'account.create' } as Parameters<typeof curl.call>[0]
  const command = curl.call(call, { name: "O'Hara $HOME" }).replaceAll('http://127.0.0.1:3145', server.url)
  const { stdout, error } = await runShell(command, { TOKEN: server.token })
  if (error) return context.skip('no curl here')
  assert.ok(JSON.parse(stdout).result.accountId, stdout)
})

/** Opens the page; `faults` collects what the browser complains of, policy violations among it. */
async function open(
  context: TestContext,
  browser: Browser,
  options: { width: number; height: number; colorScheme?: 'light' | 'dark' },
  place = '',
): Promise<{ page: Page; server: TestServer; faults: string[]; requests: string[] }> {
  const server = await startServer(context)
  const { colorScheme = 'light', ...viewport } = options
  const page = await browser.newPage({ viewport, colorScheme })
  context.after(() => page.close())
  const faults: string[] = []
  const requests: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('request', (request) => requests.push(request.url()))
  page.on('websocket', (socket) => requests.push(socket.url()))
  await page.goto(`${server.url}/docs${place}`)
  return { page, server, faults, requests }
}

/** A client that notes what it is asked for. */
function recorder(calls: unknown[]): unknown {
  const group = (first: string) =>
    new Proxy(
      {},
      {
        get:
          (_target, name) =>
          async (params: object = {}) =>
            void calls.push([`${first}.${String(name)}`, params]),
      },
    )
  return new Proxy({}, { get: (_target, name) => group(String(name)) })
}

function isOnScreen(page: Page, id: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const { top } = globalThis.document.getElementById(wanted)!.getBoundingClientRect()
    return top >= 0 && top < innerHeight
  }, id)
}

function runShell(command: string, env: Record<string, string>): Promise<{ stdout: string; error: boolean }> {
  return new Promise((resolve) => {
    const child = spawn('sh', ['-c', command], { env: { ...process.env, ...env } })
    let stdout = ''
    child.stdout.on('data', (chunk) => {
      stdout += chunk
    })
    child.on('close', (code) => resolve({ stdout, error: code === 127 }))
  })
}

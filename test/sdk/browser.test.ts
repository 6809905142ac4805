import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import type * as sdk from '../../src/sdk/index.ts'
import { chromiumPath, launchChromium } from '../support/chromium.ts'
import { type NodeProcess, startNode } from '../support/node-process.ts'

const TOLD_OF = 'app.example'
const STRANGER = 'stranger.example'

declare const stegos: typeof sdk

describe('the SDK in Chromium', {
  skip: chromiumPath() ? false : 'no Chromium here; set CHROMIUM_PATH',
}, () => {
  let node: NodeProcess
  let browser: Browser
  let port: number
  const pages = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>page</title>')
  })
  let script: string

  before(async () => {
    pages.listen(0, '127.0.0.1')
    await once(pages, 'listening')
    port = (pages.address() as AddressInfo).port
    node = await startNode({ flags: ['--allow-origin', `http://${TOLD_OF}:${port}`] })
    browser = await launchChromium([TOLD_OF, STRANGER])
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL('../../src/sdk/index.ts', import.meta.url))],
      bundle: true,
      format: 'iife',
      globalName: 'stegos',
      platform: 'browser',
      target: 'es2024',
      write: false,
    })
    script = outputFiles[0]!.text
  })

  after(async () => {
    await browser?.close()
    await node?.stop()
    pages.close()
  })

  async function open(host: string): Promise<Page> {
    const page = await browser.newPage()
    await page.goto(`http://${host}:${port}/`)
    await page.addScriptTag({ content: script })
    return page
  }

  for (const host of ['127.0.0.1', TOLD_OF]) {
    test(`a page of ${host} calls and follows events`, async () => {
      const page = await open(host)
      const seen = await page.evaluate(
        async ([url, token]) => {
          using client = stegos.createClient({ url: url!, token })
          const { network } = await client.node.status()
          const { address } = await client.account.create({ name: 'web' })
          const symbol = await client.payment
            .send({ accountId: 'ffffffffffffffff', to: address, amount: '1' })
            .catch((error) => stegos.isStegosError(error) && error.symbol)
          const topics: string[] = []
          for await (const item of client.events({ topics: ['chain.block'] })) {
            topics.push(item.topic)
            if (topics.length === 1) await client.dev.mine()
            if (topics.length === 2) break
          }
          return { network, symbol, topics }
        },
        [node.url, node.token],
      )
      assert.deepEqual(seen, {
        network: 'dev',
        symbol: 'account_not_found',
        topics: ['caught_up', 'chain.block'],
      })
      await page.close()
    })
  }

  test('a wrong token is told, by call and by stream', async () => {
    const page = await open('127.0.0.1')
    const symbols = await page.evaluate(
      async ([url]) => {
        using client = stegos.createClient({ url: url!, token: 'wrong', retry: { attempts: 2, delay: 1 } })
        const symbolOf = (error: unknown) => (stegos.isStegosError(error) ? error.symbol : String(error))
        const byCall = await client.node.status().then(() => 'fine', symbolOf)
        const byStream = await client
          .events({ topics: ['chain.block'] })
          .next()
          .then(() => 'fine', symbolOf)
        return [byCall, byStream]
      },
      [node.url],
    )
    assert.deepEqual(symbols, ['unauthorized', 'unauthorized'])
    await page.close()
  })

  test('a page nobody has told the node of gets nothing', async () => {
    const page = await open(STRANGER)
    const symbol = await page.evaluate(
      async ([url, token]) => {
        using client = stegos.createClient({ url: url!, token, retry: false })
        const symbolOf = (error: unknown) => (stegos.isStegosError(error) ? error.symbol : String(error))
        return await client.node.status().then(() => 'fine', symbolOf)
      },
      [node.url, node.token],
    )
    assert.equal(symbol, 'connection_lost', 'the browser does not even show the answer')
    await page.close()
  })
})

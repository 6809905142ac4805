/** The protocol in a browser: what is made in a page holds in Node, and the other way round. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { fromHex, toHex } from '../../src/protocol/bytes.ts'
import { decodeTransaction, encodeTransaction } from '../../src/protocol/transaction.ts'
import { verifyTransactions } from '../../src/protocol/verify-transactions.ts'
import { chromiumPath, launchChromium } from '../support/chromium.ts'
import type * as code from '../support/protocol-in-page.ts'
import { chainId, params, pay } from './fixtures.ts'

declare const protocol: typeof code

describe('the protocol in Chromium', {
  skip: chromiumPath() ? false : 'no Chromium here; set CHROMIUM_PATH',
}, () => {
  let browser: Browser
  let script: string

  before(async () => {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL('../support/protocol-in-page.ts', import.meta.url))],
      bundle: true,
      format: 'iife',
      globalName: 'protocol',
      platform: 'browser',
      target: 'es2024',
      write: false,
    })
    script = outputFiles[0]!.text
    browser = await launchChromium()
  })

  after(() => browser?.close())

  async function pageWith(variant: 'simd' | 'portable'): Promise<Page> {
    const page = await browser.newPage()
    await page.addScriptTag({ content: `globalThis.kernelVariant = '${variant}'` })
    await page.addScriptTag({ content: script })
    return page
  }

  for (const variant of ['simd', 'portable'] as const) {
    it(`makes a payment with the ${variant} kernel that Node accepts`, async () => {
      const page = await pageWith(variant)
      const made = await page.evaluate(() => protocol.payInPage())
      assert.equal(made.variant, variant)
      assert.deepEqual(made.found, ['1000'])
      const coins = made.coins.map(({ key, commitment }) => ({
        key: fromHex(key),
        commitment: fromHex(commitment),
      }))
      const item = { transaction: decodeTransaction(fromHex(made.transaction)), coins }
      assert.deepEqual(verifyTransactions(chainId, params, [item]), [])
    })

    it(`checks with the ${variant} kernel what Node made`, async () => {
      const page = await pageWith(variant)
      const { transaction, coins } = pay(1_000n)
      const given = {
        chainId: toHex(chainId),
        transaction: toHex(encodeTransaction(transaction)),
        coins: coins.map(({ key, commitment }) => ({ key: toHex(key), commitment: toHex(commitment) })),
      }
      const fault = (item: typeof given) => page.evaluate((item) => protocol.faultInPage(item), item)
      assert.equal(await fault(given), undefined)
      assert.equal(await fault({ ...given, coins: given.coins.toReversed() }), 'invalid_signature')
    })
  }
})

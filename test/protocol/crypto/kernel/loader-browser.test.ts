import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import type * as loader from '../../../../src/protocol/crypto/kernel/kernel.ts'
import { chromiumPath, launchChromium } from '../../../support/chromium.ts'

declare const stegosKernel: typeof loader

/** Uses all kernels there are; runs in the page and in a worker, so it stands on nothing outside of it. */
function useKernels(): Record<string, number[]> {
  const answers: Record<string, number[]> = {}
  for (const variant of ['simd', 'portable'] as const) {
    stegosKernel.useKernel(stegosKernel.instantiateKernel(variant))
    const bytes = stegosKernel.kernel().callSecret((frame) => {
      const pointer = frame.put(Uint8Array.of(1, 2, 3))
      frame.take(2 << 20)
      return frame.get(pointer, 3)
    })
    answers[variant] = [...bytes]
  }
  return answers
}

const EXPECTED = { simd: [1, 2, 3], portable: [1, 2, 3] }

describe('the kernel in Chromium', {
  skip: chromiumPath() ? false : 'no Chromium here; set CHROMIUM_PATH',
}, () => {
  let browser: Browser
  let page: Page
  let script: string
  const pages = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>page</title>')
  })

  before(async () => {
    const { outputFiles } = await build({
      entryPoints: [
        fileURLToPath(new URL('../../../../src/protocol/crypto/kernel/kernel.ts', import.meta.url)),
      ],
      bundle: true,
      minify: true,
      format: 'iife',
      globalName: 'stegosKernel',
      platform: 'browser',
      target: 'es2024',
      write: false,
    })
    script = outputFiles[0]!.text
    pages.listen(0, '127.0.0.1')
    await once(pages, 'listening')
    browser = await launchChromium()
    page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(pages.address() as AddressInfo).port}/`)
  })

  after(async () => {
    await browser?.close()
    pages.close()
  })

  test('works on the main thread, without waiting', async () => {
    await page.addScriptTag({ content: script })
    assert.deepEqual(await page.evaluate(useKernels), EXPECTED)
  })

  test('works in a worker', async () => {
    const code = `${script}; postMessage((${useKernels})())`
    const answer = await page.evaluate((code) => {
      const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })))
      return new Promise((resolve, reject) => {
        worker.onmessage = (event) => resolve(event.data)
        worker.onerror = (event) => reject(new Error(event.message))
      }).finally(() => worker.terminate())
    }, code)
    assert.deepEqual(answer, EXPECTED)
  })
})

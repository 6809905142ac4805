import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const BUDGET = 10_000
/** With the client, which it brings along. */
const BOT_BUDGET = 8_000

test('client and transports fit into 10 kB, minified and compressed', async (context) => {
  const size = await sizeOf("export { createClient, http, webSocket } from './index.ts'")
  context.diagnostic(`${size} bytes`)
  assert.ok(size < BUDGET, `${size} bytes`)
})

test('the bot kit stands on its own, too, and runs in browsers', async (context) => {
  const size = await sizeOf(
    "export { createClient } from './index.ts'; export { runBot } from './bot/index.ts'",
  )
  context.diagnostic(`${size} bytes`)
  assert.ok(size < BOT_BUDGET, `${size} bytes`)
})

/** Bytes of a program, minified and compressed. It must be of the SDK's own files, and of none of Node's. */
async function sizeOf(contents: string): Promise<number> {
  const resolveDir = fileURLToPath(new URL('../../src/sdk', import.meta.url))
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2024',
    platform: 'browser',
    write: false,
    metafile: true,
  })
  const foreign = Object.keys(metafile.inputs).filter((path) => !/(^|\/)src\/sdk\/|<stdin>/.test(path))
  assert.deepEqual(foreign, [], 'the SDK stands on its own')
  return gzipSync(outputFiles[0]!.contents).length
}

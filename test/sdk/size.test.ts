import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const BUDGET = 10_000

test('client and transports fit into 10 kB, minified and compressed', async (context) => {
  const resolveDir = fileURLToPath(new URL('../../src/sdk', import.meta.url))
  const { outputFiles, metafile } = await build({
    stdin: { contents: "export { createClient, http, webSocket } from './index.ts'", resolveDir },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2024',
    platform: 'browser',
    write: false,
    metafile: true,
  })
  const size = gzipSync(outputFiles[0]!.contents).length
  context.diagnostic(`${size} bytes`)
  assert.ok(size < BUDGET, `${size} bytes`)
  const foreign = Object.keys(metafile.inputs).filter((path) => !/(^|\/)src\/sdk\/|<stdin>/.test(path))
  assert.deepEqual(foreign, [], 'the SDK stands on its own')
})

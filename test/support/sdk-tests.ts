/**
 * Runs the tests of an SDK in another language, in the tools of that language: `sdks/<language>/test.sh`. They get a node
 * on which the examples of the contract can be carried out, and start what else they need by themselves.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readContract } from '../../src/server/contract/document.ts'
import { fillPlaceholders } from '../../src/server/contract/placeholders.ts'
import { exampleValues } from './example-values.ts'
import { cleanEnvironment, follow, startNode } from './node-process.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** One call of the file that STEGOS_EXAMPLES names, which is an array of these. */
export type ExampleCall = { readonly name: string; readonly method: string; readonly params: object }

/**
 * `test.sh --tools` says whether the toolchain is there. Without it the test is skipped, unless CI_TOOLCHAINS is 1: then it
 * fails.
 */
export function sdkTest(language: string): void {
  const script = join(ROOT, 'sdks', language, 'test.sh')
  const tools = spawnSync(script, ['--tools'], { encoding: 'utf8' })
  const absent = tools.status !== 0 && `${language}: ${tools.stdout}${tools.stderr}`.trim()
  const skip = process.env.CI_TOOLCHAINS === '1' ? false : absent
  test(`the SDK in ${language}`, { skip }, async () => {
    if (absent) throw new Error(absent)
    const node = await startNode()
    using client = node.client()
    const examples = join(node.dataDirectory, 'examples.json')
    writeFileSync(examples, JSON.stringify(exampleCalls(await exampleValues(client, node))))
    const child = follow(
      spawn(script, [], {
        env: {
          ...cleanEnvironment(node.dataDirectory),
          NODE: process.execPath,
          STEGOS_URL: node.url,
          STEGOS_TOKEN: node.token,
          STEGOS_EXAMPLES: examples,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    )
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk
    }
    child.stdout!.on('data', collect)
    child.stderr!.on('data', collect)
    const [code] = await once(child, 'close')
    await node.stop()
    if (code !== 0) throw new Error(`sdks/${language}/test.sh ended with ${code}:\n${output}`)
  })
}

/** The examples of the contract with real values, but those that concern a connection. */
export function exampleCalls(values: Record<string, unknown>): ExampleCall[] {
  return readContract().document.methods.flatMap((method) => {
    if (method['x-idempotency'] === 'connection') return []
    const calls = method.examples.map(({ name, params }) => ({
      name: `${method.name}: ${name}`,
      method: method.name,
      params: Object.fromEntries(params.map((param) => [param.name, fillPlaceholders(param.value, values)])),
    }))
    // One operation on a stake after the other: the commission was changed just before.
    const mine = { name: 'a block in between', method: 'dev.mine', params: {} }
    return method.name === 'stake.rotate' ? [mine, ...calls] : calls
  })
}

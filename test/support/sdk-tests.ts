/**
 * Runs the tests of an SDK in another language, in the tools of that language: `sdks/<language>/test.sh`. They get a node
 * on which the examples of the contract can be carried out, and start what else they need by themselves. The answers to the examples
 * may be written down, and are then held against the contract: what went through the types of the language has lost nothing. They
 * get the recorded conversations as well, and write down what they see of them.
 */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { MethodName } from '../../src/sdk/generated/contract.ts'
import { readContract } from '../../src/server/contract/document.ts'
import { filledParams } from '../../src/server/contract/placeholders.ts'
import { Validator } from '../../src/server/contract/validator.ts'
import { EXAMPLE_FLAGS, exampleValues } from './example-values.ts'
import { startReplay } from './fixtures/replay.ts'
import { cleanEnvironment, follow, startNode } from './node-process.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** One call of the file that STEGOS_EXAMPLES names, which is an array of these. */
export type ExampleCall = { readonly name: string; readonly method: MethodName; readonly params: object }

/**
 * `test.sh --tools` says whether the toolchain is there. Without it the test is skipped, unless CI_TOOLCHAINS is 1: then it
 * fails.
 *
 * @param compiled whether `test.sh --build` is to run before the node is started: its examples do not wait for a compiler
 * @param clients how many clients the SDK has: each has the recorded conversations in turn
 */
export function sdkTest(language: string, { compiled = false, clients = 1 } = {}): void {
  const script = join(ROOT, 'sdks', language, 'test.sh')
  const tools = spawnSync(script, ['--tools'], { encoding: 'utf8' })
  const absent = tools.status !== 0 && `${language}: ${tools.stdout}${tools.stderr}`.trim()
  const skip = process.env.CI_TOOLCHAINS === '1' ? false : absent
  test(`the SDK in ${language}`, { skip }, async (t) => {
    if (absent) throw new Error(absent)
    if (compiled) await run(script, ['--build'], cleanEnvironment(homedir()))
    const node = await startNode({ flags: EXAMPLE_FLAGS })
    // On a busy machine it takes long to open its data.
    using client = node.client({ retry: { attempts: 50 } })
    const examples = join(node.dataDirectory, 'examples.json')
    const answers = join(node.dataDirectory, 'answers.json')
    const calls = exampleCalls(await exampleValues(client, node))
    writeFileSync(examples, JSON.stringify(calls))
    const fixtures = join(node.dataDirectory, 'fixtures.json')
    const outcomes = join(node.dataDirectory, 'outcomes.json')
    const replay = await startReplay(clients)
    t.after(() => replay.close())
    writeFileSync(fixtures, JSON.stringify(replay.parts))
    await run(script, [], {
      // Compilers find what they need at home.
      ...cleanEnvironment(homedir()),
      NODE: process.execPath,
      STEGOS_URL: node.url,
      STEGOS_TOKEN: node.token,
      STEGOS_EXAMPLES: examples,
      STEGOS_ANSWERS: answers,
      STEGOS_FIXTURES: fixtures,
      STEGOS_OUTCOMES: outcomes,
    })
    await replay.check(JSON.parse(readFileSync(outcomes, 'utf8')))
    await node.stop()
    if (existsSync(answers)) checkAnswers(calls, JSON.parse(readFileSync(answers, 'utf8')))
  })
}

/** @throws Error with all it has said, when it ends with anything but 0 */
async function run(script: string, words: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = follow(spawn(script, words, { env, stdio: ['ignore', 'pipe', 'pipe'] }))
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk
  }
  child.stdout!.on('data', collect)
  child.stderr!.on('data', collect)
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${[script, ...words].join(' ')} ended with ${code}:\n${output}`)
}

/** The examples of the contract with real values, but those that concern a connection. */
export function exampleCalls(values: Record<string, unknown>): ExampleCall[] {
  return readContract().document.methods.flatMap((method) => {
    if (method['x-idempotency'] === 'connection') return []
    const calls = method.examples.map(({ name, params }) => ({
      name: `${method.name}: ${name}`,
      method: method.name,
      params: filledParams(params, values),
    }))
    // One operation on a stake after the other: the commission was changed just before.
    const mine = { name: 'a block in between', method: 'dev.mine' as const, params: {} }
    return method.name === 'stake.rotate' ? [mine, ...calls] : calls
  })
}

/** @param answers in the order of the calls, in the file that STEGOS_ANSWERS names */
function checkAnswers(calls: readonly ExampleCall[], answers: readonly unknown[]): void {
  const validator = new Validator(readContract().document)
  assert.equal(answers.length, calls.length)
  for (const [index, { name, method }] of calls.entries())
    assert.deepEqual(validator.result(method, answers[index]), [], name)
}

/** The README's first payment and message, run as they stand. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { startNode, temporaryDirectory } from '../support/node-process.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The shell lines under a heading of a page. */
function shellLines(page: string, heading: string): string[] {
  const section = readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8').split(`## ${heading}`)[1]!
  return [...section.split('\n## ')[0]!.matchAll(/```sh\n(.*?)```/gs)].map(([, lines]) => lines!)
}

test('the first stake of the page on staking', async () => {
  const home = temporaryDirectory()
  const node = await startNode({ dataDirectory: `${home}/.stegos/dev` })
  const env = { PATH: process.env.PATH, HOME: home, STEGOS_URL: node.url }
  const before = 'npx stegos account create --name ann && npx stegos faucet 100 --account ann --wait\n'
  const [lines] = shellLines('docs/staking.md', 'Staking with a node')
  const { stdout } = await promisify(execFile)('sh', ['-e', '-c', before + lines], { cwd: root, env })
  assert.match(stdout, /deposit +active +(50|49)(\.\d+)? STG/)
  assert.match(stdout, /^Epoch +\d+$/m)
  assert.match(stdout, /^Pool +\d/m)
})

test('the tokens of the page on tokens', async () => {
  const home = temporaryDirectory()
  const node = await startNode({ dataDirectory: `${home}/.stegos/dev` })
  const env = { PATH: process.env.PATH, HOME: home, STEGOS_URL: node.url }
  const lines = shellLines('docs/tokens.md', 'A token for a bot').join('')
  const script = `npx stegos account create --name ann && npx stegos faucet 100 --account ann --wait\n${lines}`
  const { stdout } = await promisify(execFile)('sh', ['-e', '-c', script], { cwd: root, env })
  assert.match(stdout, /payouts +active +read,pay +0 STG +3 methods, 1 account, 10 STG\/day, 5\/s, until/)
  assert.match(stdout, /^Available +100 STG$/m)
  assert.match(stdout, /^Status +revoked/m)
})

test('the first payment and message of the README', async () => {
  const home = temporaryDirectory()
  const node = await startNode({ dataDirectory: `${home}/.stegos/dev` })
  const [payment, stake, curl] = shellLines('README.md', 'First payment, first message')
  const { port } = new URL(node.url)
  const run = async (script: string) => {
    const env = { PATH: process.env.PATH, HOME: home, STEGOS_URL: node.url }
    const { stdout } = await promisify(execFile)('sh', ['-e', '-c', script], { cwd: root, env })
    return stdout
  }
  const out = await run(payment!)
  assert.match(out, /Amount +12\.5 STG/)
  assert.match(out, /received .*hello/)
  assert.match(await run(stake!), /deposit +active +(50|49)(\.\d+)? STG/)
  assert.equal(JSON.parse(await run(curl!.replace('3145', port))).result.network, 'dev')
})

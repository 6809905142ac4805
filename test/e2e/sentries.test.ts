/** The validator behind sentries of docs/network.md, as it stands there, but for the ports. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { freePort } from '../../src/cli/free-port.ts'
import { type Client, createClient } from '../../src/sdk/index.ts'
import { createFunded } from '../support/accounts.ts'
import { cleanEnvironment, spawnCommand, temporaryDirectory } from '../support/node-process.ts'
import { eventually, heightOf } from '../support/validators/checks.ts'

const directory = temporaryDirectory()
/** Milliseconds until somebody who waits in vain gives up. */
const PATIENCE = 90_000
const root = fileURLToPath(new URL('../..', import.meta.url))

type Running = {
  readonly client: Client
  readonly peerId: string
  end(signal: NodeJS.Signals): Promise<void>
}
const open: Client[] = []
after(() => {
  for (const client of open) client.close()
})

/** The shell lines of the page, with ports that are free. */
async function exampleLines(): Promise<string> {
  const page = readFileSync(new URL('../../docs/network.md', import.meta.url), 'utf8')
  const [, lines] = /### A validator behind sentries\n.*?```sh\n(.*?)```/s.exec(page)!
  const ports = new Set(lines!.match(/\b(?:31|77)\d\d\b/g))
  let text = lines!
  for (const port of ports) text = text.replaceAll(port, String(await freePort()))
  return text
}

/** Starts it in the directory of the example. Resolves when it is ready. */
async function startNode(name: string): Promise<Running> {
  const child = spawnCommand(['node', '--config', `${name}.json`, '--json'], directory, { cwd: directory })
  const ready = Promise.withResolvers<void>()
  let output = ''
  const collect = (piece: Buffer) => {
    output += piece
    if (/^\{"height":.*\}$/m.test(output)) ready.resolve()
  }
  child.stdout!.on('data', collect)
  child.stderr!.on('data', collect)
  const exited = once(child, 'exit')
  exited.then(([code]) => ready.reject(new Error(`${name} ended with ${code}:\n${output}`)))
  await ready.promise
  const { url, tokenFile } = JSON.parse(/^\{"url":.*\}$/m.exec(output)![0])
  const client = createClient({ url, token: readFileSync(tokenFile, 'utf8').trim() })
  open.push(client)
  return {
    client,
    peerId: JSON.parse(/^\{"height":.*\}$/m.exec(output)![0]).peerId,
    end: async (signal) => {
      child.kill(signal)
      await exited
    },
  }
}

async function peersOf({ client }: Running): Promise<string[]> {
  const { items } = await client.node.peers({ limit: 100 })
  return items.map(({ peerId }) => peerId).sort()
}

test('a validator is known to its sentries alone, and blocks go on, also without one of these', async () => {
  const bin = join(directory, 'bin')
  mkdirSync(bin)
  writeFileSync(join(bin, 'stegos'), `#!/bin/sh\nexec "${process.execPath}" "${root}/bin/stegos.mjs" "$@"\n`)
  chmodSync(join(bin, 'stegos'), 0o755)
  const env = { ...cleanEnvironment(directory), PATH: `${bin}:${process.env.PATH}` }
  const shell = ['-e', '-c', await exampleLines()]
  const { stderr } = await promisify(execFile)('sh', shell, { cwd: directory, env })
  assert.doesNotMatch(stderr, /only if it is started with/, 'the files say what the ids are for')

  const [one, two] = [await startNode('sentry-1'), await startNode('sentry-2')]
  const validator = await startNode('validator')
  const stranger = await startNode('public')
  await eventually('blocks that both vote for', async () => (await heightOf(stranger)) >= 3, PATIENCE)
  const block = await stranger.client.chain.block({ height: 2 })
  assert.equal(block.certificate!.signers, '03')

  // Blocks with transactions are proposed in brief, and they have to find their way, too.
  const { accountId } = await createFunded(stranger.client, 'ann', '5000000')
  assert.equal((await stranger.client.account.balance({ accountId })).available, '5000000')

  await assert.rejects(one.client.dev.mine({}), /dev_only|development/, 'it has no faucet')

  const sentries = [one.peerId, two.peerId].sort()
  await eventually(
    'all ways',
    async () => (await peersOf(one)).length === 3 && (await peersOf(two)).length === 3,
    PATIENCE,
  )
  assert.deepEqual(await peersOf(stranger), sentries)
  assert.deepEqual(await peersOf(validator), sentries)
  assert.ok((await peersOf(one)).includes(validator.peerId))

  // What the public validator keeps of those it has heard of is written at its end.
  await stranger.end('SIGTERM')
  const kept = readFileSync(join(directory, 'net/node-2/peers.json'), 'utf8')
  for (const peerId of sentries) assert.ok(kept.includes(peerId))
  assert.ok(!kept.includes(validator.peerId))

  const again = await startNode('public')
  await one.end('SIGKILL')
  const height = await heightOf(again)
  await eventually('blocks with one sentry', async () => (await heightOf(again)) >= height + 3, PATIENCE)
  assert.deepEqual(await peersOf(again), [two.peerId])
  await Promise.all([two, validator, again].map((node) => node.end('SIGTERM')))
})

test('a key of the configuration whose value makes no sense is named', async () => {
  const at = join(directory, 'wrong.json')
  const wrong: readonly [object, RegExp][] = [
    [{ bootstrap: ['/ip4/127.0.0.1/tcp/1'] }, /network\.bootstrap\[0\]: .*\/p2p\/ID/],
    [{ listen: ['/ip4/127.0.0.1/tcp/0', 'here'] }, /network\.listen\[1\]: here is not an address/],
    [{ socks: 'socks5://127.0.0.1:9050', dht: true }, /network: the DHT would tell strangers/],
    [{ 'max-inbound': 5_000 }, /network\.max-inbound: .*0 to 1000/],
  ]
  for (const [network, message] of wrong) {
    writeFileSync(at, JSON.stringify({ 'data-dir': 'net/node-2', listen: '127.0.0.1:0', network }))
    const child = spawnCommand(['node', '--config', at], directory, { cwd: directory })
    let said = ''
    child.stderr!.on('data', (piece) => {
      said += piece
    })
    const [code] = await once(child, 'close')
    assert.equal(code, 2)
    assert.match(said, message)
  }
  writeFileSync(at, JSON.stringify({ 'data-dir': 'net/node-2', listen: '127.0.0.1:0' }))
  const child = spawnCommand(['node', '--config', at, '--chain', 'ab'.repeat(32)], directory, {
    cwd: directory,
  })
  assert.deepEqual((await once(child, 'close'))[0], 5, 'of another chain')
})

/** Calls and streams over TLS: a certificate that somebody vouches for is taken, any other is refused. */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { before, test } from 'node:test'
import {
  cleanEnvironment,
  follow,
  type NodeProcess,
  startNode,
  temporaryDirectory,
} from '../support/node-process.ts'

const skip = spawnSync('openssl', ['version']).status === 0 ? false : 'no openssl'
const place = temporaryDirectory()
const [key, certificate] = [join(place, 'key.pem'), join(place, 'cert.pem')]

const PROGRAM = `
const { createClient } = await import(${JSON.stringify(new URL('../../src/sdk/index.ts', import.meta.url).href)})
const retry = process.argv[3] === 'patient' ? { attempts: 600, delay: 50, maxDelay: 200 } : false
const client = createClient({ url: process.argv[1], token: process.argv[2], retry, checkContract: false })
const told = (error) => console.log(error.symbol, error.cause?.cause?.code ?? error.cause?.code ?? '')
await client.node.status().then(({ network }) => console.log(network), told)
try {
  for await (const { topic } of client.events({ topics: ['chain.block'], from: 'genesis' })) {
    console.log(topic)
    break
  }
} catch (error) {
  console.log(error.symbol)
}
client.close()
`

let node: NodeProcess
before(async () => {
  if (skip) return
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1']
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const made = spawnSync('openssl', [
    'req',
    '-x509',
    ...kind,
    ...subject,
    '-keyout',
    key,
    '-out',
    certificate,
  ])
  assert.equal(made.status, 0, String(made.stderr))
  node = await startNode({ flags: ['--tls-cert', certificate, '--tls-key', key] })
})

async function program(host: string, trusted: boolean): Promise<string> {
  const url = `https://${host}:${new URL(node.url).port}`
  const env = { ...cleanEnvironment(place), NODE_EXTRA_CA_CERTS: trusted ? certificate : '' }
  const words = ['--input-type=module', '-e', PROGRAM, url, node.token, ...(trusted ? ['patient'] : [])]
  const child = follow(spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'pipe'] }))
  const [out, notes] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'close')])
  return out + notes
}

test('one that is trusted is taken', { skip }, async () => {
  assert.equal(await program('localhost', true), 'dev\nchain.block\n')
})

test('one nobody vouches for is refused, for calls and for streams', { skip }, async () => {
  assert.equal(
    await program('localhost', false),
    'connection_lost DEPTH_ZERO_SELF_SIGNED_CERT\nconnection_lost\n',
  )
})

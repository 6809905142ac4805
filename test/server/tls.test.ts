import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { startServer } from './support/start-server.ts'

const hasOpenssl = spawnSync('openssl', ['version']).status === 0

test('with a certificate it may listen in public', {
  skip: hasOpenssl ? false : 'no openssl',
}, async (context) => {
  const directory = mkdtempSync(join(tmpdir(), 'stegos-tls-'))
  const [keyFile, certFile] = [join(directory, 'key.pem'), join(directory, 'cert.pem')]
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'],
    ...[
      '-subj',
      '/CN=localhost',
      '-addext',
      'subjectAltName=DNS:localhost',
      '-keyout',
      keyFile,
      '-out',
      certFile,
    ],
  ])
  assert.equal(made.status, 0, String(made.stderr))
  const [key, cert] = [readFileSync(keyFile, 'utf8'), readFileSync(certFile, 'utf8')]
  const server = await startServer(context, { host: '0.0.0.0', tls: { key, cert } })
  assert.match(server.url, /^https:/)
  const { port } = new URL(server.url)
  const status = await new Promise((resolve, reject) => {
    get({ host: 'localhost', port, path: '/healthz', ca: cert }, (response) => {
      response.resume()
      resolve(response.statusCode)
    }).on('error', reject)
  })
  assert.equal(status, 200)
})

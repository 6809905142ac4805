import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { completeSettings } from '../../src/cli/settings.ts'

const home = mkdtempSync(join(tmpdir(), 'stegos-settings-'))
after(() => rmSync(home, { recursive: true }))

function complete(flags: object, env: Record<string, string> = {}, config?: unknown) {
  if (config === undefined) return completeSettings(flags, { env, cwd: home, home })
  writeFileSync(join(home, 'stegos.json'), typeof config === 'string' ? config : JSON.stringify(config))
  return completeSettings({ ...flags, config: 'stegos.json' }, { env, cwd: home, home })
}

test('a flag goes before the environment, and that before the file', () => {
  const config = { listen: 'file:1', 'data-dir': '/file', 'log-level': 'debug' }
  const env = { STEGOS_LISTEN: 'env:1', STEGOS_DATA_DIR: '/env' }
  const settings = complete({ listen: 'flag:1' }, env, config)
  assert.equal(settings.listen, 'flag:1')
  assert.equal(settings['data-dir'], '/env')
  assert.equal(settings['log-level'], 'debug')
})

test('values of every kind', () => {
  assert.equal(complete({}, { STEGOS_JSON: 'true' }).json, true)
  assert.equal(complete({}, { STEGOS_TIMEOUT: '5' }).timeout, 5)
  assert.deepEqual(complete({}, { STEGOS_ALLOW_HOST: 'a.example, b.example' })['allow-host'], [
    'a.example',
    'b.example',
  ])
  assert.deepEqual(complete({}, {}, { 'allow-origin': ['https://a.example'], timeout: 7, json: false }), {
    config: 'stegos.json',
    'allow-origin': ['https://a.example'],
    timeout: 7,
    json: false,
  })
})

test('what belongs to the network is an object of the file, and flags and variables go before it', () => {
  const network = {
    listen: ['/ip4/127.0.0.1/tcp/1'],
    dht: true,
    'max-inbound': 7,
    socks: 'socks5://127.0.0.1:9050',
  }
  const env = { STEGOS_NETWORK_MAX_INBOUND: '8' }
  assert.deepEqual(complete({ 'network-listen': ['/ip4/127.0.0.1/tcp/2'] }, env, { network, prune: true }), {
    config: 'stegos.json',
    'network-listen': ['/ip4/127.0.0.1/tcp/2'],
    'network-dht': true,
    'network-max-inbound': 8,
    'network-socks': 'socks5://127.0.0.1:9050',
    prune: true,
  })
})

const faults: readonly [string, Record<string, string>, unknown, RegExp][] = [
  ['an unknown variable', { STEGOS_LISTN: 'x' }, undefined, /STEGOS_LISTN; did you mean STEGOS_LISTEN\?/],
  ['a variable of a flag that is for one command line', { STEGOS_LABEL: 'x' }, undefined, /STEGOS_LABEL/],
  ['a variable with a wrong value', { STEGOS_JSON: 'maybe' }, undefined, /STEGOS_JSON.*maybe/],
  ['a number that is none', { STEGOS_TIMEOUT: '-5' }, undefined, /STEGOS_TIMEOUT.*-5/],
  ['an unknown key', {}, { lisen: 'x' }, /"lisen".*did you mean listen\?/],
  ['a key with a wrong kind of value', {}, { listen: { host: 'x' } }, /"listen"/],
  [
    'a key of the network that is not known',
    {},
    { network: { lisen: [] } },
    /"network\.lisen".*did you mean network\.listen\?/,
  ],
  ['a wrong item', {}, { network: { bootstrap: ['/dns4/a', 7] } }, /"network\.bootstrap\[1\]"/],
  ['a wrong kind within the network', {}, { network: { 'max-inbound': true } }, /"network\.max-inbound"/],
  ['a text that is none', {}, { 'data-dir': true }, /"data-dir"/],
  ['a network that is no object', {}, { network: 'dev' }, /"network"/],
  ['what is said twice', {}, { 'network-dht': true, network: { dht: false } }, /"network\.dht".*twice/],
  ['a value that is none of the choices', {}, { 'log-level': 'loud' }, /"log-level".*silent, error/],
  ['a file that is no object', {}, [1], /not a JSON object/],
  ['a file that is no JSON', {}, '{', /not JSON/],
]

for (const [what, env, config, message] of faults) {
  test(`${what} is named`, () => {
    assert.throws(() => complete({}, env, config), message)
  })
}

test('a configuration file that was asked for has to be there', () => {
  assert.throws(
    () => completeSettings({ config: 'absent.json' }, { env: {}, cwd: home, home }),
    /absent\.json/,
  )
  assert.throws(() => complete({}, { STEGOS_CONFIG: 'absent.json' }), /absent\.json/)
})

test('other variables are nobody else’s business', () => {
  assert.deepEqual(complete({}, { PATH: '/bin', STEGOS_TOKEN: 'secret' }), {})
})

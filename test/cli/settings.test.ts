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

const faults: readonly [string, Record<string, string>, unknown, RegExp][] = [
  ['an unknown variable', { STEGOS_LISTN: 'x' }, undefined, /STEGOS_LISTN; did you mean STEGOS_LISTEN\?/],
  ['a variable of a flag that is for one command line', { STEGOS_LABEL: 'x' }, undefined, /STEGOS_LABEL/],
  ['a variable with a wrong value', { STEGOS_JSON: 'maybe' }, undefined, /STEGOS_JSON.*maybe/],
  ['a number that is none', { STEGOS_TIMEOUT: '-5' }, undefined, /STEGOS_TIMEOUT.*-5/],
  ['an unknown key', {}, { lisen: 'x' }, /"lisen".*did you mean listen\?/],
  ['a key with a wrong kind of value', {}, { listen: { host: 'x' } }, /"listen"/],
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

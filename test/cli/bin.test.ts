import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const BIN = fileURLToPath(new URL('../../bin/stegos.mjs', import.meta.url))
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

/** A Node of this machine that is too old to run the sources. */
function oldNode(): string | undefined {
  const { stdout } = spawnSync('which', ['-a', 'node'], { encoding: 'utf8' })
  return (stdout ?? '').split('\n').find((path) => {
    if (path === '') return false
    const { stdout: found } = spawnSync(path, ['--version'], { encoding: 'utf8' })
    return Number.parseInt(found.slice(1), 10) < 24
  })
}

test('the installed command runs', () => {
  assert.equal(execFileSync(process.execPath, [BIN, '--version'], { encoding: 'utf8' }).trim(), version)
})

test('it passes arguments and the exit code on', () => {
  const { status, stderr } = spawnSync(process.execPath, [BIN, 'sned'], { encoding: 'utf8' })
  assert.equal(status, 2)
  assert.match(stderr, /did you mean send/)
})

const old = oldNode()
test('an older Node hands over to that of the project', { skip: old ? false : 'no older Node here' }, () => {
  assert.equal(execFileSync(old!, [BIN, '--version'], { encoding: 'utf8' }).trim(), version)
  assert.equal(spawnSync(old!, [BIN, 'sned'], { encoding: 'utf8' }).status, 2)
})

import assert from 'node:assert/strict'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { type CommandLine, createCommandLine } from '../support/command-line.ts'

let shell: CommandLine

beforeEach(() => {
  shell = createCommandLine()
})
afterEach(() => shell.remove())

const at = (path: string) => join(shell.directory, path)

test('the id of a node to be is printed alone, with a note when it takes a flag to have it', async () => {
  const first = await shell.run(['node', 'id', '--data-dir', 'sentry'])
  assert.equal(first.code, 0, first.notes)
  assert.match(first.out, /^12D3KooW\w+$/)
  assert.match(first.notes, /--network-keep-identity/)
  const again = await shell.run(['node', 'id', '--data-dir', 'sentry', '--network-keep-identity'])
  assert.deepEqual([again.out, again.notes], [first.out, ''])
})

test('a validator has its id without more', async () => {
  mkdirSync(at('validator'))
  writeFileSync(at('validator/validator.key'), '')
  const { out, notes } = await shell.run(['node', 'id', '--data-dir', 'validator', '--json'])
  assert.equal(JSON.parse(out).kept, true)
  assert.equal(notes, '')
})

test('no id is made beside a node that has run without one', async () => {
  mkdirSync(at('node/db'), { recursive: true })
  const { code, out, notes } = await shell.run(['node', 'id', '--data-dir', 'node'])
  assert.equal(code, 1)
  assert.equal(out, '')
  assert.match(notes, /keeps no id/)
  assert.equal(existsSync(at('node/network.key')), false)
})

test('--chain means the genesis to stegos node, and the awards to stegos award verify', async () => {
  const { out: node } = await shell.run(['node', '--help'])
  assert.match(node, /--chain ID +Id of the chain that the genesis/)
  const { out: award } = await shell.run(['award', 'verify', '--help'])
  assert.match(award, /--chain ID +Id of the chain that the awards/)
})

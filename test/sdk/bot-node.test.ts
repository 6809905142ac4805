/** What a bot needs of Node: a file that is there whole, dead letters, and signals. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { BotState, DeadLetter } from '../../src/sdk/bot/index.ts'
import { deadLetterFile, fileStore } from '../../src/sdk/bot/node/index.ts'
import { StegosError } from '../../src/sdk/index.ts'

const directory = mkdtempSync(join(tmpdir(), 'stegos-bot-'))
after(() => rmSync(directory, { recursive: true, force: true }))

const STATE: BotState = {
  cursor: 'c7',
  height: 3,
  heights: { 'chain.block': 9 },
  completed: ['chain.block/b9'],
  begun: true,
}

test('a state comes back as it was saved; before the first there is none', async () => {
  const path = join(directory, 'state.json')
  const store = fileStore(path)
  assert.equal(await store.load(), undefined)
  await store.save({ ...STATE, cursor: 'c6' })
  await store.save(STATE)
  assert.deepEqual(await fileStore(path).load(), STATE)
  assert.deepEqual(readdirSync(directory), ['state.json'], 'nothing is left over')
  if (process.platform !== 'win32') assert.equal(statSync(path).mode & 0o777, 0o600)
})

test('what a crash leaves of the next state does not touch the one before', async () => {
  const path = join(directory, 'crashed.json')
  await fileStore(path).save(STATE)
  writeFileSync(`${path}.new`, '{"cursor":"c8","comp')
  assert.deepEqual(await fileStore(path).load(), STATE)
  await fileStore(path).save(STATE)
  assert.deepEqual(await fileStore(path).load(), STATE)
})

test('a damaged file is an error that names it, and not a beginning', async () => {
  const path = join(directory, 'damaged.json')
  for (const text of ['', '{"cursor":"c8","comp', '{}', 'null']) {
    writeFileSync(path, text)
    await assert.rejects(fileStore(path).load(), /damaged\.json is damaged/)
  }
})

test('a file that cannot be written fails the save', async () => {
  await assert.rejects(fileStore(join(directory, 'nowhere', 'state.json')).save(STATE), { code: 'ENOENT' })
})

test('dead letters are lines of a file, with what was thrown', async () => {
  const path = join(directory, 'dead.jsonl')
  const take = deadLetterFile(path)
  const letter = {
    topic: 'chain.block',
    event: { height: 1 },
    cursor: 'c1',
    id: 'chain.block/b1',
    attempts: 5,
  }
  const lost = new StegosError({
    symbol: 'connection_lost',
    message: 'Gone',
    data: { url: '' },
    retryable: true,
  })
  for (const error of [lost, new TypeError('wrong'), 'a word']) await take({ ...letter, error } as DeadLetter)
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  const told = lines.map((line) => {
    const { time, ...rest } = JSON.parse(line)
    assert.ok(Number.isFinite(Date.parse(time)))
    return rest
  })
  assert.deepEqual(told, [
    { ...letter, error: { name: 'StegosError', symbol: 'connection_lost', message: 'Gone' } },
    { ...letter, error: { name: 'TypeError', message: 'wrong' } },
    { ...letter, error: { message: 'a word' } },
  ])
})

const PROGRAM = `
import { stopSignal } from '${new URL('../../src/sdk/bot/node/index.ts', import.meta.url)}'
const signal = stopSignal()
signal.addEventListener('abort', () => console.log('stopping'))
setInterval(() => {}, 1_000)
console.log('ready')
`

for (const name of ['SIGINT', 'SIGTERM'] as const) {
  test(`the first ${name} stops, the second ends`, { skip: process.platform === 'win32' }, async () => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', PROGRAM], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
    })
    const ended = once(child, 'exit')
    let output = ''
    const said = (word: string) =>
      new Promise<void>((resolve, reject) => {
        child.stdout.on('data', () => output.includes(word) && resolve())
        ended.then(() => reject(new Error(output)))
      })
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    await said('ready')
    const stopping = said('stopping')
    child.kill(name)
    await stopping
    assert.equal(child.exitCode, null)
    child.kill(name)
    assert.deepEqual(await ended, [null, name])
  })
}

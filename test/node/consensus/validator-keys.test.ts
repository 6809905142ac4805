import assert from 'node:assert/strict'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadValidatorKeys, makeValidatorKeys } from '../../../src/node/consensus/validator-keys.ts'
import { StoreError } from '../../../src/node/store-error.ts'
import { toHex } from '../../../src/protocol/bytes.ts'
import { seededRandom, temporaryDirectory } from '../support.ts'

const used = async () => true
const unused = async () => false

test('a directory without keys has none', async (t) => {
  assert.equal(await loadValidatorKeys(await temporaryDirectory(t)), undefined)
})

test('another key is on the disk beside the first, for its owner alone', async (t) => {
  const directory = await temporaryDirectory(t)
  const keys = await makeValidatorKeys(directory, seededRandom('first'))
  const second = await keys.fresh(seededRandom('second'), used)
  const read = (await loadValidatorKeys(directory))!
  assert.deepEqual([read.first, read.newest], [keys.first, second])
  assert.notDeepEqual(read.first, read.newest)
  assert.deepEqual(read.find(second.publicKey), second)
  assert.equal(read.find(new Uint8Array(48)), undefined)
  if (process.platform !== 'win32')
    assert.equal((await stat(join(directory, 'validator.key'))).mode & 0o777, 0o600)
})

test('a key that was not used is there for the next who asks', async (t) => {
  const keys = await makeValidatorKeys(await temporaryDirectory(t), seededRandom('first'))
  assert.equal(await keys.fresh(seededRandom('other'), unused), keys.first)
})

test('calls at the same time lose no key', async (t) => {
  const directory = await temporaryDirectory(t)
  const keys = await makeValidatorKeys(directory, seededRandom('first'))
  const isFirst = async (key: Uint8Array) => toHex(key) === toHex(keys.first.publicKey)
  const [one, same] = await Promise.all(['one', 'two'].map((name) => keys.fresh(seededRandom(name), isFirst)))
  assert.equal(one, same)
  const made = await Promise.all(['a', 'b', 'c'].map((name) => keys.fresh(seededRandom(name), used)))
  const read = (await loadValidatorKeys(directory))!
  assert.deepEqual(read.newestFirst, [...made.toReversed(), one, keys.first])
})

test('a call that fails leaves the keys as they were, and the next call works', async (t) => {
  const keys = await makeValidatorKeys(await temporaryDirectory(t), seededRandom('first'))
  const failing = keys.fresh(() => {
    throw new Error('no randomness')
  }, used)
  await assert.rejects(failing, /no randomness/)
  assert.deepEqual(keys.newestFirst, [keys.first])
  assert.notEqual(await keys.fresh(seededRandom('next'), used), keys.first)
})

test('a damaged file is refused, and the error does not show what it holds', async (t) => {
  const directory = await temporaryDirectory(t)
  const keys = await makeValidatorKeys(directory, seededRandom('damaged'))
  await keys.fresh(seededRandom('other'), used)
  const path = join(directory, 'validator.key')
  const text = await readFile(path, 'utf8')
  await writeFile(path, text.slice(0, -3))
  await assert.rejects(loadValidatorKeys(directory), (error) => {
    assert.ok(error instanceof StoreError && error.code === 'corrupt')
    assert.ok(!`${error.message} ${error.cause}`.includes(text.slice(70, 90)))
    return true
  })
})

test('a changed secret key is noticed, and a file of secret keys alone is read', async (t) => {
  const directory = await temporaryDirectory(t)
  const keys = await makeValidatorKeys(directory, seededRandom('flipped'))
  const path = join(directory, 'validator.key')
  const text = await readFile(path, 'utf8')
  for (let at = 0; at < text.trim().length; at += 7) {
    const other = text[at] === '1' ? '2' : '1'
    await writeFile(path, text.slice(0, at) + other + text.slice(at + 1))
    await assert.rejects(
      loadValidatorKeys(directory),
      ({ code }: StoreError) => code === 'corrupt',
      `at ${at}`,
    )
  }
  await writeFile(path, `${text.split(' ')[0]}\n`)
  assert.deepEqual((await loadValidatorKeys(directory))!.first, keys.first)
})

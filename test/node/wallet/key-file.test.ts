/** Key files: what protects the phrase, and what is told from what. */
import assert from 'node:assert/strict'
import { chmod, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import {
  decodeKeyFile,
  encodeKeyFile,
  type KeyFile,
  makeKeyFile,
  openKeyFile,
} from '../../../src/node/wallet/key-file.ts'
import { KeyStore } from '../../../src/node/wallet/key-store.ts'
import { toHex, utf8 } from '../../../src/protocol/bytes.ts'
import { seededRandom, temporaryDirectory } from '../support.ts'
import { QUICK_COST } from './wallet-node.ts'

const accountId = '00112233445566ff'
const head = { accountId, network: 'dev', name: 'savings', viewKey: 'ab'.repeat(64), birthday: 7 } as const
const entropy = new Uint8Array(32).fill(5)
const make = (passphrase: string | undefined) =>
  makeKeyFile(head, entropy, passphrase, { random: seededRandom('key file'), cost: QUICK_COST })

describe('a key file', () => {
  test('gives the entropy back to who knows the passphrase', async () => {
    const file = decodeKeyFile(encodeKeyFile(await make('correct horse')), accountId)
    assert.deepEqual(await openKeyFile(file, 'correct horse'), entropy)
    assert.equal(file.name, 'savings')
  })

  test('reads the passphrase in one normal form of Unicode', async () => {
    const file = await make('caf\u00e9')
    assert.deepEqual(await openKeyFile(file, 'cafe\u0301'), entropy)
  })

  test('says that a passphrase is wrong', async () => {
    const file = await make('correct horse')
    await assert.rejects(openKeyFile(file, 'correct hors'), { code: 'wrong_passphrase' })
    await assert.rejects(openKeyFile(file, undefined), { code: 'wrong_passphrase' })
  })

  test('says that it is damaged, whichever character was changed', async () => {
    const text = encodeKeyFile(await make('correct horse'))
    for (let at = 0; at < text.length; at += 7) {
      const changed = text[at] === 'a' ? 'b' : 'a'
      if (/\s/.test(text[at]!)) continue
      const damaged = text.slice(0, at) + changed + text.slice(at + 1)
      assert.throws(() => decodeKeyFile(damaged, accountId), { code: 'key_file_damaged' }, `at ${at}`)
    }
    assert.throws(() => decodeKeyFile(text.slice(0, -30), accountId), { code: 'key_file_damaged' })
    assert.throws(() => decodeKeyFile(text, '00112233445566fe'), { code: 'key_file_damaged' })
  })

  test('says that it is damaged when the passphrase fits and the text does not open', async () => {
    const file = await make('correct horse')
    const tampered: KeyFile = { ...file, birthday: 8 }
    await assert.rejects(openKeyFile(tampered, 'correct horse'), { code: 'key_file_damaged' })
  })

  test('does not let a file ask for more memory than there is', async () => {
    const file = await make('correct horse')
    assert.equal(file.secret.type, 'sealed')
    const greedy = { ...file, secret: { ...file.secret, cost: { logN: 40, r: 8, p: 1 } } } as KeyFile
    await assert.rejects(openKeyFile(greedy, 'correct horse'), { code: 'key_file_damaged' })
  })

  test('holds the entropy in the clear only without a passphrase', async () => {
    assert.ok(encodeKeyFile(await make(undefined)).includes(toHex(entropy)))
    const sealed = encodeKeyFile(await make('correct horse'))
    assert.ok(!sealed.includes(toHex(entropy)))
    assert.ok(!sealed.includes('correct horse'))
    assert.ok(!sealed.includes(toHex(utf8('correct horse'))))
  })
})

describe('the folder of key files', () => {
  test('keeps files for their owner alone, whatever the umask', async (t) => {
    const directory = await temporaryDirectory(t)
    const before = process.umask(0)
    t.after(() => process.umask(before))
    const store = new KeyStore(directory)
    await store.open()
    await store.stage(accountId, 'text')
    await store.promote(accountId)
    assert.equal((await stat(join(directory, 'accounts', `${accountId}.json`))).mode & 0o777, 0o600)
    assert.equal((await stat(join(directory, 'accounts'))).mode & 0o777, 0o700)
  })

  test('after a crash puts in place what was decided, and drops what was not', async (t) => {
    const store = new KeyStore(await temporaryDirectory(t))
    await store.open()
    await store.stage(accountId, 'first')
    await store.promote(accountId)
    const fingerprint = await store.stage(accountId, 'second')
    await store.resolve(accountId, 'the fingerprint of another file')
    assert.equal(await store.read(accountId), 'first')
    assert.equal(await store.stage(accountId, 'second'), fingerprint)
    await store.resolve(accountId, fingerprint)
    assert.equal(await store.read(accountId), 'second')
    assert.deepEqual(await store.open(), { inPlace: [accountId], staged: [] })
  })

  test('lists only its own files and sweeps away what was being written', async (t) => {
    const directory = await temporaryDirectory(t)
    const store = new KeyStore(directory)
    await store.open()
    const folder = join(directory, 'accounts')
    await writeFile(join(folder, 'notes.txt'), 'mine')
    await writeFile(join(folder, `${accountId}.json.staged.new`), 'half a fi')
    await chmod(join(folder, 'notes.txt'), 0o600)
    assert.deepEqual(await store.open(), { inPlace: [], staged: [] })
    assert.equal(await readFile(join(folder, 'notes.txt'), 'utf8'), 'mine')
    await assert.rejects(readFile(join(folder, `${accountId}.json.staged.new`)), { code: 'ENOENT' })
  })
})

/** Accounts as they come and go, with and without a passphrase, across restarts. */
import assert from 'node:assert/strict'
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { PHRASE_WORDS } from '../../../src/node/wallet/phrase.ts'
import { temporaryDirectory } from '../support.ts'
import { sharedWorkers } from '../world.ts'
import { createWalletWorld, openWalletNode, testPhrase } from './wallet-node.ts'

const workers = sharedWorkers({ after })
const world = await createWalletWorld({ alice: [5_000_000n, 0n] })
const page = { limit: 100 }

const keyFile = (directory: string, accountId: string) => join(directory, 'accounts', `${accountId}.json`)

describe('a new account', () => {
  test('shows its phrase once and keeps its file for its owner', async (t) => {
    const node = await openWalletNode(t, world, workers)
    const { account } = node.wallet
    const made = await account.create({ name: 'savings' })
    assert.equal(made.recoveryPhrase.split(' ').length, PHRASE_WORDS)
    assert.match(made.address, /^dstg1/)
    const info = await account.get(made.accountId)
    assert.deepEqual(
      [info.name, info.locked, info.passphrase, info.viewOnly, info.rescanning],
      ['savings', false, false, false, false],
    )
    assert.equal((await stat(keyFile(node.directory, made.accountId))).mode & 0o777, 0o600)
    const { available, pending, locked, staked } = await account.balance(made.accountId)
    assert.deepEqual([available, pending, locked, staked], [0n, 0n, 0n, 0n])
  })

  test('is the same for the same idempotency key, also after a restart', async (t) => {
    const directory = await temporaryDirectory(t)
    const first = await openWalletNode(t, world, workers, { directory })
    const made = await first.wallet.account.create({ passphrase: 'secret', idempotencyKey: 'one' })
    assert.deepEqual(await first.wallet.account.create({ passphrase: 'secret', idempotencyKey: 'one' }), made)
    await first.stop()
    const second = await openWalletNode(t, world, workers, { directory })
    const { account } = second.wallet
    assert.deepEqual(await account.create({ passphrase: 'secret', idempotencyKey: 'one' }), made)
    await assert.rejects(account.create({ passphrase: 'other', idempotencyKey: 'one' }), {
      code: 'idempotency_conflict',
    })
    assert.equal((await account.list(page)).items.length, 1)
  })

  test('is listed in the order it came, and the list goes on where it ended', async (t) => {
    const node = await openWalletNode(t, world, workers)
    const { account } = node.wallet
    const made = await Promise.all(['a', 'b', 'c'].map((name) => account.create({ name })))
    const begin = await account.list({ limit: 2 })
    assert.equal(begin.complete, false)
    const rest = await account.list({ limit: 2, cursor: begin.next })
    const listed = [...begin.items, ...rest.items].map(({ accountId }) => accountId)
    assert.deepEqual(listed.toSorted(), made.map(({ accountId }) => accountId).toSorted())
    assert.equal(rest.complete, true)
    const { accountId } = await account.create({})
    const later = await account.list({ limit: 2, cursor: rest.next })
    assert.deepEqual(
      later.items.map((one) => one.accountId),
      [accountId],
    )
  })
})

describe('a passphrase', () => {
  test('locks the account at a restart, while deposits are followed', async (t) => {
    const directory = await temporaryDirectory(t)
    const first = await openWalletNode(t, world, workers, { directory })
    const { accountId } = await first.account('alice', 'secret')
    assert.equal((await first.wallet.account.get(accountId)).locked, false)
    await first.stop()

    const { wallet } = await openWalletNode(t, world, workers, { directory })
    assert.equal((await wallet.account.get(accountId)).locked, true)
    assert.equal((await wallet.account.balance(accountId)).available, 5_000_000n)
    const { address } = await wallet.account.get(accountId)
    const send = () => wallet.payment.send({ accountId, to: address, amount: 1n })
    await assert.rejects(send(), { code: 'account_locked' })
    await assert.rejects(wallet.account.unlock({ accountId, passphrase: 'Secret' }), {
      code: 'wrong_passphrase',
    })
    assert.equal((await wallet.account.unlock({ accountId, passphrase: 'secret' })).locked, false)
    assert.equal((await wallet.account.lock(accountId)).locked, true)
    await assert.rejects(send(), { code: 'account_locked' })
  })

  test('is of no use when the account is locked while it is being checked', async (t) => {
    const node = await openWalletNode(t, world, workers)
    const { account } = node.wallet
    const { accountId } = await account.create({ passphrase: 'secret' })
    const unlocking = account.unlock({ accountId, passphrase: 'secret', seconds: 60 })
    await account.lock(accountId)
    assert.equal((await unlocking).locked, true)
    assert.equal((await account.get(accountId)).locked, true)
    assert.equal((await account.unlock({ accountId, passphrase: 'secret' })).locked, false)
  })

  test('can be given for a while only', async (t) => {
    const node = await openWalletNode(t, world, workers)
    const { account } = node.wallet
    const { accountId } = await account.create({ passphrase: 'secret' })
    await account.lock(accountId)
    assert.equal((await account.unlock({ accountId, passphrase: 'secret', seconds: 60 })).locked, false)
    node.clock.advance(59_000)
    await new Promise(setImmediate)
    assert.equal((await account.get(accountId)).locked, false)
    node.clock.advance(1_000)
    await new Promise(setImmediate)
    assert.equal((await account.get(accountId)).locked, true)
  })

  test('is told from a damaged file', async (t) => {
    const directory = await temporaryDirectory(t)
    const first = await openWalletNode(t, world, workers, { directory })
    const { accountId } = await first.account('alice', 'secret')
    await first.stop()
    const path = keyFile(directory, accountId)
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.replace(/"ciphertext": "../, '"ciphertext": "zz'))

    const { wallet, logger } = await openWalletNode(t, world, workers, { directory })
    const { account } = wallet
    assert.ok(logger.lines.some((line) => line.includes('damaged')))
    await assert.rejects(account.unlock({ accountId, passphrase: 'secret' }), { code: 'key_file_damaged' })
    await assert.rejects(account.unlock({ accountId, passphrase: 'wrong' }), { code: 'key_file_damaged' })
    assert.equal((await account.balance(accountId)).available, 5_000_000n)
  })

  test('can be changed, set and dropped', async (t) => {
    const node = await openWalletNode(t, world, workers)
    const { account } = node.wallet
    const { accountId, recoveryPhrase } = await account.create({ passphrase: 'old' })
    const path = keyFile(node.directory, accountId)
    await assert.rejects(account.changePassphrase({ accountId, passphrase: 'wrong', newPassphrase: 'new' }), {
      code: 'wrong_passphrase',
    })
    await account.lock(accountId)
    const changed = await account.changePassphrase({ accountId, passphrase: 'old', newPassphrase: 'new' })
    assert.deepEqual([changed.locked, changed.passphrase], [false, true])
    await account.lock(accountId)
    await assert.rejects(account.unlock({ accountId, passphrase: 'old' }), { code: 'wrong_passphrase' })
    await account.unlock({ accountId, passphrase: 'new' })

    const dropped = await account.changePassphrase({ accountId, passphrase: 'new' })
    assert.deepEqual([dropped.locked, dropped.passphrase], [false, false])
    assert.match(await readFile(path, 'utf8'), /"type": "clear"/)
    assert.equal((await account.lock(accountId)).locked, false)
    assert.equal(await account.recoveryPhrase({ accountId }), recoveryPhrase)

    await account.changePassphrase({ accountId, newPassphrase: 'third' })
    assert.match(await readFile(path, 'utf8'), /"type": "sealed"/)
    await assert.rejects(account.recoveryPhrase({ accountId }), { code: 'wrong_passphrase' })
    assert.equal(await account.recoveryPhrase({ accountId, passphrase: 'third' }), recoveryPhrase)
  })
})

describe('an account that is recovered', () => {
  test('has the id it had, and is not there twice', async (t) => {
    const { wallet } = await openWalletNode(t, world, workers)
    const { account } = wallet
    const made = await account.create({ name: 'shop' })
    await assert.rejects(account.recover({ recoveryPhrase: made.recoveryPhrase }), {
      code: 'account_exists',
      details: { accountId: made.accountId, name: 'shop' },
    })
    await account.remove({ accountId: made.accountId })
    await assert.rejects(account.get(made.accountId), { code: 'account_not_found' })
    const again = await account.recover({ recoveryPhrase: made.recoveryPhrase })
    assert.deepEqual([again.accountId, again.address], [made.accountId, made.address])
  })

  test('of two at once, one wins', async (t) => {
    const { wallet } = await openWalletNode(t, world, workers)
    const recoveryPhrase = testPhrase('race')
    const results = await Promise.allSettled([1, 2].map(() => wallet.account.recover({ recoveryPhrase })))
    assert.deepEqual(results.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  })
})

describe('an account that is removed', () => {
  test('leaves nothing, and its key asks for the passphrase first', async (t) => {
    const directory = await temporaryDirectory(t)
    const node = await openWalletNode(t, world, workers, { directory })
    const { account } = node.wallet
    const { accountId } = await node.account('alice', 'secret')
    await assert.rejects(account.remove({ accountId }), { code: 'wrong_passphrase' })
    await account.remove({ accountId, passphrase: 'secret', idempotencyKey: 'gone' })
    await account.remove({ accountId, passphrase: 'secret', idempotencyKey: 'gone' })
    assert.deepEqual(await readdir(join(directory, 'accounts')), [])
    assert.equal((await account.list(page)).items.length, 0)
    const left = []
    for (const name of [
      'wallet-coins',
      'wallet-history',
      'wallet-progress',
      'wallet-payment-ids',
      'wallet-removals',
    ]) {
      left.push(...(await node.store.table(name).entries()))
    }
    assert.deepEqual(left, [])
  })
})

describe('key files and records that do not agree', () => {
  test('drop the account whose file is gone, and read the chain for one whose records are gone', async (t) => {
    const directory = await temporaryDirectory(t)
    const first = await openWalletNode(t, world, workers, { directory })
    const { accountId } = await first.account('alice')
    await first.stop()
    const path = keyFile(directory, accountId)
    await rename(path, join(directory, 'backup'))

    const second = await openWalletNode(t, world, workers, { directory })
    assert.equal((await second.wallet.account.list(page)).items.length, 0)
    await second.stop()
    await rename(join(directory, 'backup'), path)

    const third = await openWalletNode(t, world, workers, { directory })
    await third.settled(accountId)
    assert.equal((await third.wallet.account.balance(accountId)).available, 5_000_000n)
    const history = await third.wallet.account.history({ accountId, ...page })
    assert.deepEqual(
      history.items.map(({ type }) => type),
      ['issued', 'issued'],
    )
  })

  test('leave alone a file that cannot be read, and start all the same', async (t) => {
    const directory = await temporaryDirectory(t)
    const first = await openWalletNode(t, world, workers, { directory })
    await first.stop()
    const path = keyFile(directory, '0123456789abcdef')
    await writeFile(path, 'not a key file')
    const second = await openWalletNode(t, world, workers, { directory })
    assert.equal((await second.wallet.account.list(page)).items.length, 0)
    assert.equal(await readFile(path, 'utf8'), 'not a key file')
    await rm(path)
  })
})

describe('a view key', () => {
  test('follows an account on another node, and spends nothing', async (t) => {
    const owner = await openWalletNode(t, world, workers)
    const { accountId, address } = await owner.account('alice', 'secret')
    await assert.rejects(owner.wallet.account.viewKey({ accountId }), { code: 'wrong_passphrase' })
    const viewKey = await owner.wallet.account.viewKey({ accountId, passphrase: 'secret' })

    const { wallet, settled } = await openWalletNode(t, world, workers)
    const followed = await wallet.account.importViewKey({ viewKey, name: 'watched' })
    assert.deepEqual([followed.accountId, followed.address, followed.viewOnly], [accountId, address, true])
    await settled(accountId)
    assert.equal((await wallet.account.balance(accountId)).available, 5_000_000n)
    const send = wallet.payment.send({ accountId, to: address, amount: 1n })
    await assert.rejects(send, { code: 'view_only' })
    await assert.rejects(wallet.account.recoveryPhrase({ accountId }), { code: 'view_only' })
    await assert.rejects(wallet.account.unlock({ accountId, passphrase: 'x' }), { code: 'view_only' })
  })
})

describe('addresses', () => {
  test('are given out one after the other and listed', async (t) => {
    const { wallet } = await openWalletNode(t, world, workers, { limits: { addressLookahead: 3 } })
    const { account } = wallet
    const { accountId, address } = await account.create({})
    const given = []
    for (let i = 0; i < 8; i++) given.push(await account.address({ accountId, label: `customer ${i}` }))
    assert.deepEqual(
      given.map(({ index }) => index),
      [1, 2, 3, 4, 5, 6, 7, 8],
    )
    assert.equal(new Set(given.map((one) => one.address)).size, 8)
    const listed = await account.addresses({ accountId, ...page })
    assert.equal(listed.items[0]!.address, address)
    assert.deepEqual(listed.items.slice(1), given)
    const again = await account.address({ accountId, label: 'x', idempotencyKey: 'one' })
    assert.deepEqual(await account.address({ accountId, label: 'x', idempotencyKey: 'one' }), again)
  })
})

describe('what is logged', () => {
  test('holds no secret', async (t) => {
    const node = await openWalletNode(t, world, workers)
    const { account, payment, message } = node.wallet
    const passphrase = 'a passphrase nobody guesses'
    const { accountId, recoveryPhrase, address } = await account.create({ passphrase })
    await account.unlock({ accountId, passphrase: 'a wrong guess' }).catch(() => {})
    await account.lock(accountId)
    await account.unlock({ accountId, passphrase: 'a wrong guess' }).catch(() => {})
    await account.unlock({ accountId, passphrase })
    await payment.send({ accountId, to: address, amount: 1n, idempotencyKey: 'key-1' }).catch(() => {})
    const body = new TextEncoder().encode('for your eyes only')
    await message.send({ accountId, to: address, body }).catch(() => {})
    const viewKey = await account.viewKey({ accountId, passphrase })
    await node.mine()
    const log = node.logger.lines.join('\n')
    for (const secret of [
      passphrase,
      'a wrong guess',
      recoveryPhrase,
      viewKey,
      'key-1',
      'for your eyes only',
    ]) {
      assert.ok(!log.includes(secret))
    }
    assert.ok(!recoveryPhrase.split(' ').every((word) => log.includes(word)))
  })
})

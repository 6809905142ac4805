/** How parts of messages are joined, without any cryptography: also those a stranger sends. */
import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import type { Account } from '../../../src/node/wallet/account.ts'
import type { AccountBook } from '../../../src/node/wallet/account-book.ts'
import type { AccountDraft } from '../../../src/node/wallet/account-draft.ts'
import { loadAccount } from '../../../src/node/wallet/load-account.ts'
import { expirePartials, partOf, receivePart, sentState } from '../../../src/node/wallet/message-changes.ts'
import type { PaymentRecord } from '../../../src/node/wallet/records.ts'
import { addressBytes } from '../../../src/protocol/address.ts'
import { fromHex, utf8 } from '../../../src/protocol/bytes.ts'
import { subaddress } from '../../../src/protocol/keys.ts'
import { alice } from '../world.ts'
import { accountId, openAccountBook } from './account-book.ts'

const messageId = 'ab'.repeat(16)
const LIMIT = 3

async function openBook(t: TestContext) {
  const { events, ...opened } = await openAccountBook(t)
  const topics = async () =>
    (await events.read(0n, 100)).map(({ topic, event }) => `${topic} ${event.status}`)
  return { ...opened, topics }
}

let payments = 0

/** A part comes in with a payment of its own. */
function receive(
  draft: AccountDraft,
  part: { id?: string; app?: string; part: number; count: number; body: string; amount?: bigint },
  height = 1,
) {
  const { id = messageId, app = 'chat', count, body, amount = 0n } = part
  const message = { app, messageId: fromHex(id), part: part.part, count, body: utf8(body) }
  const payment: PaymentRecord = {
    paymentId: (++payments).toString(16).padStart(64, '0'),
    accountId,
    direction: 'in',
    status: 'final',
    amount,
    address: addressBytes(subaddress(alice, 0)),
    order: 0,
    anchor: new Uint8Array(16),
    message: partOf(id, message),
  }
  return receivePart(draft, { height, time: height * 1_000 }, payment, message, LIMIT)
}

async function state({ book, account }: { book: AccountBook; account: Account }, id = messageId) {
  return book.changeOne(account, async (draft) => ({
    message: await draft.message('in', id),
    body: await draft.body('in', id),
  }))
}

describe('parts that come in', () => {
  test('are joined in their order, whatever order they come in, also within one block', async (t) => {
    const world = await openBook(t)
    const { book, account, topics } = world
    await book.changeOne(account, async (draft) => {
      await receive(draft, { part: 2, count: 3, body: 'c', amount: 1n })
      await receive(draft, { part: 0, count: 3, body: 'a', amount: 2n })
    })
    assert.equal((await state(world)).message!.status, 'partial')
    await book.changeOne(account, (draft) => receive(draft, { part: 1, count: 3, body: 'b' }, 9))
    const { message, body } = await state(world)
    assert.deepEqual(body, utf8('abc'))
    assert.deepEqual(
      [message!.status, message!.amount, message!.height, account.partials.size],
      ['received', 3n, 9, 0],
    )
    assert.deepEqual(await topics(), [
      'message.status partial',
      'message.status received',
      'message.received received',
    ])
    assert.equal((await book.tables.parts.entries()).length, 0)
  })

  test('never replace one another, and a part of another kind is not joined', async (t) => {
    const world = await openBook(t)
    const { book, account } = world
    await book.changeOne(account, async (draft) => {
      await receive(draft, { part: 0, count: 2, body: 'true' })
      await receive(draft, { part: 0, count: 2, body: 'false' })
      await receive(draft, { part: 1, count: 3, body: 'other count' })
      await receive(draft, { part: 1, count: 2, app: 'mail', body: 'other app' })
      await receive(draft, { part: 1, count: 2, body: ' words' })
      await receive(draft, { part: 1, count: 2, body: ' lies' })
    })
    const { message, body } = await state(world)
    assert.deepEqual([message!.status, body], ['received', utf8('true words')])
    await book.changeOne(account, (draft) => receive(draft, { part: 0, count: 1, body: 'later' }))
    assert.deepEqual((await state(world)).body, utf8('true words'))
  })

  test('that nobody completes are given up when their payloads are gone, and remembered as lost', async (t) => {
    const world = await openBook(t)
    const { book, account, topics } = world
    await book.changeOne(account, (draft) => receive(draft, { part: 0, count: 2, body: 'a' }, 10))
    await book.changeOne(account, (draft) => expirePartials(draft, 110, 100))
    assert.equal((await state(world)).message!.status, 'partial')
    await book.changeOne(account, (draft) => expirePartials(draft, 111, 100))
    assert.equal((await state(world)).message!.status, 'lost')
    assert.equal((await book.tables.parts.entries()).length, 0)
    await book.changeOne(account, (draft) => receive(draft, { part: 1, count: 2, body: 'b' }, 112))
    assert.equal((await state(world)).message!.status, 'lost')
    assert.deepEqual(await topics(), ['message.status partial', 'message.status lost'])
  })

  test('are kept for so many messages and no more: one in progress is not given up for a new one', async (t) => {
    const world = await openBook(t)
    const { book, account, topics } = world
    const ids = ['01', '02', '03', '04'].map((byte) => byte.repeat(16))
    for (const [index, id] of ids.entries()) {
      await book.changeOne(account, (draft) => receive(draft, { id, part: 0, count: 2, body: 'a' }, index))
    }
    assert.deepEqual(await Promise.all(ids.map(async (id) => (await state(world, id)).message!.status)), [
      'partial',
      'partial',
      'partial',
      'lost',
    ])
    assert.equal(account.partials.size, LIMIT)
    assert.equal((await book.tables.parts.entries()).length, LIMIT)
    assert.deepEqual((await topics()).at(-1), 'message.status lost')
    const id = ids[0]!
    await book.changeOne(account, (draft) => receive(draft, { id, part: 1, count: 2, body: 'b' }, 9))
    assert.deepEqual((await state(world, id)).body, utf8('ab'))
  })

  test('are there again when the account is loaded anew', async (t) => {
    const world = await openBook(t)
    const { book, account, record } = world
    await book.changeOne(account, (draft) => receive(draft, { part: 0, count: 2, body: 'a' }, 10))
    const loaded = await loadAccount(book.tables, record, 0)
    assert.deepEqual([...loaded.partials.values()], [{ messageId, firstHeight: 10 }])
    assert.deepEqual(loaded.progress, account.progress)
  })
})

describe('a message that was sent', () => {
  test('stands where its parts stand', () => {
    const parts = (...states: PaymentRecord['status'][]) =>
      states.map((status) => ({ paymentId: '', status }))
    assert.equal(sentState(parts('created', 'broadcast')), 'created')
    assert.equal(sentState(parts('final', 'broadcast')), 'broadcast')
    assert.equal(sentState(parts('final', 'final')), 'final')
    assert.equal(sentState(parts('final', 'rejected', 'created')), 'rejected')
    assert.equal(sentState(parts('final', 'cancelled')), 'rejected')
    assert.equal(sentState([undefined, ...parts('final')]), 'broadcast')
  })
})

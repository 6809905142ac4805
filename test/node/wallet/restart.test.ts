/** What is accepted is carried out once, whenever the node is stopped or killed. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { createManualClock } from '../../../src/node/clock.ts'
import { NodeError } from '../../../src/node/errors.ts'
import { PART_LENGTH } from '../../../src/protocol/payload.ts'
import { temporaryDirectory } from '../support.ts'
import { START, sharedWorkers } from '../world.ts'
import {
  createWalletWorld,
  eventsOf,
  killedAtEachBatch,
  openWalletNode,
  type WalletNode,
  type WalletNodeOptions,
} from './wallet-node.ts'

const workers = sharedWorkers({ after })
const world = await createWalletWorld({ alice: [5_000_000n, 0n, 0n, 0n] })
const FEE = 10_000n
const page = { limit: 100 }

/** A network that takes nothing for now. */
const offline = () => ({ submit: () => Promise.reject(new NodeError('mempool_full', {})) })

async function finals(node: WalletNode) {
  const events = await eventsOf(node, 'payment.status')
  return events.filter(({ event }) => event.status === 'final').map(({ event }) => event.direction)
}

describe('a payment', () => {
  test('goes on where it was after a stop at each stage', async (t) => {
    const directory = await temporaryDirectory(t)
    const clock = createManualClock(START + 1_000)
    const open = (options = {}) => openWalletNode(t, world, workers, { directory, clock, ...options })

    // stored, and the network takes nothing
    const first = await open({ chain: offline })
    const alice = await first.account('alice', 'secret')
    const bob = await first.account('bob')
    const request = { accountId: alice.accountId, to: bob.address, amount: 70n, idempotencyKey: 'pay' }
    const sent = await first.wallet.payment.send(request)
    const { paymentId } = sent
    assert.equal((await first.wallet.payment.get({ paymentId })).status, 'created')
    await first.stop()

    // the account is locked, but what is signed leaves
    const second = await open()
    assert.equal((await second.wallet.account.get(alice.accountId)).locked, true)
    await second.settled(alice.accountId)
    await second.wallet.reached(0)
    assert.equal((await second.wallet.payment.get({ paymentId })).status, 'broadcast')
    assert.deepEqual(await second.wallet.payment.send(request), sent)
    await second.stop()

    // the pool has forgotten it, and it is handed in again; the block comes when the wallet is closed already
    const third = await open()
    await third.settled(alice.accountId)
    await third.wallet.reached(0)
    assert.equal(third.mempool.size, 1)
    await third.wallet.close()
    clock.advance(1_000)
    await third.consensus.mine(1)
    await third.close()

    const fourth = await open()
    await fourth.settled(alice.accountId)
    await fourth.settled(bob.accountId)
    assert.equal((await fourth.wallet.payment.get({ paymentId })).status, 'final')
    assert.equal((await fourth.wallet.account.balance(bob.accountId)).available, 70n)
    assert.deepEqual((await finals(fourth)).toSorted(), ['in', 'out'])
    assert.deepEqual(await fourth.wallet.payment.send(request), sent)
    await fourth.stop()

    const fifth = await open()
    await fifth.settled(bob.accountId)
    await fifth.mine()
    assert.equal((await fifth.wallet.account.balance(bob.accountId)).available, 70n)
    assert.deepEqual((await finals(fifth)).toSorted(), ['in', 'out'])
  })

  test('is made once, whichever batch is the last to reach the disk', async (t) => {
    const prepared = await temporaryDirectory(t)
    const open = (options: WalletNodeOptions) => openWalletNode(t, world, workers, options)
    const node = await open({ directory: prepared })
    const alice = await node.account('alice')
    const bob = await node.account('bob')
    await node.mine()
    await node.stop()
    const request = { accountId: alice.accountId, to: bob.address, amount: 70n, idempotencyKey: 'pay' }

    const live = async ({ settled, wallet, mine }: WalletNode) => {
      await settled(alice.accountId)
      await wallet.payment.send(request)
      await mine()
    }
    const check = async (again: WalletNode, when: string) => {
      await again.settled(alice.accountId)
      await again.settled(bob.accountId)
      await again.wallet.payment.send(request)
      await again.mine(2)
      const { account, payment } = again.wallet
      assert.equal((await account.balance(bob.accountId)).available, 70n, when)
      assert.equal((await account.balance(alice.accountId)).available, 5_000_000n - 70n - FEE)
      assert.equal((await payment.list({ accountId: alice.accountId, ...page })).items.length, 1)
      assert.equal((await account.history({ accountId: bob.accountId, ...page })).items.length, 1)
      assert.deepEqual((await finals(again)).toSorted(), ['in', 'out'])
    }
    assert.ok((await killedAtEachBatch(t, prepared, { open, live, check })) > 2)
  })
})

describe('a long message', () => {
  test('goes on after a restart, also when the account is locked by it', async (t) => {
    const directory = await temporaryDirectory(t)
    const clock = createManualClock(START + 1_000)
    const open = () => openWalletNode(t, world, workers, { directory, clock })
    const first = await open()
    const alice = await first.account('alice', 'secret')
    const bob = await first.account('bob')
    const body = Uint8Array.from({ length: 2 * PART_LENGTH + 5 }, (_, at) => at)
    const { messageId } = await first.wallet.message.send({
      accountId: alice.accountId,
      to: bob.address,
      body,
    })
    await first.built(alice.accountId)
    await first.mine()
    await first.stop()

    const second = await open()
    await second.settled(alice.accountId)
    await second.settled(bob.accountId)
    const { message, account } = second.wallet
    assert.equal((await account.get(alice.accountId)).locked, true)
    for (let blocks = 0; (await message.get({ messageId })).status !== 'final'; blocks++) {
      assert.ok(blocks < 20)
      await second.mine()
    }
    const [received] = (await message.list({ accountId: bob.accountId, ...page })).items
    assert.deepEqual(received!.body, body)
    assert.equal((await eventsOf(second, 'message.received')).length, 1)
    assert.equal((await account.balance(alice.accountId)).available, 5_000_000n - 3n * FEE)
  })

  test('of a locked account is finished after unlocking, when not all parts were made', async (t) => {
    const directory = await temporaryDirectory(t)
    const clock = createManualClock(START + 1_000)
    const first = await openWalletNode(t, world, workers, { directory, clock })
    const alice = await first.account('alice', 'secret')
    const bob = await first.account('bob')
    const body = new Uint8Array(3 * PART_LENGTH)
    const { messageId } = await first.wallet.message.send({
      accountId: alice.accountId,
      to: bob.address,
      body,
    })
    await first.wallet.account.lock(alice.accountId)
    await first.stop()

    const second = await openWalletNode(t, world, workers, { directory, clock })
    await second.settled(alice.accountId)
    await second.settled(bob.accountId)
    await second.mine(12)
    assert.equal((await second.wallet.message.get({ messageId })).status, 'created')
    await second.wallet.account.unlock({ accountId: alice.accountId, passphrase: 'secret' })
    await second.built(alice.accountId)
    await second.mine(20)
    assert.equal((await second.wallet.message.get({ messageId })).status, 'final')
  })
})

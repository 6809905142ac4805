/** The stake on a node: what its pool takes, what its blocks leave in the store, and what is there after a restart. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { after, before, describe, type TestContext, test } from 'node:test'
import { breath } from '../../src/node/breath.ts'
import { certifiedBlockAt } from '../../src/node/chain/certified-block.ts'
import type { Chain } from '../../src/node/chain/chain.ts'
import { createChainApi } from '../../src/node/chain/chain-api.ts'
import {
  awardOf,
  entriesAt,
  entriesOf,
  stakeEventsAt,
  validatorsAt,
} from '../../src/node/chain/find-stake.ts'
import { NodeError } from '../../src/node/errors.ts'
import type { NodeLimits } from '../../src/node/limits.ts'
import type { Admission, Dropped } from '../../src/node/mempool/mempool.ts'
import type { Channel } from '../../src/node/network/channel.ts'
import { NO_NETWORK } from '../../src/node/network/channel.ts'
import { encodeBatch } from '../../src/node/relay/batch.ts'
import { packState } from '../../src/node/workers/state.ts'
import { blockId, decodeBlock } from '../../src/protocol/block.ts'
import { NO_EXTRAS } from '../../src/protocol/block-extras.ts'
import { le32, toHex } from '../../src/protocol/bytes.ts'
import { makeCertificate, precommitMessage } from '../../src/protocol/certificate.ts'
import { voteMessage } from '../../src/protocol/consensus/messages.ts'
import { blsSign } from '../../src/protocol/crypto/bls.ts'
import { hash } from '../../src/protocol/crypto/hash.ts'
import { NOBODY_SILENT } from '../../src/protocol/stake/block.ts'
import { stakeHash } from '../../src/protocol/stake/encode.ts'
import type { Evidence } from '../../src/protocol/stake/evidence.ts'
import { findRecord } from '../../src/protocol/stake/state.ts'
import { assertSoundStake, owner, ownerSecret, validator, world } from './stake-world.ts'
import { temporaryDirectory } from './support.ts'
import { openTestNode, operation, operatorOf, payment, STAKED, sharedWorkers } from './world.ts'

const workers = sharedWorkers({ after })
const operator = operatorOf(world.keys[0]!)
type Made = Awaited<ReturnType<typeof operation>>
const deposit = (pair: number, amount = 1_000_000n, to = validator) =>
  operation(world, workers, [2 * pair, 2 * pair + 1], { type: 'deposit', validator: to, owner, amount })
const configure = (pair: number, commission: number, signer = operator) =>
  operation(
    world,
    workers,
    [2 * pair, 2 * pair + 1],
    { type: 'configure', validator, sequence: 0, commission },
    { signer },
  )
const depositId = ({ context }: Made) => hash('stake deposit', context, le32(0))

let [first, second, cheap, dear, foreign, lost, foreignNow] = [] as unknown as Made[] as [
  ...[Made, Made, Made, Made, Made, Made, Made],
]
before(async () => {
  ;[first, second, cheap, dear, foreign, lost, foreignNow] = await Promise.all([
    deposit(0),
    deposit(1),
    configure(2, 50),
    configure(3, 1_050),
    configure(4, 60, ownerSecret),
    deposit(5, 1_000_000n, hash('nobody')),
    operation(
      world,
      workers,
      [12, 13],
      { type: 'unbond_own', validator, sequence: 1, shares: 1_000n },
      { signer: ownerSecret },
    ),
  ])
})

async function open(t: TestContext, limits: Partial<NodeLimits> = {}, directory?: string) {
  const options = { limits, awardProver: false, ...(directory && { directory }) }
  const node = await openTestNode(t, world, workers, options)
  const dropped: Dropped[] = []
  const retried = Promise.withResolvers<void>()
  node.mempool.onDropped((one) => {
    dropped.push(one)
    retried.resolve()
  })
  return {
    ...node,
    dropped,
    retried: retried.promise,
    api: createChainApi(node.chain, node.mempool, node.relay),
  }
}

/** Milliseconds until a test that waits gives up. */
const PATIENCE = 60_000

async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + PATIENCE; !holds(); await breath())
    assert.ok(Date.now() < end, 'waited too long')
}

const codeOf = (admission: Admission) => (admission.accepted ? 'accepted' : admission.error.code)
const recordOf = ({ state }: Chain) => findRecord(state.stake.records, validator)!

describe('the pool', () => {
  test('takes an operation that the stake takes, and a block moves the money', async (t) => {
    const { chain, consensus, mempool, api } = await open(t)
    assert.equal(codeOf(await mempool.submit(first.bytes)), 'accepted')
    await consensus.mine(1)
    assert.equal(mempool.size, 0)
    assert.equal(recordOf(chain).stake, STAKED + 1_000_000n)
    const [entry] = await entriesOf(chain.tables, owner, { limit: 10 })
    assert.deepEqual(entry!.id, depositId(first))
    await assertSoundStake(chain)
    const told = await api.transaction({ transactionId: toHex(first.id), encoded: true })
    assert.deepEqual([told.fee, told.encoded, told.bytes], [first.fee, first.bytes, first.bytes.length])
    assert.equal(first.fee, 30_000n)
  })

  test('refuses what the stake refuses, and what is not signed by whoever may make it', async (t) => {
    const { mempool } = await open(t)
    // What nobody may make takes nobody's place.
    assert.equal(codeOf(await mempool.submit(foreign.bytes)), 'invalid_signature')
    assert.equal(codeOf(await mempool.submit(dear.bytes)), 'accepted')
    assert.equal(codeOf(await mempool.submit(lost.bytes)), 'unknown_stake')
    const early = await operation(
      world,
      workers,
      [20, 21],
      { type: 'resume', validator, sequence: 1 },
      { signer: operator },
    )
    assert.equal(codeOf(await mempool.submit(early.bytes)), 'stake_refused')
    const cut = first.bytes.slice(0, -1)
    assert.equal(codeOf(await mempool.submit(cut)), 'invalid_encoding')
    assert.equal(codeOf(await mempool.submit(first.bytes.with(0, 1))), 'invalid_encoding')
    assert.equal(mempool.size, 1)
  })

  test('takes so many operations at most, and other transactions beside them', async (t) => {
    const { mempool } = await open(t, { mempoolOperations: 1 })
    assert.equal(codeOf(await mempool.submit(first.bytes)), 'accepted')
    assert.equal(codeOf(await mempool.submit(second.bytes)), 'mempool_full')
    const plain = await payment(world, workers, [20, 21])
    assert.equal(codeOf(await mempool.submit(plain.bytes)), 'accepted')
    assert.deepEqual(mempool.candidates(10, 1e6, 0), [plain.bytes])
  })

  test('keeps the first of those of which only one can be in the chain, also of those checked side by side', async (t) => {
    const { chain, consensus, mempool, dropped } = await open(t)
    const rivals = [cheap, dear]
    const admissions = await Promise.all(rivals.map(({ bytes }) => mempool.submit(bytes)))
    assert.deepEqual(admissions.map(codeOf).toSorted(), ['accepted', 'stake_claimed'])
    const [taken, refused] = admissions[0]!.accepted ? rivals : rivals.toReversed()
    const again = await mempool.submit(refused!.bytes)
    assert.ok(!again.accepted && again.error instanceof NodeError)
    assert.deepEqual(
      [again.error.code, again.error.details],
      ['stake_claimed', { transactionId: toHex(taken!.id) }],
    )
    assert.equal(codeOf(await mempool.submit(taken!.bytes)), 'accepted')
    await mempool.submit(first.bytes)
    assert.equal(mempool.size, 2)
    await consensus.mine(1)
    assert.deepEqual([mempool.size, recordOf(chain).sequence, dropped], [0, 1, []])
    assert.equal(codeOf(await mempool.submit(refused!.bytes)), 'stake_refused')
    assert.equal(codeOf(await mempool.submit(taken!.bytes)), 'accepted')
    await assertSoundStake(chain)
  })

  test('takes an operation whose rival has left the pool', async (t) => {
    const { mempool } = await open(t)
    await mempool.submit(cheap.bytes)
    assert.equal(codeOf(await mempool.submit(dear.bytes)), 'stake_claimed')
    mempool.drop([cheap.bytes])
    assert.equal(codeOf(await mempool.submit(dear.bytes)), 'accepted')
  })

  test('loses what is settled by a block of others', async (t) => {
    const one = await open(t)
    const other = await open(t)
    await one.mempool.submit(cheap.bytes)
    await one.mempool.submit(first.bytes)
    await other.mempool.submit(dear.bytes)
    await other.consensus.mine(1)
    const { block, certificate } = (await certifiedBlockAt(other.chain.tables, 1))!
    await one.chain.commit(await one.chain.check(block), certificate)
    assert.deepEqual(one.dropped, [{ id: toHex(cheap.id), reason: 'conflict' }])
    assert.ok(one.mempool.get(toHex(first.id)))
  })
})

describe('a neighbour', () => {
  test('is not blamed for operations that the stake refuses by now, but for those that were never signed', async (t) => {
    let send: ((from: string, bytes: Uint8Array) => void) | undefined
    const transactions: Channel = {
      ...NO_NETWORK.transactions,
      onMessage: (listener) => {
        send = (from, bytes) => listener(from, encodeBatch([bytes]), () => {})
        return () => {}
      },
    }
    const network = { ...NO_NETWORK, transactions }
    const { mempool, reports, consensus, clock } = await openTestNode(t, world, workers, { network })
    await mempool.submit(dear.bytes)
    await consensus.mine(1)
    for (const { bytes } of [lost, cheap, first]) send!('somebody', bytes)
    await until(() => mempool.size > 0)
    assert.deepEqual(reports, [])
    send!('somebody', foreign.bytes)
    send!('another', foreignNow.bytes)
    await until(() => {
      clock.advance(100)
      return reports.length > 0
    })
    assert.deepEqual(reports, [
      'another: an invalid transaction: the operation is not signed by whoever may make it',
    ])
  })
})

describe('the store', () => {
  test('has sets, events and awards of the epochs that are over', async (t) => {
    const { chain, consensus, mempool } = await open(t)
    await mempool.submit(first.bytes)
    await consensus.mine(12)
    const { tables } = chain
    const [before] = await validatorsAt(tables, 12)
    assert.equal(before!.weight > STAKED, true)
    assert.deepEqual(await validatorsAt(tables, 13), chain.state.validators)
    assert.notDeepEqual(await validatorsAt(tables, 12), chain.state.validators)
    const events = await stakeEventsAt(tables, 12)
    assert.deepEqual(
      events.map(({ type }) => type),
      ['rewarded', 'award_frozen', 'epoch'],
    )
    assert.deepEqual(await stakeEventsAt(tables, 11), [])
    assert.equal(chain.state.stake.epoch.number, 3)
    assert.equal(await awardOf(tables, 1), undefined)
    await consensus.mine(12)
    assert.equal((await awardOf(tables, 1))!.outcome, 'expired')
    // Money answers for two epochs: older sets are not kept.
    const sets = await tables.validatorSets.entries()
    assert.ok(sets.length <= 3, `${sets.length} sets`)
    assert.deepEqual(await validatorsAt(tables, 25), chain.state.validators)
    await assertSoundStake(chain)
  })

  test('brings the stake back as it was', async (t) => {
    const directory = await temporaryDirectory(t)
    const node = await open(t, {}, directory)
    await node.mempool.submit(first.bytes)
    await node.consensus.mine(7)
    const { state } = node.chain
    await node.close()
    const { chain, consensus, mempool } = await open(t, {}, directory)
    assert.deepEqual(chain.state, state)
    assert.deepEqual(stakeHash(chain.state.stake), stakeHash(state.stake))
    const unbond = { type: 'unbond', deposit: depositId(first), shares: 1_000n } as const
    const out = await operation(world, workers, [2, 3], unbond, { signer: ownerSecret })
    assert.equal(codeOf(await mempool.submit(out.bytes)), 'accepted')
    await consensus.mine(1)
    const entries = await entriesOf(chain.tables, owner, { limit: 10 })
    assert.deepEqual(
      entries.map(({ kind }) => kind),
      ['deposit', 'unbonding'],
    )
    const [one, two] = entries
    assert.deepEqual(await entriesOf(chain.tables, owner, { limit: 10, after: one }), [two])
    assert.deepEqual(await entriesOf(chain.tables, owner, { limit: 1 }), [one])
    assert.deepEqual(await entriesAt(chain.tables, [{ kind: 'deposit', id: depositId(first) }]), [undefined])
    await assertSoundStake(chain)
  })

  test('serves a block whole: with operations, and what its leader added', async (t) => {
    const { chain } = await open(t)
    const { chainId } = chain.state
    const { secret } = world.keys[0]!
    const vote = (blockId: Uint8Array) => {
      const unsigned = { kind: 'prevote', height: 1, round: 0, blockId, validator: 0 } as const
      return { ...unsigned, signature: blsSign(secret, voteMessage(chainId, unsigned)) }
    }
    const evidence: Evidence = { type: 'votes', first: vote(hash('one')), second: vote(hash('another')) }
    const { block, leftOut } = await workers.run('assemble', {
      ...{ params: chain.params, state: packState(chain.state), transactions: [], round: 0, secret },
      extras: { ...NO_EXTRAS, evidence: [evidence] },
      view: { coins: new Uint8Array(0), ...(await chain.stakeFor([], [evidence])) },
      ...{ time: chain.state.time + 1, certificate: chain.certificate },
    })
    assert.deepEqual(leftOut, [])
    const id = blockId(decodeBlock(block, 10).header)
    const votes = new Map([[0, blsSign(secret, precommitMessage(chainId, 1, 0, id))]])
    const certificate = makeCertificate(NOBODY_SILENT, chain.state.validators, votes)
    const follower = await open(t)
    await chain.commit(await chain.check(block), certificate)
    const served = (await certifiedBlockAt(chain.tables, 1))!
    assert.deepEqual(served.block, block)
    await follower.chain.commit(await follower.chain.check(served.block), served.certificate)
    assert.deepEqual(follower.chain.state, chain.state)
    assert.equal(recordOf(follower.chain).status, 'frozen')
    assert.deepEqual(
      (await stakeEventsAt(follower.chain.tables, 1)).map(({ type }) => type),
      ['slashed', 'spoilt'],
    )
  })

  test('fits together however often its process is killed', async (t) => {
    const directory = await temporaryDirectory(t)
    const script = new URL('./deposit-until-killed.ts', import.meta.url).pathname
    let reached = 0
    for (const more of [1, 3, 2]) {
      const child = spawn(process.execPath, [script, directory], { stdio: ['ignore', 'pipe', 'inherit'] })
      t.after(() => child.kill('SIGKILL'))
      const until = reached + more
      for await (const line of createInterface(child.stdout)) {
        reached = Number(line)
        if (reached >= until) child.kill('SIGKILL')
      }
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    }
    const { chain } = await open(t, {}, directory)
    assert.ok(chain.height >= reached)
    assert.ok(recordOf(chain).stake > STAKED)
    await assertSoundStake(chain)
  })
})

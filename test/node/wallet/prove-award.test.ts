/** Posting the proof that ends an award's draw, from an account. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import type { AwardProgress } from '../../../src/node/award/award-prover.ts'
import { NodeError } from '../../../src/node/errors.ts'
import { delay } from '../../../src/node/workers/delay.ts'
import { toHex } from '../../../src/protocol/bytes.ts'
import { hash } from '../../../src/protocol/crypto/hash.ts'
import { delaySeed } from '../../../src/protocol/stake/award-draw.ts'
import { temporaryDirectory } from '../support.ts'
import { openTestNode, sharedWorkers } from '../world.ts'
import { COINS, params, stg } from './staking-world.ts'
import { createWalletWorld, openWalletOn, type WalletNode } from './wallet-node.ts'

const workers = sharedWorkers({ after })
const { stake } = params
const FREEZE = stake.awardPeriodEpochs * stake.epochBlocks

type Hooks = Parameters<typeof openWalletOn>[0]

/** A node that works out no delay by itself; what it would have worked out is what the test says. */
async function open(t: Hooks, progress?: () => AwardProgress | undefined): Promise<WalletNode> {
  const world = await createWalletWorld(COINS, 'proofs', { params })
  const directory = await temporaryDirectory(t)
  const node = await openTestNode(t, world, workers, { directory, awardProver: false })
  return openWalletOn(t, node, workers, { directory, prover: progress && { progressOf: progress } })
}

function proofOf({ chain }: WalletNode): Uint8Array {
  const draw = chain.state.stake.award.draw!
  const seed = delaySeed(chain.state.chainId, { ...draw, beacon: draw.beacon! })
  return delay({ seed, steps: stake.awardDelaySquarings })
}

const refusal = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof NodeError, String(error))
  return { code: error.code, ...error.details }
}

describe('the proof of a draw', () => {
  test('is what ends it, and nothing else is made a transaction of', async (t) => {
    const node = await open(t)
    const { accountId } = await node.account('ada')
    const post = (proof?: Uint8Array) =>
      node.wallet.stake.proveAward({ accountId, proof: proof && toHex(proof) })
    assert.deepEqual(await refusal(post()), { code: 'no_draw', state: 'open' })
    await node.mine(FREEZE)
    assert.deepEqual(await refusal(post()), { code: 'no_draw', state: 'frozen' })
    await node.mine(stake.awardFreezeDelay)
    const ready = { code: 'proof_not_ready', period: 1, proving: false, percent: undefined }
    assert.deepEqual(await refusal(post()), ready)
    const another = delay({ seed: hash('another seed'), steps: stake.awardDelaySquarings })
    for (const wrong of [new Uint8Array(512), another])
      assert.deepEqual(await refusal(post(wrong)), { code: 'invalid_award_proof', period: 1 })

    const sent = await post(proofOf(node))
    assert.deepEqual((await refusal(post(proofOf(node)))).code, 'stake_busy')
    const coming = await node.wallet.stake.get({ accountId, stakeId: sent.stakeId })
    assert.deepEqual([coming.type, coming.period, coming.status], ['bounty', 1, 'broadcast'])
    await node.mine()
    assert.equal(node.chain.state.stake.award.draw, undefined)
    const bounty = await node.wallet.stake.get({ accountId, stakeId: sent.stakeId })
    assert.deepEqual([bounty.status, bounty.leaving[0]!.amount], ['withdrawable', sent.amount])
    const { items } = await node.wallet.account.history({ accountId, limit: 100 })
    assert.deepEqual([items.at(-1)!.type, items.at(-1)!.operation], ['operated', 'award'])
  })

  test('is the one that the node has worked out, when it has', async (t) => {
    let progress: AwardProgress | undefined = { type: 'working', percent: 41 }
    const node = await open(t, () => progress)
    const { accountId } = await node.account('ada')
    await node.mine(FREEZE + stake.awardFreezeDelay)
    const post = () => node.wallet.stake.proveAward({ accountId })
    const ready = { code: 'proof_not_ready', period: 1, proving: true, percent: 41 }
    assert.deepEqual(await refusal(post()), ready)
    progress = { type: 'proven', proof: proofOf(node) }
    const { amount } = await post()
    await node.mine()
    assert.equal(node.chain.state.stake.award.draw, undefined)
    assert.ok(amount > 0n && amount <= stg(1n))
  })

  test('of who comes second is refused, and costs nothing', async (t) => {
    const node = await open(t)
    const [ada, bob] = [await node.account('ada'), await node.account('bob')]
    await node.mine(FREEZE + stake.awardFreezeDelay)
    const proof = toHex(proofOf(node))
    const before = (await node.wallet.account.balance(bob.accountId)).available
    const first = await node.wallet.stake.proveAward({ accountId: ada.accountId, proof })
    const second = await node.wallet.stake.proveAward({ accountId: bob.accountId, proof })
    await node.mine(2)
    const won = await node.wallet.stake.get({ accountId: ada.accountId, stakeId: first.stakeId })
    const lost = await node.wallet.stake.get({ accountId: bob.accountId, stakeId: second.stakeId })
    assert.equal(won.status, 'withdrawable')
    assert.deepEqual([lost.status, lost.refused?.operation], ['rejected', 'award'])
    assert.equal((await node.wallet.account.balance(bob.accountId)).available, before)
  })
})

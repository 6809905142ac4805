/** What of an epoch's pay is whose: of two accounts that hold all of a validator's pool. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createStakeApi } from '../../../src/node/stake/create-stake-api.ts'
import { toHex } from '../../../src/protocol/bytes.ts'
import { sharedWorkers } from '../world.ts'
import { COINS, endEpoch, params, stg } from './staking-world.ts'
import { createWalletWorld, openWalletNode } from './wallet-node.ts'

const workers = sharedWorkers({ after })
const world = await createWalletWorld(COINS, 'earned', { params, operator: 'bob' })
const validatorKey = toHex(world.keys[0]!.publicKey)

const isNear = (one: bigint, other: bigint) => one - other <= 3n && other - one <= 3n

test('what an epoch paid is told apart by whose it was', async (t) => {
  const node = await openWalletNode(t, world, workers, { validatorKey: world.keys[0]! })
  const { wallet, chain } = node
  const api = createStakeApi(chain, node.keys, wallet)
  const ada = (await node.account('ada')).accountId
  const bob = (await node.account('bob')).accountId
  const paid = async (accountId?: string) =>
    new Map((await api.rewards({ accountId, limit: 100 })).items.map((item) => [item.epoch, item]))
  const worth = async (stakeId: string) => (await wallet.stake.get({ accountId: ada, stakeId })).amount

  await endEpoch(node)
  const { stakeId } = await wallet.stake.deposit({ accountId: ada, amount: stg(4_000n), validatorKey })
  await endEpoch(node)
  const first = await worth(stakeId)
  await endEpoch(node)
  const second = await worth(stakeId)
  await wallet.stake.withdraw({ accountId: ada, stakeId, amount: stg(3_000n) })
  await endEpoch(node)
  const third = await worth(stakeId)
  await endEpoch(node)
  const fourth = await worth(stakeId)
  // what left first is released now, and withdrawn by itself
  await node.mine(2)
  await wallet.stake.withdraw({ accountId: ada, stakeId })
  for (let epochs = 0; epochs < 4; epochs++) await endEpoch(node)
  assert.equal((await wallet.stake.get({ accountId: ada, stakeId })).status, 'withdrawn')

  const [hers, his, all] = [await paid(ada), await paid(bob), await paid()]
  const earned = (epoch: number) => hers.get(epoch)?.earned
  assert.equal(earned(2), 0n, 'a deposit counts from the next epoch on')
  assert.ok(isNear(earned(3)!, second - first) && earned(3)! > stg(10n), `${earned(3)} of ${second - first}`)
  assert.ok(earned(4)! < earned(3)! / 2n, 'what leaves in an epoch earns nothing in it')
  assert.ok(isNear(earned(5)!, fourth - third) && earned(5)! > 0n)
  assert.equal(earned(6), 0n)
  for (const epoch of [1, 3, 5, 7]) {
    const { reward, fees, commission } = all.get(epoch)!
    const both = (earned(epoch) ?? 0n) + his.get(epoch)!.earned!
    assert.ok(isNear(both, reward + fees), `epoch ${epoch}: ${both} of ${reward + fees}`)
    assert.ok(his.get(epoch)!.earned! >= commission)
  }
  assert.equal(all.get(3)!.earned, undefined, 'nobody in particular asked')
  await node.stop()
})

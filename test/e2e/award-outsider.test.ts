/** Anybody ends a draw: no validator works out the delay, a node that only follows does, and gets the bounty for it. */
import assert from 'node:assert/strict'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { createAdjustableClock } from '../../src/node/clock.ts'
import { Pace } from '../../src/node/consensus/pace.ts'
import { prepareDevnet } from '../../src/node/devnet.ts'
import { NodeError } from '../../src/node/errors.ts'
import { GENESIS_FILE } from '../../src/node/genesis/genesis-file.ts'
import { silentLogger as logger } from '../../src/node/logger.ts'
import { MemoryNetwork } from '../../src/node/network/memory-network.ts'
import { createNode, type NodeOptions, type StegosNode } from '../../src/node/node.ts'
import { STAKE_PARAMS } from '../../src/protocol/stake/params.ts'
import { temporaryDirectory } from '../support/node-process.ts'

const { awardPeriodEpochs, epochBlocks, awardFreezeDelay } = STAKE_PARAMS.dev
const PERIOD = awardPeriodEpochs * epochBlocks
/** STG that the outsider begins with, in base units. */
const FUNDS = 10_000_000n

const turn = () => new Promise((resolve) => setTimeout(resolve, 25))

async function openNetwork() {
  const directories = [temporaryDirectory(), temporaryDirectory()] as const
  await prepareDevnet(directories, { logger })
  const outside = temporaryDirectory()
  await copyFile(join(directories[0], GENESIS_FILE), join(outside, GENESIS_FILE))
  const clock = createAdjustableClock()
  const network = new MemoryNetwork(clock, { stem: false })
  const pace = new Pace()
  const open = (dataDirectory: string, options: Partial<NodeOptions>): StegosNode => {
    const peers = network.join(dataDirectory)
    const node = createNode(
      { dataDirectory, network: 'dev', version: '0.0.0', ...options },
      { logger, clock, pace, peers },
    )
    after(() => node.close())
    return node
  }
  const validators = directories.map((directory) => open(directory, { awardProver: false }))
  const outsider = open(outside, { follower: true, awardProver: true })
  await Promise.all([...validators, outsider].map(({ ready }) => ready))
  return { validators: validators as [StegosNode, StegosNode], outsider }
}

/** Makes blocks until something is there. */
async function mineUntil<T>(validator: StegosNode, look: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 200; tries++) {
    const found = await look()
    if (found !== undefined) return found
    await turn()
    await validator.dev!.mine({ blocks: 1 })
  }
  throw new Error('it does not come about')
}

test('an outsider works out the delay that no validator does, posts the proof and gets the bounty', async () => {
  const { validators, outsider } = await openNetwork()
  const [validator] = validators
  const { accountId, address } = await outsider.account.create({})
  await validator.dev!.faucet({ address, amount: FUNDS })
  const balance = async () => (await outsider.account.balance(accountId)).available
  await mineUntil(validator, async () => ((await balance()) === FUNDS ? true : undefined))
  const early = await outsider.stake.proveAward({ accountId }).catch((error) => error)
  assert.ok(early instanceof NodeError && early.code === 'no_draw')

  await validator.dev!.mine({ blocks: PERIOD + awardFreezeDelay - validator.status().height })
  await mineUntil(validator, async () =>
    (await outsider.stake.award()).nextDraw.state === 'seeded' ? true : undefined,
  )
  const idle = await validator.stake
    .proveAward({ accountId: (await validator.account.create({})).accountId })
    .catch((error) => error)
  assert.ok(idle instanceof NodeError && idle.code === 'proof_not_ready')
  assert.deepEqual(idle.details, { period: 1, proving: false, percent: undefined })

  const sent = await mineUntil(validator, () =>
    outsider.stake.proveAward({ accountId, idempotencyKey: 'award-1' }).catch((error) => {
      assert.ok(error instanceof NodeError && error.code === 'proof_not_ready', String(error))
      return undefined
    }),
  )
  assert.equal(sent.operation, 'award')
  const again = await outsider.stake.proveAward({ accountId, idempotencyKey: 'award-1' })
  assert.equal(again.transactionId, sent.transactionId, 'asked twice with one key it is posted once')
  const bounty = await mineUntil(validator, async () => {
    const stake = await outsider.stake.get({ accountId, stakeId: sent.stakeId })
    return stake.status === 'withdrawable' ? stake : undefined
  })
  assert.deepEqual([bounty.type, bounty.period, bounty.leaving[0]!.amount], ['bounty', 1, sent.amount])
  const { items } = await validators[1].stake.awards({ period: 1, limit: 1 })
  assert.deepEqual([items[0]!.outcome, items[0]!.bounty], ['paid', sent.amount])
  assert.equal(await balance(), FUNDS - sent.fee)

  const taking = await outsider.stake.withdraw({ accountId, stakeId: sent.stakeId })
  await mineUntil(validator, async () =>
    (await balance()) === FUNDS - sent.fee - taking.fee + sent.amount ? true : undefined,
  )
})

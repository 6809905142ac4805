/** What a claim of silence costs whoever needs nobody honest for it: two of five, who say that the other three are silent. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import fc from 'fast-check'
import { assembleBlock } from '../../src/protocol/assemble-block.ts'
import type { Block } from '../../src/protocol/block.ts'
import { blockId } from '../../src/protocol/block.ts'
import { NO_EXTRAS } from '../../src/protocol/block-extras.ts'
import { equalBytes } from '../../src/protocol/bytes.ts'
import {
  checkCertificate,
  makeCertificate,
  precommitMessage,
  silenceOf,
} from '../../src/protocol/certificate.ts'
import { blsSign } from '../../src/protocol/crypto/bls.ts'
import { applyBlock, decidedBy } from '../../src/protocol/ledger.ts'
import { withBits } from '../../src/protocol/stake/bitmap.ts'
import { NO_CLAIM, voteTarget } from '../../src/protocol/stake/leak.ts'
import { STAKE_PARAMS } from '../../src/protocol/stake/params.ts'
import { checkSilenceTime, claimableFrom } from '../../src/protocol/stake/silence-time.ts'
import { followHeaders, trailOf } from '../../src/protocol/trail.ts'
import { leaderOf } from '../../src/protocol/validators.ts'
import { ChainWorld, keyOf, keySecretOf } from './chain-world.ts'

const { main } = STAKE_PARAMS
const claim = Uint8Array.of(1)
const from = (round: number) => claimableFrom({ claim, round }, 0, main)

describe('the time a claim takes', () => {
  test('is half of the shortest rounds since the leak began', () => {
    const hours = [30, 90, 4_320, 17_280].map((round) => from(round) / 3_600_000)
    assert.deepEqual(
      hours.map((one) => one.toFixed(1)),
      ['0.0', '0.2', '11.9', '47.9'],
    )
  })

  test('never falls with the round, and is never more than an honest clock turned at full speed has seen', () => {
    const round = fc.integer({ min: 0, max: 2 ** 31 - 1 })
    fc.assert(
      fc.property(round, round, (one, other) => {
        assert.ok(from(Math.min(one, other)) <= from(Math.max(one, other)))
        assert.ok(from(one) <= (one * main.silentRound) / 2)
      }),
    )
  })

  test('is none where nobody is claimed', () => {
    assert.ok(claimableFrom({ claim: NO_CLAIM, round: 17_280 }, 1, main) < 0)
  })
})

describe('a certificate of two of five, under a claim that the others are silent', () => {
  const names = ['a', 'b', 'c', 'd', 'e']
  const dishonest = ['a', 'b']
  const world = new ChainWorld(names, { coins: 2 })
  const { stake } = world.params
  const round = stake.leak.at(-1)!.round
  /** Headers of blocks 0, 1 and, by its time, 2. */
  let began: number
  let second: (time: number) => Block

  before(() => {
    began = world.state.time
    world.block()
    const { chainId, height, blockId: id } = world.state
    const set = decidedBy(world.state, world.params)
    const signers = dishonest.map((name) =>
      set.findIndex(({ publicKey }) => equalBytes(publicKey, keyOf(name))),
    )
    const silence = {
      round,
      claim: withBits(
        set.length,
        [...set.keys()].filter((at) => !signers.includes(at)),
      ),
    }
    const message = precommitMessage(chainId, height, round, voteTarget(id, silence.claim))
    const votes = signers.map((at, index) => [at, blsSign(keySecretOf(dishonest[index]!), message)] as const)
    const certificate = makeCertificate(silence, set, new Map(votes))
    const { publicKey } = leaderOf(world.state.validators, world.state.beacon, height + 1, 0)
    const secret = keySecretOf(names.find((name) => equalBytes(keyOf(name), publicKey))!)
    second = (time) =>
      assembleBlock(world.state, {
        ...{ ...NO_EXTRAS, transactions: [], view: world.view, params: world.params },
        ...{ time, round: 0, certificate, secret },
      })
  })

  const apply = (block: Block) => applyBlock(world.state, block, world.view, world.params, undefined)

  test('holds, so nothing but time can be asked of it', () => {
    const { chainId, height, blockId: id } = world.state
    const { certificate } = second(began + 2_000).header
    checkCertificate(certificate, decidedBy(world.state, world.params), chainId, height, id, stake)
  })

  test('stands in no block before so much time has passed since the block before the one that it certifies', () => {
    const due = began + ((round - stake.leak[0]!.round) * stake.silentRound) / 2
    assert.throws(() => apply(second(due - 1)), { code: 'invalid_certificate', message: /lasted so long/ })
    const { state } = apply(second(due))
    assert.equal(state.previousTime, world.state.time)
    assert.deepEqual(state.blockId, blockId(second(due).header))
  })

  test('a light client tells it from two headers', () => {
    const check = ({ header }: Block) =>
      checkSilenceTime(silenceOf(header.certificate), header.time, began, stake)
    assert.throws(() => check(second(world.state.time + 1_000)), { code: 'invalid_certificate' })
    check(second(began + round * stake.silentRound))
  })

  test('whoever follows headers does not go on with it', () => {
    const { header } = second(world.state.time + 1_000)
    const run = { headers: [header], certificate: world.certificate, epochProofs: [] }
    const refused = { code: 'invalid_certificate', message: /lasted so long/ }
    assert.throws(() => followHeaders(trailOf(world.state), run, world.params), refused)
  })
})

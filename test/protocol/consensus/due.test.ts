/** When messages with a claim of silence begin to count. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDue } from '../../../src/protocol/consensus/due.ts'
import { NO_CLAIM } from '../../../src/protocol/stake/leak.ts'
import { STAKE_PARAMS } from '../../../src/protocol/stake/params.ts'
import { claimableFrom } from '../../../src/protocol/stake/silence-time.ts'

const { dev } = STAKE_PARAMS
const BEGAN = 1_000_000
const claim = Uint8Array.of(4)
const due = (round: number) => claimableFrom({ claim, round }, BEGAN, dev)

const proposal = (claims: object) => ({
  type: 'proposal' as const,
  proposal: { round: 20, claim: NO_CLAIM, validRound: -1, validClaim: NO_CLAIM, ...claims },
})
const certified = (round: number, said: Uint8Array) => ({
  type: 'certified' as const,
  certificate: { round, claim: said, bitmap: Uint8Array.of(3), signature: new Uint8Array(96) },
})

test('a proposal counts from the millisecond on in which its claim may', () => {
  const message = proposal({ claim })
  assert.ok(!isDue(message, BEGAN, due(20) - 1, dev))
  assert.ok(isDue(message, BEGAN, due(20), dev))
})

test('a block that is proposed again keeps its time: what counts is the round of each claim, not that of the block', () => {
  const again = proposal({ validRound: 12, validClaim: claim })
  assert.ok(!isDue(again, BEGAN, due(12) - 1, dev))
  assert.ok(isDue(again, BEGAN, due(12), dev))
  assert.ok(!isDue(proposal({ claim, validRound: 12, validClaim: claim }), BEGAN, due(12), dev))
})

test('a final block under a claim counts as late as its votes do', () => {
  assert.ok(!isDue(certified(40, claim), BEGAN, due(40) - 1, dev))
  assert.ok(isDue(certified(40, claim), BEGAN, due(40), dev))
})

test('without a claim everything counts, also where the clock is wrong by years', () => {
  for (const message of [proposal({}), certified(40, NO_CLAIM)]) assert.ok(isDue(message, BEGAN, 0, dev))
})

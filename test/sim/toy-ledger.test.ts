/** The ledger of simulated worlds takes what it builds, and refuses what breaks one of its rules. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { InvalidBlock } from './app.ts'
import { chanceOf } from './chance.ts'
import { standInSignatures } from './signer.ts'
import { toyLedger } from './toy-ledger.ts'

const validators = standInSignatures(4, 1).publicKeys.map((publicKey) => ({ publicKey, weight: 1n }))
const ledger = toyLedger(validators, 1)
const { genesis } = ledger
const place = { round: 2, leader: genesis.leader(2), time: 5 }
const NOW = 5

test('a block it builds is valid and keeps the supply', () => {
  const chance = chanceOf(1, 'test')
  let state = genesis
  for (let height = 1; height < 50; height++) {
    const here = { round: 0, leader: state.leader(0), time: state.time + 1 }
    const block = ledger.build(state, here, chance.next)
    assert.equal(ledger.round(block), 0)
    state = ledger.apply(state, block, state.time + 1)
    assert.equal(state.height, height)
    assert.equal(ledger.supply(state), ledger.supply(genesis))
  }
})

test('an invalid block is refused, whatever is wrong with it', () => {
  const chance = chanceOf(2, 'test')
  for (let i = 0; i < 200; i++) {
    const block = ledger.buildInvalid(genesis, place, chance.next)
    // One kind is at the limit: valid for a clock that is right, invalid for one that is slow. One names another round.
    if (ledger.round(block) !== place.round) continue
    assert.throws(() => ledger.apply(genesis, block, NOW - 1), InvalidBlock)
  }
})

/** The ledger of simulated worlds takes what it builds, and refuses what breaks one of its rules. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Certificate } from '../../src/protocol/certificate.ts'
import { NO_CLAIM } from '../../src/protocol/stake/leak.ts'
import { STAKE_PARAMS } from '../../src/protocol/stake/params.ts'
import { InvalidBlock } from './app.ts'
import { chanceOf } from './chance.ts'
import { standInSignatures } from './signer.ts'
import { toyLedger } from './toy-ledger.ts'

const validators = standInSignatures(4, 1).publicKeys.map((publicKey) => ({ publicKey, weight: 100n }))
const isFinal = (certificate: Certificate) => certificate.signature[0] === 1
const ledger = toyLedger({ ...STAKE_PARAMS.dev, validators, isFinal }, 1)
const { genesis } = ledger
const known = { votes: [], evidence: [] }
const place = { round: 2, leader: genesis.leader(2), time: 5, certificate: undefined, known }
const NOW = 5
const proof: Certificate = {
  round: 15,
  claim: NO_CLAIM,
  bitmap: Uint8Array.of(7),
  signature: new Uint8Array(96).fill(1),
}

test('a block it builds is valid and keeps the supply', () => {
  const chance = chanceOf(1, 'test')
  let state = genesis
  for (let height = 1; height < 50; height++) {
    const here = {
      round: 0,
      leader: state.leader(0),
      time: state.time + 1,
      certificate: height > 1 ? proof : undefined,
      known,
    }
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

test('a block takes the leak of the certificate that it carries, and its voters have been weighed by it', () => {
  const chance = chanceOf(3, 'test')
  /** When ten rounds may have gone by since the leak began. */
  const due = 5_000
  const build = (state: typeof genesis, certificate: Certificate | undefined, time: number) =>
    ledger.build(state, { round: 0, leader: state.leader(0), time, certificate, known }, chance.next)
  const first = ledger.apply(genesis, build(genesis, undefined, 1))
  const claimed = { ...proof, claim: Uint8Array.of(2) }
  const weights = (set: typeof validators) => set.map(({ weight }) => weight)
  const second = ledger.apply(first, build(first, claimed, due))
  assert.deepEqual(weights([...second.validators]), [100n, 75n, 100n, 100n])
  assert.deepEqual(ledger.voters(first, claimed), second.validators)
  const forged = { ...claimed, signature: new Uint8Array(96) }
  assert.throws(() => ledger.apply(first, build(first, forged, due)), InvalidBlock)
  assert.throws(() => ledger.apply(first, build(first, claimed, due - 1)), InvalidBlock)
})

/** Makes chains fast: blocks with the certificates of all validators, or of those that are awake, without a network. */
import assert from 'node:assert/strict'
import type { Chain } from '../../../src/node/chain/chain.ts'
import { operationOf, readInputs } from '../../../src/node/chain/transaction-layout.ts'
import type { ValidatorKey } from '../../../src/node/consensus/validator-keys.ts'
import { packCoins } from '../../../src/node/workers/coins.ts'
import type { NodeWorkers } from '../../../src/node/workers/node-workers.ts'
import { packState } from '../../../src/node/workers/state.ts'
import { blockId, readHeader } from '../../../src/protocol/block.ts'
import { type BlockExtras, NO_EXTRAS } from '../../../src/protocol/block-extras.ts'
import { equalBytes } from '../../../src/protocol/bytes.ts'
import {
  type Certificate,
  makeCertificate,
  precommitMessage,
  silenceOf,
} from '../../../src/protocol/certificate.ts'
import { Reader } from '../../../src/protocol/codec.ts'
import { blsSign } from '../../../src/protocol/crypto/bls.ts'
import { withBits } from '../../../src/protocol/stake/bitmap.ts'
import { NO_CLAIM, voteTarget } from '../../../src/protocol/stake/leak.ts'
import { claimableFrom } from '../../../src/protocol/stake/silence-time.ts'
import { leaderOf, type ValidatorSet } from '../../../src/protocol/validators.ts'

export type MakerOptions = {
  readonly transactions?: readonly Uint8Array[]
  readonly extras?: BlockExtras
  /** Positions in the set of those who say nothing, and the round in which the others go on without them. */
  readonly silent?: { readonly positions: readonly number[]; readonly round: number } | undefined
}

/** Adds one block to the chain. @param keys of all who may be in the set */
export async function makeBlock(
  chain: Chain,
  workers: NodeWorkers,
  keys: readonly ValidatorKey[],
  { transactions = [], extras = NO_EXTRAS, silent }: MakerOptions = {},
): Promise<void> {
  const { state, params, certificate } = chain
  const { validators, chainId, beacon } = state
  const height = state.height + 1
  const keyOf = (publicKey: Uint8Array) => keys.find((key) => equalBytes(key.publicKey, publicKey))!
  const { secret } = keyOf(leaderOf(validators, beacon, height, 0).publicKey)
  const operations = transactions.flatMap((one) => operationOf(one) ?? [])
  const coins = packCoins(await chain.coins(transactions.flatMap(readInputs)))
  const view = { coins, ...(await chain.stakeFor(operations, extras.evidence)) }
  const claimable = claimableFrom(silenceOf(certificate), state.previousTime, params.stake)
  const { block, leftOut } = await workers.run('assemble', {
    ...{ params, state: packState(state), transactions, extras, view },
    ...{ time: Math.max(state.time + params.blockInterval, claimable), round: 0, certificate, secret },
  })
  assert.deepEqual(leftOut, [])
  const id = blockId(readHeader(new Reader(block)))
  const made = certify(chainId, height, id, validators, keyOf, silent)
  await chain.commit(await chain.check(block), made)
}

/** What those who are awake sign. */
export function certify(
  chainId: Uint8Array,
  height: number,
  id: Uint8Array,
  validators: ValidatorSet,
  keyOf: (publicKey: Uint8Array) => ValidatorKey,
  silent: MakerOptions['silent'],
): Certificate {
  const claim = silent ? withBits(validators.length, silent.positions) : NO_CLAIM
  const round = silent?.round ?? 0
  const message = precommitMessage(chainId, height, round, voteTarget(id, claim))
  const awake = validators.flatMap((one, index) =>
    silent?.positions.includes(index) ? [] : [{ one, index }],
  )
  const votes = new Map(
    awake.map(({ one, index }) => [index, blsSign(keyOf(one.publicKey).secret, message)] as const),
  )
  return makeCertificate({ claim, round }, validators, votes)
}

/** Blocks that break a rule of the chain of stake, of as many kinds as there are rules. */
import { utf8 } from '../../src/protocol/bytes.ts'
import { hash } from '../../src/protocol/crypto/hash.ts'
import { bitsOf, withBits } from '../../src/protocol/stake/bitmap.ts'
import { NO_CLAIM } from '../../src/protocol/stake/leak.ts'
import type { StakeParams } from '../../src/protocol/stake/params.ts'
import { encodeStakeBlock, type StakeBlock, type StakeTransaction } from './stake-block.ts'
import { ownerKey, type StakeLedgerState } from './stake-state.ts'

type Spoil = (block: StakeBlock) => StakeBlock

export function spoilBlock(
  block: StakeBlock,
  parent: StakeLedgerState,
  draw: () => number,
  params: StakeParams,
): Uint8Array {
  const spoils: Spoil[] = [
    (block) => ({ ...block, height: block.height + 1 }),
    (block) => ({ ...block, previous: hash('simulated genesis', utf8('another')) }),
    (block) => ({ ...block, time: parent.time }),
    (block) => ({ ...block, time: block.time + 40_000 }),
    (block) => ({ ...block, leader: (block.leader + 1) % Math.max(2, parent.keys.length) }),
    (block) => ({ ...block, round: block.round + 1 }),
    (block) => ({ ...block, certificate: { ...block.certificate, bitmap: Uint8Array.of(1) } }),
    withoutOne,
    (block) => ({ ...block, certificate: { ...block.certificate, round: block.certificate.round + 1 } }),
    (block) => slander(block, parent),
    (block) => ({ ...block, late: [strangeVotes(block, parent)] }),
    (block) => ({ ...block, late: [...block.late, ...block.late, ...again(block, parent)] }),
    // What was counted in the certificate, or in a block before, once more.
    (block) => ({ ...block, late: again(block, parent) }),
    (block) => ({ ...block, late: again(block, parent) }),
    (block) => ({ ...block, evidence: [harmless(block)] }),
    (block) => ({ ...block, transactions: [theft(parent)] }),
    (block) => ({ ...block, transactions: [fortune(parent, params)] }),
    (block) => ({ ...block, transactions: new Array(30).fill(fortune(parent, params)) }),
  ]
  const at = Math.floor(draw() * (spoils.length + 1))
  return at < spoils.length ? encodeStakeBlock(spoils[at]!(block)) : utf8('no block')
}

/** A signer is left out of the bitmap, not of the signature. */
function withoutOne(block: StakeBlock): StakeBlock {
  const { bitmap } = block.certificate
  const rest = withBits(bitmap.length * 8, bitsOf(bitmap).slice(1))
  return { ...block, certificate: { ...block.certificate, bitmap: rest } }
}

/** Everybody but its leader has been silent for ever. */
function slander(block: StakeBlock, { certifiers }: StakeLedgerState): StakeBlock {
  const others = [...certifiers.keys()].filter((position) => position !== block.leader)
  const claim = withBits(certifiers.length, others)
  return { ...block, certificate: { ...block.certificate, claim, round: 1_000_000 } }
}

function strangeVotes({ height }: StakeBlock, { keys }: StakeLedgerState): StakeBlock['late'][number] {
  const bitmap = withBits(keys.length, keys.keys())
  const nothing = { round: 0, forBlock: true, claim: NO_CLAIM }
  return { height: height - 1, ...nothing, bitmap, signature: new Uint8Array(96) }
}

/** The certificate as late votes: all of it was counted. */
function again({ height, certificate, late }: StakeBlock, { stake }: StakeLedgerState): StakeBlock['late'] {
  const { round, claim, bitmap, signature } = certificate
  const older = late.filter(({ height: one }) => one < height - 1)
  if (height === 1 || stake.epoch.members.length === 0) return older
  return [...older, { height: height - 1, round, forBlock: true, claim, bitmap, signature }]
}

function harmless({ height }: StakeBlock): StakeBlock['evidence'][number] {
  const vote = (blockId: Uint8Array) => {
    const signature = new Uint8Array(96)
    return { kind: 'precommit', height: height - 1, round: 0, validator: 0, blockId, signature } as const
  }
  return { type: 'votes', first: vote(new Uint8Array(32)), second: vote(new Uint8Array(32).fill(1)) }
}

/** Somebody else's stake is taken out. */
function theft({ stake, coins }: StakeLedgerState): StakeTransaction {
  const { id, sequence, ownShares } = stake.records[0]!
  const operation = {
    type: 'unbond_own',
    ...{ validator: id, sequence, shares: ownShares / 10n },
    signature: new Uint8Array(64),
  } as const
  return { account: coins.length - 1, fee: 0n, operation }
}

/** More than anybody has. */
function fortune({ stake, coins }: StakeLedgerState, { minStake }: StakeParams): StakeTransaction {
  const account = coins.length - 1
  const validator = stake.records[0]!.id
  const amount = minStake * 1_000_000_000n
  return { account, fee: 0n, operation: { type: 'deposit', validator, owner: ownerKey(account), amount } }
}

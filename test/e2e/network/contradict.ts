/** A validator signs two votes, and a stranger who has seen them tells one follower. The chain punishes it, at every node. */
import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock } from '../../../src/node/clock.ts'
import { maxMessageLength } from '../../../src/node/consensus/message-length.ts'
import { encodeWire } from '../../../src/node/consensus/wire.ts'
import { silentLogger } from '../../../src/node/logger.ts'
import { openNetwork } from '../../../src/node/network/libp2p/open-network.ts'
import { toHex } from '../../../src/protocol/bytes.ts'
import { type Evidence, type Vote, voteMessage } from '../../../src/protocol/consensus/messages.ts'
import { blsSign } from '../../../src/protocol/crypto/bls.ts'
import { hash } from '../../../src/protocol/crypto/hash.ts'
import { systemRandom } from '../../../src/protocol/crypto/random.ts'
import { NETWORKS } from '../../../src/protocol/network.ts'
import { eventually } from '../../support/validators/checks.ts'
import type { Member, Rehearsed } from './open-network.ts'

/** Milliseconds between two times that the stranger says it: nobody answers for the first to be heard. */
const SAID_AGAIN = 500

export async function contradict(network: Rehearsed): Promise<void> {
  const { chainId, directory, members, validators } = network
  const culprit = validators.at(-1)!
  const validatorKey = toHex(culprit.key!.publicKey)
  const told = members.find(({ role }) => role === 'archive') ?? validators[0]!
  const evidence = await contradictionOf(culprit, chainId, told)
  const stranger = await openNetwork(
    { persistent: [told.address], freeLocal: true },
    {
      chainId,
      directory: mkdtempSync(join(directory, 'stranger-')),
      maxConsensus: maxMessageLength(NETWORKS.dev),
      validator: false,
      clock: systemClock,
      random: systemRandom,
      logger: silentLogger,
    },
  )
  try {
    await eventually('a neighbour of the stranger', async () => stranger.connections.length > 0)
    const saying = new AbortController()
    const said = (async () => {
      while (!saying.signal.aborted) {
        stranger.consensus.broadcast(encodeWire({ type: 'evidence', evidence }))
        await sleep(SAID_AGAIN)
      }
    })()
    try {
      for (const { name, client } of members)
        await eventually(`${name} to know that ${culprit.name} is punished`, async () => {
          const { status } = await client.stake.validator({ validatorKey })
          return status === 'frozen'
        })
    } finally {
      saying.abort()
      await said
    }
    for (const { name, client } of members) {
      const { items } = await client.stake.slashings({})
      const { validatorId } = await client.stake.validator({ validatorKey })
      const slashed = items.filter((one) => one.type === 'slashed' && one.validatorId === validatorId)
      assert.equal(slashed.length, 1, `${name} knows of one punishment`)
      assert.ok(BigInt(slashed[0]!.burnt) > 0n)
    }
  } finally {
    await stranger.close()
  }
}

/** Two signed prevotes about the last height, one for a block that never was and one for none. */
async function contradictionOf(
  { key, name }: Member,
  chainId: Uint8Array,
  { client }: Member,
): Promise<Evidence> {
  const { members, height } = await client.stake.epoch()
  const validator = members.findIndex(({ validatorKey }) => validatorKey === toHex(key!.publicKey))
  assert.ok(validator >= 0, `${name} is in the set`)
  const signed = (blockId: Uint8Array | undefined): Vote => {
    // A round that there never was: its own votes are not told twice.
    const vote = { kind: 'prevote' as const, height, round: 1_000, blockId, validator }
    return { ...vote, signature: blsSign(key!.secret, voteMessage(chainId, vote)) }
  }
  return { type: 'votes', first: signed(hash('test block')), second: signed(undefined) }
}

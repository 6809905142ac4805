/**
 * Somebody sends votes with false signatures, and ends the connection before they are verified: under one name, which is refused
 * in the end though it was never there when it was found out, and under names that it uses once.
 */
import type { Connection } from '@libp2p/interface'
import { frameOf } from '../../../../src/node/network/libp2p/frames.ts'
import { encodeMessage, voteMessage } from '../../../../src/protocol/consensus/messages.ts'
import { blsKeyFromSeed, blsSign } from '../../../../src/protocol/crypto/bls.ts'
import { hash } from '../../../../src/protocol/crypto/hash.ts'
import { systemRandom } from '../../../../src/protocol/crypto/random.ts'
import type { Attacker } from '../../../node/network/libp2p/attacker.ts'
import { type Attack, type Siege, untilRefused } from './attack.ts'

/** Names that are used once. */
const NAMES = 8

export const sendAndHangUp: Attack = async (siege) => {
  const once = async () => {
    const attacker = await siege.open()
    const connection = await attacker.connect({ addresses: [siege.victim.address] })
    await sendAndEnd(siege, attacker, connection)
  }
  const again = async () => {
    const attacker = await siege.open()
    await untilRefused(siege, attacker, (connection) => sendAndEnd(siege, attacker, connection))
  }
  await Promise.all([again(), ...Array.from({ length: NAMES }, once)])
}

async function sendAndEnd(siege: Siege, attacker: Attacker, connection: Connection): Promise<void> {
  const stream = await attacker.open(connection, siege.names.direct('consensus'))
  stream.send(frameOf(await falseVote(siege)))
  await connection.close()
}

/** Of the first validator about the next block, so that it has to be verified. */
async function falseVote({ chainId, victim }: Siege): Promise<Uint8Array> {
  const { height } = await victim.client.chain.status()
  const vote = {
    kind: 'prevote' as const,
    height: height + 1,
    round: 0,
    blockId: hash('test block', systemRandom(8)),
    validator: 0,
  }
  const secret = blsKeyFromSeed(systemRandom(32))
  const signature = blsSign(secret, voteMessage(chainId, vote))
  return encodeMessage({ type: 'vote', vote: { ...vote, signature } })
}

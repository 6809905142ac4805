/** Many send packets of gossip that say nothing, each as many as a node may send messages. Each is banned. */
import { setTimeout as sleep } from 'node:timers/promises'
import { emptyPackets } from '../../../node/network/libp2p/attacker.ts'
import { type Attack, untilRefused } from './attack.ts'

const STRANGERS = 8
/** In each tenth of a second. */
const PACKETS = emptyPackets(100)
const TENTH = 100

export const emptyGossip: Attack = async (siege) => {
  const attackers = await Promise.all(Array.from({ length: STRANGERS }, siege.open))
  await Promise.all(
    attackers.map((attacker) =>
      untilRefused(siege, attacker, async (connection) => {
        const stream = await attacker.open(connection, '/meshsub/1.2.0')
        while (connection.status === 'open' && stream.status === 'open') {
          stream.send(PACKETS)
          await sleep(TENTH)
        }
      }),
    ),
  )
}

/** Strangers who speak the protocols of a node, and what they have to find out: that they are not listened to any more. */
import type { ProtocolNames } from '../../../../src/node/network/libp2p/protocol-names.ts'
import type { Attacker } from '../../../node/network/libp2p/attacker.ts'
import { eventually } from '../../../support/validators/checks.ts'
import type { Member } from '../open-network.ts'

export type Siege = {
  readonly chainId: Uint8Array
  readonly names: ProtocolNames
  readonly victim: Member
  /** One more stranger, with a name of its own. */
  open(): Promise<Attacker>
}

/** Resolves when the victim has dealt with it as it should. */
export type Attack = (siege: Siege) => Promise<void>

/** Resolves when a stranger gets no connection with the victim any more; meanwhile it does again what it came for. */
export async function untilRefused(
  { victim }: Siege,
  attacker: Attacker,
  act: (connection: Awaited<ReturnType<Attacker['connect']>>) => Promise<void>,
): Promise<void> {
  await eventually(`${victim.name} to refuse a stranger`, async () => {
    let connection: Awaited<ReturnType<Attacker['connect']>>
    try {
      connection = await attacker.connect({ addresses: [victim.address] })
    } catch {
      return true
    }
    // It may be cut off in the middle of it.
    await act(connection).catch(() => {})
    return false
  })
}

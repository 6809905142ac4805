/**
 * Somebody who says hello, claims a height that nobody has, lets every question wait, and comes back under another name before
 * anybody has lost patience.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { frameOf } from '../../../../src/node/network/libp2p/frames.ts'
import { protocolNames, SUBJECTS } from '../../../../src/node/network/libp2p/protocol-names.ts'
import { encodeMessage } from '../../../../src/protocol/consensus/messages.ts'
import { openAttacker } from '../../../node/network/libp2p/attacker.ts'

export type Target = { readonly address: string }

export type Boasting = {
  /** Resolves when the target has been told for the first time. */
  readonly begun: Promise<void>
  /** Resolves when nothing of it is left, after the signal was aborted. */
  readonly ended: Promise<void>
}

const CLAIMED = 1_000_000
/** Milliseconds under one name. */
const STAYS = 5_000

/** @param host the address it connects from */
export function boast(target: Target, chainId: Uint8Array, host: string, signal: AbortSignal): Boasting {
  const begun = Promise.withResolvers<void>()
  const again = async () => {
    while (!signal.aborted) await boastOnce(target, chainId, host, begun.resolve, signal)
  }
  const ended = again().catch((error) => {
    begun.reject(error)
    throw error
  })
  // Whoever waits for the end is told of it.
  ended.catch(() => {})
  return { begun: begun.promise, ended }
}

async function boastOnce(
  { address }: Target,
  chainId: Uint8Array,
  host: string,
  told: () => void,
  signal: AbortSignal,
): Promise<void> {
  const names = protocolNames(chainId)
  const ends: (() => unknown)[] = []
  const attacker = await openAttacker({ after: (end) => ends.push(end) }, host, chainId)
  try {
    const { libp2p } = attacker
    for (const subject of SUBJECTS) await libp2p.handle(names.ask(subject), () => {})
    await libp2p.handle(names.direct('consensus'), () => {})
    const connection = await attacker.connect({ addresses: [address] })
    const stream = await attacker.open(connection, names.direct('consensus'))
    stream.send(frameOf(encodeMessage({ type: 'status', height: CLAIMED, round: 0 })))
    told()
    await sleep(STAYS, undefined, { signal })
  } catch {
    // Cut off, or not let in for a while: under the next name perhaps.
    await sleep(STAYS / 10, undefined, { signal }).catch(() => {})
  } finally {
    for (const end of ends) await end()
  }
}

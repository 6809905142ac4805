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
    let leave: () => Promise<void> = async () => {}
    while (!signal.aborted) {
      const next = await claim(target, chainId, host)
      // Somebody claims it at any moment.
      await leave()
      leave = next.leave
      if (next.isTold) begun.resolve()
      // Who was not let in tries again soon.
      await sleep(next.isTold ? STAYS : STAYS / 10, undefined, { signal }).catch(() => {})
    }
    await leave()
  }
  const ended = again()
  // Whoever waits for the end is told of it.
  ended.catch(begun.reject)
  return { begun: begun.promise, ended }
}

/** Under a new name. */
async function claim({ address }: Target, chainId: Uint8Array, host: string) {
  const names = protocolNames(chainId)
  const ends: (() => unknown)[] = []
  const leave = async () => {
    for (const end of ends) await end()
  }
  const attacker = await openAttacker({ after: (end) => ends.push(end) }, host, chainId)
  const { libp2p } = attacker
  for (const subject of SUBJECTS) await libp2p.handle(names.ask(subject), () => {})
  await libp2p.handle(names.direct('consensus'), () => {})
  try {
    const connection = await attacker.connect({ addresses: [address] })
    const stream = await attacker.open(connection, names.direct('consensus'))
    stream.send(frameOf(encodeMessage({ type: 'status', height: CLAIMED, round: 0 })))
    return { leave, isTold: true }
  } catch {
    return { leave, isTold: false }
  }
}

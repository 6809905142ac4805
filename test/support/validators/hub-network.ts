/** A validator's end of the hub. */
import { createConnection } from 'node:net'
import {
  type Channel,
  type Listener,
  NO_NETWORK,
  type NodeNetwork,
} from '../../../src/node/network/channel.ts'
import { readFrames, writeFrame } from './frames.ts'

/** Resolves when it is connected, and knows who else is. What is sent to somebody who is not is lost. */
export async function connectToHub(path: string, self: number): Promise<NodeNetwork> {
  const listeners = { consensus: new Set<Listener>(), transactions: new Set<Listener>() }
  let others: readonly number[] = []
  const since = new Map<number, number>()
  const socket = createConnection(path)
  const joined = Promise.withResolvers<void>()
  socket.on('error', joined.reject)
  socket.on('close', () => joined.reject(new Error('the hub has closed')))
  readFrames(socket, ({ kind, peer, content }) => {
    if (kind === 'peers') {
      others = [...content]
      for (const other of others) if (!since.has(other)) since.set(other, Date.now())
      joined.resolve()
    } else if (kind !== 'hello')
      for (const listener of listeners[kind]) listener(nameOf(peer), content, () => {})
  })
  writeFrame(socket, { kind: 'hello', peer: self, content: new Uint8Array() })
  await joined.promise
  const channel = (kind: 'consensus' | 'transactions'): Channel => {
    const send = (peer: string, bytes: Uint8Array) => {
      writeFrame(socket, { kind, peer: Number(peer.slice(PREFIX.length)), content: bytes })
    }
    return {
      get peers() {
        return others.map(nameOf)
      },
      broadcast: (bytes) => {
        for (const other of others) send(nameOf(other), bytes)
      },
      send,
      onMessage: (listener) => {
        listeners[kind].add(listener)
        return () => listeners[kind].delete(listener)
      },
    }
  }
  return {
    ...NO_NETWORK,
    get connections() {
      return others.map((peer) => ({
        peerId: nameOf(peer),
        address: `hub:${peer}`,
        direction: peer < self ? ('outbound' as const) : ('inbound' as const),
        connectedAt: since.get(peer)!,
      }))
    },
    consensus: channel('consensus'),
    transactions: channel('transactions'),
  }
}

const PREFIX = 'node-'

function nameOf(peer: number): string {
  return `${PREFIX}${peer}`
}

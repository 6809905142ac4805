/** Somebody who speaks libp2p and nothing else of ours, or says what no node says. */
import { gossipsub } from '@libp2p/gossipsub'
import { identify } from '@libp2p/identify'
import type { Connection, MessageStream, Stream } from '@libp2p/interface'
import { noise } from '@libp2p/noise'
import { tcp } from '@libp2p/tcp'
import { yamux } from '@libp2p/yamux'
import { multiaddr } from '@multiformats/multiaddr'
import { createLibp2p } from 'libp2p'
import { systemClock } from '../../../../src/node/clock.ts'
import { FrameReader, frameOf } from '../../../../src/node/network/libp2p/frames.ts'
import { protocolNames } from '../../../../src/node/network/libp2p/protocol-names.ts'
import { concat } from '../../../../src/protocol/bytes.ts'
import type { Hooks } from '../../support.ts'
import { CHAIN, type Host } from './hosts.ts'

export const NAMES = protocolNames(CHAIN)

export type Attacker = {
  readonly libp2p: Awaited<ReturnType<typeof openLibp2p>>
  /** Connects, and says hello unless told not to. */
  connect(host: Pick<Host, 'addresses'>, greets?: boolean): Promise<Connection>
  open(connection: Connection, protocol: string): Promise<Stream>
}

function openLibp2p(from: string, chainId: Uint8Array) {
  // Node's own sockets take localAddress, though libp2p does not say so.
  const dialOpts = { localAddress: from } as object
  return createLibp2p({
    transports: [tcp({ dialOpts })],
    connectionEncrypters: [noise({ prologueBytes: chainId })],
    streamMuxers: [yamux()],
    connectionMonitor: { enabled: false },
    connectionManager: { reconnectRetries: 0 },
    services: {
      identify: identify({ protocolPrefix: protocolNames(chainId).prefix }),
      gossip: gossipsub({ globalSignaturePolicy: 'StrictNoSign', fallbackToFloodsub: false }),
    },
  })
}

/** @param from the address it connects from */
export async function openAttacker(t: Hooks, from = '127.0.0.1', chainId = CHAIN): Promise<Attacker> {
  const libp2p = await openLibp2p(from, chainId)
  t.after(() => libp2p.stop())
  const open = (connection: Connection, protocol: string) => connection.newStream(protocol)
  return {
    libp2p,
    open,
    connect: async (host, greets = true) => {
      const connection = await libp2p.dial(multiaddr(host.addresses[0]!))
      if (!greets) return connection
      const stream = await open(connection, protocolNames(chainId).hello)
      const answered = Promise.withResolvers<void>()
      const reader = new FrameReader(100)
      stream.addEventListener('message', ({ data }) => {
        for (const _ of reader.push(data.subarray())) answered.resolve()
      })
      stream.addEventListener('close', () => answered.reject(new Error('no hello came back')))
      stream.send(frameOf(hello(chainId)))
      await answered.promise
      return connection
    },
  }
}

/** The connection below Yamux, to which anything can be written. */
export type Raw = Pick<MessageStream, 'send' | 'pause' | 'resume' | 'status' | 'writeBufferLength'>

export function rawOf(connection: Connection): Raw {
  const { muxer } = connection as unknown as { readonly muxer: { readonly maConn: Raw } }
  return muxer.maConn
}

/** A frame of Yamux without data. */
export function yamuxFrame(type: number, flags: number, stream: number, length: number): Uint8Array {
  const frame = new Uint8Array(12)
  const view = new DataView(frame.buffer)
  view.setUint8(1, type)
  view.setUint16(2, flags)
  view.setUint32(4, stream)
  view.setUint32(8, length)
  return frame
}

/** Sends that many frames of Yamux, as fast as they are taken, until all are sent or the connection is over. */
export async function sendFrames(
  raw: Raw,
  count: number,
  frameOf: (index: number) => readonly Uint8Array[],
): Promise<void> {
  const AT_ONCE = 1_000
  for (let at = 0; at < count && raw.status === 'open'; at += AT_ONCE) {
    const frames = Array.from({ length: AT_ONCE }, (_, index) => frameOf(at + index)).flat()
    raw.send(concat(...frames))
    while (raw.status === 'open' && raw.writeBufferLength > 1 << 20) await systemClock.sleep(1)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** So many packets of gossip that say nothing: one field that nobody knows. */
export function emptyPackets(count: number): Uint8Array {
  const packet = Uint8Array.of(2, 0x78, 0)
  return concat(...Array.from({ length: count }, () => packet))
}

export function hello(chainId = CHAIN): Uint8Array {
  return concat(Uint8Array.of(1), chainId, Uint8Array.of(0))
}

/**
 * What connects the validators of a test: a Unix-domain socket that everybody's messages go through, so that each of them
 * can be a process of its own and be killed. It hears all that is said, and tells who contradicts himself.
 */
import { createServer, type Server, type Socket } from 'node:net'
import { decodeWire, type WireMessage } from '../../../src/node/consensus/wire.ts'
import { toHex } from '../../../src/protocol/bytes.ts'
import { NETWORKS } from '../../../src/protocol/network.ts'
import { type Kind, readFrames, writeFrame } from './frames.ts'

export type Hub = {
  readonly path: string
  /** What validators said that contradicts what they said before, even before they were killed. */
  readonly contradictions: readonly string[]
  /** Called with each message of consensus that a peer sends. Returns what ends it. */
  onSaid(listener: (peer: number, message: WireMessage) => void): () => void
  close(): Promise<void>
}

/** Bytes that wait for one peer: what comes on top of them is lost, as it may be on any network. */
const ROOM = 1 << 26
/** Heights whose votes are remembered, the newest. */
const REMEMBERED = 64

export async function openHub(path: string): Promise<Hub> {
  const sockets = new Map<number, Socket>()
  const open = new Set<Socket>()
  const listeners = new Set<(peer: number, message: WireMessage) => void>()
  const book = new Book()

  const tellPeers = () => {
    for (const [peer, socket] of sockets) {
      const others = Uint8Array.from([...sockets.keys()].filter((other) => other !== peer))
      writeFrame(socket, { kind: 'peers', peer, content: others })
    }
  }
  const pass = (from: number, to: number, kind: Kind, content: Uint8Array) => {
    if (kind === 'consensus') {
      const message = decodeWire(content, NETWORKS.dev)
      book.enter(message)
      for (const listener of [...listeners]) listener(from, message)
    }
    const socket = sockets.get(to)
    if (socket) writeFrame(socket, { kind, peer: from, content }, ROOM)
  }
  const server: Server = createServer((socket) => {
    let self: number | undefined
    open.add(socket)
    // A process that is killed leaves its connection like that.
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      open.delete(socket)
      if (self === undefined || sockets.get(self) !== socket) return
      sockets.delete(self)
      tellPeers()
    })
    readFrames(socket, ({ kind, peer, content }) => {
      if (kind === 'hello') {
        self = peer
        sockets.set(peer, socket)
        tellPeers()
      } else if (self !== undefined && (kind === 'consensus' || kind === 'transactions'))
        pass(self, peer, kind, content)
    })
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve))
  return {
    path,
    contradictions: book.contradictions,
    onSaid: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      for (const socket of open) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** Who said what, of the newest heights. It outlives the processes, so it knows what they may have forgotten. */
class Book {
  readonly contradictions: string[] = []
  readonly #said = new Map<number, Map<string, string>>()

  enter(message: WireMessage): void {
    if (message.type !== 'vote' && !('proposal' in message)) return
    const kind = message.type === 'vote' ? message.vote.kind : 'proposal'
    const { height, round, validator, blockId } = message.type === 'vote' ? message.vote : message.proposal
    const page = this.#said.get(height) ?? new Map<string, string>()
    this.#said.set(height, page)
    this.#said.delete(height - REMEMBERED)
    const key = `${kind} of ${validator} in round ${round}`
    const name = blockId ? toHex(blockId) : 'none'
    const before = page.get(key) ?? name
    if (before !== name) this.contradictions.push(`${key} of height ${height}: ${before}, then ${name}`)
    page.set(key, before)
  }
}

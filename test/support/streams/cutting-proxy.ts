/**
 * A TCP proxy between a client and a node under which no connection lives long: it breaks after so many bytes, often inside a frame or a
 * handshake, or falls silent without a word, as one that a router has forgotten.
 */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { SeededRandom } from '../seeded-random.ts'

export type CuttingProxy = {
  readonly url: string
  /** Connections it has broken, and of those the ones that only fell silent. */
  cuts(): number
  silences(): number
  /** From now on connections live. */
  relent(): void
  close(): Promise<void>
}

export type CuttingOptions = {
  /** Address of the node, `http://…`. */
  readonly target: string
  /** Bytes that a connection carries on the average. */
  readonly lifetime: number
  /** Says where each connection breaks, and how. */
  readonly random: SeededRandom
}

/** Share of the connections that break while they are being made. */
const STILLBORN = 0.15
/** Bytes of a handshake, about. */
const HANDSHAKE = 300
/** Share of the connections that fall silent instead of being closed. */
const SILENT = 0.05

export async function startCuttingProxy({ target, lifetime, random }: CuttingOptions): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target)
  const open = new Set<Socket>()
  let cuts = 0
  let silences = 0
  let relenting = false

  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    let left = random.next() < STILLBORN ? random.below(HANDSHAKE) : random.below(2 * lifetime)
    const silent = random.next() < SILENT
    const rude = random.next() < 0.5
    const pair = [near, far]
    const end = () => {
      for (const socket of pair) {
        open.delete(socket)
        socket.destroy()
      }
    }
    const cut = () => {
      cuts += 1
      if (silent) {
        silences += 1
        // What either side says is taken, and goes nowhere.
        for (const socket of pair) socket.removeAllListeners('data').resume()
      } else if (rude) {
        for (const socket of pair) socket.resetAndDestroy()
      } else end()
    }
    const carry = (from: Socket, to: Socket) =>
      from.on('data', (data) => {
        const living = relenting || data.length < left
        const part = living ? data : data.subarray(0, left)
        left -= part.length
        // A side that does not read holds up the other one, and nothing piles up here.
        if (!to.write(part)) {
          from.pause()
          to.once('drain', () => from.resume())
        }
        if (!living) cut()
      })
    for (const socket of pair) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', end)
    }
    carry(near, far)
    carry(far, near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts: () => cuts,
    silences: () => silences,
    relent: () => {
      relenting = true
    },
    async close() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

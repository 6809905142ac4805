/**
 * The wire from one node to another: a TCP proxy that can be slow, lose segments, or carry nothing. A segment that is lost comes
 * later, as TCP sends it again; and nothing overtakes it.
 */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { SeededRandom } from '../../support/seeded-random.ts'
import { FAIR, type Weather } from './terrain.ts'

export type Wire = {
  /** Where it begins. */
  readonly port: number
  set(weather: Weather): void
  /** Breaks the connections that go over it. */
  reset(): void
  close(): Promise<void>
}

/** Milliseconds after which TCP sends again. */
const SENT_AGAIN = 200
/** Bytes on their way in one direction, at most; then who sends waits. */
const MOST_UNDER_WAY = 1 << 20

/** @param target port of the node at its end */
export async function openWire(target: number, random: SeededRandom): Promise<Wire> {
  let weather: Weather = FAIR
  const lines = new Set<{ flow(): void }>()
  const open = new Set<Socket>()

  /** Carries what comes from one to the other, in order. */
  const line = (from: Socket, to: Socket) => {
    const waiting: { readonly bytes: Buffer; readonly due: number }[] = []
    let size = 0
    let ended = false
    let timer: NodeJS.Timeout | undefined
    const flow = () => {
      clearTimeout(timer)
      if (weather.cut || to.destroyed) return
      while (waiting.length > 0) {
        const { bytes, due } = waiting[0]!
        const left = due - performance.now()
        if (left > 0) {
          timer = setTimeout(flow, left)
          return
        }
        waiting.shift()
        size -= bytes.length
        if (!to.write(bytes)) {
          to.once('drain', flow)
          break
        }
      }
      if (size < MOST_UNDER_WAY) from.resume()
      if (ended && waiting.length === 0) to.end()
    }
    from.on('data', (bytes: Buffer) => {
      const lost = random.next() < weather.loss ? SENT_AGAIN : 0
      const due = Math.max(waiting.at(-1)?.due ?? 0, performance.now() + weather.delay + lost)
      waiting.push({ bytes, due })
      size += bytes.length
      if (size >= MOST_UNDER_WAY) from.pause()
      flow()
    })
    from.on('end', () => {
      ended = true
      flow()
    })
    const own = { flow }
    lines.add(own)
    to.on('close', () => {
      clearTimeout(timer)
      lines.delete(own)
    })
  }

  const server = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect({ port: target, host: '127.0.0.1', allowHalfOpen: true })
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket)
      socket.setNoDelay(true)
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
      line(socket, other)
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const reset = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    set: (next) => {
      weather = next
      for (const { flow } of [...lines]) flow()
    },
    reset,
    async close() {
      server.close()
      reset()
      await once(server, 'close')
    },
  }
}

/** A WebSocket as a load needs it: RFC 6455 with nothing in the way, so that what is measured is the server. */
import { request } from 'node:http'
import type { Socket } from 'node:net'

const TEXT = 0x81
const PING = 0x9
const PONG = 0x8a
/** Bytes of a length field of 16 bits, and the mark for it. */
const LONG = 126

export type Frames = {
  /** Sends one or more frames. */
  readonly send: (frames: Uint8Array) => void
  readonly close: () => void
}

/** Opens `/ws` of a server; `onText` gets each text. Pings are answered. */
export async function openFrames(
  url: string,
  headers: Readonly<Record<string, string>>,
  onText: (text: Buffer) => void,
): Promise<Frames> {
  const asked = request(url, {
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': Buffer.alloc(16).toString('base64'),
      ...headers,
    },
  })
  const { promise, resolve, reject } = Promise.withResolvers<[Socket, Buffer]>()
  asked.on('upgrade', (_response, socket, head) => resolve([socket as Socket, head]))
  asked.on('response', ({ statusCode }) => reject(new Error(`${url} answers ${statusCode}`)))
  asked.on('error', reject)
  asked.end()
  const [socket, head] = await promise
  let rest: Buffer = Buffer.alloc(0)
  const take = (chunk: Buffer) => {
    let left = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    for (;;) {
      const frame = firstFrame(left)
      if (!frame) break
      if (frame.code === PING) socket.write(maskedFrame(PONG, frame.payload))
      else onText(frame.payload)
      left = left.subarray(frame.bytes)
    }
    rest = left
  }
  socket.setNoDelay(true)
  socket.on('data', take)
  socket.on('error', () => {})
  if (head.length > 0) take(head)
  return { send: (frames) => socket.write(frames), close: () => socket.destroy() }
}

/** A text as a client's frame. */
export function textFrame(text: string): Buffer {
  return maskedFrame(TEXT, Buffer.from(text))
}

/** Masked with zeros, which changes no byte of it. */
function maskedFrame(head: number, payload: Uint8Array): Buffer {
  if (payload.length >= 2 ** 16) throw new RangeError('a load sends short frames')
  const length =
    payload.length < LONG
      ? [0x80 | payload.length]
      : [0x80 | LONG, payload.length >> 8, payload.length & 0xff]
  return Buffer.concat([Buffer.from([head, ...length, 0, 0, 0, 0]), payload])
}

/** The first frame of a server's bytes, when all of it is there. */
function firstFrame(bytes: Buffer) {
  if (bytes.length < 2) return undefined
  const short = bytes[1]!
  if (short > LONG) throw new RangeError('a frame is longer than a load reads')
  const head = short === LONG ? 4 : 2
  if (bytes.length < head) return undefined
  const end = head + (short === LONG ? bytes.readUInt16BE(2) : short)
  if (bytes.length < end) return undefined
  return { code: bytes[0]! & 0x0f, payload: bytes.subarray(head, end), bytes: end }
}

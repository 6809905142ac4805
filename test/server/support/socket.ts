/** A WebSocket whose messages a test can wait for, one after the other. */
import { once } from 'node:events'
import type { TestContext } from 'node:test'
import { WebSocket } from 'ws'
import type { RpcAnswer } from './start-server.ts'

// biome-ignore lint/suspicious/noExplicitAny: a test looks into frames of every shape
export type Frame = any

export type TestSocket = {
  readonly socket: WebSocket
  send(message: unknown): void
  /** The next frame, or the one that comes next. */
  next(): Promise<Frame>
  /** Frames that are there now, without waiting. */
  waiting(): number
  /** Calls, and gives the answer; events that come before it stay for `next`. */
  rpc(method: string, params?: unknown): Promise<RpcAnswer>
}

export async function openSocket(
  context: TestContext,
  url: string,
  token: string | undefined,
  protocols: readonly string[] = [],
): Promise<TestSocket> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const socket = new WebSocket(`${url.replace('http', 'ws')}/ws`, [...protocols], { headers })
  context.after(() => socket.terminate())
  const frames: Frame[] = []
  const readers: ((frame: Frame) => void)[] = []
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data))
    const reader = readers.shift()
    if (reader) reader(frame)
    else frames.push(frame)
  })
  await once(socket, 'open')
  const next = () => {
    const frame = frames.shift()
    return frame === undefined
      ? new Promise<Frame>((resolve) => readers.push(resolve))
      : Promise.resolve(frame)
  }
  let lastId = 0
  const send = (message: unknown) =>
    socket.send(typeof message === 'string' ? message : JSON.stringify(message))
  return {
    socket,
    send,
    next,
    waiting: () => frames.length,
    rpc: async (method, params) => {
      const id = ++lastId
      send({ jsonrpc: '2.0', id, method, params })
      const passed: Frame[] = []
      for (;;) {
        const frame = await next()
        if (frame.id === id) {
          frames.unshift(...passed)
          return frame
        }
        passed.push(frame)
      }
    },
  }
}

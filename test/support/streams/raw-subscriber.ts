/** A WebSocket that follows blocks, and nothing of an SDK around it. */
import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { NodeProcess } from '../node-process.ts'

export type RawEvent = {
  readonly subscription: string
  readonly cursor: string
  readonly topic: string
  readonly event: { readonly height: number; readonly reason?: string; readonly cursor?: string }
}

export async function openSocket(url: string, token: string): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/ws`, {
    headers: { authorization: `Bearer ${token}` },
  })
  await once(socket, 'open')
  return socket
}

/** Follows what comes from now on; resolves when the node has said that it will tell. */
export async function openSubscriber(
  { url, token }: NodeProcess,
  onEvent: (event: RawEvent) => void,
): Promise<WebSocket> {
  const socket = await openSocket(url, token)
  const { promise: answered, resolve, reject } = Promise.withResolvers<void>()
  socket.on('message', (data) => {
    const { error, method, params } = JSON.parse(String(data))
    if (method === 'event') onEvent(params)
    else if (error) reject(new Error(JSON.stringify(error)))
    else resolve()
  })
  const params = { topics: ['chain.block'] }
  socket.send(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'subscribe', params }))
  await answered
  return socket
}

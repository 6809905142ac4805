/** Loads one WebSocket on loopback: so many calls in flight, for a bounded time. */
import { openFrames, textFrame } from './frames.ts'

/** Answers a second to one call that is repeated over one connection. */
export async function callsPerSecond(
  url: string,
  request: { headers?: Record<string, string>; body: string },
  { inFlight, milliseconds }: { readonly inFlight: number; readonly milliseconds: number },
): Promise<number> {
  const frame = textFrame(request.body)
  const many = Buffer.concat(Array.from({ length: inFlight }, () => frame))
  const over = Promise.withResolvers<void>()
  const start = performance.now()
  let [answers, due] = [0, 0]
  const { send, close } = await openFrames(url, request.headers ?? {}, (text) => {
    if (!text.includes('"result"')) over.reject(new Error(`no result: ${text}`))
    answers++
    if (due++ === 0) queueMicrotask(askAgain)
  })
  // what came in one piece is answered in one piece
  const askAgain = () => {
    if (performance.now() - start >= milliseconds) return over.resolve()
    send(many.subarray(0, due * frame.length))
    due = 0
  }
  send(many)
  await over.promise
  close()
  return (answers * 1_000) / (performance.now() - start)
}

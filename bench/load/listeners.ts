/**
 * A process of its own that listens: so many WebSockets, one subscription each. Told how many events each is to get, it answers
 * when all have come, with how long after an event was there it came to each listener.
 */
import { openFrames, textFrame } from '../frames.ts'

export type Order =
  | { readonly type: 'open'; readonly url: string; readonly token: string; readonly listeners: number }
  /** What comes from now on: so many events to each. */
  | { readonly type: 'expect'; readonly events: number }

export type Report =
  | { readonly type: 'open' }
  /** When each event came, by listener and event, and when the last one did: milliseconds since 1970. */
  | { readonly type: 'heard'; readonly times: readonly Float64Array[] }

const SUBSCRIBE = textFrame(
  JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'subscribe', params: { topics: ['chain.block'] } }),
)
/** Connections that are opened at a time. */
const AT_ONCE = 50

let [times, missing]: [Float64Array[], number] = [[], 0]
/** How many each has heard. */
let heard: Uint32Array

const tell = (report: Report) => process.send!(report)
const now = () => performance.timeOrigin + performance.now()

async function listen(url: string, token: string, listener: number): Promise<void> {
  const caughtUp = Promise.withResolvers<void>()
  let live = false
  const { send } = await openFrames(`${url}/ws`, { authorization: `Bearer ${token}` }, (text) => {
    if (live) return note(listener)
    live = text.includes('"topic":"caught_up"')
    if (live) caughtUp.resolve()
  })
  send(SUBSCRIBE)
  await caughtUp.promise
}

function note(listener: number): void {
  const event = heard[listener]!++
  const own = times[listener]
  // nobody has asked, or for fewer
  if (!own || event >= own.length) return
  own[event] = now()
  missing--
  if (missing === 0) tell({ type: 'heard', times })
}

process.on('message', async (order: Order) => {
  if (order.type === 'expect') {
    times = times.map(() => new Float64Array(order.events))
    missing = times.length * order.events
    heard.fill(0)
    return
  }
  const { url, token, listeners } = order
  heard = new Uint32Array(listeners)
  for (let from = 0; from < listeners; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, listeners - from) }, (_, i) => from + i)
    await Promise.all(some.map((listener) => listen(url, token, listener)))
  }
  times = Array.from({ length: listeners }, () => new Float64Array(0))
  tell({ type: 'open' })
})

/** Finds out about clients that are gone without having said so. */
import type { WebSocket } from 'ws'
import type { Clock } from '../../node/clock.ts'
import { PING_INTERVAL, STUCK_INTERVALS } from '../limits.ts'

/**
 * Pings until the socket is closed; closes one whose other side has read all there was and yet answers nothing, and one whose other
 * side has long taken nothing at all. No ping joins a queue: who does not read would have it grow for ever.
 */
export async function keepAlive(socket: WebSocket, clock: Clock): Promise<void> {
  const closed = new AbortController()
  let answered = true
  let waiting = 0
  let stuck = 0
  socket.on('pong', () => {
    answered = true
  })
  socket.on('close', () => closed.abort())
  while (await elapsed(clock, PING_INTERVAL, closed.signal)) {
    const { bufferedAmount } = socket
    stuck = bufferedAmount > 0 && bufferedAmount === waiting ? stuck + 1 : 0
    waiting = bufferedAmount
    if (stuck === STUCK_INTERVALS) return socket.terminate()
    if (bufferedAmount > 0) continue
    if (!answered) return socket.terminate()
    answered = false
    socket.ping()
  }
}

/** True after that time, false as soon as the signal fires. */
function elapsed(clock: Clock, milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return clock.sleep(milliseconds, signal).then(
    () => true,
    () => false,
  )
}

/** Finds out about clients that are gone without having said so. */
import type { WebSocket } from 'ws'
import type { Clock } from '../../node/clock.ts'
import { PING_INTERVAL } from '../limits.ts'

/** Pings until the socket is closed; closes one whose other side has read all there was and yet answers nothing. */
export async function keepAlive(socket: WebSocket, clock: Clock): Promise<void> {
  const closed = new AbortController()
  let answered = true
  socket.on('pong', () => {
    answered = true
  })
  socket.on('close', () => closed.abort())
  while (await elapsed(clock, PING_INTERVAL, closed.signal)) {
    if (!answered && socket.bufferedAmount === 0) return socket.terminate()
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

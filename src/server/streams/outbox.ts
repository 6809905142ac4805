/** What goes out over one WebSocket, and how much of it the other side has not taken yet. */
import type { Writable } from 'node:stream'
import type { WebSocket } from 'ws'

/** Bytes that leave with one system call at most, so that what waits for it stays small. */
const GATHERED_BYTES = 65_536
/** What a frame that waits costs beside its bytes: two buffers, two places in queues, and their callbacks. Measured. */
const FRAME_OVERHEAD = 1_024

export class Outbox {
  readonly #socket: WebSocket
  readonly #stream: Pick<Writable, 'cork' | 'uncork'>
  readonly #limit: number
  readonly #waiting = new Set<() => void>()
  #gathering = false
  /** Frames the other side has not taken. */
  #frames = 0

  /**
   * @param stream what the socket writes to.
   * @param limit bytes of memory for what waits for the other side.
   */
  constructor(socket: WebSocket, stream: Pick<Writable, 'cork' | 'uncork'>, limit: number) {
    this.#socket = socket
    this.#stream = stream
    this.#limit = limit
  }

  /** True while the other side is behind by more than the limit. */
  get full(): boolean {
    return this.#socket.bufferedAmount + this.#frames * FRAME_OVERHEAD > this.#limit
  }

  /** Never waits; who sends much looks at `full` first. Sending on a closed socket does nothing. */
  send(text: string): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return
    this.#gather()
    this.#frames += 1
    this.#socket.send(text, this.#flushed)
    if (this.#gathering && this.#socket.bufferedAmount > GATHERED_BYTES) this.#release()
  }

  /** Calls back once, as soon as the outbox is no longer full. Returns what calls it off. */
  onRoom(callback: () => void): () => void {
    this.#waiting.add(callback)
    return () => {
      this.#waiting.delete(callback)
    }
  }

  /** What is sent before others have a turn leaves together: a system call for each would be most of the work. */
  #gather(): void {
    if (this.#gathering) return
    this.#gathering = true
    this.#stream.cork()
    process.nextTick(this.#release)
  }

  readonly #release = () => {
    if (!this.#gathering) return
    this.#gathering = false
    this.#stream.uncork()
  }

  readonly #flushed = () => {
    this.#frames -= 1
    if (this.#waiting.size === 0 || this.full) return
    const callbacks = [...this.#waiting]
    this.#waiting.clear()
    for (const callback of callbacks) callback()
  }
}

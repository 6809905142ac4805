/** What goes out over one WebSocket, and how much of it the other side has not taken yet. */
import type { WebSocket } from 'ws'

export class Outbox {
  readonly #socket: WebSocket
  readonly #limit: number
  readonly #waiting = new Set<() => void>()

  /** @param limit bytes that may wait for the other side. */
  constructor(socket: WebSocket, limit: number) {
    this.#socket = socket
    this.#limit = limit
  }

  /** True while the other side is behind by more than the limit. */
  get full(): boolean {
    return this.#socket.bufferedAmount > this.#limit
  }

  /** Never waits; who sends much looks at `full` first. Sending on a closed socket does nothing. */
  send(text: string): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return
    this.#socket.send(text, () => this.#flushed())
  }

  /** Calls back once, as soon as the outbox is no longer full. Returns what calls it off. */
  onRoom(callback: () => void): () => void {
    this.#waiting.add(callback)
    return () => {
      this.#waiting.delete(callback)
    }
  }

  #flushed(): void {
    if (this.#waiting.size === 0 || this.full) return
    const callbacks = [...this.#waiting]
    this.#waiting.clear()
    for (const callback of callbacks) callback()
  }
}

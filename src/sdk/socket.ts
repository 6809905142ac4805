/** The client's WebSocket connection: opened when it is needed, shared, closed when nobody holds it. */
import { unlessAborted } from './abort.ts'
import { type Connection, connect } from './connection.ts'

export type Socket = {
  /** The open connection. @throws StegosError `connection_lost`, or the signal's reason */
  connect(signal: AbortSignal): Promise<Connection>
  /** Keeps the connection open until `release` has been called as often. */
  hold(): void
  release(): void
  /** Closes it for good. */
  close(): void
}

export type SocketOptions = {
  /** HTTP address of the node. */
  readonly url: string
  readonly token: string | undefined
  readonly WebSocket: typeof WebSocket | undefined
  /** Milliseconds of silence before a probe. */
  readonly probeInterval: number
}

export function createSocket({ url, token, probeInterval, ...options }: SocketOptions): Socket {
  let current: Promise<Connection> | undefined
  let holders = 0

  const open = (): Promise<Connection> => {
    const WebSocket = options.WebSocket ?? globalThis.WebSocket
    // Browsers cannot set headers: the token is offered as a sub-protocol beside the real one.
    const protocols = token === undefined ? ['stegos'] : ['stegos', `bearer.${token}`]
    const opening = connect(new WebSocket(`${url.replace(/^http/, 'ws')}/ws`, protocols), {
      url,
      probeInterval,
    })
    const forget = () => {
      if (current === opening) current = undefined
    }
    opening.then((connection) => connection.ended.then(forget), forget)
    return opening
  }

  const close = () => {
    current?.then(
      (connection) => connection.close(),
      () => {},
    )
    current = undefined
  }

  return {
    connect(signal) {
      current ??= open()
      return unlessAborted(signal, current)
    },
    hold: () => {
      holders += 1
    },
    release: () => {
      holders -= 1
      if (holders === 0) close()
    },
    close,
  }
}

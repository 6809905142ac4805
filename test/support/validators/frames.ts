/**
 * What goes between a validator's process and the hub, in frames: length of the rest (4 bytes, big-endian), kind (1), the
 * peer it goes to or comes from (1), content. There are at most 256 peers, called by their number.
 */
import type { Socket } from 'node:net'

/** `hello`: I am this peer. `peers`: those that are connected, a byte each. The others carry what their channel is given. */
export const KINDS = ['hello', 'peers', 'consensus', 'transactions'] as const
export type Kind = (typeof KINDS)[number]

export type Frame = { readonly kind: Kind; readonly peer: number; readonly content: Uint8Array }

const HEAD = 4
/** Longer than any message of consensus. */
const LONGEST = 1 << 25

/** @returns false when it was dropped, because more than `room` bytes wait to be sent already */
export function writeFrame(socket: Socket, { kind, peer, content }: Frame, room = Infinity): boolean {
  if (socket.destroyed || socket.writableLength > room) return false
  const head = Buffer.alloc(HEAD + 2)
  head.writeUInt32BE(content.length + 2)
  head[HEAD] = KINDS.indexOf(kind)
  head[HEAD + 1] = peer
  socket.cork()
  socket.write(head)
  socket.write(content)
  socket.uncork()
  return true
}

/** Calls `take` for each frame that comes, and ends the connection at the first that is none. */
export function readFrames(socket: Socket, take: (frame: Frame) => void): void {
  let pieces: Buffer[] = []
  let held = 0
  socket.on('data', (piece) => {
    pieces.push(piece as Buffer)
    held += piece.length
    while (held >= HEAD) {
      const first = pieces[0]!.length >= HEAD ? pieces[0]! : Buffer.concat(pieces)
      const length = first.readUInt32BE()
      if (length < 2 || length > LONGEST) return void socket.destroy()
      if (held < HEAD + length) return
      const all = Buffer.concat(pieces)
      const kind = KINDS[all[HEAD]!]
      if (!kind) return void socket.destroy()
      take({ kind, peer: all[HEAD + 1]!, content: Uint8Array.from(all.subarray(HEAD + 2, HEAD + length)) })
      pieces = [all.subarray(HEAD + length)]
      held = all.length - HEAD - length
    }
  })
}

/** Frames over libp2p's streams: read as they come, written no faster than the other side takes them. */
import type { Connection, Stream, StreamMessageEvent } from '@libp2p/interface'
import type { Clock } from '../../clock.ts'
import { FrameReader, frameOf } from './frames.ts'

/** Milliseconds without a byte going out after which the other side counts as gone. */
const STALLED = 20_000

/**
 * Reads frames until the stream ends.
 * @param onFrame does not throw
 * @param onOversize told when a frame is too long; the stream has been aborted
 */
export function readFrames(
  stream: Stream,
  max: number,
  onFrame: (bytes: Uint8Array) => void,
  onOversize: () => void,
): void {
  const reader = new FrameReader(max)
  const read = ({ data }: StreamMessageEvent) => {
    try {
      for (const frame of reader.push(data.subarray())) onFrame(frame)
    } catch (error) {
      stream.removeEventListener('message', read)
      stream.abort(error as Error)
      onOversize()
    }
  }
  stream.addEventListener('message', read)
}

/**
 * Writes a frame; resolves when nothing of it waits in this process any more.
 * @throws when the stream ends, or the other side takes nothing for a while; then the stream is aborted
 */
export async function writeFrame(stream: Stream, bytes: Uint8Array, clock: Clock): Promise<void> {
  stream.send(frameOf(bytes))
  // libp2p's own onDrain() resolves at once from the second time on; the length of the buffer does not lie.
  if (stream.writeBufferLength === 0) return
  const written = Promise.withResolvers<void>()
  const ending = new AbortController()
  const onIdle = () => written.resolve()
  const onClose = () => written.reject(new Error('the stream was closed'))
  stream.addEventListener('idle', onIdle)
  stream.addEventListener('close', onClose)
  void abortWhenStalled(stream, clock, ending.signal)
  try {
    await written.promise
  } finally {
    ending.abort(new Error('written'))
    stream.removeEventListener('idle', onIdle)
    stream.removeEventListener('close', onClose)
  }
}

async function abortWhenStalled(stream: Stream, clock: Clock, signal: AbortSignal): Promise<void> {
  for (let before = stream.writeBufferLength; ; ) {
    try {
      await clock.sleep(STALLED, signal)
    } catch {
      return
    }
    const left = stream.writeBufferLength
    if (left >= before) {
      stream.abort(new Error('the other side takes nothing'))
      return
    }
    before = left
  }
}

/** Ends a stream gently if that can be done, and for certain otherwise. */
export function closeStream(stream: Stream): void {
  stream.close().catch((error: Error) => stream.abort(error))
}

/** Ends a connection at once. */
export function cut(connection: Connection, reason: string): void {
  try {
    connection.abort(new Error(reason))
  } catch {
    // libp2p says goodbye over it, and throws when it is half closed already: then it ends by itself
  }
}

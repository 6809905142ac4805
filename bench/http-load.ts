/** Loads an HTTP server on loopback: a few connections, each with one request in flight, for a bounded time. */
import { connect } from 'node:net'

/** Answers a second that a server gives to one request repeated over `connections` connections. */
export async function requestsPerSecond(
  url: string,
  request: { headers?: Record<string, string>; body: string },
  options: { connections?: number; milliseconds?: number } = {},
): Promise<number> {
  const { connections = 32, milliseconds = 2_000 } = options
  const { hostname, port, pathname, host } = new URL(url)
  const headers = {
    host,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(request.body)),
    ...request.headers,
  }
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const bytes = Buffer.from(`POST ${pathname} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n${request.body}`)
  const start = performance.now()
  const until = start + milliseconds
  const counts = await Promise.all(
    Array.from({ length: connections }, () =>
      ask(hostname, Number(port), bytes, () => performance.now() < until),
    ),
  )
  return (counts.reduce((sum, count) => sum + count, 0) * 1_000) / (performance.now() - start)
}

/** Sends the request again after each answer while `more()`; the number of answers, all of which must be 200. */
function ask(host: string, port: number, request: Buffer, more: () => boolean): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host, () => socket.write(request))
    let buffered = Buffer.alloc(0)
    let answers = 0
    socket.setNoDelay(true)
    socket.on('error', reject)
    socket.on('data', (chunk) => {
      buffered = buffered.length === 0 ? chunk : Buffer.concat([buffered, chunk])
      const length = answerLength(buffered)
      if (length === undefined || buffered.length < length) return
      if (!buffered.subarray(0, 12).toString('latin1').endsWith('200')) {
        socket.destroy(new Error(`not 200: ${buffered.toString('utf8').slice(0, 200)}`))
        return
      }
      buffered = buffered.subarray(length)
      answers++
      if (more()) socket.write(request)
      else {
        socket.end()
        resolve(answers)
      }
    })
  })
}

/** Bytes of the first answer in `bytes`, once its head is complete. */
function answerLength(bytes: Buffer): number | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const length = /content-length: *(\d+)/i.exec(bytes.subarray(0, end).toString('latin1'))
  if (!length) throw new Error('an answer without content-length')
  return end + 4 + Number(length[1])
}

/** A process of its own that asks for `node.status` again and again, and tells how long each answer took. */
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export type ProbeOrder = { readonly url: string; readonly token: string; readonly milliseconds: number }
/** Milliseconds from each question to its answer. */
export type Probed = { readonly times: Float64Array }

/** Milliseconds between an answer and the next question. */
const PAUSE = 5

async function probe({ url, token, milliseconds }: ProbeOrder): Promise<Float64Array> {
  const { hostname, port, host } = new URL(url)
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'node.status', params: {} })
  const head = [
    'POST /rpc HTTP/1.1',
    `host: ${host}`,
    'content-type: application/json',
    `authorization: Bearer ${token}`,
    `content-length: ${body.length}`,
  ]
  const question = `${head.join('\r\n')}\r\n\r\n${body}`
  const socket = connect(Number(port), hostname)
  socket.setNoDelay(true)
  const times: number[] = []
  const until = performance.now() + milliseconds
  while (performance.now() < until) {
    const answered = Promise.withResolvers<void>()
    let answer = ''
    const take = (chunk: Buffer) => {
      answer += chunk.toString('latin1')
      if (!answer.endsWith('}}')) return
      if (answer.startsWith('HTTP/1.1 200')) answered.resolve()
      else answered.reject(new Error(answer))
    }
    socket.on('data', take)
    const asked = performance.now()
    socket.write(question)
    await answered.promise
    times.push(performance.now() - asked)
    socket.off('data', take)
    await sleep(PAUSE)
  }
  socket.destroy()
  return Float64Array.from(times)
}

process.on('message', async (order: ProbeOrder) => {
  process.send!({ times: await probe(order) } satisfies Probed)
})

/** A TCP proxy between a client and a node that loses answers: the request arrives, the answer does not. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export type LossyProxy = {
  readonly url: string
  /** Answers it will still lose. */
  lose(answers: number): void
  /** Answers it has lost. */
  lost(): number
  /** Breaks all connections. */
  cut(): void
  close(): Promise<void>
}

/** @param target address of the node, `http://…` */
export async function startLossyProxy(target: string): Promise<LossyProxy> {
  const { hostname, port } = new URL(target)
  const open = new Set<Socket>()
  let toLose = 0
  let lost = 0

  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far)
    far.on('data', (answer) => {
      if (toLose === 0) {
        near.write(answer)
        return
      }
      toLose -= 1
      lost += 1
      near.destroy()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const cut = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lose: (answers) => {
      toLose = answers
    },
    lost: () => lost,
    cut,
    async close() {
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}

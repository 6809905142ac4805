/**
 * A small SOCKS5 proxy (RFC 1928, RFC 1929) that, as Tor does, takes a name and password when it can, and writes down what it
 * is asked for, and connects where the test says.
 */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { Hooks } from '../../support.ts'

export type Proxy = {
  readonly url: string
  /** What was asked for, `host:port`; names as they came. */
  readonly asked: readonly string[]
  /** The names connections were made under. */
  readonly names: readonly string[]
}

/** @param ports what each host that is asked for stands for: a port of this machine */
export async function openProxy(t: Hooks, ports: ReadonlyMap<string, number>): Promise<Proxy> {
  const asked: string[] = []
  const names: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    void serve(socket)
  })
  const serve = async (socket: Socket) => {
    const [methods] = (await once(socket, 'data')) as [Buffer]
    if (!methods.subarray(2).includes(2)) return socket.end(Uint8Array.of(5, 255))
    socket.write(Uint8Array.of(5, 2))
    const [login] = (await once(socket, 'data')) as [Buffer]
    names.push(login.subarray(2, 2 + login[1]!).toString('latin1'))
    socket.write(Uint8Array.of(1, 0))
    const [request] = (await once(socket, 'data')) as [Buffer]
    const { host, port } = read(request)
    asked.push(`${host}:${port}`)
    const target = ports.get(host)
    if (request[1] !== 1 || target === undefined)
      return socket.end(Uint8Array.of(5, 4, 0, 1, 0, 0, 0, 0, 0, 0))
    const onward = connect(target, '127.0.0.1')
    sockets.add(onward)
    onward.on('error', () => socket.destroy())
    await once(onward, 'connect')
    socket.write(Uint8Array.of(5, 0, 0, 1, 0, 0, 0, 0, 0, 0))
    return socket.pipe(onward).pipe(socket)
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { url: `socks5://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, names }
}

/** Version, command, 0, kind of address, address, port. */
function read(request: Buffer): { host: string; port: number } {
  const port = request.readUInt16BE(request.length - 2)
  const address = request.subarray(4, -2)
  if (request[3] === 1) return { host: [...address].join('.'), port }
  if (request[3] === 3) return { host: address.subarray(1).toString('latin1'), port }
  return { host: address.toString('hex'), port }
}

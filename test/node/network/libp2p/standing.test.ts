import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { createInterface } from 'node:readline'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../../../src/cli/free-port.ts'
import { type Hooks, temporaryDirectory } from '../../support.ts'
import { openAttacker } from './attacker.ts'
import { openHost, peersFileOf, until, untilMeshed } from './hosts.ts'

const ENTRY = fileURLToPath(new URL('./host-process.ts', import.meta.url))

async function startProcess(t: Hooks, directory: string, port: number) {
  const child: ChildProcess = spawn(process.execPath, [ENTRY, directory, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  t.after(() => child.kill('SIGKILL'))
  const lines: string[] = []
  createInterface(child.stdout!).on('line', (line) => lines.push(line))
  await until('it listens', () => lines.length > 0)
  return {
    address: lines[0]!,
    lines,
    kill: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

describe('connections', () => {
  test('come back after the other side was killed and started again', async (t) => {
    const directory = await temporaryDirectory(t)
    const port = await freePort()
    const first = await startProcess(t, directory, port)
    const host = await openHost(t, { persistent: [first.address] })
    await untilMeshed(host)
    host.consensus.broadcast(Uint8Array.of(0, 1))
    await until('it is heard', () => first.lines.includes('heard 0,1'))
    await first.kill()
    await until('it is gone', () => host.consensus.peers.length === 0)
    host.consensus.broadcast(Uint8Array.of(0, 2))
    const second = await startProcess(t, directory, port)
    assert.equal(second.address, first.address)
    // What was said while nobody was there is heard as well.
    await until('it is heard', () => second.lines.includes('heard 0,2'))
    host.consensus.broadcast(Uint8Array.of(0, 3))
    await until('it is heard', () => second.lines.includes('heard 0,3'))
  })

  test('are made anew with peers of the last time, without being told where', async (t) => {
    const known = await openHost(t)
    const host = await openHost(t, { bootstrap: known.addresses })
    await until('they are neighbours', () => host.consensus.peers.length === 1)
    const { directory } = host
    await host.close()
    const saved = JSON.parse(await readFile(peersFileOf(host), 'utf8'))
    assert.deepEqual(saved.anchors, [known.peerId])
    assert.equal((await stat(peersFileOf(host))).mode & 0o777, 0o600)
    const again = await openHost(t, {}, { directory })
    await until('they are neighbours again', () => again.consensus.peers.includes(known.peerId))
  })

  test('are made with others when the file of peers is damaged', async (t) => {
    const directory = await temporaryDirectory(t)
    const known = await openHost(t)
    for (const text of [
      '',
      '{"version":1',
      '{"version":1,"anchors":[1],"peers":[null,{}],"bans":[7]}',
      'null',
    ]) {
      await writeFile(`${directory}/peers.json`, text)
      const host = await openHost(t, { bootstrap: known.addresses }, { directory })
      await until('they are neighbours', () => host.consensus.peers.length === 1)
      await host.close()
    }
  })

  test('are found through others by the DHT', { timeout: 90_000 }, async (t) => {
    const dht = { dht: true }
    const first = await openHost(t, dht)
    const bootstrap = first.addresses
    const others = await Promise.all([1, 2, 3].map(() => openHost(t, { ...dht, bootstrap })))
    await until(
      'each has found another one',
      () => others.every((host) => host.consensus.peers.length >= 2),
      80_000,
    )
  })
})

/** Whether this machine has a network beside loopback, which mDNS needs. */
function hasNetwork(): boolean {
  const addresses = Object.values(networkInterfaces()).flatMap((found) => found ?? [])
  return addresses.some(({ internal, family }) => !internal && family === 'IPv4')
}

test('hosts on one local network find each other', { skip: !hasNetwork() }, async (t) => {
  const options = { mdns: true, freeLocal: false, listen: ['/ip4/0.0.0.0/tcp/0'] }
  const a = await openHost(t, options)
  const b = await openHost(t, options)
  await until('they are neighbours', () => a.consensus.peers.includes(b.peerId))
})

describe('a ban', () => {
  test('ends connections, keeps the peer out, and survives a restart', async (t) => {
    const host = await openHost(t)
    const bad = await openAttacker(t)
    await bad.connect(host)
    const peerId = bad.libp2p.peerId.toString()
    await until('it is a neighbour', () => host.consensus.peers.includes(peerId))
    for (let time = 0; time < 4; time++) host.misbehaved!(peerId, 'invalid', 'a false proof')
    await until('it is gone', () => host.consensus.peers.length === 0)
    await assert.rejects(bad.connect(host))
    const { directory } = host
    await host.close()
    const again = await openHost(t, {}, { directory })
    await assert.rejects(bad.connect(again))
    const other = await openAttacker(t)
    await other.connect(again)
  })

  test('never hits a peer the owner named', async (t) => {
    const friend = await openHost(t)
    const host = await openHost(t, { persistent: friend.addresses })
    await until('they are neighbours', () => host.consensus.peers.length === 1)
    for (let time = 0; time < 10; time++) host.misbehaved!(friend.peerId, 'invalid', 'a false proof')
    assert.equal(host.measure!().bans, 0)
    assert.deepEqual(host.consensus.peers, [friend.peerId])
  })
})

test('peers that were told to keep each other get everything, beside the mesh', async (t) => {
  const port = await freePort()
  const a = await openHost(t, { listen: [`/ip4/127.0.0.1/tcp/${port}`], keepIdentity: true })
  const b = await openHost(t, { persistent: a.addresses })
  await a.close()
  const again = await openHost(
    t,
    { listen: [`/ip4/127.0.0.1/tcp/${port}`], keepIdentity: true, persistent: b.addresses },
    { directory: a.directory },
  )
  const heard: number[] = []
  again.transactions.onMessage((_, bytes) => heard.push(bytes[0]!))
  await untilMeshed(again, b)
  b.transactions.broadcast(Uint8Array.of(5))
  await until('it has arrived', () => heard.length === 1)
})

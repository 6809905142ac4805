/** Peers that were told to keep each other get everything, and are told what need not be sent again. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freePort } from '../../../../src/cli/free-port.ts'
import { peerIdOf } from '../../../../src/node/network/libp2p/identity.ts'
import { systemRandom } from '../../../../src/protocol/crypto/random.ts'
import { temporaryDirectory } from '../../support.ts'
import { openHost, until } from './hosts.ts'

test('what two of them have from a third they do not send each other', async (t) => {
  const places = await Promise.all(
    [0, 1, 2].map(async () => {
      const directory = await temporaryDirectory(t)
      const listen = `/ip4/127.0.0.1/tcp/${await freePort()}`
      return { directory, listen, address: `${listen}/p2p/${await peerIdOf(directory, systemRandom)}` }
    }),
  )
  const hosts = await Promise.all(
    places.map(({ directory, listen, address }) => {
      const persistent = places.flatMap((other) => (other.address === address ? [] : [other.address]))
      return openHost(t, { listen: [listen], persistent, keepIdentity: true }, { directory })
    }),
  )
  const [author, ...others] = hosts
  await until('all have all others for all topics', () =>
    hosts.every((host) => Object.values(host.measure!().mesh).every((size) => size === 2)),
  )
  const judges: (() => void)[] = []
  const told = new Set<string>()
  for (const host of others) {
    host.transactions.onMessage((_, __, judge) => void judges.push(() => judge('accept')))
    host.stem.onMessage((from) => void told.add(`${from} to ${host.peerId}`))
  }
  author!.transactions.broadcast(new Uint8Array(4_000).fill(1))
  await until('both have heard it', () => judges.length === 2)
  // A message behind the one that says so, on the same connection.
  for (const [one, other] of [others, others.toReversed()]) one!.stem.send(other!.peerId, Uint8Array.of(2))
  await until('both have heard from each other', () => told.size === 2)
  for (const judge of judges) judge()
  assert.deepEqual(
    others.map((host) => host.measure!().bytesOut.transactions),
    [0, 0],
  )
  assert.equal(author!.measure!().bytesOut.transactions, 8_000)
})

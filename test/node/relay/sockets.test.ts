import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systemClock } from '../../../src/node/clock.ts'
import { DEFAULT_LIMITS } from '../../../src/node/limits.ts'
import { RELAY_PARAMS } from '../../../src/node/relay/params.ts'
import { Relay } from '../../../src/node/relay/relay.ts'
import { systemRandom } from '../../../src/protocol/crypto/random.ts'
import { ToyPool, toyTransaction } from '../../support/relay/toy-pool.ts'
import { type Host, openHost, until, untilMeshed } from '../network/libp2p/hosts.ts'
import { type Hooks, recordingLogger } from '../support.ts'

function startRelay(t: Hooks, network: Host) {
  const pool = new ToyPool()
  const reports: string[] = []
  const ending = new AbortController()
  t.after(() => ending.abort(new Error('the test is over')))
  const relay = new Relay(
    {
      ...pool.modules,
      network,
      clock: systemClock,
      random: systemRandom,
      logger: recordingLogger(),
      misbehaved: (_, reason) => void reports.push(reason),
    },
    // Nothing becomes public by the embargo of the first.
    { ...RELAY_PARAMS.dev, embargo: 1e9 },
    DEFAULT_LIMITS,
    ending.signal,
  )
  return { relay, pool, reports }
}

test('over real sockets transactions go along a stem, become public, and reach all', {
  timeout: 120_000,
}, async (t) => {
  const [b, c] = [await openHost(t), await openHost(t)]
  const a = await openHost(t, { bootstrap: [...b.addresses, ...c.addresses] })
  await untilMeshed(a, b, c)
  await until('both are neighbours', () => a.connections.length === 2 && a.stem.peers.length === 2)
  const nodes = [a, b, c].map((host) => startRelay(t, host))
  const [first, ...others] = nodes as [(typeof nodes)[0], (typeof nodes)[0], (typeof nodes)[0]]
  const transactions = Array.from({ length: 100 }, () => toyTransaction())
  for (const one of transactions) assert.equal((await first.relay.submit(one)).accepted, true)
  assert.equal(first.pool.size, 0)
  await until('all have all', () => nodes.every(({ pool }) => transactions.every((one) => pool.has(one))))
  // b and c connected to nobody, or to one: what they hand in goes to the pool at once
  const own = toyTransaction()
  await others[0].relay.submit(own)
  assert.ok(others[0].pool.has(own))
  await until('all have that', () => nodes.every(({ pool }) => pool.has(own)))
  assert.deepEqual(
    nodes.flatMap(({ reports }) => reports),
    [],
  )
})

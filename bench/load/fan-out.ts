/** One block event to many subscribers: how many deliveries a second at the limit, and how late one is when there is time. */
import { bounded } from '../crypto/rows.ts'
import { NODE_FLAGS, type Row, rangeOf, summary } from '../harness.ts'
import type { Started, Work, Written } from './events-server.ts'
import { type Helper, startHelper } from './helper.ts'
import type { Order, Report } from './listeners.ts'
import { percentile } from './percentile.ts'

const LISTENERS = 1_000
const ROUNDS = 5
/** Events of a round at the limit, so many written at a time, and of one with so many a second. */
const BURST = { events: 400, together: 20 }
const STEADY = { events: 30, perSecond: 10 }
const LEAST = 150_000
const MOST = 30

type Heard = Extract<Report, { type: 'heard' }>

export async function fanOut(progress: (line: string) => void): Promise<Row[]> {
  const server = startHelper('./events-server.ts', NODE_FLAGS)
  const listeners = startHelper('./listeners.ts')
  try {
    const { url, token } = await server.next<Started>()
    await listeners.ask<Report>({ type: 'open', url, token, listeners: LISTENERS } satisfies Order)
    progress(`as many events as can be to ${LISTENERS} subscribers …`)
    const rates: number[] = []
    for (let round = 0; round <= ROUNDS; round++) {
      const { written, heard } = await send(server, listeners, BURST)
      const last = Math.max(...heard.map((times) => times.at(-1)!))
      // the first round warms up
      if (round > 0) rates.push((1_000 * BURST.events * LISTENERS) / (last - written[0]!))
    }
    progress(`${STEADY.perSecond} events a second …`)
    const delays: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const { written, heard } = await send(server, listeners, STEADY)
      const late = heard.flatMap((times) => [...times].map((time, event) => time - written[event]!))
      delays.push(percentile(late, 0.99))
    }
    const rate = summary(`a block event to ${LISTENERS} subscribers, at the limit`, rates, 'deliveries/s')
    const delay = summary(
      `a block event to ${LISTENERS} subscribers, ${STEADY.perSecond} a second, p99`,
      delays,
      'ms',
    )
    return [
      bounded(
        rate,
        { against: rangeOf(rate), wanted: `${LEAST.toLocaleString('en')} a second` },
        (one) => one >= LEAST,
      ),
      bounded(delay, { against: rangeOf(delay), wanted: `under ${MOST} ms` }, (one) => one < MOST),
    ]
  } finally {
    await listeners.end()
    await server.end()
  }
}

/** Has events written, and waits until everybody has all of them. */
async function send(server: Helper, listeners: Helper, work: Work) {
  listeners.process.send({ type: 'expect', events: work.events } satisfies Order)
  const all = listeners.next<Heard>()
  const { times } = await server.ask<Written>(work)
  return { written: times, heard: (await all).times }
}

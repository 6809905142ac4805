/** A metric that counts what happens by what it is. The counts are kept elsewhere, and asked for at each scrape. */
import { Counter, type Registry } from 'prom-client'

/** @param meanings of the events, by name: together they are what the metric says of itself. */
export function addEventCounter<Event extends string>(
  registry: Registry,
  name: string,
  meanings: Readonly<Record<Event, string>>,
  counts: () => Readonly<Record<NoInfer<Event>, number>> | undefined,
): void {
  new Counter({
    name,
    help: Object.entries(meanings)
      .map(([event, meaning]) => `${event}: ${meaning}`)
      .join(' '),
    labelNames: ['event'],
    registers: [registry],
    collect() {
      const current = counts()
      this.reset()
      for (const event of Object.keys(meanings) as Event[]) this.inc({ event }, current?.[event] ?? 0)
    },
  })
}

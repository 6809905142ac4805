/** The figures of many runs. */
import type { RunResult } from './run.ts'

export class Summary {
  runs = 0
  readonly failures: RunResult[] = []
  #events = 0
  #heights = 0
  #rounds = 0
  #messages = 0
  #bytes = 0
  #guilty = 0
  #time = 0
  #largest = 0
  readonly #roles = new Map<string, number>()
  readonly #struck = new Map<string, number>()
  readonly #staking = new Map<string, number>()
  readonly #finality: number[] = []
  readonly #recovery: number[] = []
  #claimed = 0
  /** Of worlds with long silence. */
  readonly #resumed: number[] = []
  readonly #late: number[] = []

  add(result: RunResult): void {
    this.runs += 1
    if (result.failure) this.failures.push(result)
    this.#events += result.events
    this.#heights += result.heights
    this.#rounds += result.rounds
    this.#messages += result.messages
    this.#bytes += result.bytes
    this.#guilty += result.guilty
    this.#time += result.time
    this.#largest = Math.max(this.#largest, result.largest)
    for (const [sum, counts] of [
      [this.#roles, result.roles],
      [this.#struck, result.struck],
      [this.#staking, result.staking],
    ] as const) {
      for (const [what, count] of Object.entries(counts)) sum.set(what, (sum.get(what) ?? 0) + count)
    }
    this.#claimed += result.claimed
    const { silent } = result
    if (silent) this.#resumed.push(silent.resumed)
    if (silent?.rounds !== undefined) this.#late.push(silent.rounds)
    // Where many are silent for long everything takes long: that says nothing of the rest.
    if (silent || result.roles.turner) return
    for (const time of result.finality) this.#finality.push(time)
    if (result.recovery !== undefined) this.#recovery.push(result.recovery)
  }

  lines(): string[] {
    const list = (counts: ReadonlyMap<string, number>) => {
      const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
      return sorted.map(([what, n]) => `${what} ${n}`).join(', ') || 'none'
    }
    const number = (value: number) => value.toLocaleString('en')
    return [
      `runs            ${number(this.runs)}, of which failed: ${this.failures.length}`,
      `virtual time    ${number(Math.round(this.#time / 3_600_000_000))} h, ${number(this.#events)} events`,
      `blocks          ${number(this.#heights)} in ${number(this.#rounds)} rounds`,
      `messages        ${number(this.#messages)}, ${number(Math.round(this.#bytes / 2 ** 20))} MiB`,
      `faults          ${list(this.#struck)}`,
      `dishonest       ${list(this.#roles)}`,
      `on stake        ${list(this.#staking)}`,
      `evidence        against ${number(this.#guilty)} validators`,
      `to finality     ${percentiles(this.#finality)}`,
      `after the last fault until all had 3 more blocks  ${percentiles(this.#recovery)}`,
      `claims          ${number(this.#claimed)} blocks decided with less weight for the silent`,
      `long silence    in ${number(this.#resumed.length)} worlds, until the rest went on ${percentiles(this.#resumed)}`,
      `                ${rounds(this.#late)}`,
      `largest replica ${number(Math.ceil(this.#largest / 1024))} KiB`,
    ]
  }
}

function rounds(late: number[]): string {
  if (late.length === 0) return 'no rounds'
  late.sort((a, b) => a - b)
  const at = (share: number) => late[Math.min(late.length - 1, Math.floor(late.length * share))]
  return `rounds beyond the table: p50 ${at(0.5)}, p99 ${at(0.99)}, at most ${at(1)}`
}

/** Of times in microseconds, as text in milliseconds. */
function percentiles(times: number[]): string {
  if (times.length === 0) return 'none'
  times.sort((a, b) => a - b)
  const at = (share: number) =>
    Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))]! / 1_000)
  return `p50 ${at(0.5)} ms, p90 ${at(0.9)} ms, p99 ${at(0.99)} ms, at most ${at(1)} ms (virtual)`
}

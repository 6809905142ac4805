/** What a process has used, as Linux counts it. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** Ticks in a second, on every Linux that Node runs on. */
const TICKS = 100

/** Milliseconds of processor time, by what its threads are there for. */
export type Usage = { readonly [part in Part]: number }

export const PARTS = ['main thread', 'worker threads', 'disk', 'V8’s helpers'] as const
export type Part = (typeof PARTS)[number]

const PART_OF: Readonly<Record<string, Part>> = {
  MainThread: 'main thread',
  'stegos-worker': 'worker threads',
  'libuv-worker': 'disk',
  V8Worker: 'V8’s helpers',
}

/** Of the threads that are there now, and in the whole those that have ended. */
export function usageOf(pid: number): Usage {
  const usage = Object.fromEntries(PARTS.map((part) => [part, 0])) as Record<Part, number>
  let seen = 0
  for (const task of readdirSync(`/proc/${pid}/task`)) {
    const { name, used } = statOf(`/proc/${pid}/task/${task}/stat`)
    usage[PART_OF[name] ?? 'disk'] += used
    seen += used
  }
  // threads that ended: workers, nearly always
  usage['worker threads'] += Math.max(0, statOf(`/proc/${pid}/stat`).used - seen)
  return usage
}

function statOf(file: string): { name: string; used: number } {
  const text = readFileSync(file, 'utf8')
  const end = text.lastIndexOf(')')
  const fields = text.slice(end + 2).split(' ')
  const used = ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS
  return { name: text.slice(text.indexOf('(') + 1, end), used }
}

/** MiB that a process has in memory: its own, and of files; and what it had at most. */
export function memoryOf(pid: number): { all: number; own: number; files: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const mib = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)![1]) / 1_024
  return { all: mib('VmRSS'), own: mib('RssAnon'), files: mib('RssFile'), most: mib('VmHWM') }
}

/** Bytes that a process has sent over the TCP connections it has with these ports, at either end; undefined without `ss`. */
export function sentBy(pid: number, ports: ReadonlySet<number>): number | undefined {
  let text: string
  try {
    text = execFileSync('ss', ['-tinpHO', 'state', 'established'], { encoding: 'utf8' })
  } catch {
    return undefined
  }
  let bytes = 0
  for (const line of text.split('\n')) {
    if (!line.includes(`pid=${pid},`)) continue
    const isBetweenNodes = [...line.matchAll(/:(\d+)\s/g)].some(([, port]) => ports.has(Number(port)))
    if (isBetweenNodes) bytes += Number(/bytes_sent:(\d+)/.exec(line)?.[1] ?? 0)
  }
  return bytes
}

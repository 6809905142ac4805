/**
 * Each node in a network namespace of its own, and bridges of the kernel's between them: whoever is cut off is on another
 * bridge, and what is slow is slow below TCP. Linux with `ip`, `tc`, `ss`, `nsenter` and `unshare`; to be called by a
 * process that `unshare` has started with the arguments OWN.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { follow } from '../../support/node-process.ts'
import type { Between, Site, Terrain, Weather } from './terrain.ts'

/** The network of the nodes, and the lines on which the test speaks with each of them alone. */
const HOST = '10.77.0.1'
const hostOf = (number: number) => `10.77.0.${number + 2}`
const lineOf = (number: number) => ({ here: `10.78.${number}.1`, there: `10.78.${number}.2` })
const PORT = 7_700
/** Bytes that a narrow line carries in the time of its delay, and that wait for it at most. */
const CARRIED = 4_096
const WAITING = 4 * CARRIED
/** Groups of nodes there can be. */
const BRIDGES = 8

/** How lines are made slow: with what the kernel has for it, or with a narrow line, which it nearly always has. */
export const SLOWNESS = {
  netem: {
    queue: ({ delay, loss }: Weather) => `netem delay ${delay}ms loss ${(loss * 100).toFixed(2)}%`,
    describe: ({ delay, loss }: Weather) => `${delay} ms and ${(loss * 100).toFixed(1)} % loss`,
  },
  tbf: {
    queue: ({ delay }: Weather) => `tbf rate ${rateOf(delay)}bit burst ${CARRIED} limit ${WAITING}`,
    describe: ({ delay }: Weather) =>
      `${Math.round(rateOf(delay) / 1_000)} kbit/s, and what does not fit into ${WAITING >> 10} KiB lost,`,
  },
} as const

type Slowness = keyof typeof SLOWNESS

type Place = {
  readonly name: string
  readonly number: number
  readonly host: string
  /** Holds the namespace until its input ends. */
  readonly holder: ChildProcess
}

/** Why nodes cannot have namespaces here; undefined if they can. */
export function namespacesRefused(): string | undefined {
  const tried = [
    'ip link add try0 type bridge',
    'ip link add try1 type veth peer name try2',
    'ip link set try1 master try0',
    'tc -Version',
    'ss --version',
    'nsenter --version',
  ]
  const { status, error, stderr } = spawnSync('unshare', [...OWN, 'sh', '-ec', tried.join('\n')], {
    encoding: 'utf8',
  })
  if (error) return `there is no unshare (${error.message})`
  return status === 0 ? undefined : `network namespaces are refused: ${stderr.trim()}`
}

/** Arguments of `unshare` for a network of one's own, in which one may do everything. */
export const OWN = ['--user', '--map-root-user', '--net'] as const

export async function createNamespaces(): Promise<Terrain> {
  const slowness = findSlowness()
  const places = new Map<string, Place>()
  ip(
    'link set lo up',
    ...Array.from({ length: BRIDGES }, (_, number) => `link add ${bridge(number)} type bridge`),
    ...Array.from({ length: BRIDGES }, (_, number) => `link set ${bridge(number)} up`),
    `addr add ${HOST}/16 dev ${bridge(0)}`,
  )
  let known = 0
  let slow: readonly Place[] = []
  const within = ({ holder }: Place) => ['nsenter', `--net=/proc/${holder.pid}/ns/net`]
  const queue = (place: Place, how: string) => {
    const [program, ...words] = [...within(place), 'tc', 'qdisc', 'replace', 'dev', 'net0', 'root']
    call(program!, [...words, ...how.split(' ')])
  }
  const fair = () => {
    for (const place of slow) {
      queue(place, 'pfifo')
      call('tc', `qdisc replace dev ${port(place)} root pfifo`.split(' '))
    }
    slow = []
  }
  const divide = (groups: readonly (readonly string[])[]) => {
    const moves = groups.flatMap((group, number) =>
      group.map((name) => `link set ${port(places.get(name)!)} master ${bridge(number)}`),
    )
    ip(...moves)
  }
  return {
    about: `each in a network namespace of its own, slow lines by ${slowness}`,
    host: HOST,
    async site(name): Promise<Site> {
      const number = known++
      const holder = await holdNamespace()
      const place = { name, number, host: hostOf(number), holder }
      places.set(name, place)
      connect(place)
      const prefix = within(place)
      return { host: place.host, port: PORT, apiHost: lineOf(number).there, prefix }
    },
    way: async (_, __, { host, port }) => ({ host, port }),
    set(weather, between) {
      const names = [...places.keys()]
      if (weather.cut) return divide(groupsOf(names, between))
      const touched = names.filter((name) =>
        names.every((other) => other === name || between(name, other) || between(other, name)),
      )
      slow = touched.map((name) => places.get(name)!)
      const how = SLOWNESS[slowness].queue(weather)
      for (const place of slow) {
        queue(place, how)
        // Where all are slow, what comes has been slow before.
        if (slow.length < names.length) call('tc', `qdisc replace dev ${port(place)} root ${how}`.split(' '))
      }
    },
    describe: SLOWNESS[slowness].describe,
    reset(between) {
      for (const one of places.values()) {
        const others = [...places.values()].filter(
          (other) => other !== one && (between(one.name, other.name) || between(other.name, one.name)),
        )
        const [program, ...words] = [...within(one), 'ss', '--kill', '--tcp']
        for (const { host } of others) call(program!, [...words, 'dst', host])
      }
    },
    heal() {
      divide([[...places.keys()]])
      fair()
    },
    async close() {
      for (const { holder } of places.values()) {
        const ended = once(holder, 'exit')
        holder.stdin!.end()
        await ended
      }
    },
  }
}

/** Names that are not apart from one another, directly or by others in between; the largest group first. */
export function groupsOf(names: readonly string[], apart: Between): string[][] {
  const groups: string[][] = []
  const left = new Set(names)
  for (const first of names) {
    if (!left.delete(first)) continue
    const group = [first]
    for (const member of group) {
      for (const other of left) {
        if (apart(member, other) || apart(other, member)) continue
        left.delete(other)
        group.push(other)
      }
    }
    groups.push(group)
  }
  return groups.sort((one, other) => other.length - one.length)
}

function rateOf(delay: number): number {
  return Math.round((8_000 * CARRIED) / delay)
}

function findSlowness(): Slowness {
  for (const name of Object.keys(SLOWNESS) as Slowness[]) {
    const how = SLOWNESS[name].queue({ cut: false, delay: 100, loss: 0.01 })
    if (spawnSync('tc', ['qdisc', 'add', 'dev', 'lo', 'root', ...how.split(' ')]).status !== 0) continue
    call('tc', 'qdisc del dev lo root'.split(' '))
    return name
  }
  throw new Error('this kernel can make no line slow: it has neither sch_netem nor sch_tbf')
}

async function holdNamespace(): Promise<ChildProcess> {
  const holder = follow(
    spawn('unshare', ['--net', 'sh', '-c', 'echo here; exec cat'], { stdio: ['pipe', 'pipe', 'inherit'] }),
  )
  await Promise.race([
    once(holder.stdout!, 'data'),
    once(holder, 'exit').then(() => {
      throw new Error('no network namespace could be made')
    }),
  ])
  return holder
}

/** Two lines into the namespace: to the bridge, and to the test alone. */
function connect({ number, host, holder }: Place): void {
  const { here, there } = lineOf(number)
  const own = `own${number}`
  ip(
    `link add ${port({ number })} type veth peer name net0 netns ${holder.pid}`,
    `link set ${port({ number })} master ${bridge(0)} up`,
    `link add ${own} type veth peer name own0 netns ${holder.pid}`,
    `addr add ${here}/30 dev ${own}`,
    `link set ${own} up`,
  )
  const inside = [
    'link set lo up',
    `addr add ${host}/16 dev net0`,
    'link set net0 up',
    `addr add ${there}/30 dev own0`,
    'link set own0 up',
  ]
  call('nsenter', [`--net=/proc/${holder.pid}/ns/net`, 'ip', '-batch', '-'], inside.join('\n'))
}

/** The end of a node's line at the bridge. */
function port({ number }: Pick<Place, 'number'>): string {
  return `node${number}`
}

function bridge(number: number): string {
  return `town${number}`
}

function ip(...lines: readonly string[]): void {
  call('ip', ['-batch', '-'], lines.join('\n'))
}

function call(program: string, words: readonly string[], input = ''): void {
  execFileSync(program, words, { input, stdio: ['pipe', 'ignore', 'pipe'] })
}

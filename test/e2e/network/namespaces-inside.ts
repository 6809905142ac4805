/** Run by a test in a network of its own: two nodes speak to a third. Prints who was heard. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { createNamespaces } from './namespaces.ts'
import type { Site } from './terrain.ts'

/** Milliseconds for an answer on a line that carries anything. */
const PATIENCE = 3_000
const WEATHER = { cut: false, delay: 100, loss: 0 }

const ECHO = `require('net').createServer((s) => s.on('error', () => {}).pipe(s)).listen(+process.argv[2], process.argv[1], () => console.log('ready'))`
/** Prints each line that comes back, and that the connection has ended. */
const CALLER = `
const s = require('net').connect(+process.argv[2], process.argv[1], () => console.log('ready'))
s.on('error', () => {}).on('close', () => console.log('closed'))
s.pipe(process.stdout, { end: false })
process.stdin.pipe(s)`

const children: ChildProcess[] = []
const terrain = await createNamespaces()
const [one, two, three] = [await terrain.site('one'), await terrain.site('two'), await terrain.site('three')]
await start(one, ECHO)
const callers = { two: await call(two), three: await call(three) }

const fair = await heard()
terrain.set({ ...WEATHER, cut: true }, isTwo)
const cut = await heard()
terrain.heal()
// What was said meanwhile arrives first.
await callers.two.answered()
const healed = await heard()
terrain.set(WEATHER, isTwo)
const slow = await heard()
terrain.heal()
terrain.reset(isTwo)
await callers.two.closed
const reset = ['two broken', (await callers.three.says()) ? 'three open' : 'three broken']
process.stdout.write(JSON.stringify({ fair, cut, healed, slow, reset }))
for (const child of children) child.kill('SIGKILL')
await terrain.close()
process.exit(0)

function isTwo(from: string, to: string): boolean {
  return from === 'two' && to !== 'two'
}

async function heard(): Promise<string[]> {
  const [second, third] = await Promise.all([callers.two.says(), callers.three.says()])
  return [`two ${second ? 'heard' : 'lost'}`, `three ${third ? 'heard' : 'lost'}`]
}

/** A process at that site; resolves to its lines when it is ready. */
async function start({ prefix }: Site, script: string) {
  const { host, port } = one
  const [program, ...words] = [...prefix, process.execPath, '-e', script, host, String(port)]
  const child = spawn(program!, words, { stdio: ['pipe', 'pipe', 'inherit'] })
  children.push(child)
  const lines = createInterface({ input: child.stdout })
  await once(lines, 'line')
  return { lines, stdin: child.stdin }
}

/** Says one line after the other, which come back. */
async function call(site: Site) {
  const { lines, stdin } = await start(site, CALLER)
  let said = 0
  let back = 0
  const closed = Promise.withResolvers<void>()
  lines.on('line', (line) => {
    if (line === 'closed') closed.resolve()
    else back = Number(line)
  })
  const answered = async () => {
    while (back < said) await once(lines, 'line')
    return true
  }
  return {
    closed: closed.promise,
    answered,
    says: () => {
      stdin.write(`${++said}\n`)
      return Promise.race([answered(), sleep(PATIENCE, false)])
    },
  }
}

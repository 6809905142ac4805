/** docs/newcomer.md, carried out as it stands: its commands in a shell, its programs in the files that it names. */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { goProxy } from '../support/go-proxy.ts'
import {
  cleanEnvironment,
  follow,
  type NodeProcess,
  startNode,
  temporaryDirectory,
} from '../support/node-process.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PAGE = readFileSync(join(ROOT, 'docs/newcomer.md'), 'utf8')

/** What a clone has, as far as the page needs it. */
const CLONE = ['src', 'sdks', 'bin', 'openrpc.json', 'package.json', 'tsconfig.json', 'tsconfig.build.json']

type Step = { readonly command: string } | { readonly file: string; readonly text: string }

/** The commands and programs under a heading, in order. */
function stepsOf(heading: string): Step[] {
  const section = PAGE.split(/^## /m).find((each) => each.startsWith(`${heading}\n`))
  assert.ok(section, heading)
  const blocks = section.matchAll(/(?:^`([\w.]+)`:\n\n)?^```(\w+)\n([\s\S]*?)^```$/gm)
  return [...blocks].map(([, file, language, text]) => {
    if (file !== undefined) return { file, text: text! }
    assert.equal(language, 'sh', `a program without the name of its file:\n${text}`)
    return { command: text! }
  })
}

const home = temporaryDirectory()
const clone = join(temporaryDirectory(), 'stegos')
const hello = join(clone, 'hello')
let node: NodeProcess
before(async () => {
  mkdirSync(clone)
  for (const name of CLONE) cpSync(join(ROOT, name), join(clone, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'))
  node = await startNode({ dataDirectory: join(home, '.stegos', 'dev') })
})
after(() => node.stop())

async function shell(command: string, cwd: string, env: Record<string, string>): Promise<string> {
  const child = follow(
    spawn('sh', ['-euc', command], {
      cwd,
      env: { ...cleanEnvironment(home), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  )
  let output = ''
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on('data', (chunk) => {
      output += chunk
    })
  }
  const [code] = await once(child, 'close')
  assert.equal(code, 0, `${command}\n${output}`)
  return output
}

/** Carries out a section; returns what its last command printed. */
async function carryOut(heading: string, env: Record<string, string> = {}): Promise<string> {
  const [folder] = stepsOf('The network').filter((step) => 'command' in step)
  await shell(folder!.command, clone, env)
  let printed = ''
  for (const step of stepsOf(heading)) {
    if ('command' in step) printed = await shell(step.command, hello, env)
    // The page speaks of the port that a node takes when it is not told another.
    else writeFileSync(join(hello, step.file), step.text.replace('http://127.0.0.1:3145', node.url))
  }
  return printed
}

function has(...command: [string, ...string[]]): boolean {
  return spawnSync(command[0], command.slice(1)).status === 0
}

/** @returns what `skip` takes; in CI nothing may be missing */
function needs(there: boolean, what: string): string | false {
  if (there) return false
  assert.notEqual(process.env.CI_TOOLCHAINS, '1', what)
  return what
}

const debian = '/usr/lib/python3/dist-packages'
const python = has('/usr/bin/python3', '-c', 'import ensurepip, h11, wsproto, setuptools, wheel, pip')
test('Python', {
  skip: needs(python, 'Debian: python3-venv python3-h11 python3-wsproto python3-setuptools'),
}, async () => {
  // Packages come from Debian instead of a registry, which a test does not ask.
  const env = {
    PATH: `/usr/bin:${process.env.PATH}`,
    ...{ PIP_NO_INDEX: '1', PIP_NO_BUILD_ISOLATION: '0', PYTHONPATH: debian },
  }
  assert.match(await carryOut('Python', env), /^Ben reads: hello$/m)
})

const websocket = '/usr/share/gocode/src/github.com/gorilla/websocket'
const go = has('go', 'version') && has('test', '-d', websocket) && has('python3', '--version')
test('Go', { skip: needs(go, 'Debian: golang golang-github-gorilla-websocket-dev python3') }, async () => {
  const proxy = goProxy(temporaryDirectory(), 'github.com/gorilla/websocket', 'v1.5.0', websocket)
  assert.match(await carryOut('Go', proxy), /^Ben reads: hello$/m)
})

test('TypeScript', async () => {
  const env = { PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}` }
  assert.match(await carryOut('TypeScript', env), /^Ben reads: hello$/m)
})

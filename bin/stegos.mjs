#!/usr/bin/env node
// The installed command. In a checkout it runs the TypeScript sources; as a package, what was compiled from them. Under a
// Node too old for that it hands over to the Node that comes with the project, if there is one. Plain JavaScript, so that
// every Node can read it far enough to say what is wrong.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const NEEDED = 24

const here = (path) => new URL(path, import.meta.url)
const entry = [here('../src/cli.ts'), here('../dist/cli.js')].find((file) => existsSync(file))
const own = fileURLToPath(here(`../node_modules/.bin/node${process.platform === 'win32' ? '.cmd' : ''}`))

if (!entry) {
  console.error('stegos: neither src/cli.ts nor dist/cli.js is here; the installation is incomplete.')
  process.exitCode = 1
} else if (Number.parseInt(process.versions.node, 10) >= NEEDED) {
  // Before anything else is loaded: what is in the cache needs no compiling and no stripping of types, which saves a third
  // of the start and the memory of the stripper.
  module.enableCompileCache()
  await import(entry.href)
} else if (existsSync(own)) {
  handOver(own, process.argv.slice(1))
} else {
  console.error(
    `stegos: needs Node ${NEEDED} or newer, and this is ${process.version}. See https://nodejs.org.`,
  )
  process.exitCode = 1
}

function handOver(node, args) {
  const child = spawn(node, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  // The terminal sends Ctrl-C to both; what others send comes here alone and is passed on.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    if (signal) {
      process.removeAllListeners(signal)
      process.kill(process.pid, signal)
    } else process.exitCode = code ?? 1
  })
}

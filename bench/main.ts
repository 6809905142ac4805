/**
 * `npm run bench [-- SUITE …] [-- --json FILE]`: figures of this machine in this run, of all suites unless some are named.
 * Compare rows of one run with each other, not with another machine's.
 */
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { environment } from './environment.ts'
import { printRows, type Row } from './harness.ts'

const SUITES: Record<string, { title: string; run: (progress: (line: string) => void) => Promise<Row[]> }> = {
  crypto: {
    title: 'Cryptography, beside its references',
    run: async (progress) => (await import('./crypto.ts')).benchCrypto(progress),
  },
  'constant-time': {
    title: 'Secrets in time: a fixed secret against random ones, Welch’s t',
    run: async (progress) => (await import('./constant-time.ts')).benchConstantTime(progress),
  },
  bls: {
    title: 'Signatures of validators, one thread',
    run: async (progress) => (await import('./bls.ts')).benchBls(progress),
  },
  delay: {
    title: 'The delay function, one thread',
    run: async (progress) => (await import('./delay.ts')).benchDelay(progress),
  },
  consensus: {
    title: 'Consensus of many validators, each as if on a core of its own',
    run: async (progress) => (await import('./consensus.ts')).benchConsensus(progress),
  },
  sync: {
    title: 'Catching up, in one process and over real sockets',
    run: async (progress) => (await import('./sync.ts')).benchSync(progress),
  },
  network: {
    title: 'Four validators in four processes, under a steady load',
    run: async (progress) => (await import('./network.ts')).benchNetwork(progress),
  },
  node: {
    title: 'Verification, scanning and the event loop of a node',
    run: async (progress) => (await import('./node.ts')).benchNode(progress),
  },
  rpc: {
    title: 'JSON-RPC, server and load on one machine',
    run: async (progress) => (await import('./rpc.ts')).benchRpc(progress),
  },
  load: {
    title: 'Many subscribers, and a node that is busy with everything',
    run: async (progress) => (await import('./load.ts')).benchLoad(progress),
  },
  snapshot: {
    title: 'Snapshots, and a node that prunes',
    run: async (progress) => (await import('./snapshot.ts')).benchSnapshot(progress),
  },
  payments: {
    title: 'Payments through the API of a running node',
    run: async (progress) => (await import('./payments.ts')).benchPayments(progress),
  },
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    // of one suite
    rate: { type: 'string' },
    seconds: { type: 'string' },
    profile: { type: 'string' },
  },
})
const names = positionals.length > 0 ? positionals : Object.keys(SUITES)
const unknown = names.find((name) => !(name in SUITES))
if (unknown !== undefined) {
  console.error(`no benchmark called ${unknown}; there are ${Object.keys(SUITES).join(', ')}`)
  process.exit(2)
}
console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`)
const results: Record<string, readonly Row[]> = {}
for (const name of names) {
  const { title, run } = SUITES[name]!
  const rows = await run((line) => process.stderr.write(`  ${line}\n`))
  printRows(title, rows)
  results[name] = rows
}
if (values.json !== undefined) {
  const figures = { environment: environment(), ...results }
  writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`)
}

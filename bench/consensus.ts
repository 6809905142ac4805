/**
 * Consensus among 1 to 64 validators: how often there is a block, and how long one takes to be final. Replicas and BLS
 * signatures are real, the network and the clock are virtual (bench/consensus); and what certificates and votes cost.
 */

import { installNativeBls } from '../src/node/crypto/native-bls.ts'
import { le32 } from '../src/protocol/bytes.ts'
import { checkCertificate, makeCertificate, precommitMessage } from '../src/protocol/certificate.ts'
import {
  blsBackend,
  blsFindInvalid,
  blsKeyFromSeed,
  blsPublicKey,
  blsSign,
} from '../src/protocol/crypto/bls.ts'
import { hash } from '../src/protocol/crypto/hash.ts'
import { NO_CLAIM } from '../src/protocol/stake/leak.ts'
import { STAKE_PARAMS } from '../src/protocol/stake/params.ts'
import { MILLISECOND, type Time } from '../test/sim/agenda.ts'
import { VirtualValidator } from './consensus/validator.ts'
import { createBook } from './consensus/world.ts'
import { stopwatch } from './crypto/stopwatch.ts'
import { at, type Row, summary } from './harness.ts'

/** Validators, and blocks that they make. */
const NETWORKS: readonly { readonly size: number; readonly blocks: number }[] = [
  { size: 1, blocks: 200 },
  { size: 4, blocks: 100 },
  { size: 16, blocks: 40 },
  { size: 64, blocks: 12 },
]
const CERTIFICATES = [4, 16, 64, 128]
/** Votes verified together at most, as in a node. */
const BATCH = 64
const RUNS = 51
const WARMING = 10

export async function benchConsensus(progress: (line: string) => void): Promise<Row[]> {
  await installNativeBls()
  const runs: Run[] = []
  runNetwork(4, 20)
  for (const { size, blocks } of NETWORKS) {
    progress(`${blocks} blocks of ${size} validators …`)
    runs.push(runNetwork(size, blocks))
  }
  progress('certificates and votes …')
  return [...runs.flatMap(rowsOf), ...ratiosOf(runs), ...signatureRows()]
}

/** Virtual milliseconds, ascending. */
type Run = {
  readonly size: number
  readonly intervals: readonly number[]
  /** From a block's showing to its being final, at each validator. */
  readonly finality: readonly number[]
  /** Of its core that a validator used for each block. */
  readonly work: readonly number[]
}

function runNetwork(size: number, blocks: number): Run {
  const { world, records } = createBook(size, size, (to, from, bytes) => nodes[to]!.take({ from, bytes }))
  const nodes = Array.from({ length: size }, (_, self) => new VirtualValidator(world, self))
  for (const node of nodes) node.start()
  while (nodes.some(({ height }) => height < blocks))
    if (!world.agenda.step()) throw new Error('it stands still')
  const made = [...records.values()].filter(({ final }) => final.length === size)
  if (made.length < blocks || made.some(({ round }) => round > 0)) throw new Error('a round failed')
  const firsts = made.map(({ final }) => Math.min(...final))
  const ascending = (times: readonly Time[]) => times.map((time) => time / MILLISECOND).sort((a, b) => a - b)
  return {
    size,
    // The first block does not wait for the one before.
    intervals: ascending(firsts.slice(2).map((time, i) => time - firsts[i + 1]!)),
    finality: ascending(made.flatMap(({ final, shown }) => final.map((time) => time - shown))),
    work: ascending(nodes.map(({ busy, height }) => busy / height)),
  }
}

const PLACES = [
  ['p50', 0.5],
  ['p99', 0.99],
] as const

function rowsOf({ size, intervals, finality, work }: Run): Row[] {
  const group = `Consensus: ${size === 1 ? '1 validator' : `${size} validators`}`
  const both = (what: string, figures: readonly number[]) =>
    PLACES.map(([name, share]) => at(`${what}, ${name}`, figures, share))
  return [
    ...both('block interval', intervals),
    ...both('final after', finality),
    summary('work of each for a block', work, 'ms'),
  ].map((row) => ({ ...row, group }))
}

function ratiosOf(runs: readonly Run[]): Row[] {
  const few = runs.find(({ size }) => size === 4)!
  const many = runs.find(({ size }) => size === 64)!
  const group = 'Consensus: 64 against 4'
  const ratio = (what: string, of: (run: Run) => readonly number[], share: number): Row => {
    const times = at('', of(many), share).median / at('', of(few), share).median
    return { ...summary(what, [times], '×'), group }
  }
  return [
    ratio('block interval, p50', ({ intervals }) => intervals, 0.5),
    ratio('final after, p50', ({ finality }) => finality, 0.5),
    ratio('final after, p99', ({ finality }) => finality, 0.99),
    ratio('work of each for a block', ({ work }) => work, 0.5),
  ]
}

/** What each step costs on one thread. */
function signatureRows(): Row[] {
  const group = 'Certificates and votes'
  const note = `one thread, ${blsBackend().name}`
  const [chainId, blockId] = [hash('bench chain'), hash('bench block')]
  const message = precommitMessage(chainId, 1, 0, blockId)
  const most = Math.max(BATCH, ...CERTIFICATES)
  const secrets = Array.from({ length: most }, (_, i) => blsKeyFromSeed(hash('bench signer', le32(i))))
  const signed = secrets.map((secret) => ({
    publicKey: blsPublicKey(secret),
    message,
    signature: blsSign(secret, message),
  }))
  const rows: Row[] = []
  for (const size of CERTIFICATES) {
    const set = signed.slice(0, size).map(({ publicKey }) => ({ publicKey, weight: 1n }))
    const votes = new Map(signed.slice(0, size).map(({ signature }, i) => [i, signature]))
    const certificate = makeCertificate({ round: 0, claim: NO_CLAIM }, set, votes)
    const check = () => checkCertificate(certificate, set, chainId, 1, blockId, STAKE_PARAMS.main)
    rows.push(timed(`check a certificate of ${size}`, check))
  }
  const [smallest, largest] = [rows[0]!, rows.at(-1)!]
  const more = `check a certificate, ${CERTIFICATES.at(-1)} against ${CERTIFICATES[0]}`
  rows.push(summary(more, [largest.median / smallest.median], '×'))
  const verify = (count: number) => () => {
    if (blsFindInvalid(signed.slice(0, count)).length > 0) throw new Error('a vote did not verify')
  }
  const alone = timed('votes verified, one at a time', verify(1))
  const together = timed(`votes verified, ${BATCH} together`, verify(BATCH), BATCH)
  const sign = timed('votes signed', () => blsSign(secrets[0]!, message))
  rows.push(perSecond(alone), perSecond(together), perSecond(sign))
  return rows.map((row) => ({ note, ...row, group }))
}

/** Milliseconds, less what this thread waited for a processor. */
function timed(name: string, work: () => void, per = 1): Row {
  for (let i = 0; i < WARMING; i++) work()
  const times = Array.from({ length: RUNS }, () => {
    const read = stopwatch()
    work()
    return read() / per
  })
  return summary(name, times, 'ms')
}

function perSecond({ name, median, low, high }: Row): Row {
  return { name, median: 1_000 / median, low: 1_000 / high, high: 1_000 / low, unit: '/s' }
}

/** Whole transactions, 2 in 2 out: verified in batches, built, scanned; and where the time of each goes. */
import { findOutput, findOutputs } from '../../src/protocol/enote.ts'
import { type Row, summary } from '../harness.ts'
import { timed } from './interleave.ts'
import {
  type Ordinary,
  ordinaryBuilder,
  outputsOf,
  ownOutputs,
  receiver,
  stranger,
  verifyOrdinary,
} from './ordinary.ts'
import { measureRows } from './rows.ts'
import { ALL_STAGES, profile } from './stages.ts'
import { BATCH, rangeProofs } from './work.ts'

const BATCHES = [1, 8, 32, 128, 256]
const RUNS = 7
/** Scanning by runs of this many outputs: one call, and one of the node's jobs, may have any number. */
const SMALL = 8

/** @param batch as many transactions as the largest batch has, all different */
export async function transactionRows(batch: readonly Ordinary[]): Promise<Row[]> {
  const outputs = outputsOf(batch.slice(0, BATCH))
  const own = ownOutputs(outputs)
  const build = ordinaryBuilder()
  const first = outputs[0]!
  const few = outputs.slice(0, SMALL)
  return [
    ...(await measureRows(
      'Verify a transaction, 2 in 2 out, from bytes to verdict',
      BATCHES.map((size) => ({
        name: `in a batch of ${size}`,
        unit: 'µs' as const,
        timed: timed(() => verifyOrdinary(batch.slice(0, size)), size),
        note: size === 1 ? 'alone' : undefined,
      })),
    )),
    ...(await measureRows('Build and scan', [
      { name: 'build a transaction, 2 in 2 out', unit: 'ms', timed: timed(build) },
      {
        name: 'scan a foreign output, alone',
        unit: 'µs',
        timed: timed(() => findOutput(stranger, first.context, first.core)),
      },
      {
        name: `scan a foreign output of ${SMALL}`,
        unit: 'µs',
        timed: timed(() => findOutputs(stranger, few), few.length),
      },
      {
        name: `scan a foreign output of ${outputs.length}`,
        unit: 'µs',
        timed: timed(() => findOutputs(stranger, outputs), outputs.length),
      },
      {
        name: `scan an output of one's own of ${own.length}`,
        unit: 'µs',
        timed: timed(() => findOutputs(receiver, own), own.length),
      },
    ])),
    ...stageRows(
      `verifying one of ${BATCH} transactions`,
      () => verifyOrdinary(batch.slice(0, BATCH)),
      BATCH,
    ),
    ...stageRows('verifying one transaction alone', () => verifyOrdinary(batch.slice(0, 1)), 1, 10),
    ...stageRows('proving 2 × 64 bit', rangeProofs(2).prove, 1),
    ...stageRows('building a transaction', build, 1),
    ...stageRows('scanning a foreign output', () => findOutputs(stranger, outputs), outputs.length),
    ...stageRows("scanning an output of one's own", () => findOutputs(receiver, own), own.length),
  ]
}

/** Stages of work that took a noticeable part of the time. */
function stageRows(what: string, work: () => unknown, per: number, times = 1): Row[] {
  const repeated = () => {
    for (let i = 0; i < times; i++) work()
  }
  repeated()
  const samples = profile(repeated, RUNS)
  const rows = ALL_STAGES.map((stage) =>
    summary(
      stage,
      samples.map((sample) => (sample[stage] * 1_000) / (per * times)),
      'µs',
    ),
  )
  const whole = rows.reduce((sum, { median }) => sum + median, 0)
  return rows
    .filter(({ median }) => median >= whole / 500)
    .map((row) => ({
      ...row,
      group: `Where the time goes: ${what}`,
      note: `${((100 * row.median) / whole).toFixed(1)} %`,
    }))
}

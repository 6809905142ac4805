/** What was to be reached on one thread, each beside its reference. */

import { decodePoint, encodePoint, equalPoints, multiscalar } from '../../src/protocol/crypto/group.ts'
import type { Row } from '../harness.ts'
import { dalekRangeProofs } from './dalek.ts'
import { timed } from './interleave.ts'
import { nobleDecode, nobleMultiplyEncoding, noblePippenger, nobleScalar, nobleScanner } from './noble.ts'
import { type Ordinary, outputsOf, ownOutputs, receiver, stranger } from './ordinary.ts'
import { type Entry, measureAgainst } from './rows.ts'
import { BITS, ourWork, POINTS, points, scalars, valuesOf } from './work.ts'

/** Outputs that noble scans in a sample. */
const SCANNED = 16

/** @param batch the transactions that are verified together */
export async function goalRows(batch: readonly Ordinary[]): Promise<Row[]> {
  const ours = ourWork(batch)
  const dalek = dalekOf(2)
  const noble = nobleWork(batch)
  const pairs: [ours: Entry, reference: Entry, atLeast: number][] = [
    [ours.multiply, noble.multiply, 8],
    [ours.sum, noble.sum, 6],
    [ours.verify, dalek.verify, 1],
    [ours.batch, dalek.verify, 12],
    [ours.prove, dalek.prove, 2],
    [ours.scan, noble.scan, 8],
  ]
  const rows: Row[] = []
  for (const [mine, reference, atLeast] of pairs)
    rows.push(await measureAgainst(mine, reference, atLeast, 'Goals'))
  return rows
}

function dalekOf(count: number): Record<'prove' | 'verify', Entry> {
  const { values, blindings } = valuesOf(count)
  const { prove, verify } = dalekRangeProofs(values, blindings)
  return {
    prove: { name: 'dalek in WebAssembly', unit: 'ms', timed: timed(prove) },
    verify: { name: `dalek in WebAssembly, ${count} × ${BITS} bit alone`, unit: 'ms', timed: timed(verify) },
  }
}

function nobleWork(batch: readonly Ordinary[]): Record<'multiply' | 'sum' | 'scan', Entry> {
  const encoding = encodePoint(points(1)[0]!)
  const secret = nobleScalar(scalars(1)[0]!)
  const list = points(POINTS)
  const factors = scalars(POINTS)
  const [terms, values] = [list.map((point) => nobleDecode(encodePoint(point))), factors.map(nobleScalar)]
  const sum = () => noblePippenger(terms, values)
  if (!equalPoints(decodePoint(sum().toBytes()), multiscalar(list, factors))) {
    throw new Error('noble and the kernel disagree about a sum')
  }
  return {
    multiply: { name: 'noble', unit: 'µs', timed: timed(() => nobleMultiplyEncoding(encoding, secret)) },
    sum: { name: "noble's pippenger", unit: 'ms', timed: timed(sum) },
    scan: { name: 'the same on noble', unit: 'µs', timed: timed(scanWork(batch), SCANNED) },
  }
}

/** Scans foreign outputs on noble, after a look whether it finds what is its own. */
function scanWork(batch: readonly Ordinary[]): () => void {
  const outputs = outputsOf(batch.slice(0, SCANNED / 2))
  const own = ownOutputs(outputs)
  if (own.length === 0 || nobleScanner(receiver)(outputs) !== own.length) {
    throw new Error('noble and the kernel disagree about whose an output is')
  }
  const scan = nobleScanner(stranger)
  return () => void scan(outputs)
}

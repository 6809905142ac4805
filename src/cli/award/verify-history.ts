/**
 * Checks that records of awards are those the chain wrote down: each is hashed onto the one before, and the last hash is a part
 * of the state that blocks commit to.
 */
import { verifyAwardProof } from '../../protocol/award-proof.ts'
import { fromHex, toHex } from '../../protocol/bytes.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { nextHistory } from '../../protocol/stake/award-record.ts'
import { STAKE_PARAMS } from '../../protocol/stake/params.ts'
import type { AwardProof, AwardRecord } from '../../sdk/generated/contract.ts'
import { CliError } from '../cli-error.ts'
import { EXIT } from '../exit-codes.ts'
import { proofOf, recordOf } from './from-contract.ts'
import type { AwardFile } from './read-records.ts'

/** What is trusted without the file; hex. */
export type HistoryAnchor = {
  readonly block?: string | undefined
  readonly set?: string | undefined
  readonly history?: string | undefined
}

export type HistoryCheck = {
  /** Periods of the records that belong to the history below. */
  readonly linked: ReadonlySet<number>
  /** Where that history was found to stand, in words. */
  readonly found: string | undefined
  /** Whether that is something the caller said he trusts. */
  readonly trusted: boolean
}

const NOTHING = '00'.repeat(32)

/** @throws CliError with exit code `notProven`, saying what does not hold. */
export function verifyHistory({ records, proof }: AwardFile, anchor: HistoryAnchor): HistoryCheck {
  for (const [index, record] of records.entries()) checkLink(record, records[index + 1])
  const last = records.at(-1)!
  if (anchor.history !== undefined && anchor.history !== last.history) throw wrong(notTheLast(last))
  const block = proof && checkProof(proof, last, anchor)
  const linked = new Set<number>()
  for (const { period } of records.toReversed()) {
    if (period !== last.period - linked.size) break
    linked.add(period)
  }
  const trusted = [anchor.history, anchor.block, anchor.set].some((known) => known !== undefined)
  const found = anchor.history === undefined ? undefined : 'the history that you named'
  return { linked, found: block ?? found, trusted }
}

function checkLink(record: AwardRecord, next: AwardRecord | undefined): void {
  const { period, before, history } = record
  if (period === 1 && before !== NOTHING) throw wrong('the first award has another one before it')
  if (historyAfter(record) !== history)
    throw wrong(`the award of period ${period} was changed: its history is that of another record`)
  if (next && next.chainId !== record.chainId) throw wrong('they are awards of several chains')
  if (next?.period === period + 1 && next.before !== history)
    throw wrong(`the award of period ${next.period} does not follow on that of period ${period}`)
}

function historyAfter(record: AwardRecord): string {
  try {
    return toHex(nextHistory(fromHex(record.before), recordOf(record)))
  } catch (error) {
    if (error instanceof RangeError)
      throw wrong(`the award of period ${record.period} has a number that none has: ${error.message}`)
    throw error
  }
}

/** @returns the block, in words. */
function checkProof(proof: AwardProof, last: AwardRecord, { block, set }: HistoryAnchor): string {
  const { network, chainId } = last
  try {
    const anchor = { block: block && fromHex(block), validators: set && fromHex(set) }
    const shown = verifyAwardProof(proofOf(proof), fromHex(chainId), STAKE_PARAMS[network], {
      ...(anchor.block && { block: anchor.block }),
      ...(anchor.validators && { validators: anchor.validators }),
    })
    if (toHex(shown.history) !== last.history) throw wrong(notTheLast(last))
    // More than a third of the weight can sign under a claim that all the rest is silent: that is nothing to go by.
    if (set !== undefined && shown.claimed)
      throw wrong(
        'the block was signed under a claim that validators are silent: take the proof of a later one',
      )
    const by = set === undefined ? '' : ', signed by more than two thirds of the validators that you named'
    return `block ${shown.height}, ${toHex(shown.block)}${by}`
  } catch (error) {
    if (error instanceof ProtocolError) throw wrong(`the proof does not hold: ${error.message}`)
    throw error
  }
}

function notTheLast({ period }: AwardRecord): string {
  return `the history ends otherwise than with the award of period ${period}: records were changed, or are missing at the end`
}

function wrong(why: string): CliError {
  return new CliError(EXIT.notProven, why)
}

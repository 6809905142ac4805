/** Checks one record of an award with nothing but what stands in it, and what the caller knows from elsewhere. */
import { fromHex } from '../../protocol/bytes.ts'
import { verifyDelay } from '../../protocol/crypto/delay/delay.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { verifyAward } from '../../protocol/stake/award-draw.ts'
import { STAKE_PARAMS } from '../../protocol/stake/params.ts'
import type { AwardEligible, AwardRecord } from '../../sdk/generated/contract.ts'
import { CliError } from '../cli-error.ts'
import { EXIT } from '../exit-codes.ts'
import { recordOf } from './from-contract.ts'
import type { HistoryCheck } from './verify-history.ts'

/** What is known without the record; each is compared with it. */
export type KnownAward = { readonly chainId?: string | undefined; readonly beacon?: string | undefined }

export type AwardCheck = {
  readonly period: number
  readonly outcome: AwardRecord['outcome']
  readonly amount: string
  readonly prize: string
  readonly bounty: string
  readonly winner?: AwardEligible | undefined
  /** Whether it is shown to be what the chain wrote down, by something the caller trusts. */
  readonly proven: boolean
  /** What was found to hold. */
  readonly checked: readonly string[]
  /** What was taken from the record, and is for whoever asks to compare with blocks he trusts. */
  readonly assumed: readonly string[]
}

/** @throws CliError with exit code `notProven`, saying what does not hold. */
export function verifyRecord(record: AwardRecord, known: KnownAward, history: HistoryCheck): AwardCheck {
  const { network, chainId, period, outcome, amount, prize, bounty, frozenAt, seedHeight } = record
  if (known.chainId !== undefined && known.chainId !== chainId) throw wrong(period, 'it is of another chain')
  const params = STAKE_PARAMS[network]
  const squarings = params.awardDelaySquarings
  const drawn = outcome === 'paid' || outcome === 'forfeited'
  const beacon = known.beacon === undefined ? undefined : fromHex(known.beacon)
  try {
    const trusted = { squarings, ...(beacon && { beacon }) }
    verifyAward(recordOf(record), fromHex(chainId), (delay) => verifyDelay(delay), params, trusted)
  } catch (error) {
    if (error instanceof ProtocolError) throw wrong(period, error.message)
    throw error
  }
  const linked = history.linked.has(period)
  const proven = linked && history.trusted
  return {
    ...{ period, outcome, amount, prize, bounty, proven },
    winner: drawn ? record.eligible[record.winner!] : undefined,
    checked: [
      `it is frozen and seeded at the blocks of its period, ${frozenAt} and ${seedHeight}`,
      `the list of ${record.eligible.length} eligible is in order`,
      ...(drawn
        ? [
            `the proof is one of ${squarings} squarings from the seed of this chain, period, list and beacon`,
            `its output picks number ${record.winner! + 1} of the list`,
            'prize and bounty make up the amount',
          ]
        : ['nothing was drawn and nothing paid']),
      ...(linked && history.found ? [`the record is in the history of ${history.found}`] : []),
    ],
    assumed: proven ? [] : assumptions(record, known, linked, history.found),
  }
}

function assumptions(
  { outcome, beacon, seedHeight, frozenAt }: AwardRecord,
  known: KnownAward,
  linked: boolean,
  found: string | undefined,
): string[] {
  return [
    ...(known.chainId === undefined ? ['the id of the chain'] : []),
    ...(known.beacon === undefined && beacon !== undefined ? [`the beacon of block ${seedHeight}`] : []),
    `the list of eligible and the amount at block ${frozenAt}, and that it was ${outcome}`,
    ...(linked && found ? [`${found}: compare it with one you trust, by --block or --set`] : []),
  ]
}

function wrong(period: number, why: string): CliError {
  return new CliError(EXIT.notProven, `the award of period ${period} does not hold: ${why}`)
}

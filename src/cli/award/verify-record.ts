/** Checks one record of an award with nothing but what stands in it, and what the caller knows from elsewhere. */
import { fromHex } from '../../protocol/bytes.ts'
import { verifyDelay } from '../../protocol/crypto/delay/delay.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { verifyAward } from '../../protocol/stake/award-draw.ts'
import type { AwardRecord as ProtocolRecord } from '../../protocol/stake/award-record.ts'
import { STAKE_PARAMS } from '../../protocol/stake/params.ts'
import type { AwardEligible, AwardRecord } from '../../sdk/generated/contract.ts'
import { CliError } from '../cli-error.ts'
import { EXIT } from '../exit-codes.ts'

/** What is known without the record; each is compared with it. */
export type KnownAward = { readonly chainId?: string | undefined; readonly beacon?: string | undefined }

export type AwardCheck = {
  readonly period: number
  readonly outcome: AwardRecord['outcome']
  readonly amount: string
  readonly prize: string
  readonly bounty: string
  readonly winner?: AwardEligible | undefined
  /** What was found to hold. */
  readonly checked: readonly string[]
  /** What was taken from the record, and is for whoever asks to compare with blocks he trusts. */
  readonly assumed: readonly string[]
}

/** @throws CliError with exit code `notProven`, saying what does not hold. */
export function verifyRecord(record: AwardRecord, known: KnownAward = {}): AwardCheck {
  const { network, chainId, period, outcome, amount, prize, bounty } = record
  if (known.chainId !== undefined && known.chainId !== chainId) throw wrong(period, 'it is of another chain')
  const params = STAKE_PARAMS[network]
  const squarings = params.awardDelaySquarings
  const drawn = outcome === 'paid' || outcome === 'forfeited'
  const beacon = known.beacon === undefined ? undefined : fromHex(known.beacon)
  try {
    const trusted = { squarings, ...(beacon && { beacon }) }
    verifyAward(toProtocol(record), fromHex(chainId), (delay) => verifyDelay(delay), params, trusted)
  } catch (error) {
    if (error instanceof ProtocolError) throw wrong(period, error.message)
    throw error
  }
  const count = record.eligible.length
  return {
    ...{ period, outcome, amount, prize, bounty },
    winner: drawn ? record.eligible[record.winner!] : undefined,
    checked: [
      `the list of ${count} eligible is in order`,
      ...(drawn
        ? [
            `the proof is one of ${squarings} squarings from the seed of this chain, period, list and beacon`,
            `its output picks number ${record.winner! + 1} of the list`,
            'prize and bounty make up the amount',
          ]
        : ['nothing was drawn and nothing paid']),
    ],
    assumed: [
      ...(known.chainId === undefined ? ['the id of the chain'] : []),
      ...(known.beacon === undefined && record.beacon !== undefined
        ? [`the beacon of block ${record.seedHeight}`]
        : []),
      `the list of eligible and the amount at block ${record.frozenAt}`,
    ],
  }
}

function toProtocol(record: AwardRecord): ProtocolRecord {
  const { period, outcome, frozenAt, seedHeight, squarings, winner, beacon, proof } = record
  return {
    ...{ period, outcome, frozenAt, seedHeight, squarings, winner },
    amount: BigInt(record.amount),
    prize: BigInt(record.prize),
    bounty: BigInt(record.bounty),
    eligible: record.eligible.map(({ validatorId, validatorKey, operator }) => ({
      id: fromHex(validatorId),
      key: fromHex(validatorKey),
      operator: fromHex(operator),
    })),
    beacon: beacon === undefined ? undefined : fromHex(beacon),
    proof: proof === undefined ? undefined : fromHex(proof),
  }
}

function wrong(period: number, why: string): CliError {
  return new CliError(EXIT.notProven, `the award of period ${period} does not hold: ${why}`)
}

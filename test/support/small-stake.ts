import { STAKE_PARAMS, type StakeParams } from '../../src/protocol/stake/params.ts'

/** What chains of tests have in common that are about stake: small numbers, and soon over. */
export const SMALL_STAKE: StakeParams = {
  ...STAKE_PARAMS.dev,
  minStake: 1_000_000n,
  minDeposit: 10_000n,
  halvingBlocks: 1_200,
  awardBounty: 1_000n,
  evidenceBond: 5_000n,
  lateBlocks: 4,
}

import type { NodeApi } from '../../node/api.ts'
import { stakeJson } from '../../node/stake/stake-json.ts'
import type { Group } from '../rpc/invoke.ts'
import { maybe, pageOf, pageRequest } from './wire.ts'

export function stakeMethods({ stake }: NodeApi): Group<'stake'> {
  return {
    'stake.deposit': async ({ amount, ...params }) =>
      stakeJson(await stake.deposit({ ...params, amount: BigInt(amount) })),
    'stake.withdraw': async ({ amount, ...params }) =>
      stakeJson(await stake.withdraw({ ...params, amount: maybe(amount, BigInt) })),
    'stake.configure': async (params) => stakeJson(await stake.configure(params)),
    'stake.rotate': async (params) => stakeJson(await stake.rotate(params)),
    'stake.resume': async (params) => stakeJson(await stake.resume(params)),
    'stake.proveAward': async (params) => stakeJson(await stake.proveAward(params)),
    'stake.get': async (params) => stakeJson(await stake.get(params)),
    'stake.list': async ({ accountId, status, ...page }) =>
      pageOf(await stake.list({ ...pageRequest(page), accountId, status }), stakeJson),
    'stake.validators': async (page) => pageOf(await stake.validators(pageRequest(page)), stakeJson),
    'stake.validator': async (params) => stakeJson(await stake.validator(params)),
    'stake.epoch': async () => stakeJson(await stake.epoch()),
    'stake.params': async () => stakeJson(await stake.params()),
    'stake.rewards': async ({ accountId, validatorId, ...page }) =>
      pageOf(await stake.rewards({ ...pageRequest(page), accountId, validatorId }), stakeJson),
    'stake.award': async () => stakeJson(await stake.award()),
    'stake.awards': async ({ period, ...page }) =>
      pageOf(await stake.awards({ ...pageRequest(page), period }), stakeJson),
    'stake.awardProof': async () => stakeJson(await stake.awardProof()),
    'stake.slashings': async (page) => pageOf(await stake.slashings(pageRequest(page)), stakeJson),
  }
}

/** The `stake` methods that show what everybody sees. */
import { fromHex, toHex } from '../../protocol/bytes.ts'
import { decodeStakeEvents } from '../../protocol/stake/event-codec.ts'
import { findRecord, type ValidatorRecord } from '../../protocol/stake/state.ts'
import type { RewardInfo, StakeChainApi } from '../api/stake.ts'
import type { Chain } from '../chain/chain.ts'
import { entriesAt, readKeptAward } from '../chain/find-stake.ts'
import type { ValidatorKeys } from '../consensus/validator-keys.ts'
import { NodeError } from '../errors.ts'
import { be32, fromBe64 } from '../ordered-keys.ts'
import { type Page, type PageRequest, pageOfList, readPage } from '../page.ts'
import { readAwardProof } from './award-proof-view.ts'
import { awardInfo, awardRecordInfo } from './award-view.ts'
import { epochInfo, stakeParamsInfo } from './epoch-view.ts'
import { type Rewarded, rewardInfo, slashingInfo } from './event-view.ts'
import { readExpandedPage } from './expanded-page.ts'
import { validatorInfo } from './validator-view.ts'
import type { StakeView } from './view-context.ts'

/** Bytes of the key of what happened at a height. */
const HEIGHT_LENGTH = 8

/** @param keys of this node's validator, if it has one. */
export function createStakeChainApi(
  chain: Chain,
  keys: Pick<ValidatorKeys, 'find'> | undefined,
): StakeChainApi {
  const { tables, params } = chain
  const view = () => stakeView(chain, keys)
  const here = { network: params.network, chainId: toHex(chain.state.chainId) }
  return {
    validators: async (query) => {
      const now = view()
      const page = pageOfList('validators', query, now.state.records, ({ id }) => toHex(id))
      return { ...page, items: page.items.map((record) => validatorInfo(now, record)) }
    },
    validator: async ({ validatorId, validatorKey }) => {
      const found =
        validatorKey === undefined
          ? findRecord(chain.state.stake.records, fromHex(validatorId!))
          : await findValidator(chain, fromHex(validatorKey))
      if (!found) throw new NodeError('unknown_validator', { validator: validatorKey ?? validatorId! })
      return validatorInfo(view(), found)
    },
    epoch: async () => epochInfo(view()),
    params: async () => stakeParamsInfo(params.stake, params.feePerOperation),
    award: async () => awardInfo(view()),
    awards: ({ period, ...request }) =>
      readPage({
        table: tables.awards,
        list: period === undefined ? 'awards' : `awards ${period}`,
        request,
        ...(period !== undefined && { gte: be32(period), lt: be32(period + 1) }),
        item: ([, value]) => awardRecordInfo(readKeptAward(value), here),
      }),
    awardProof: () => readAwardProof(chain),
    slashings: (request) =>
      readExpandedPage({
        table: tables.slashings,
        list: 'slashings',
        request,
        keyLength: HEIGHT_LENGTH,
        items: ([key, value]) =>
          decodeStakeEvents(value).map((event) => slashingInfo(event, Number(fromBe64(key)))),
      }),
  }
}

function stakeView({ state, params }: Chain, keys: StakeView['keys']): StakeView {
  const { stake, height, time } = state
  return { state: stake, params: params.stake, height, time, blockInterval: params.blockInterval, keys }
}

/** The validator of a key, present, next or past. */
export async function findValidator(chain: Chain, key: Uint8Array): Promise<ValidatorRecord | undefined> {
  const id = await findValidatorId(chain, key)
  return id && findRecord(chain.state.stake.records, id)
}

/** Id of the validator that a key was ever registered for, which may be gone. */
export async function findValidatorId(
  { tables }: Pick<Chain, 'tables'>,
  key: Uint8Array,
): Promise<Uint8Array | undefined> {
  const [entry] = await entriesAt(tables, [{ kind: 'key', id: key }])
  return entry?.kind === 'key' ? entry.validator : undefined
}

/** What epochs paid to the validators, by their ids in hex, that are asked for. @param earned what of it is the asking account's. */
export function readRewards(
  { tables }: Pick<Chain, 'tables'>,
  request: PageRequest,
  isWanted: (validatorId: string) => boolean,
  earned?: (event: Rewarded) => bigint,
): Promise<Page<RewardInfo>> {
  return readExpandedPage({
    table: tables.stakeEvents,
    list: 'rewards',
    request,
    keyLength: HEIGHT_LENGTH,
    items: ([key, value]) =>
      decodeStakeEvents(value).map((event) =>
        event.type === 'rewarded' && isWanted(toHex(event.validator))
          ? rewardInfo(event, Number(fromBe64(key)), earned)
          : undefined,
      ),
  })
}

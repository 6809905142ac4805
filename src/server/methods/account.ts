import type { BalanceInfo, CoinInfo, HistoryEntry } from '../../node/api/account.ts'
import type { NodeApi } from '../../node/api.ts'
import type * as contract from '../../sdk/generated/contract.ts'
import type { Group } from '../rpc/invoke.ts'
import { amountText, maybe, pageOf, pageRequest, timeText } from './wire.ts'

export function accountMethods({ account }: NodeApi): Group<'account'> {
  return {
    'account.create': (params) => account.create(params),
    'account.recover': (params) => account.recover(params),
    'account.list': ({ internal, ...page }, { caller }) =>
      account.list({ ...pageRequest(page), internal, among: caller.accounts }),
    'account.get': ({ accountId }) => account.get(accountId),
    'account.unlock': (params) => account.unlock(params),
    'account.lock': ({ accountId }) => account.lock(accountId),
    'account.remove': async (params) => {
      await account.remove(params)
      return { accountId: params.accountId }
    },
    'account.changePassphrase': (params) => account.changePassphrase(params),
    'account.recoveryPhrase': async (params) => ({
      accountId: params.accountId,
      recoveryPhrase: await account.recoveryPhrase(params),
    }),
    'account.address': (params) => account.address(params),
    'account.addresses': (params) =>
      account.addresses({ ...pageRequest(params), accountId: params.accountId }),
    'account.balance': async ({ accountId }) => balanceJson(await account.balance(accountId)),
    'account.history': async (params) =>
      pageOf(await account.history({ ...pageRequest(params), accountId: params.accountId }), historyJson),
    'account.outputs': async ({ accountId, status, ...page }) =>
      pageOf(await account.outputs({ ...pageRequest(page), accountId, status }), coinJson),
    'account.viewKey': async (params) => ({
      accountId: params.accountId,
      viewKey: await account.viewKey(params),
    }),
    'account.importViewKey': (params) => account.importViewKey(params),
    'account.rescan': (params) => account.rescan(params),
  }
}

function balanceJson({
  accountId,
  available,
  pending,
  locked,
  staked,
  height,
}: BalanceInfo): contract.Balance {
  return {
    accountId,
    available: amountText(available),
    pending: amountText(pending),
    locked: amountText(locked),
    staked: amountText(staked),
    total: amountText(available + pending + locked + staked),
    height,
  }
}

function historyJson(entry: HistoryEntry): contract.HistoryEntry {
  return {
    ...entry,
    amount: amountText(entry.amount),
    time: timeText(entry.time),
    fee: maybe(entry.fee, amountText),
  }
}

function coinJson(coin: CoinInfo): contract.Coin {
  return { ...coin, amount: amountText(coin.amount) }
}

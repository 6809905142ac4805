/** One account in a book on a disk, without a chain: enough for what blocks and messages do to its records. */
import type { TestContext } from 'node:test'
import { openEventLog } from '../../../src/node/events.ts'
import { DEFAULT_LIMITS } from '../../../src/node/limits.ts'
import { Account } from '../../../src/node/wallet/account.ts'
import { AccountBook } from '../../../src/node/wallet/account-book.ts'
import type { WalletStake } from '../../../src/node/wallet/chain-view.ts'
import { firstProgress } from '../../../src/node/wallet/load-account.ts'
import { encodeViewKey } from '../../../src/protocol/keys.ts'
import { NETWORKS } from '../../../src/protocol/network.ts'
import { NO_STAKE } from '../../../src/protocol/stake/genesis.ts'
import { seededRandom, temporaryStore } from '../support.ts'
import { alice } from '../world.ts'

/** A chain on which nobody has staked. */
export const noStake: WalletStake = {
  state: NO_STAKE,
  chainId: new Uint8Array(32),
  entriesOf: async () => [],
  sentOut: async () => undefined,
  entriesBehind: async () => [],
  validatorId: async () => undefined,
  validator: async () => undefined,
  tryOperation: async () => {},
  onChange: () => () => {},
}

export const accountId = '00112233445566ff'

export async function openAccountBook(t: TestContext) {
  const store = await temporaryStore(t)
  const events = await openEventLog(store, seededRandom('log'), DEFAULT_LIMITS)
  const book = new AccountBook({ store, events, network: 'dev', stakeParams: NETWORKS.dev.stake })
  const record = {
    accountId,
    name: '',
    viewKey: encodeViewKey(alice),
    protection: 'none' as const,
    keyFile: '',
    birthday: 0,
    order: 0,
  }
  const account = new Account({ record, progress: firstProgress(-1) })
  book.add(account)
  return { book, account, record, events }
}

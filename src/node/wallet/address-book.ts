/**
 * The addresses of accounts. They are made ahead of need, in rows: those beyond the highest one given out are recognized,
 * too, so that an account restored from its phrase finds what came to addresses it does not know it gave out.
 */

import { addressBytes } from '../../protocol/address.ts'
import { subaddress } from '../../protocol/keys.ts'
import type { AddressInfo } from '../api/account.ts'
import type { Batch } from '../batch.ts'
import { type Page, type PageRequest, readPage } from '../page.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import type { Account } from './account.ts'
import type { AccountBook } from './account-book.ts'
import { KeyedLock } from './keyed-lock.ts'
import type { WalletLimits } from './limits.ts'
import { type AddressRecord, decodeRecord } from './records.ts'
import { accountKey, addressKey, under } from './tables.ts'
import { addressText } from './views.ts'

export type AddressModules = {
  readonly book: AccountBook
  readonly workers: NodeWorkers
  readonly limits: Pick<WalletLimits, 'addressLookahead'>
}

export class AddressBook {
  readonly #modules: AddressModules
  readonly #extending = new KeyedLock()

  constructor(modules: AddressModules) {
    this.#modules = modules
  }

  /** The text of the main address. */
  mainAddress({ keys }: Account): string {
    return addressText(addressBytes(subaddress(keys, 0)), this.#modules.book.network)
  }

  /** Gives out the next address. `remember` puts the outcome into the same batch. */
  async issue(
    account: Account,
    label: string,
    remember: (batch: Batch, outcome: AddressInfo) => void,
  ): Promise<AddressInfo> {
    const { book, limits } = this.#modules
    for (;;) {
      await this.ensure(account, account.progress.issued + 1 + limits.addressLookahead)
      const issued = await book.changeOne(account, async (draft, batch) => {
        const index = draft.progress.issued + 1
        const record = await draft.addressRecord(index)
        if (!record) return undefined
        draft.setProgress({ issued: index })
        draft.putAddress(index, { ...record, label })
        const info = this.#info(account.id, index, { ...record, label })
        remember(batch, info)
        return info
      })
      if (issued) return issued
    }
  }

  /** An address was seen in use: it counts as given out, and the window of recognized addresses moves on. */
  async use(account: Account, index: number): Promise<void> {
    await this.ensure(account, index + this.#modules.limits.addressLookahead)
    if (index <= account.progress.issued) return
    await this.#modules.book.changeOne(account, (draft) => {
      if (index > draft.progress.issued) draft.setProgress({ issued: index })
    })
  }

  /** Makes all addresses up to number `last` recognized, at least a whole row at once. */
  async ensure(account: Account, last: number): Promise<void> {
    await this.#extending.run(account.id, async () => {
      const { book, workers, limits } = this.#modules
      const from = account.progress.recognized
      if (last < from) return
      const count = Math.max(last + 1 - from, limits.addressLookahead)
      const row = await workers.run('addresses', { viewKey: account.record.viewKey, from, count })
      await book.changeOne(account, (draft) => {
        for (const [i, address] of row.entries()) draft.putAddress(from + i, { address, label: '' })
        draft.setProgress({ recognized: from + count })
      })
    })
  }

  /** Addresses given out, the main one first. */
  async list(account: Account, request: PageRequest): Promise<Page<AddressInfo>> {
    await this.ensure(account, account.progress.issued)
    const { tables } = this.#modules.book
    const { gte } = under(accountKey(account.id))
    return readPage({
      table: tables.addresses,
      list: `addresses ${account.id}`,
      request: { ...request, order: 'oldest' },
      gte,
      lt: addressKey(account.id, account.progress.issued + 1),
      item: ([key, value]) => {
        const index = new DataView(key.buffer, key.byteOffset).getUint32(8)
        return this.#info(account.id, index, decodeRecord<AddressRecord>(value))
      },
    })
  }

  #info(accountId: string, index: number, { address, label }: AddressRecord): AddressInfo {
    return { accountId, address: addressText(address, this.#modules.book.network), index, label }
  }
}

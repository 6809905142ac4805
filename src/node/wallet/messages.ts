/** The `message` methods that look up and read. */
import { concat, toHex } from '../../protocol/bytes.ts'
import { decodeAll } from '../../protocol/codec.ts'
import { encodePoint } from '../../protocol/crypto/group.ts'
import { findOutput, openPayload } from '../../protocol/enote.ts'
import { readCore } from '../../protocol/output.ts'
import type { DecodedPayload, MessageApi, MessageInfo } from '../api/message.ts'
import type { Direction } from '../api/payment.ts'
import { NodeError } from '../errors.ts'
import { type Page, type PageRequest, readPage } from '../page.ts'
import type { AccountBook } from './account-book.ts'
import type { WalletChain } from './chain-view.ts'
import { knownIn } from './known-in.ts'
import { decodeRecord, type MessageRecord } from './records.ts'
import { accountKey, directedKey, directionByte, under } from './tables.ts'
import { messageInfo } from './views.ts'

export type MessageModules = {
  readonly book: AccountBook
  readonly chain: WalletChain
}

/** Entries looked at for one page when others' application tags are left out. */
const SCAN_ENTRIES = 10_000

export class Messages implements Omit<MessageApi, 'send'> {
  readonly #modules: MessageModules

  constructor(modules: MessageModules) {
    this.#modules = modules
  }

  async get({ messageId, accountId, among }: Parameters<MessageApi['get']>[0]): Promise<MessageInfo> {
    const { book } = this.#modules
    const known = await knownIn(book, book.tables.messageIds, messageId, accountId, among)
    const info = known && (await this.#info(known.accountId, known.direction, messageId))
    if (!info) throw new NodeError('message_not_found', { messageId })
    return info
  }

  async list(
    query: PageRequest & {
      readonly accountId: string
      readonly app?: string | undefined
      readonly direction?: Direction | undefined
    },
  ): Promise<Page<MessageInfo>> {
    const { book } = this.#modules
    const { accountId, app, direction = 'in' } = query
    book.get(accountId)
    return readPage({
      table: book.tables.messageOrder,
      list: `messages ${direction} ${accountId}`,
      request: query,
      ...under(concat(accountKey(accountId), directionByte(direction))),
      scan: Math.max(SCAN_ENTRIES, query.limit),
      item: ([, value]) => {
        const entry = decodeRecord<{ messageId: string; app: string }>(value)
        return app === undefined || app === entry.app
          ? this.#info(accountId, direction, entry.messageId)
          : undefined
      },
    })
  }

  async decode({ accountId, outputId }: Parameters<MessageApi['decode']>[0]): Promise<DecodedPayload> {
    const { book, chain } = this.#modules
    const { keys, addresses } = book.get(accountId)
    const output = await chain.output(outputId)
    if (!output) throw new NodeError('output_not_found', { outputId })
    const core = decodeAll(output.core, readCore)
    const found = findOutput(keys, output.context, core)
    const own =
      found && (found.direction === 'internal' ? toHex(encodePoint(keys.spend)) : toHex(found.spendKey))
    if (!found || !addresses.has(own!)) throw new NodeError('not_for_account', { outputId })
    if (!output.payload) throw new NodeError('payload_pruned', { outputId })
    const payload = openPayload(found.secret, core, output.payload) ?? { kind: 'none' as const }
    const { height } = output
    const head = { outputId, kind: payload.kind, amount: found.amount, height }
    if (payload.kind !== 'message') return head
    const { messageId, app, part, count, body } = payload
    return { ...head, messageId: toHex(messageId), app, part, parts: count, body }
  }

  async #info(accountId: string, direction: Direction, messageId: string): Promise<MessageInfo | undefined> {
    const { tables, network } = this.#modules.book
    const key = directedKey(accountId, direction, messageId)
    const [record, body] = await Promise.all([tables.messages.get(key), tables.bodies.get(key)])
    return record && messageInfo(decodeRecord<MessageRecord>(record), network, body)
  }
}

/** The `payment` methods that look up, take back and prove. */
import { toHex } from '../../protocol/bytes.ts'
import type { Direction, PaymentApi, PaymentInfo, PaymentStatus } from '../api/payment.ts'
import { NodeError } from '../errors.ts'
import type { Idempotency } from '../idempotency.ts'
import { type Page, type PageRequest, readPage } from '../page.ts'
import type { AccountBook } from './account-book.ts'
import { knownIn } from './known-in.ts'
import type { Outbox } from './outbox.ts'
import { abandonPayment } from './payment-changes.ts'
import type { Proofs } from './proofs.ts'
import { decodeRecord, type PaymentRecord } from './records.ts'
import { accountKey, directedKey, directionOf, under } from './tables.ts'
import { addressText, paymentInfo, wholeMessage } from './views.ts'

export type PaymentModules = {
  readonly book: AccountBook
  readonly idempotency: Idempotency
  readonly outbox: Outbox
  readonly proofs: Proofs
}

type LookingUp = 'get' | 'list' | 'cancel' | 'prove' | 'verifyProof'

export class Payments implements Pick<PaymentApi, LookingUp> {
  readonly #modules: PaymentModules

  constructor(modules: PaymentModules) {
    this.#modules = modules
  }

  async get({ paymentId, accountId, among }: Parameters<PaymentApi['get']>[0]): Promise<PaymentInfo> {
    return this.#info(await this.#find(paymentId, accountId, among))
  }

  async list(
    query: PageRequest & {
      readonly accountId: string
      readonly direction?: Direction | undefined
      readonly status?: PaymentStatus | undefined
    },
  ): Promise<Page<PaymentInfo>> {
    const { book } = this.#modules
    const { accountId, direction, status } = query
    book.get(accountId)
    return readPage({
      table: book.tables.paymentOrder,
      list: `payments ${accountId}`,
      request: query,
      ...under(accountKey(accountId)),
      item: async ([, value]) => {
        const found = directionOf(value[0]!)
        if (direction !== undefined && direction !== found) return undefined
        const record = await this.#record(accountId, found, toHex(value.subarray(1)))
        return record && (status === undefined || status === record.status) ? this.#info(record) : undefined
      },
    })
  }

  async cancel({
    idempotencyKey,
    among,
    ...params
  }: Parameters<PaymentApi['cancel']>[0]): Promise<PaymentInfo> {
    const { book, idempotency, outbox } = this.#modules
    const { paymentId } = params
    return idempotency.run({ method: 'payment.cancel', key: idempotencyKey, params }, async (remember) => {
      const { accountId, direction } = await this.#find(paymentId, undefined, among)
      const account = book.get(accountId)
      const cancelled = await book.changeOne(account, async (draft, batch) => {
        const payment = (await draft.payment(direction, paymentId))!
        const { status, transactionId = '' } = payment
        if (status !== 'created' || account.handing.has(transactionId)) {
          throw new NodeError('not_cancellable', { paymentId, status })
        }
        await abandonPayment(draft, payment, { status: 'cancelled' })
        const message = wholeMessage(payment)
        const body = message && (await draft.body(direction, message.messageId))
        const info = paymentInfo((await draft.payment(direction, paymentId))!, book.network, body)
        remember(batch, info)
        return info
      })
      outbox.ring()
      return cancelled
    })
  }

  async prove({ paymentId, accountId, challenge, among }: Parameters<PaymentApi['prove']>[0]) {
    const { book, proofs } = this.#modules
    const record = await this.#find(paymentId, accountId, among)
    const proof = await proofs.prove(book.get(record.accountId), record, challenge)
    return { paymentId, to: addressText(record.address, book.network), amount: record.amount, proof }
  }

  verifyProof({ proof, challenge }: Parameters<PaymentApi['verifyProof']>[0]) {
    return this.#modules.proofs.verify(proof, challenge)
  }

  async #find(
    paymentId: string,
    accountId: string | undefined,
    among: ReadonlySet<string> | undefined,
  ): Promise<PaymentRecord> {
    const { book } = this.#modules
    const known = await knownIn(book, book.tables.paymentIds, paymentId, accountId, among)
    const record = known && (await this.#record(known.accountId, known.direction, paymentId))
    if (!record) throw new NodeError('payment_not_found', { paymentId })
    return record
  }

  async #record(
    accountId: string,
    direction: Direction,
    paymentId: string,
  ): Promise<PaymentRecord | undefined> {
    const { payments } = this.#modules.book.tables
    const bytes = await payments.get(directedKey(accountId, direction, paymentId))
    return bytes && decodeRecord<PaymentRecord>(bytes)
  }

  async #info(record: PaymentRecord): Promise<PaymentInfo> {
    const { tables, network } = this.#modules.book
    const { accountId, direction } = record
    const message = wholeMessage(record)
    const body = message && (await tables.bodies.get(directedKey(accountId, direction, message.messageId)))
    return paymentInfo(record, network, body)
  }
}

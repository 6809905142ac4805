/** Steps that many end-to-end tests share. */
import {
  type Client,
  isStegosError,
  type StreamItem,
  type Topic,
  waitForPayment,
} from '../../src/sdk/index.ts'

export type TestAccount = {
  readonly accountId: string
  readonly address: string
  readonly recoveryPhrase: string
}

export async function createAccount(client: Client, name: string, passphrase?: string): Promise<TestAccount> {
  return client.account.create({ name, passphrase })
}

/** An account with coins from the faucet. */
export async function createFunded(client: Client, name: string, amount = '100000000'): Promise<TestAccount> {
  const account = await createAccount(client, name)
  await fund(client, account, amount)
  return account
}

/** Gets coins from the faucet and waits until they can be spent. */
export async function fund(
  client: Client,
  { accountId, address }: TestAccount,
  amount = '100000000',
): Promise<void> {
  const { paymentId } = await client.dev.faucet({ address, amount })
  await waitForPayment(client, { paymentId, accountId })
}

/** Pays and waits until it is final. */
export async function payFinally(client: Client, from: TestAccount, to: string, amount: string) {
  const { paymentId } = await client.payment.send({ accountId: from.accountId, to, amount })
  return waitForPayment(client, { paymentId, accountId: from.accountId })
}

/** Reads the stream up to an item that fits, and returns it. */
export async function waitForItem<Of extends Topic>(
  stream: AsyncIterable<StreamItem<Of>>,
  fits: (item: StreamItem<Of>) => boolean,
): Promise<StreamItem<Of>> {
  for await (const item of stream) if (fits(item)) return item
  throw new Error('the stream has ended')
}

/** The symbol of the error a call ends with; undefined when it succeeds. */
export async function symbolOf(call: Promise<unknown>): Promise<string | undefined> {
  try {
    await call
    return undefined
  } catch (error) {
    if (!isStegosError(error)) throw error
    return error.symbol
  }
}

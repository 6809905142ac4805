/**
 * Follows deposits as an exchange does: an address of its own for each customer, every payment credited once, whatever
 * breaks in between: this program, the node, or the connection.
 *
 *   npm exec -- node examples/follow-deposits.ts customer-1 customer-2
 *
 * The trick is one file that holds the books and the cursor of the last event in them. It is replaced as a whole, so
 * after a crash the books and the cursor still fit together, and the stream goes on exactly after what is booked.
 */
import { existsSync, readFileSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
// In a project of your own: from 'stegos'.
import { createClient, formatAmount, listAll } from '../src/sdk/index.ts'

type Books = {
  accountId: string
  cursor: string
  /** By payment, so that one that is told of again, as after `account.rescan`, is not credited again. */
  credits: Record<string, { customer: string; amount: string }>
}

const BOOKS = process.env.BOOKS_FILE ?? 'books.json'
const url = process.env.STEGOS_URL ?? 'http://127.0.0.1:3145'
const token =
  process.env.STEGOS_TOKEN ?? readFileSync(join(homedir(), '.stegos', 'dev', 'api.token'), 'utf8').trim()

using client = createClient({ url, token })

const books: Books = existsSync(BOOKS) ? JSON.parse(readFileSync(BOOKS, 'utf8')) : await openBooks()
const customers = await addressesOf(process.argv.slice(2))

for await (const { topic, cursor, event } of client.events({
  topics: ['payment.status'],
  accountId: books.accountId,
  from: books.cursor,
  onDisconnect: () => console.log('Connection lost, looking for the node'),
})) {
  if (topic === 'caught_up') {
    console.log('Up to date')
    continue
  }
  const { paymentId, amount } = event
  // What is not `final` may still go elsewhere; what is never changes.
  if (event.direction !== 'in' || event.status !== 'final' || amount === '0' || paymentId in books.credits)
    continue
  const customer = customers.get(event.to) ?? 'unknown'
  books.credits[paymentId] = { customer, amount }
  books.cursor = cursor
  await saveBooks()
  console.log(`Credited ${formatAmount(amount)} STG to ${customer} for payment ${paymentId}`)
}

/** The account that receives. The key makes it one account, even if this program dies before it has noted the answer. */
async function openBooks(): Promise<Books> {
  const { accountId } = await client.account.create(
    { name: 'exchange' },
    { idempotencyKey: 'exchange-account' },
  )
  return { accountId, cursor: 'genesis', credits: {} }
}

/** Makes an address for each new customer, and returns whose each address is. */
async function addressesOf(names: readonly string[]): Promise<Map<string, string>> {
  const { accountId } = books
  for (const label of names) {
    const { address } = await client.account.address(
      { accountId, label },
      { idempotencyKey: `customer-${label}` },
    )
    console.log(`${label} pays to ${address}`)
  }
  const owners = new Map<string, string>()
  for await (const { address, label } of listAll((cursor) =>
    client.account.addresses({ accountId, cursor }),
  )) {
    owners.set(address, label || 'unknown')
  }
  return owners
}

/** Writes the books so that a crash leaves the old ones or the new ones, whole. */
async function saveBooks(): Promise<void> {
  const file = await open(`${BOOKS}.new`, 'w')
  await file.writeFile(JSON.stringify(books, null, 2))
  await file.sync()
  await file.close()
  await rename(`${BOOKS}.new`, BOOKS)
}

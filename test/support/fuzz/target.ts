/** A node of a development network with a server, in this process, so that its memory can be looked at. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { systemClock } from '../../../src/node/clock.ts'
import { createDevnet } from '../../../src/node/devnet.ts'
import { systemRandom } from '../../../src/protocol/crypto/random.ts'
import { createClient } from '../../../src/sdk/index.ts'
import { createServer } from '../../../src/server/create-server.ts'
import { createAccount, createFunded } from '../accounts.ts'
import type { Known } from './schema-values.ts'

export type FuzzTarget = {
  readonly url: string
  readonly token: string
  readonly known: Known
  /** What the server and the node had to say: faults that callers were told nothing of. */
  readonly errors: readonly string[]
  readonly close: () => Promise<void>
}

export async function openTarget(): Promise<FuzzTarget> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'stegos-fuzz-'))
  const tokenFile = join(dataDirectory, 'api.token')
  const errors: string[] = []
  const logger = pino({ level: 'error' }, { write: (line) => void errors.push(line) })
  const { nodes, close } = createDevnet({ dataDirectory, validators: 1, version: '0.0.0' }, { logger })
  const node = nodes[0]!
  await node.ready
  const limits = { callsPerSecond: 1e9, callsBurst: 1e9 }
  const server = createServer(
    { port: 0, tokenFile, validateResponses: true, limits },
    { node, log: logger, clock: systemClock, random: systemRandom },
  )
  const url = await server.listen()
  const token = readFileSync(tokenFile, 'utf8').trim()
  return {
    url,
    token,
    known: await prepare(url, token),
    errors,
    close: async () => {
      await server.close()
      await close()
      rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
}

/** Things on the node that calls can be about. */
async function prepare(url: string, token: string): Promise<Known> {
  using client = createClient({ url, token })
  const own = await createFunded(client, 'own')
  const other = await createAccount(client, 'other')
  const locked = await createAccount(client, 'locked', 'correct horse battery staple')
  await client.account.lock({ accountId: locked.accountId })
  const { accountId } = own
  const { paymentId, transactionId } = await client.payment.send({
    accountId,
    to: other.address,
    amount: '1000',
  })
  const { messageId } = await client.message.send({
    accountId,
    to: other.address,
    body: 'aGVsbG8=',
    app: 'chat',
  })
  await client.dev.mine({ blocks: 2 })
  const { outputs, blockId, height } = await client.chain.transaction({ transactionId })
  const { items } = await client.stake.validators()
  const { next } = await client.chain.blocks({ limit: 1 })
  const accounts = [accountId, other.accountId, locked.accountId]
  return {
    AccountId: accounts,
    Address: [own.address, other.address],
    PositiveAmount: ['1', '1000'],
    Amount: ['0', '1000'],
    PaymentId: [paymentId],
    TransactionId: [transactionId],
    MessageId: [messageId],
    OutputId: outputs,
    BlockId: [blockId],
    Height: [0, height],
    Hash: [blockId],
    ValidatorId: items.map(({ validatorId }) => validatorId),
    ValidatorKey: items.map(({ validatorKey }) => validatorKey),
    Cursor: [next],
    Limit: [1, 3],
    AppTag: ['chat'],
    Passphrase: ['correct horse battery staple'],
    RecoveryPhrase: [own.recoveryPhrase],
    IdempotencyKey: ['one', 'two'],
    TopicPattern: ['chain.block', 'payment.status'],
  }
}

/**
 * Run by a test that kills it: a development network whose faucet pays to its only account, several payments at once, each
 * under a key of its own that the next run uses again first. Prints `key transactionId` for every payment acknowledged.
 */
import { NodeError } from '../../src/node/errors.ts'
import { silentLogger } from '../../src/node/logger.ts'
import { createNode } from '../../src/node/node.ts'

const node = createNode(
  { dataDirectory: process.argv[2]!, network: 'dev', version: 'test' },
  { logger: silentLogger },
)
await node.ready
const { address } = await node.account.create({ idempotencyKey: 'the account' })

async function pay(key: string): Promise<void> {
  for (;;) {
    try {
      const { transactionId } = await node.dev!.faucet({ address, amount: 1_000n, idempotencyKey: key })
      process.stdout.write(`${key} ${transactionId}\n`)
      return
    } catch (error) {
      if (!(error instanceof NodeError && error.code === 'not_ready')) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

for (let number = 0; ; number += 2)
  await Promise.all([pay(`payment-${number}`), pay(`payment-${number + 1}`)])

import { setTimeout as sleep } from 'node:timers/promises'
import type { Account, Client } from '../sdk/index.ts'
import type { Io } from './io.ts'
import { createProgress } from './progress.ts'

/** Milliseconds between looks at how far it is. */
const INTERVAL = 200

/** Waits until the chain has been read for the account, and shows how far it is. */
export async function waitForScan(client: Client, accountId: string, io: Io): Promise<Account> {
  const progress = createProgress('Reading the chain', io)
  try {
    for (;;) {
      const account = await client.account.get({ accountId }, { signal: io.signal })
      progress.update(account.scannedHeight, account.targetHeight)
      if (!account.rescanning) return account
      await sleep(INTERVAL, undefined, { signal: io.signal })
    }
  } finally {
    progress.clear()
  }
}

/** The command that posts the proof which ends an award's draw. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type Account, type Client, isStegosError, type StakeSent } from '../../sdk/index.ts'
import { aboutAccount } from '../account/about-account.ts'
import { usageError } from '../cli-error.ts'
import type { Invocation } from '../command.ts'
import { createProgress } from '../progress.ts'
import { report } from '../stake/change.ts'

/** Milliseconds between two looks at how far the node is. */
const LOOK = 2_000

const PROOF = /^[0-9a-f]{1024}$/

export const prove = aboutAccount({
  name: 'award prove',
  summary: 'Post the proof that ends a draw, for the bounty',
  about: [
    'Once a draw has its seed, anybody may post the proof of its delay. The node that is asked works it out when it is started with --award-prover on: hours on the main network. With --wait it is waited for, and then until it is final. A validator that leads a block may be faster; then nothing is paid, and it costs nothing.',
    'The bounty is an entry of its own in stegos stake list, and stays until stegos stake withdraw --award takes it.',
  ],
  arguments: [
    {
      name: 'PROOF',
      about: 'The proof in hex, 1024 digits, from another machine; what the node has when it is left out.',
      optional: true,
    },
  ],
  options: ['wait', 'idempotency-key'],
  examples: [
    ['stegos award prove --account ann', 'What the node has worked out; how far it is when it has not.'],
    ['stegos award prove --account ann --wait', 'As soon as it has, and until it is paid.'],
  ],
  async run(account, invocation, client) {
    const [proof] = invocation.arguments
    if (proof !== undefined && !PROOF.test(proof)) throw usageError('PROOF is 1024 hex digits in lower case')
    return report(account, await post(account, proof, invocation, client), invocation, client)
  },
})

async function post(
  { accountId }: Account,
  proof: string | undefined,
  { settings, io }: Invocation,
  client: Client,
): Promise<StakeSent> {
  const progress = createProgress('Working out the delay', io)
  try {
    for (;;) {
      try {
        const once = { signal: io.signal, idempotencyKey: settings['idempotency-key'] }
        return await client.stake.proveAward({ accountId, proof }, once)
      } catch (error) {
        if (!settings.wait || !isStegosError(error, 'proof_not_ready') || !error.data.proving) throw error
        progress.update(error.data.percent ?? 0, 100)
      }
      await sleep(LOOK, undefined, { signal: io.signal })
    }
  } finally {
    progress.clear()
  }
}

/** The `dev` methods: what only a development network offers. */
import type { DevApi } from './api/dev.ts'
import type { Consensus } from './consensus/consensus.ts'
import type { DevTime } from './dev-time.ts'
import type { Idempotency } from './idempotency.ts'
import type { Store } from './store.ts'

export type DevModules = {
  readonly store: Store
  readonly idempotency: Idempotency
  readonly consensus: Consensus
  readonly devTime: DevTime
  readonly faucet: DevApi['faucet']
  /** Resolves when the wallet has seen that block. */
  readonly reached: (height: number) => Promise<void>
  /** Ends mining. */
  readonly signal: AbortSignal
}

const SECOND = 1_000

export function createDevApi(modules: DevModules): DevApi {
  const { store, idempotency, consensus, devTime, faucet, reached, signal } = modules
  return {
    faucet,
    mine: async ({ idempotencyKey: key, blocks = 1 }) => {
      const call = { method: 'dev.mine', key, params: { blocks } }
      // Up to where is written down before: who repeats the call makes what is missing, and not as many again.
      const { height } = await idempotency.run<{ height: number }>(call, async (remember) => {
        const outcome = { height: await consensus.planMining(blocks) }
        await store.transact((batch) => remember(batch, outcome))
        return outcome
      })
      await consensus.mineTo(height, signal)
      await reached(height)
      // Whoever reads events now finds all that follow from the blocks: also those of the node's state are written.
      await store.transact(() => {})
      return { height }
    },
    time: ({ idempotencyKey: key, advance = 0 }) =>
      idempotency.run({ method: 'dev.time', key, params: { advance } }, (remember) =>
        store.transact((batch) => {
          const outcome = { time: devTime.advance(batch, advance * SECOND) }
          remember(batch, outcome)
          return outcome
        }),
      ),
  }
}

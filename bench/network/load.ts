/** Hands transactions in at a steady rate, to one node after the other, and notes when each is final where it was handed in. */
import { setTimeout as wait } from 'node:timers/promises'
import { isStegosError } from '../../src/sdk/index.ts'
import type { Prepared } from './material.ts'
import type { Running } from './processes.ts'

export type Handed = {
  /** Milliseconds of this process's clock; undefined when it has not happened. */
  readonly sent: number
  answered: number | undefined
  final: number | undefined
}

export type Load = {
  /** In the order they were handed in. */
  readonly handed: readonly Handed[]
  /** Hands in the next `count`, `rate` a second; resolves when the last was sent. */
  run(count: number, rate: number): Promise<void>
  /** Resolves when all are final. @throws an error that says how many are not when the signal is aborted, or why one was refused */
  settle(signal: AbortSignal): Promise<void>
  stop(): void
}

const TICK = 5
/** Milliseconds until a node that has no room is asked again. */
const FULL = 500

export function createLoad(nodes: readonly Running[], transactions: readonly Prepared[]): Load {
  const ending = new AbortController()
  const handed: Handed[] = []
  const open = nodes.map(() => new Map<string, Handed>())
  let failure: Error | undefined
  let settled = Promise.withResolvers<void>()
  const isSettled = () => open.every((waiting) => waiting.size === 0)

  const follow = async ({ client }: Running, waiting: Map<string, Handed>) => {
    for await (const item of client.events({ topics: ['chain.block'], signal: ending.signal })) {
      if (item.topic !== 'chain.block') continue
      const now = performance.now()
      for (const id of item.event.transactions) {
        const one = waiting.get(id)
        if (one) one.final = now
        waiting.delete(id)
      }
      if (isSettled()) settled.resolve()
    }
  }
  for (const [index, node] of nodes.entries()) {
    follow(node, open[index]!).catch((error) => {
      if (!ending.signal.aborted) failure ??= error
    })
  }

  const submit = async ({ client }: Running, transaction: string) => {
    for (;;) {
      try {
        return await client.chain.submit({ transaction })
      } catch (error) {
        if (!isStegosError(error, 'mempool_full')) throw error
        await wait(FULL)
      }
    }
  }

  const handIn = async (node: number, { id, bytes }: Prepared) => {
    const entry: Handed = { sent: performance.now(), answered: undefined, final: undefined }
    handed.push(entry)
    open[node]!.set(id, entry)
    try {
      await submit(nodes[node]!, Buffer.from(bytes).toString('hex'))
      entry.answered = performance.now()
    } catch (error) {
      failure ??= error as Error
      settled.reject(failure)
    }
  }

  settled.promise.catch(() => {})
  return {
    handed,
    run: async (count, rate) => {
      settled = Promise.withResolvers<void>()
      settled.promise.catch(() => {})
      const begin = performance.now()
      for (let sent = 0; sent < count; ) {
        if (failure) throw failure
        const due = Math.min(count, Math.floor(((performance.now() - begin) * rate) / 1_000) + 1)
        for (; sent < due; sent++) {
          const next = transactions[handed.length]
          if (!next) throw new Error('no transactions left')
          void handIn(handed.length % nodes.length, next)
        }
        await wait(TICK)
      }
    },
    settle: async (signal) => {
      if (failure) throw failure
      if (isSettled()) return
      const abort = () => {
        const left = open.map(({ size }) => size).join(', ')
        settled.reject(new Error(`not final yet, by node: ${left} of ${handed.length} in all`))
      }
      signal.addEventListener('abort', abort, { once: true })
      try {
        await settled.promise
      } finally {
        signal.removeEventListener('abort', abort)
      }
    },
    stop: () => ending.abort(new Error('measured')),
  }
}

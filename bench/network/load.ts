/** Hands transactions in at a steady rate, to one node after the other, and notes when each is final where it was handed in. */
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
  /** Resolves when all are final. @throws the signal's reason, or why one was refused */
  settle(signal: AbortSignal): Promise<void>
  /** Blocks that any node has told of: when the first did, and how many transactions are in it. */
  readonly blocks: ReadonlyMap<number, { readonly seen: number; readonly transactions: number }>
  stop(): void
}

const TICK = 5
/** Milliseconds until a node that has no room is asked again. */
const FULL = 500

export function createLoad(nodes: readonly Running[], transactions: readonly Prepared[]): Load {
  const ending = new AbortController()
  const handed: Handed[] = []
  const open = nodes.map(() => new Map<string, Handed>())
  const blocks = new Map<number, { seen: number; transactions: number }>()
  let failure: Error | undefined
  let settled = Promise.withResolvers<void>()
  const isSettled = () => open.every((waiting) => waiting.size === 0)

  const follow = async ({ client }: Running, waiting: Map<string, Handed>) => {
    for await (const item of client.events({ topics: ['chain.block'], signal: ending.signal })) {
      if (item.topic !== 'chain.block') continue
      const now = performance.now()
      const { height, transactions: ids } = item.event
      if (!blocks.has(height)) blocks.set(height, { seen: now, transactions: ids.length })
      for (const id of ids) {
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
        if ((error as { symbol?: string }).symbol !== 'mempool_full') throw error
        await new Promise((resolve) => setTimeout(resolve, FULL))
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
    blocks,
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
        await new Promise((resolve) => setTimeout(resolve, TICK))
      }
    },
    settle: async (signal) => {
      if (failure) throw failure
      if (isSettled()) return
      const abort = () => settled.reject(signal.reason)
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

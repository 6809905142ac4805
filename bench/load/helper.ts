/** Processes beside the one that measures. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export type Helper = {
  readonly process: ChildProcess
  /** The next message from it. @throws Error when it ends instead. */
  next<T>(): Promise<T>
  /** Sends, and waits for the answer. */
  ask<T>(order: object): Promise<T>
  end(): Promise<void>
}

/** Starts a file of this folder. */
export function startHelper(file: string, execArgv: readonly string[] = []): Helper {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    execArgv: [...execArgv],
    serialization: 'advanced',
  })
  const ended = once(child, 'exit')
  const next = async <T>(): Promise<T> => {
    const over = ended.then(([code]) => {
      throw new Error(`${file} ended with ${code}`)
    })
    const [message] = await Promise.race([once(child, 'message'), over])
    return message as T
  }
  return {
    process: child,
    next,
    ask: (order) => {
      const answer = next<never>()
      child.send(order)
      return answer
    },
    end: async () => {
      if (child.connected) child.disconnect()
      child.kill()
      await ended
    },
  }
}

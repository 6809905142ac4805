/** Parts of a node with faults, and nodes that are struck down at a chosen instant. */
import type { EngineModules } from '../../../src/node/consensus/engine.ts'

/** `part` with other methods in place of some; the rest works as before, private fields included. */
export function changed<T extends object>(part: T, methods: Partial<T>): T {
  return new Proxy(part, {
    get: (target, name) => {
      const value = Reflect.get(Object.hasOwn(methods, name) ? methods : target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** What a validator does that a crash can come before or after. */
export type Deed = 'journal' | 'broadcast' | 'commit'
export type Instant = { readonly deed: Deed; readonly when: 'before' | 'after'; readonly count: number }

export type Crash = {
  /** Resolves when the node has been struck down: from then on nothing leaves it, and nothing is written. */
  readonly down: Promise<void>
  readonly modules: (modules: EngineModules) => Partial<EngineModules>
  /** Lets go of what hangs, so that the node can be closed. */
  readonly bury: () => void
}

/** Strikes a node down before or after the so-manieth time that it does something. */
export function crashAt({ deed, when, count }: Instant): Crash {
  const down = Promise.withResolvers<void>()
  const buried = Promise.withResolvers<never>()
  buried.promise.catch(() => {})
  let left = count
  let isDown = false
  const strike = (what: Deed, at: Instant['when']) => {
    if (what === deed && at === when && left > 0 && --left === 0) {
      isDown = true
      down.resolve()
    }
    return isDown
  }
  const around =
    <Input extends unknown[], Output>(what: Deed, work: (...input: Input) => Promise<Output>) =>
    async (...input: Input): Promise<Output> => {
      if (isDown || strike(what, 'before')) return buried.promise
      const output = await work(...input)
      return strike(what, 'after') ? buried.promise : output
    }
  return {
    down: down.promise,
    bury: () => buried.reject(new Error('it is dead')),
    modules: ({ store, chain, network }) => ({
      store: changed(store, {
        transact: around('journal', (build) => store.transact(build)) as typeof store.transact,
      }),
      chain: changed(chain, { commit: around('commit', (...block) => chain.commit(...block)) }),
      network: {
        get peers() {
          return network.peers
        },
        onMessage: (listener) => network.onMessage(listener),
        send: (to, bytes) => {
          if (!isDown) network.send(to, bytes)
        },
        broadcast: (bytes) => {
          if (isDown || strike('broadcast', 'before')) return
          network.broadcast(bytes)
          strike('broadcast', 'after')
        },
      },
    }),
  }
}

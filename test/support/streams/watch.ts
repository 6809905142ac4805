/** Waits for conditions that hold after something has come: whoever brings it says so. */
export function createWatch() {
  const watchers = new Set<() => void>()
  return {
    look: () => {
      for (const watcher of watchers) watcher()
    },
    until: async (holds: () => boolean) => {
      const { promise, resolve } = Promise.withResolvers<void>()
      const watcher = () => {
        if (holds()) resolve()
      }
      watchers.add(watcher)
      watcher()
      await promise
      watchers.delete(watcher)
    },
  }
}

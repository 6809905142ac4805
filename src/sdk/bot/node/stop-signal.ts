/**
 * Fires at the first SIGINT or SIGTERM: Ctrl-C, or a service manager. The second one ends the program at once, as without this.
 *
 * @example
 * await runBot({ …, signal: stopSignal() })
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController()
  const stop = () => {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
    controller.abort()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return controller.signal
}

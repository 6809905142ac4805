/** Tells a developer of methods that are on their way out: each once, at its first call. */

/**
 * @param deprecated what to say, by method
 * @returns to be called with the name of every method that is called
 */
export function createDeprecationWarning(
  deprecated: { readonly [method: string]: string },
  onWarning: (message: string) => void,
): (method: string) => void {
  const told = new Set<string>()
  return (method) => {
    const about = deprecated[method]
    if (about === undefined || told.has(method)) return
    told.add(method)
    onWarning(`${method}: ${about}`)
  }
}

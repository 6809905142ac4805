/** Lets the event loop answer others in the middle of long work: resolves when all that is ready by now has had its turn. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

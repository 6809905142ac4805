/** Where fresh random bytes come from. Passed in everywhere, so that a test can fix them or break them. */
export type Random = (length: number) => Uint8Array

/** The platform's cryptographic generator (Web Crypto: Node and browsers alike). */
export const systemRandom: Random = (length) => crypto.getRandomValues(new Uint8Array(length))

/**
 * The backend that BLS signatures are computed with. This floor brings one in plain JavaScript, which runs everywhere; a
 * floor above may put a faster one in its place.
 */
import type { BlsBackend } from './bls-backend.ts'
import { nobleBls } from './bls-noble.ts'

// The one choice of a thread (threads share no modules), made at its start. To pass it through every rule that checks a
// signature would make each of them carry what none of them decides.
let current: BlsBackend | undefined

/** The backend in use: plain JavaScript unless another was put in its place. */
export function blsBackend(): BlsBackend {
  current ??= nobleBls()
  return current
}

/** Puts a backend in place for this thread. Whoever calls it has checked that it agrees with `nobleBls`. */
export function useBls(backend: BlsBackend): void {
  current = backend
}

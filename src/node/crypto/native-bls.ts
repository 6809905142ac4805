/** Puts the native BLS library in place of the portable one, where there is one for the platform and it can be trusted. */
import { isMainThread } from 'node:worker_threads'
import type { BlsBackend } from '../../protocol/crypto/bls-backend.ts'
import { blsBackend, useBls } from '../../protocol/crypto/bls-current.ts'
import { nobleBls } from '../../protocol/crypto/bls-noble.ts'
import { type Logger, silentLogger } from '../logger.ts'
import { blsDisagreement, wrongBlsAnswer } from './bls-check.ts'
import { type BlstModule, blstBackend } from './blst-backend.ts'

/** How many fresh keys are tried on both backends. */
const TRIALS = 2

/** Loads the module; rejects where there is no build of it for the platform. */
export type LoadBlst = () => Promise<BlstModule>

const loadBlst: LoadBlst = () => import('@chainsafe/blst')

/** The native backend, unchecked; undefined where there is none. */
export async function loadNativeBls(
  load: LoadBlst = loadBlst,
  logger: Logger = silentLogger,
): Promise<BlsBackend | undefined> {
  try {
    return blstBackend(await load())
  } catch (error) {
    logger.info({ reason: (error as Error).message }, 'no native BLS library for this platform')
    return undefined
  }
}

/**
 * Makes this thread compute BLS signatures natively, if the library is there and gives the right answers; otherwise they
 * are computed by plain JavaScript as before, correctly but slowly, and the log says why. Called at the start of every
 * thread of a node, before the first signature; calling it again does nothing.
 *
 * Known answers are checked in every thread (20 to 60 ms); fresh keys against the portable backend, which takes longer, on
 * the main thread only, as all threads run the same library.
 * @returns what this thread computes with
 */
export async function installNativeBls(
  options: { readonly logger?: Logger; readonly load?: LoadBlst; readonly compare?: boolean } = {},
): Promise<'native' | 'portable'> {
  const { logger = silentLogger, load = loadBlst, compare = isMainThread } = options
  if (blsBackend().name === 'blst') return 'native'
  const native = await loadNativeBls(load, logger)
  if (native === undefined) return 'portable'
  const fault = faultOf(native, compare)
  if (fault !== undefined) {
    logger.error({ fault }, 'the native BLS library is not used, as it gives a wrong answer')
    return 'portable'
  }
  useBls(native)
  return 'native'
}

function faultOf(native: BlsBackend, compare: boolean): string | undefined {
  try {
    const wrong = wrongBlsAnswer(native)
    if (wrong !== undefined || !compare) return wrong
    const reference = nobleBls()
    for (let i = 0; i < TRIALS; i++) {
      const disagreement = blsDisagreement(native, reference)
      if (disagreement !== undefined) return `${disagreement}, compared`
    }
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

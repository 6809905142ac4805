/** A worker thread for tests of the pool, with jobs that do what a test needs. */
import { serve } from '../../../src/node/workers/serve.ts'
import { ProtocolError } from '../../../src/protocol/errors.ts'

export const testJobs = {
  urgent: (input: string) => input,
  echo: <T>(input: T) => input,
  /** Waits until the shared number is no longer zero. */
  wait: (flag: SharedArrayBuffer) => {
    Atomics.wait(new Int32Array(flag), 0, 0)
  },
  refuse: () => {
    throw new ProtocolError('invalid_proof', 'it does not hold', { index: 3 })
  },
  break: () => {
    throw new TypeError('a bug')
  },
  crash: () => process.exit(1),
  throwLater: () => {
    setTimeout(() => {
      throw new Error('out of the blue')
    })
    return new Promise<never>(() => {})
  },
} as const

export type TestJobs = typeof testJobs

serve(testJobs)

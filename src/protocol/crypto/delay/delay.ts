/**
 * The delay function: an output that takes so many squarings one after the other to work out, by anybody and with any number
 * of machines, and a proof of it that is checked in milliseconds. docs/delay-function.md says what that promises.
 *
 * B. Wesolowski, "Efficient verifiable delay functions", EUROCRYPT 2019, over the RSA-2048 challenge modulus.
 */
import { type DelayOptions, type DelayProgress, type DelayTask, delaySteps } from './evaluate.ts'

export { type DelayOptions, type DelayProgress, type DelayTask, delaySteps } from './evaluate.ts'
export { MAX_DELAY_STEPS } from './plan.ts'
export {
  claimedOutput,
  DELAY_OUTPUT_LENGTH,
  DELAY_PROOF_LENGTH,
  type DelayProof,
  verifyDelay,
} from './verify.ts'

/** How an evaluation is watched and stopped. */
export type EvaluateOptions = DelayOptions & {
  /** Called after every slice. */
  readonly onProgress?: (progress: DelayProgress) => void
  /** Ends the evaluation at the next slice: it rejects with the signal's reason. */
  readonly signal?: AbortSignal
  /** What to wait for between two slices; usually one turn of the event loop. */
  readonly pause?: () => Promise<void>
}

/**
 * Works out a delay and its proof on this thread, giving way to others between slices.
 *
 * @example
 * const proof = await evaluateDelay({ seed, steps: 480_000 }, { signal, onProgress: ({ done, total }) => show(done / total) })
 * const output = verifyDelay({ seed, steps: 480_000, proof })
 *
 * @returns the proof, DELAY_PROOF_LENGTH bytes
 * @throws what {@link delaySteps} throws; the signal's reason when it is aborted
 */
export async function evaluateDelay(
  task: DelayTask,
  { onProgress, signal, pause = nextTurn, ...options }: EvaluateOptions = {},
): Promise<Uint8Array> {
  signal?.throwIfAborted()
  const run = delaySteps(task, options)
  for (let step = run.next(); ; step = run.next()) {
    if (step.done) return step.value
    onProgress?.(step.value)
    await pause()
    signal?.throwIfAborted()
  }
}

/** A turn of the event loop. Through a channel, because browsers make a timer wait four milliseconds. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}

/**
 * Entry of the thread that works out the delay of an award. It is not one of the pool's: it computes for minutes or hours,
 * at the lowest priority the system has for it.
 */
import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { type DelayTask, delaySteps } from '../../protocol/crypto/delay/delay.ts'

/** What the thread says: how far it is from time to time, then the proof. */
export type DelayMessage =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'proof'; readonly proof: Uint8Array }

/** Milliseconds between two reports. */
const REPORT_INTERVAL = 1_000

const port = parentPort
if (!port) throw new Error('computes only inside a thread of its own')
const say = (message: DelayMessage) => port.postMessage(message)

// Elsewhere than on Linux this would be the priority of the whole process.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW)

let reported = performance.now()
const steps = delaySteps(workerData as DelayTask)
for (let step = steps.next(); ; step = steps.next()) {
  if (step.done) {
    say({ type: 'proof', proof: step.value })
    break
  }
  if (performance.now() - reported < REPORT_INTERVAL) continue
  reported = performance.now()
  say({ type: 'progress', done: step.value.done, total: step.value.total })
}

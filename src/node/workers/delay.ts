/** Jobs `delay`, a delay so short that no thread of its own is worth starting for it, and `checkDelay`. */
import { type DelayTask, delaySteps } from '../../protocol/crypto/delay/delay.ts'
import { type DelayProof, verifyDelay } from '../../protocol/crypto/delay/verify.ts'

/** The proof, 512 bytes. @throws ProtocolError `invalid_delay_proof` for a number of steps out of bounds. */
export function delay(task: DelayTask): Uint8Array {
  const steps = delaySteps(task)
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}

/** The output that a proof stands for, 256 bytes. @throws ProtocolError `invalid_delay_proof` */
export function checkDelay(proof: DelayProof): Uint8Array {
  return verifyDelay(proof)
}

/** Why a job has no result. What the job itself threw as a ProtocolError or NodeError arrives as that. */
export type WorkerErrorCode =
  /** The thread ended while it had the job. */
  | 'worker_crashed'
  /** Too many jobs are waiting. */
  | 'queue_full'
  /** The job threw something that is no rule of the network: a fault in the program. */
  | 'job_failed'

export class WorkerError extends Error {
  readonly code: WorkerErrorCode
  readonly job: string

  constructor(code: WorkerErrorCode, job: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause })
    this.name = 'WorkerError'
    this.code = code
    this.job = job
  }
}

/**
 * A thread that does the work of `ourWork` on the portable variant: points of one variant cannot be used under the other.
 * Asked for a piece of work by its name, it answers with the milliseconds that a unit took.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { instantiateKernel, useKernel } from '../../src/protocol/crypto/kernel/kernel.ts'
import type { Work } from './work.ts'

useKernel(instantiateKernel('portable'))
// only now, because the fixtures make points as soon as they are loaded
const { ourWork } = await import('./work.ts')
const work = ourWork(workerData)
parentPort!.on('message', async (one: Work) => parentPort!.postMessage(await work[one].timed()))

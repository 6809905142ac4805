/**
 * Entry of a worker thread of the node. The compile cache, which the main thread uses too, spares a thread most of its start
 * and a third of its memory; it has to be on before the jobs are loaded.
 */
import { enableCompileCache } from 'node:module'

enableCompileCache()

const [{ jobs }, { serve }, { installNativeBls }] = await Promise.all([
  import('./jobs.ts'),
  import('./serve.ts'),
  import('../crypto/native-bls.ts'),
])
await installNativeBls()
serve(jobs)
